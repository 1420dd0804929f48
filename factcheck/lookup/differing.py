"""In what a claim differs from a query, as curators or the comparison put it."""

from factcheck.compare.difference import Difference
from factcheck.lookup.answer import Match
from factcheck.record import Claim


def differences(match: Match, claim: Claim) -> list[Difference]:
    """Return why `match` contradicts the query; empty unless it does.

    A claim that others reviewed contradicts nothing, but may differ all the same.

    If the query is one of the claim's misreadings, its correction explains the
    difference of that kind, with the two values if the comparison found them.
    """
    if match.verdict != "contradicted" and not (match.verdict == "found" and claim.reviews):
        return []
    found = list(match.judgement.differences)
    if match.judgement.trap is None:
        return found
    misreading = claim.misreadings[match.judgement.trap]
    same = [one for one in found if one.kind == misreading.differs]
    values = same[0][1:3] if same else (misreading.wording, claim.statement)
    known = Difference(misreading.differs, *values, misreading.correction)
    return [known, *(one for one in found if one not in same[:1])]
