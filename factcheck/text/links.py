"""What stands how to what in a text: cause and effect, before and after, in spite of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.text.units import Unit

CAUSE = {
    "because": -1, "because of": -1, "due to": -1, "owing to": -1, "thanks to": -1,
    "as a result of": -1, "on account of": -1, "caused by": -1, "prompted by": -1,
    "triggered by": -1, "driven by": -1, "follows from": -1, "followed from": -1,
    "led to": 1, "leads to": 1, "prompted": 1,
    "caused": 1, "triggered": 1, "resulted in": 1, "brought about": 1, "what prompted": 1,
    "what led": 1,
}  # fmt: skip
"""Words that say that one thing made another; -1 where the cause follows them."""
TIME = {
    "after": -1, "following": -1, "since": -1, "in the wake of": -1, "followed by": 1,
    "followed": -1, "follows": -1,
    "before": 1, "ahead of": 1, "prior to": 1, "until": 1, "then": 1,
}  # fmt: skip
"""The same for what came earlier."""
SPITE = {"despite": -1, "in spite of": -1, "regardless of": -1, "instead of": -1, "rather than": -1}
SPITE |= {"in favour of": 1, "in favor of": 1, "in preference to": -1}
PURPOSE = {"in order to": 1, "so as to": 1, "so that": 1, "for fear of": -1}
KINDS = {"cause": CAUSE, "time": TIME, "spite": SPITE, "purpose": PURPOSE}
LONGEST = 4
FIRST = frozenset(words.split()[0] for known in KINDS.values() for words in known)


class Relation(NamedTuple):
    """How two things in a text stand to each other.

    Attributes:
        kind: One of `KINDS`.
        word: The word for it.
        first: The places of the units for what comes first, in time or as a cause.
        other: Those of the other.
    """

    kind: str
    word: str
    first: tuple[int, ...]
    other: tuple[int, ...]


def relations(units: Sequence[Unit], said: Sequence[str]) -> Iterator[Relation]:
    """Yield each relation that a text with the tokens `said` has a word for."""
    dates = {unit.at for unit in units if unit.kind == "date"}
    at = 0
    while at < len(said):
        size, kind, way = _link(said, at)
        if way and at + size not in dates:
            sides = _sides(units, at, at + size)
            if all(sides):
                yield Relation(kind, " ".join(said[at : at + size]), *sides[::way])
        at += size


def _sides(units: Sequence[Unit], at: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what stands before and behind a word for a relation.

    `After the vote, she …` has the clause up to the comma behind it.
    """
    left = [place for place, unit in enumerate(units) if unit.end <= at]
    right = [place for place, unit in enumerate(units) if unit.at >= end]
    if not left and right:
        inner = [place for place in right if units[place].clause == units[right[0]].clause]
        left, right = right[len(inner) :], inner
    return tuple(left), tuple(right)


def _link(said: Sequence[str], at: int) -> tuple[int, str, int]:
    if said[at] not in FIRST:
        return 1, "", 0
    for size in range(LONGEST, 0, -1):
        words = " ".join(said[at : at + size])
        for kind, known in KINDS.items():
            if words in known:
                return size, kind, known[words]
    return 1, "", 0
