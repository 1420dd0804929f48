"""Read a text as the comparison sees it: its terms, names, figures, dates and signs."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.text.cleaning import clean
from factcheck.text.dates import dates
from factcheck.text.figures import Figure, figures, spelled_out
from factcheck.text.words import stem, tokens

REACH = 4
"""How many terms after a `not` it turns round, unless the clause ends before."""

DURATIONS = {"day": 1 / 30, "days": 1 / 30, "week": 7 / 30, "weeks": 7 / 30}
DURATIONS |= {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "decade": 120.0}
DURATIONS |= {"decades": 120.0}
STOPS = frozenset(".,;:!?")
Entry = tuple[list[str], str, str]
"""A phrase after its first stem, the role it plays, and what it stands for.

Roles: `same` (stands for the term), `opposite` (for its reverse), `name`,
`not`, `idle` (means nothing), `break` (ends the reach of a `not`), `scale`
(stands for `scale:step`), `stop`.
"""
Table = dict[str, list[Entry]]
"""Phrases by their first stem, the longest first."""

WH = frozenset("who whom whose what which when where why how".split())
ASKING = frozenset(
    "is are was were has have had do does did will would can could should isn aren wasn".split()
)
FINITE = ASKING | frozenset("be been being am shall may might must wants want need needs".split())


class Reading(NamedTuple):
    """A text as the comparison sees it.

    Attributes:
        terms: Stems and what they stand for, in order; stop words, figures and
            dates are not in it. A name is `@` and its words.
        signs: For each term that is no name, `+`, `-` or `+-`: stated, turned
            round, or both.
        names: The names, in order, as often as they stand.
        figures: The figures, in order.
        years, months: Dates that are named; a month is a number from 1.
        steps: For each scale, the highest step that the text reaches, from 0.
        by: The names that directly follow `by`.
        asks: `yes_no`, `wh`, or empty for a text that asks nothing.
        asserts: Whether it has a verb that makes it a statement.
        words: For each term, the word that it was read from.
    """

    terms: tuple[str, ...]
    signs: Mapping[str, str]
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    months: frozenset[int]
    steps: Mapping[str, int]
    by: frozenset[str]
    asks: str
    asserts: bool
    words: Mapping[str, str]


class Reader:
    """Reads texts with one table of senses."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take a table as `lexicon.table` makes it."""
        self.senses: Table = lexicon["senses"]
        self.kinds: Mapping[str, str] = lexicon["kinds"]

    def read(self, text: str) -> Reading:
        """Return what `text` says, as far as the comparison can see."""
        said = tokens(spelled_out(clean(text)))
        counted, rest = figures(said)
        when, rest = dates(rest)
        pass_ = _Pass(self, rest)
        return Reading(
            tuple(pass_.terms),
            {term: "".join(sorted(signs)) for term, signs in pass_.signs.items()},
            tuple(pass_.names),
            tuple(self._unified(figure) for figure in counted),
            when.years,
            when.months,
            pass_.steps,
            frozenset(pass_.by),
            _asks(said),
            _asserts(said),
            pass_.words,
        )

    def _unified(self, figure: Figure) -> Figure:
        """Put a duration in months, and any other unit under the word that stands for it."""
        if figure.unit in DURATIONS:
            return figure._replace(value=figure.value * DURATIONS[figure.unit], unit="duration")
        return figure._replace(unit=self.term(figure.unit))

    def term(self, word: str) -> str:
        """Return the term that a single word is read as."""
        if not word:
            return ""
        _, roles = self.match([stem(word)], 0)
        return roles.get("same") or roles.get("opposite") or stem(word)

    def match(self, stemmed: Sequence[str], at: int) -> tuple[int, dict[str, str]]:
        """Return the longest known phrase at `at`: its length in tokens, and its roles."""
        for rest, _, _ in self.senses.get(stemmed[at], ()):
            size = 1 + len(rest)
            if not rest or stemmed[at + 1 : at + size] == rest:
                same = [e for e in self.senses[stemmed[at]] if e[0] == rest]
                return size, {role: meaning for _, role, meaning in same}
        return 1, {}


class _Pass:
    """One walk over a text's tokens."""

    def __init__(self, reader: Reader, said: list[str]) -> None:
        self.reader = reader
        self.terms: list[str] = []
        self.signs: dict[str, set[str]] = {}
        self.names: list[str] = []
        self.by: set[str] = set()
        self.steps: dict[str, int] = {}
        self.words: dict[str, str] = {}
        self.turned = 0
        stemmed = [stem(token) for token in said]
        at = 0
        while at < len(said):
            size, roles = reader.match(stemmed, at)
            self._take(roles, stemmed[at], " ".join(said[at : at + size]), said[at - 1] if at else "")
            at += size

    def _take(self, roles: Mapping[str, str], stemmed: str, word: str, before: str) -> None:
        if "scale" in roles:
            scale, step = roles["scale"].split(":")
            self.steps[scale] = max(self.steps.get(scale, 0), int(step))
        if "not" in roles:
            self.turned = 0 if self.turned else REACH
        elif "break" in roles or word in STOPS:
            self.turned = 0
        if "name" in roles:
            self._name(roles["name"], word, before)
        elif "same" in roles:
            self._term(roles["same"], word, turned=False)
        elif "opposite" in roles:
            self._term(roles["opposite"], word, turned=True)
        elif not (roles.keys() & {"stop", "not", "idle", "break"}) and stemmed[0].isalpha():
            if len(stemmed) > 1:
                self._term(stemmed, word, turned=False)

    def _name(self, name: str, word: str, before: str) -> None:
        self.names.append(name)
        self.terms.append(name)
        self.words.setdefault(name, word)
        if before == "by":
            self.by.add(name)

    def _term(self, term: str, word: str, *, turned: bool) -> None:
        sign = "-" if turned != bool(self.turned) else "+"
        self.turned = max(0, self.turned - 1)
        self.terms.append(term)
        self.signs.setdefault(term, set()).add(sign)
        self.words.setdefault(term, word)


def _asks(said: Sequence[str]) -> str:
    first = said[0] if said else ""
    questioned = said[-1:] == ["?"]
    if first in WH or (questioned and WH & set(said)):
        return "wh"
    if first in ASKING and (questioned or len(said) > 2):
        return "yes_no"
    return "yes_no" if questioned else ""


def _asserts(said: Sequence[str]) -> bool:
    """Whether any word looks like a finite verb; a search phrase has none."""
    return any(word in FINITE or word.endswith("ed") and len(word) > 4 for word in said) or len(said) > 7
