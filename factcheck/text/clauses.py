"""The clauses of a text, and the verbs in them."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from factcheck.text.contexts import PARTICLES
from factcheck.text.units import Unit
from factcheck.text.verbs import ARTICLES, BEING, HAVING, LEADING, LIGHT, SMALL, is_passive
from factcheck.text.words import stem

RELATIVE = frozenset({"who", "whom", "which"})
TELLING = ("told", "tell")
PASSED = SMALL | LEADING | PARTICLES | BEING | HAVING
"""What may stand between a verb that means little and what is done."""
REACH = 8
"""So many tokens behind it at most."""
FAR = 24
"""So many behind a subject it is looked for what the subject is."""


class Told(NamedTuple):
    """What a walk over a text told of its units.

    Attributes:
        acting: The places of the units that are actors.
        speech: The tokens that are words for saying something.
        carried: For each clause that opens with `who`, the place of the unit that this is,
            and the token behind it.
        operated: For each token of a word for a mood which one that is.
        verbs: The tokens that look like verbs.
    """

    acting: frozenset[int]
    speech: Collection[int]
    carried: Mapping[int, tuple[int, int]]
    operated: Mapping[int, str]
    verbs: frozenset[int]


class Clause(NamedTuple):
    """What is needed of a clause.

    Attributes:
        units: Its units with their places.
        said: The tokens of the text.
        speech, operated, verbs: As in `Told`.
        acts: The tokens that look like verbs or are words for saying something, in order.
        here: Its units by each of their tokens.
    """

    units: Sequence[tuple[int, Unit]]
    said: Sequence[str]
    speech: Collection[int]
    operated: Mapping[int, str]
    verbs: frozenset[int]
    acts: Sequence[int]
    here: Mapping[int, Unit]

    @property
    def start(self) -> int:
        """The first token of its first unit."""
        return self.units[0][1].at


def clauses(units: Sequence[Unit], said: Sequence[str], told: Told) -> dict[int, Clause]:
    """Return the clauses of a text with the tokens `said`, in order, by their numbers."""
    acts = sorted(told.verbs.union(told.speech))
    inside: dict[int, list[tuple[int, Unit]]] = {}
    for place, unit in enumerate(units):
        inside.setdefault(unit.clause, []).append((place, unit))
    found = {}
    for number, ones in inside.items():
        here = {token: unit for _, unit in ones for token in range(unit.at, unit.end)}
        shared = (said, told.speech, told.operated, told.verbs, acts)
        found[number] = Clause(ones, *shared, here)
    return found


def verb_after(clause: Clause, at: int) -> int | None:
    """Return the verb behind a place, or what stands for one; `None` if there is none."""
    last = clause.units[-1][1].end + 1
    found = bisect_left(clause.acts, at)
    while found < len(clause.acts) and _is_led(clause.said, clause.acts[found]):
        found += 1
    verb = clause.acts[found] if found < len(clause.acts) else last + 1
    if _is_told_of(clause.said[at : min(verb, at + FAR)]):
        return None
    if verb <= last and RELATIVE.isdisjoint(clause.said[at:verb]):
        return verb
    unit = clause.here.get(at)
    following = clause.said[at : at + 1]
    if unit is None and following and following[0] not in BEING | ARTICLES:
        unit = clause.here.get(at + 1)  # but `is head of` tells of no deed
    return unit.at if unit and unit.kind == "word" else None


def _is_told_of(said: Sequence[str]) -> bool:
    """Whether these words before a verb tell what somebody is: `were late, as Dorn` says."""
    being = next((place for place, token in enumerate(said) if token in BEING), len(said))
    return "," in said[being + 2 :]


def _is_led(said: Sequence[str], at: int) -> bool:
    """Whether a preposition leads a verb's `-ing`: `those in singing clubs were`."""
    return said[at].endswith("ing") and said[at - 1] in LEADING


def verb_before(clause: Clause, at: int, subject: int | None) -> int | None:
    """Return the nearest verb before a place, after the subject; `None` if there is none."""
    start = clause.start if subject is None else subject
    found = bisect_left(clause.acts, at) - 1
    if found >= 0 and clause.acts[found] >= start:
        return clause.acts[found]
    if subject is not None:
        for _, unit in clause.units:
            if subject <= unit.at < at and unit.kind == "word":
                return unit.at
    return None


def passive_before(clause: Clause, at: int) -> int | None:
    """Return the nearest verb in the passive before a place; `None` if there is none."""
    acts = clause.acts[bisect_left(clause.acts, clause.start) : bisect_left(clause.acts, at)]
    return next((verb for verb in reversed(acts) if is_passive(clause.said, verb)), None)


def _signed(unit: Unit) -> str:
    """Return the term of a verb, marked where it stands for the reverse: `lose` is no `win`."""
    return f"!{unit.term}" if unit.opposite else unit.term


def term_at(clause: Clause, at: int) -> str:
    """Return the term of a verb: `~wish` if it tells of a mood.

    One that means little by itself stands for what is done: `came up with a plan` for `plan`.
    """
    here = clause.here
    if at in here:
        return _signed(here[at])
    if at in clause.speech and clause.said[at].startswith(TELLING):
        return stem(clause.said[at])  # who is told stands behind it
    if at in clause.operated:
        return f"~{clause.operated[at]}"
    subject = clause.units[0][1]
    if clause.said[at] in LIGHT and is_passive(clause.said, at) and subject.kind == "word":
        return subject.term  # `an apology was given`
    for place in range(at + 1, min(len(clause.said), at + 1 + REACH)):
        if place in here and here[place].kind == "word":
            return here[place].term
        if place not in here and clause.said[place] not in PASSED:
            break
    return stem(clause.said[at])
