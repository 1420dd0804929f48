"""Compare what led to what, and what came before what."""

from collections.abc import Iterable, Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.links import Relation
from factcheck.compare.reason import Effect, Reason


def order_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each relation of the query that the record hasn't, or has turned round."""
    known = [one for phrase in alignment.claim.phrases for one in phrase.relations]
    for ours in alignment.relations:
        kind, word, *_ = ours
        same = [theirs for theirs in known if theirs[0] == kind and theirs[3]]
        if not same:
            yield Reason("order", word, "", Effect.OPENS)
        else:
            best = max(_straight(ours, theirs) for theirs in same)
            if best <= 0:
                effect = Effect.CONTRADICTS if best < 0 else Effect.OPENS
                yield Reason("order", word, same[0][1], effect)


def _straight(ours: Relation, theirs: Relation) -> int:
    """Return how many units stand on the same side in both, less those that stand on the other."""
    return (
        _shared(ours[2], theirs[2])
        + _shared(ours[3], theirs[3])
        - (_shared(ours[2], theirs[3]) + _shared(ours[3], theirs[2]))
    )


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> int:
    return len({*ours} & {*theirs})
