"""What hangs on what in a text: a noun on its verb, on the next noun, on one before an `of`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.text.clauses import Clause
from factcheck.text.governors import Governors, Way
from factcheck.text.units import Unit
from factcheck.text.ways import ANY, BESIDE, LOCAL

DEEP = 12
"""Through so many verbs that are no units, or figures, something hangs on another at most."""
BROAD = 6
"""So many nouns that a form of `be` joins are told to stand side by side."""


class Dependency(NamedTuple):
    """One unit that hangs on another.

    Attributes:
        place: Its place among the units of its text.
        on: The place of what it hangs on; behind the units for a verb that is none.
        way: How, as `ways` has it.
    """

    place: int
    on: int
    way: str


class Dependencies(NamedTuple):
    """What hangs on what in a text.

    Attributes:
        found: All of it, as far as the order of words tells.
        acts: The verbs that are no units, whose places are behind these; empty for a form of `be`.
        verbs: The places of the units that may be verbs.
    """

    found: tuple[Dependency, ...]
    acts: tuple[str, ...]
    verbs: frozenset[int]


def dependencies(clauses: Iterable[Clause], units: Sequence[Unit]) -> Dependencies:
    """Return what hangs on what among the `units` of a text, parted into its clauses."""
    read = Governors(clauses, units)
    joined: dict[int, list[int]] = {}
    for place in range(len(units)):
        for on in dict.fromkeys(on for on, _ in read.ups.get(place, ()) if on >= len(units)):
            joined.setdefault(on, []).append(place)
    found = (one for place in range(len(units)) for one in _found(place, read, joined))
    return Dependencies(tuple(dict.fromkeys(found)), tuple(read.said), frozenset(read.verbs))


def _found(
    place: int, read: Governors, joined: Mapping[int, Sequence[int]]
) -> Iterator[Dependency]:
    """Yield what a unit hangs on, or else what is `joined` to it by a form of `be`."""
    roots, hung = [], False
    for on, way in _above(place, read):
        if on < len(read.units) or read.said[on - len(read.units)]:
            hung = hung or (on < len(read.units) and way != BESIDE)
            verb = way in LOCAL and on in read.verbs
            yield Dependency(place, on, f"+{way}" if verb else way)
        else:
            roots.append(on)
    for root in () if hung else roots:
        for beside in joined.get(root, ())[:BROAD]:
            if beside != place:
                yield Dependency(place, beside, BESIDE)


def _above(place: int, read: Governors) -> Iterator[Way]:
    """Yield all that a unit hangs on, through verbs that are no units, figures and places."""
    todo, seen = [*read.ups.get(place, ())], {place}
    for _ in range(DEEP):
        if not todo:
            return
        on, way = todo.pop()
        if on != place:
            yield on, way
        unit = read.units[on] if on < len(read.units) else None
        placed = way.lstrip("+") in LOCAL and on not in read.verbs
        if on not in seen and (unit is None or unit.figure is not None or placed):
            todo += [(other, way if unit else ANY) for other, _ in read.ups.get(on, ())]
        seen.add(on)
