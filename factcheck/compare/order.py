"""Compare what led to what, and what came before what."""

from collections.abc import Iterator, Sequence

from factcheck.compare.alignment import Alignment
from factcheck.compare.reason import Effect, Reason


def order_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each relation of the query that the record hasn't, or has turned round."""
    known = [one for phrase in alignment.claim.phrases for one in phrase.relations]
    for kind, word, first, other in alignment.query.relations:
        same = [one[1:] for one in known if one[0] == kind]
        if not same:
            yield Reason("order", word, "", Effect.OPENS)
            continue
        sides = _keys(first, alignment), _keys(other, alignment)
        best = max(_straight(*sides, {*ours}, {*theirs}) for _, ours, theirs in same)
        if best <= 0:
            effect = Effect.CONTRADICTS if best < 0 else Effect.OPENS
            yield Reason("order", word, same[0][0], effect)


def _keys(places: Sequence[int], alignment: Alignment) -> set[str]:
    """Return what the record has for the units at some places."""
    return {pair.held.key for pair in (alignment.pairs[one] for one in places) if pair.held}


def _straight(first: set[str], other: set[str], ours: set[str], theirs: set[str]) -> int:
    """Return how many things stand on the same side in both, less those on the other."""
    if first & theirs and not other & theirs:
        return -1  # what all have in common tells of no order
    return len(first & ours) + len(other & theirs) - len(first & theirs) - len(other & ours)
