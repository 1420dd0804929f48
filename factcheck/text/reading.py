"""Read a text as the comparison sees it: its units, figures, and who does what."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.text.asides import unfolded
from factcheck.text.asking import asks, asserts, wants
from factcheck.text.clauses import Clause, Told, clauses
from factcheck.text.cleaning import clean
from factcheck.text.deeds import Deed, deeds
from factcheck.text.dependencies import Dependencies, dependencies
from factcheck.text.figures import CURRENCIES, FIGURE, Figure, figures, spelled_out
from factcheck.text.links import Relation, relations
from factcheck.text.related import is_people
from factcheck.text.senses import Senses
from factcheck.text.sides import Side, sides
from factcheck.text.units import Unit, Units
from factcheck.text.verbs import is_verb
from factcheck.text.words import tokens

COMPOUND = re.compile(r"(?<=[a-z])-(?=[a-z])")
"""The words of a compound are read one by one: `grooming-gang suspects`."""
PLUS = re.compile(r"\b(\d[\d,.]*) ?-? ?(?:plus\b|\+(?!\d))")
"""`200-plus` and `200+` are over 200."""
FIGURE_AT = re.compile(rf"{FIGURE}(\d+)")
DURATIONS = {"day": 1 / 30, "days": 1 / 30, "week": 7 / 30, "weeks": 7 / 30}
DURATIONS |= {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "decade": 120.0}
DURATIONS |= {"mth": 1.0, "mths": 1.0, "yr": 12.0, "yrs": 12.0}


class Known(NamedTuple):
    """What a table of senses tells of names and words.

    Attributes:
        kinds: For each name `person`, `body` or `place`.
        people: Words for people.
    """

    kinds: Mapping[str, str]
    people: frozenset[str]


class Reading:
    """A text as the comparison sees it.

    Who does what, and what stands how to what, is found when somebody asks for it: most
    texts have a word that no record has, and no more of them is ever compared.

    Attributes:
        text: As it was typed.
        units: What says something, in order.
        said: Its tokens; `Unit.at` counts them.
        whole: For each clause, how many of its words deny all of it, as `nobody` does.
        loose: Each `not`, as it stands, that nothing follows in its clause.
        kinds: For each name whose kind is known `person`, `body` or `place`.
        moods: The moods in which anything stands in it, each with the word for it.
        figures: The figures, in order.
        denies: Whether it says of all of itself that it is false.
        wants: What a question asks for: `duration`, `figure`, `date`, or empty.
        asks: `yes_no`, `wh`, or empty for a text that asks nothing.
        asserts: Whether it has a verb that makes it a statement.
        speaks: Whether it has a word for saying something.
    """

    def __init__(
        self, text: str, walk: Units, said: Sequence[str], figures: Iterable[Figure], known: Known
    ) -> None:
        """Take a text that was walked over, its tokens with the figures in them, and the rest."""
        self.text, self._walk, self._known = text, walk, known
        self.figures = tuple(figures)
        self.units = tuple(map(self._written, walk.units))
        self.said = tuple(walk.said)
        self.whole, self.loose = tuple(walk.whole), tuple(walk.loose)
        self.kinds = {u.term: known.kinds[u.term] for u in walk.units if u.term in known.kinds}
        self.moods: Mapping[str, str] = walk.moods
        self.denies = walk.denies
        self.wants, self.asks = wants(said), asks(said)
        self.asserts = asserts(said) or walk.moods.get("future") == "to"
        self.speaks = bool(walk.speech)

    def _written(self, unit: Unit) -> Unit:
        """Return a unit for a figure with the words that the figure was read from."""
        put = unit.put
        for number in FIGURE_AT.findall(put):
            put = put.replace(f"{FIGURE}{number}", self.figures[int(number)].text, 1)
        said = unit.said if unit.figure is None else self.figures[unit.figure].text
        return unit if said == unit.said and put == unit.put else unit._replace(said=said, put=put)

    @property
    def states(self) -> bool:
        """Whether it says that something is so, or asks whether it is."""
        return self.asks == "yes_no" or (self.asserts and not self.asks)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names, in order, as often as they stand."""
        return tuple(unit.term for unit in self.units if unit.kind == "name")

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """What its words and names stand for, in order."""
        return tuple(unit.term for unit in self.units if unit.kind in {"word", "name"})

    @cached_property
    def words(self) -> dict[str, str]:
        """For each term, the words that it was first read from."""
        return {unit.term: unit.said for unit in reversed(self.units)}

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every term, its figures as `#1400` and its dates as `y2014` among them."""
        return frozenset(key(unit, self) for unit in self.units)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """The part that each actor plays."""
        parted, told = self._clauses
        return deeds(self.units, parted, told)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """What stands on which side of each verb."""
        return sides(self._clauses[0].values())

    @cached_property
    def dependencies(self) -> Dependencies:
        """What hangs on what."""
        return dependencies(self._clauses[0].values(), self.units)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What stands how to what."""
        return tuple(relations(self.units, self.said))

    @cached_property
    def _clauses(self) -> tuple[dict[int, Clause], Told]:
        walk, said = self._walk, self._walk.said
        verbs = frozenset(at for at in range(len(said)) if is_verb(said, at))
        told = Told(self._acting(), walk.speech, walk.carried, walk.operated, verbs)
        return clauses(self.units, said, told), told

    def _acting(self) -> frozenset[int]:
        """Return the places of the units that are persons, bodies or words for people."""
        return frozenset(
            place
            for place, unit in enumerate(self.units)
            if self._is_people(unit) or self.kinds.get(unit.term) in {"person", "body"}
        )

    def _is_people(self, unit: Unit) -> bool:
        word = unit.said.rpartition(" ")[2]
        listed = unit.said in self._known.people or word in self._known.people
        return unit.kind == "word" and (listed or is_people(word))


def key(unit: Unit, reading: Reading) -> str:
    """Return the term of a unit; of a figure its value."""
    return unit.term if unit.figure is None else f"#{reading.figures[unit.figure].value:g}"


class Reader:
    """Reads texts with one table of senses."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take a table as `lexicon.table` makes it."""
        self.senses = Senses(lexicon["senses"])
        self.known = Known(lexicon["kinds"], frozenset(lexicon["people"]))

    def read(self, text: str, typed: str | None = None) -> Reading:
        """Return what `text` says, as far as the comparison can see; it was `typed` otherwise."""
        plain = PLUS.sub(r"over \1", COMPOUND.sub(" ", spelled_out(clean(text))))
        said = [token for token in tokens(plain) if token != '"']
        counted, rest = figures(said)
        walk = Units(self.senses, unfolded(rest))
        typed = text if typed is None else typed
        return Reading(typed, walk, said, map(self._unified, counted), self.known)

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
