"""What stands how to what in a text: cause and effect, before and after, in spite of."""

from collections.abc import Sequence

from factcheck.text.reading import Reading, key

CAUSE = {
    "because": -1, "because of": -1, "due to": -1, "owing to": -1, "thanks to": -1,
    "as a result of": -1, "on account of": -1, "caused by": -1, "prompted by": -1,
    "triggered by": -1, "driven by": -1, "led to": 1, "leads to": 1, "prompted": 1,
    "caused": 1, "triggered": 1, "resulted in": 1, "brought about": 1, "what prompted": 1,
    "what led": 1,
}  # fmt: skip
"""Words that say that one thing made another; -1 where the cause follows them."""
TIME = {
    "after": -1, "following": -1, "since": -1, "in the wake of": -1, "followed by": 1, "followed": -1, "follows": -1,
    "before": 1, "ahead of": 1, "prior to": 1, "until": 1, "then": 1,
}  # fmt: skip
"""The same for what came earlier."""
SPITE = {"despite": -1, "in spite of": -1, "regardless of": -1, "instead of": -1, "rather than": -1}
PURPOSE = {"in order to": 1, "so as to": 1, "so that": 1, "for fear of": -1}
KINDS = {"cause": CAUSE, "time": TIME, "spite": SPITE, "purpose": PURPOSE}
LONGEST = 4
FIRST = frozenset(words.split()[0] for known in KINDS.values() for words in known)

Relation = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Which kind, the word for it, and the keys of what comes first in time or as a cause, and of the
other."""


def relations(reading: Reading) -> list[Relation]:
    """Return each relation that a text has a word for."""
    found: list[Relation] = []
    said = reading.said
    at = 0
    while at < len(said):
        size, kind, way = _link(said, at)
        dated = any(unit.at == at + size and unit.kind == "date" for unit in reading.units)
        if way and not dated:
            first, second = _sides(reading, at, at + size)
            pair = (first, second) if way > 0 else (second, first)
            if first and second:
                found.append((kind, " ".join(said[at : at + size]), *pair))
        at += size
    return found


def _sides(reading: Reading, at: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys before and behind a word for a relation; `After the vote, she …` has the
    clause up to the comma behind it.
    """
    left = [unit for unit in reading.units if unit.end <= at]
    right = [unit for unit in reading.units if unit.at >= end]
    if not left and right:
        inner = [unit for unit in right if unit.clause == right[0].clause]
        left, right = right[len(inner) :], inner
    return tuple(key(u, reading) for u in left), tuple(key(u, reading) for u in right)


def _link(said: Sequence[str], at: int) -> tuple[int, str, int]:
    if said[at] not in FIRST:
        return 1, "", 0
    for size in range(LONGEST, 0, -1):
        words = " ".join(said[at : at + size])
        for kind, known in KINDS.items():
            if words in known:
                return size, kind, known[words]
    return 1, "", 0
