"""What the sources leave open, where a text is about that."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.compare.alignment import accounting
from factcheck.text.reading import Reading


class Asked(NamedTuple):
    """A gap of a source as a look-up sees it.

    Attributes:
        matter: What the source doesn't say.
        ways: For each way to word it the keys that a text about it has.
    """

    matter: str
    ways: tuple[frozenset[str], ...]


def left_open(query: Reading, gaps: Sequence[Asked]) -> tuple[str, ...]:
    """Return the matters that `query` is about: those of which it has every word of one way."""
    if not gaps:
        return ()
    held = frozenset().union(*(accounting(unit, query) for unit in query.units))
    return tuple(gap.matter for gap in gaps if any(way <= held for way in gap.ways))
