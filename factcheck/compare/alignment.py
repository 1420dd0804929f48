"""Lay a query beside one wording of a claim, unit by unit."""

from collections import Counter
from collections.abc import Container
from functools import cached_property
from typing import NamedTuple

from factcheck.compare.profile import Held, Phrase, Profile
from factcheck.text.reading import Reading, key
from factcheck.text.related import is_people, related, with_kin
from factcheck.text.units import Unit

DOERS = ("er", "ers", "or", "ors", "ist", "ists")
ALIKE = 4
"""Letters by which `teen` and `teenage` are of one word."""


class Pair(NamedTuple):
    """A unit of a query and what stands for it in a record; `None` if nothing does.

    Attributes:
        unit: The query's.
        held: The record's.
        here: Whether the wording itself has it, and not only another wording of the claim.
    """

    unit: Unit
    held: Held | None
    here: bool


class Alignment:
    """A query beside one wording of a claim.

    Attributes:
        query, phrase, claim: What is compared.
        pairs: Each unit of the query with what stands for it.
    """

    def __init__(self, query: Reading, phrase: Phrase, claim: Profile) -> None:
        """Pair each unit of `query` with one of `phrase`, or else of another of the claim's."""
        self.query, self.phrase, self.claim = query, phrase, claim
        self._used: set[int | str] = set()
        self.pairs = tuple(self._pair(unit) for unit in query.units)

    @cached_property
    def met(self) -> list[tuple[Unit, Held]]:
        """The units that have a counterpart, with it."""
        return [(pair.unit, pair.held) for pair in self.pairs if pair.held]

    @cached_property
    def here(self) -> int:
        """How many units the wording itself has."""
        return sum(pair.here for pair in self.pairs)

    @cached_property
    def own(self) -> bool:
        """Whether the wording has just what the query says: then it alone tells how to say it."""
        return self.here == len(self.pairs) and not self.unsaid

    @cached_property
    def open(self) -> list[Unit]:
        """The units that nothing in the record accounts for."""
        return [pair.unit for pair in self.pairs if not pair.held]

    @cached_property
    def is_told(self) -> bool:
        """Whether the query tells who says it."""
        return any(deed.role == "speaker" for deed in self.query.deeds)

    @property
    def is_asked_with_not(self) -> bool:
        """Whether the query asks `didn't she …?`, which is whether she did."""
        return self.query.asks == "yes_no" and self.query.said[1:2] == ("not",)

    @cached_property
    def unsaid(self) -> list[Held]:
        """What the wording has and the query hasn't."""
        taken = {held.key for _, held in self.met}
        return [held for held in self.phrase.held if held.key not in taken]

    def displaced(self, unit: Unit) -> Held | None:
        """Return what the claim has in the place of a figure or date that is said once too often.

        `in 2014, after a report of 2014` leaves no place for the record's 2015.
        """
        times, wanted = self._times[unit.at], key(unit, self.query)
        if times == 1 or any(
            len(one.by_key.get(wanted, ())) >= times for one in self.claim.phrases
        ):
            return None
        others = (held for held in self.claim.by_key.values() if held[0].key[0] == wanted[0])
        other = (h[0] for h in others if h[0].key[1:].isdigit() and h[0].key not in self._keys)
        return next(other, None)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return self.query.keys

    @cached_property
    def _times(self) -> dict[int, int]:
        """For the place of each unit how often it is said up to there."""
        times: Counter[str] = Counter()
        found = {}
        for unit in self.query.units:
            one = key(unit, self.query)
            times[one] += 1
            found[unit.at] = times[one]
        return found

    def _pair(self, unit: Unit) -> Pair:
        wanted = key(unit, self.query)
        held = _nearest(wanted, unit, self.phrase, self._used)
        if held:
            self._used |= {id(held), held.key}
        held = held or self._opposed(unit)
        if held:
            return Pair(unit, held, here=True)
        headed = self._headed(unit)
        if headed:
            return Pair(unit, headed, here=True)
        other = _nearest(wanted, unit, self.claim, self._used)
        return Pair(unit, other or self._named(wanted), here=False)

    def _opposed(self, unit: Unit) -> Held | None:
        """Return the opposite of a word, turned round, if the wording has it instead."""
        if unit.kind != "word" or is_people(unit.said):
            return None  # that boys were there excludes no girls
        opposite = related(unit.term).opposite
        free = (one for one in self.phrase.held if id(one) not in self._used)
        held = next((one for one in free if one.key in opposite), None)
        return held and held._replace(opposite=not held.opposite)

    def _headed(self, unit: Unit) -> Held | None:
        """Return the body, or the place, that is called by its last word: `the council`."""
        if unit.kind != "word" or self.query.said[unit.at - 1 : unit.at] != ("the",):
            return None
        named = (one for one in self.phrase.held if one.key[0] == "@" and " " in one.said)
        kinds = self.claim.kinds
        return next(
            (
                one
                for one in named
                if kinds.get(one.key) in {"body", "place"}
                and one.said.rpartition(" ")[2] == unit.said
            ),
            None,
        )

    def _named(self, wanted: str) -> Held | None:
        """Return who asserts a claim, whom its wordings need not name."""
        return self.claim.speaker_as_held(wanted) if wanted in self.claim.speaker else None


def accounting(unit: Unit, query: Reading) -> frozenset[str]:
    """Return the keys that account for a unit of a query, as far as keys alone tell."""
    wanted = key(unit, query)
    if unit.kind != "word" or unit.opposite:
        return frozenset((wanted,))
    return with_kin(wanted)


def _nearest(
    wanted: str, unit: Unit, phrase: Phrase | Profile, used: Container[int | str]
) -> Held | None:
    """Return the unit of a wording that is the same as one of a query, or else means the same.

    Of several the first that none of the query's units was paired with. What stands for one
    of them already is related to no other: the police are not the law as well.
    """
    found = phrase.by_key.get(wanted)
    if found:
        alike = [one for one in found if one.opposite == unit.opposite] or found
        alike = sorted(alike, key=lambda one: one.denied != unit.denied)
        return next((one for one in alike if id(one) not in used), alike[0])
    if unit.kind != "word" or unit.opposite:
        return None
    for same in related(wanted).kin:
        for held in phrase.by_key.get(same, ()):
            if held.key not in used and _may_stand(held, unit):
                return held
    return None


def _may_stand(held: Held, unit: Unit) -> bool:
    """Whether a word of the record may stand for one of the query that it is related to.

    Who does a thing isn't the doing; and an identity is no more than what it says:
    the table has `big` for `adult`.
    """
    if held.said.endswith(DOERS) and not unit.said.endswith(DOERS):
        return False
    return not unit.identity or is_people(held.said) or held.key[:ALIKE] == unit.term[:ALIKE]
