"""What the sources leave open, where a text is about that."""

from collections.abc import Collection, Sequence
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


def left_open(query: Reading, said: Collection[str], gaps: Sequence[Asked]) -> tuple[str, ...]:
    """Return the matters that `query` is about.

    It has every word of one way to ask, and of these one that the nearest record hasn't:
    `said` are the words that it has, as typed.
    """
    keys = {unit.said: accounting(unit, query) for unit in query.units}
    held = frozenset().union(*keys.values())
    lacking = frozenset().union(*(keys[word] for word in keys.keys() - said))
    return tuple(gap.matter for gap in gaps if any(_asks(way, held, lacking) for way in gap.ways))


def _asks(way: frozenset[str], held: frozenset[str], lacking: frozenset[str]) -> bool:
    return len(way) > 1 and way <= held and not way.isdisjoint(lacking)
