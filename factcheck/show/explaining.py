"""In what a match differs from the query, the curated correction first."""

from factcheck.compare.difference import Difference
from factcheck.lookup.answer import Match
from factcheck.record import Claim


def differences(match: Match, claim: Claim) -> list[Difference]:
    """Return why `match` contradicts the query; empty unless it does.

    If the query is one of the claim's misreadings, its correction explains the
    difference of that kind, with the two values if the comparison found them.
    """
    if match.verdict != "contradicted":
        return []
    found = list(match.judgement.differences)
    if match.judgement.trap is None:
        return found
    misreading = claim.misreadings[match.judgement.trap]
    same = [one for one in found if one.kind == misreading.differs]
    values = same[0][1:3] if same else (misreading.wording, claim.statement)
    known = Difference(misreading.differs, *values, misreading.correction)
    return [known, *(one for one in found if one not in same[:1])]
