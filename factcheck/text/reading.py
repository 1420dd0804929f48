"""Read a text as the comparison sees it: its units, figures, and who does what."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from factcheck.text.asides import unfolded
from factcheck.text.asking import asks, asserts, wants
from factcheck.text.clauses import Told, clauses
from factcheck.text.cleaning import clean
from factcheck.text.deeds import Deed, deeds
from factcheck.text.figures import CURRENCIES, Figure, figures, spelled_out
from factcheck.text.links import Relation, relations
from factcheck.text.related import is_people
from factcheck.text.senses import Senses
from factcheck.text.sides import Side, sides
from factcheck.text.units import Unit, Units
from factcheck.text.verbs import is_verb
from factcheck.text.words import tokens

DURATIONS = {"day": 1 / 30, "days": 1 / 30, "week": 7 / 30, "weeks": 7 / 30}
DURATIONS |= {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "decade": 120.0}
DURATIONS |= {"mth": 1.0, "mths": 1.0, "yr": 12.0, "yrs": 12.0}


class Reading(NamedTuple):
    """A text as the comparison sees it.

    Attributes:
        text: As it was typed.
        units: What says something, in order.
        said: Its tokens; `Unit.at` counts them.
        whole: For each clause, how many of its words deny all of it, as `nobody` does.
        loose: How many a `not` is followed by nothing in its clause.
        identities: For each unit that tells of a religion, an origin, a sex or an age its place
            and that of whom it tells it of.
        kinds: For each name whose kind is known `person`, `body` or `place`.
        deeds: The part that each actor plays.
        sides: What stands on which side of each verb.
        relations: What stands how to what.
        moods: The moods in which anything stands in it, each with the word for it.
        figures: The figures, in order.
        denies: Whether it says of all of itself that it is false.
        wants: What a question asks for: `duration`, `figure`, `date`, or empty.
        asks: `yes_no`, `wh`, or empty for a text that asks nothing.
        asserts: Whether it has a verb that makes it a statement.
        speaks: Whether it has a word for saying something.
    """

    text: str
    units: tuple[Unit, ...]
    said: tuple[str, ...]
    whole: tuple[int, ...]
    loose: int
    identities: tuple[tuple[int, int], ...]
    kinds: Mapping[str, str]
    deeds: tuple[Deed, ...]
    sides: tuple[Side, ...]
    relations: tuple[Relation, ...]
    moods: Mapping[str, str]
    figures: tuple[Figure, ...]
    denies: bool
    wants: str
    asks: str
    asserts: bool
    speaks: bool

    @property
    def states(self) -> bool:
        """Whether it says that something is so, or asks whether it is."""
        return self.asks == "yes_no" or (self.asserts and not self.asks)

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, in order, as often as they stand."""
        return tuple(unit.term for unit in self.units if unit.kind == "name")

    @property
    def terms(self) -> tuple[str, ...]:
        """What its words and names stand for, in order."""
        return tuple(unit.term for unit in self.units if unit.kind in {"word", "name"})

    @property
    def words(self) -> dict[str, str]:
        """For each term, the words that it was first read from."""
        return {unit.term: unit.said for unit in reversed(self.units)}

    @property
    def keys(self) -> frozenset[str]:
        """Every term, its figures as `#1400` and its dates as `y2014` among them."""
        return frozenset(key(unit, self) for unit in self.units)


def key(unit: Unit, reading: Reading) -> str:
    """Return the term of a unit; of a figure its value."""
    return unit.term if unit.figure is None else f"#{reading.figures[unit.figure].value:g}"


class Reader:
    """Reads texts with one table of senses."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take a table as `lexicon.table` makes it."""
        self.senses = Senses(lexicon["senses"])
        self.kinds: Mapping[str, str] = lexicon["kinds"]
        self.people = frozenset(lexicon["people"])

    def read(self, text: str) -> Reading:
        """Return what `text` says, as far as the comparison can see."""
        said = [token for token in tokens(spelled_out(clean(text))) if token != '"']
        counted, rest = figures(said)
        rest = unfolded(rest)
        walk = Units(self.senses, rest)
        verbs = frozenset(at for at in range(len(rest)) if is_verb(rest, at))
        told = Told(self._acting(walk), walk.speech, walk.carried, walk.operated, verbs)
        parted = clauses(walk.units, rest, told)
        return Reading(
            text,
            tuple(walk.units),
            tuple(rest),
            tuple(walk.whole),
            walk.loose,
            tuple(self._identities(walk)),
            {u.term: self.kinds[u.term] for u in walk.units if u.term in self.kinds},
            deeds(walk.units, parted, told),
            sides(parted.values()),
            tuple(relations(walk.units, rest)),
            walk.moods,
            tuple(self._unified(figure) for figure in counted),
            walk.denies,
            wants(said),
            asks(said),
            asserts(said) or walk.moods.get("future") == "to",
            bool(walk.speech),
        )

    def _acting(self, walk: Units) -> frozenset[int]:
        """Return the places of the units that are persons, bodies or words for people."""
        return frozenset(
            place
            for place, unit in enumerate(walk.units)
            if self._is_people(unit) or self.kinds.get(unit.term) in {"person", "body"}
        )

    def _identities(self, walk: Units) -> Iterator[tuple[int, int]]:
        """Yield what tells of an identity, and whom it stands before, or else behind."""
        units = walk.units
        for place in (place for place, unit in enumerate(units) if unit.identity):
            after = place + 1 if units[place + 1 : place + 2] else None
            if after and units[after].at == units[place].end and self._is_people(units[after]):
                yield place, after
                continue
            clause = units[place].clause
            before = [n for n in range(place) if self._is_people(units[n])]
            itself = self._is_people(units[place])  # `teenagers` are told of nobody else
            if before and not itself and units[before[-1]].clause == clause:
                yield place, before[-1]

    def _is_people(self, unit: Unit) -> bool:
        word = unit.said.rpartition(" ")[2]
        listed = unit.said in self.people or word in self.people
        return unit.kind == "word" and (listed or is_people(word))

    def _unified(self, figure: Figure) -> Figure:
        """Put a duration in months, and any other unit under the word that stands for it.

        `Over two years` may be all through them; `over 200 people` are more than that.
        """
        if figure.precision == "during":
            lasting = figure.unit.partition(" ")[0] in DURATIONS
            figure = figure._replace(precision="exact" if lasting else "over")
        if figure.unit == "share" or figure.unit in CURRENCIES:
            return figure
        unit, _, ago = figure.unit.partition(" ")
        if ago and unit in DURATIONS:
            return figure._replace(value=figure.value * DURATIONS[unit], unit="ago")
        if figure.unit in DURATIONS:
            value = figure.value * DURATIONS[figure.unit]
            return figure._replace(value=value, unit="duration")
        return figure._replace(unit=self.senses.term(figure.unit))
