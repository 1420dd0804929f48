"""What claims that others reviewed, or that were withdrawn, add to an answer."""

from factcheck.lookup.answer import Answer, Claims, Match

SAYING = (frozenset({"supported", "alleged"}), frozenset({"contradicted"}))
"""What says the same comes first; what says the reverse is found only without it."""


def beside_reviews(answer: Answer, every: list[Match], corpus: Claims, limit: int) -> Answer:
    """Return `answer`, which the curated claims give, with the other claims that were judged.

    A reviewed claim that says what the query says, or its reverse, is found: its
    reviews are shown, and no rating of theirs becomes a verdict. It never takes the
    place of a curated claim that settles the query. A withdrawn claim settles nothing.
    """
    standing = {match.number: corpus.profile(match.number).standing for match in every}
    others = [match for match in every if standing[match.number] != "curated"]
    if not others:
        return answer
    reviewed = [match for match in others if standing[match.number] == "reviewed"]
    told = ([one for one in reviewed if one.verdict in saying] for saying in SAYING)
    found = [match._replace(verdict="found") for match in next(filter(None, told), [])]
    matches = (*answer.matches, *found)[:limit]
    taken = {match.number for match in matches}
    near = {match.number: match for match in answer.closest}
    closest = tuple(
        near.get(match.number, match._replace(verdict="related"))
        for match in every
        if match.number not in taken
    )[: limit - len(matches)]
    verdict = "found" if found and not answer.matches else answer.verdict
    return answer._replace(verdict=verdict, matches=matches, closest=closest)
