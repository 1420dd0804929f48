"""What stands on the doer's side of each verb, and what on the other.

Before an active verb stands who does it, before a passive one to whom it is done.
"""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.text.clauses import Clause, term_at
from factcheck.text.verbs import is_passive


class Side(NamedTuple):
    """A verb with what stands around it in its clause.

    Attributes:
        verb: Its term; of one that says little by itself, what it is done with.
        does: The places of the units on the doer's side.
        done: The places of those on the other.
    """

    verb: str
    does: tuple[int, ...]
    done: tuple[int, ...]


def sides(parted: Iterable[Clause]) -> tuple[Side, ...]:
    """Return each verb of a text that has units of its clause on both of its sides."""
    found = []
    for clause in parted:
        last = 0
        for at in range(clause.start, clause.units[-1][1].at + 1):
            within = at in clause.here and clause.here[at].at < at
            if at in clause.verbs and not within:
                found.append(_side(clause, at, last))
                last = at
    return tuple(side for side in found if side.does and side.done)


def _side(clause: Clause, at: int, last: int) -> Side:
    """Return a verb's side; what stands before the verb before it does so only if nothing else."""
    before = tuple(place for place, unit in clause.units if unit.end <= at)
    near = tuple(place for place, unit in clause.units if last < unit.at and unit.end <= at)
    before = near or before
    after = tuple(place for place, unit in clause.units if unit.at > at)
    passive = is_passive(clause.said, at)
    return Side(term_at(clause, at), *((after, before) if passive else (before, after)))
