"""Read a text as the comparison sees it: its terms, names, figures, dates and signs."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.text.asking import asks, asserts, wants
from factcheck.text.cleaning import clean
from factcheck.text.dates import dates
from factcheck.text.deeds import Heard, deeds
from factcheck.text.figures import CURRENCIES, Figure, figures, spelled_out
from factcheck.text.senses import Senses
from factcheck.text.walking import Walk
from factcheck.text.words import tokens

DURATIONS = {"day": 1 / 30, "days": 1 / 30, "week": 7 / 30, "weeks": 7 / 30}
DURATIONS |= {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "decade": 120.0}
DURATIONS |= {"mth": 1.0, "mths": 1.0, "yr": 12.0, "yrs": 12.0}


class Reading(NamedTuple):
    """A text as the comparison sees it.

    Attributes:
        terms: Stems and what they stand for, in order; stop words, figures and
            dates are not in it. A name is `@` and its words.
        text: Its words as said, figures in digits, joined by spaces.
        signs: `+` for each term that is stated, `-` for each that is turned
            round by a `not` shortly before it or stands for its opposite.
        turns: How many of its words turn something round.
        nots: How many of these are a `not`.
        reversed: Terms that it has by their opposites.
        denied: Terms that directly follow `not` or `never`.
        done: Terms of what it says that it has happened: `has implemented`.
        few: Terms of which it says that they are few, or a handful.
        lessened: Whether it says `only some`, or another quantity with `only`.
        names: The names, in order, as often as they stand.
        deeds: Who does what to whom, as in `deeds.deeds`.
        figures: The figures, in order.
        years, spans, alone, months: Dates that are named, as in `dates.Dates`.
        steps: For each scale, the highest step that the text reaches, from 0; for a
            quantifier also of what, as `quantifier cases`.
        rivals: For each group of words that exclude one another, its members here
            and the word for each.
        wants: What a question asks for: `duration`, `figure`, `date`, or empty.
        asks: `yes_no`, `wh`, or empty for a text that asks nothing.
        asserts: Whether it has a verb that makes it a statement.
        speaks: Whether it has a word for saying something.
        words: For each term, the word that it was read from.
    """

    text: str
    terms: tuple[str, ...]
    signs: Mapping[str, str]
    turns: int
    nots: int
    reversed: frozenset[str]
    denied: frozenset[str]
    done: frozenset[str]
    few: frozenset[str]
    lessened: bool
    names: tuple[str, ...]
    deeds: frozenset[str]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    spans: frozenset[int]
    alone: frozenset[int]
    months: frozenset[int]
    steps: Mapping[str, int]
    rivals: Mapping[str, Mapping[str, str]]
    wants: str
    asks: str
    asserts: bool
    speaks: bool
    words: Mapping[str, str]


class Reader:
    """Reads texts with one table of senses."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take a table as `lexicon.table` makes it."""
        self.senses = Senses(lexicon["senses"])
        self.kinds: Mapping[str, str] = lexicon["kinds"]
        self.paired = frozenset(lexicon["paired"])
        self.events = frozenset(lexicon["events"])
        self.mild = frozenset(lexicon["mild"])

    def read(self, text: str) -> Reading:
        """Return what `text` says, as far as the comparison can see."""
        said = [token for token in tokens(spelled_out(clean(text))) if token != '"']
        counted, rest = figures(said)
        when, rest = dates(rest)
        walk = Walk(self.senses, rest)
        return Reading(
            " ".join(token for token in said if token[0].isalnum()),
            tuple(walk.terms),
            walk.signs,
            walk.turns,
            walk.nots,
            frozenset(walk.reversed),
            frozenset(walk.denied),
            frozenset(walk.done),
            frozenset(walk.few),
            walk.lessened,
            tuple(walk.names),
            deeds(rest, [one for one in walk.heard if self._acts(one)]),
            tuple(self._unified(figure) for figure in counted),
            when.years,
            when.spans,
            when.alone,
            when.months,
            walk.steps,
            walk.rivals,
            wants(said),
            asks(said),
            asserts(said),
            walk.spoke,
            walk.words,
        )

    def _acts(self, heard: Heard) -> bool:
        """Whether it is no name, or that of one who may do something."""
        return not heard.term.startswith("@") or self.kinds.get(heard.term) in {"person", "body"}

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
