"""Read a text as the comparison sees it: its terms, names, figures, dates and signs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from factcheck.text.cleaning import clean
from factcheck.text.dates import dates
from factcheck.text.figures import Figure, figures, spelled_out
from factcheck.text.words import stem, tokens

Entry = tuple[list[str], str, str]
"""A phrase after its first stem, the role it plays, and what it stands for.

Roles: `same` (stands for the term), `opposite` (for its reverse), `name`,
`not`, `idle` (means nothing), `break` (ends the reach of a `not`), `scale`
(stands for `scale:step`), `rival` (for `group:member`), `speech`, `stop`.
"""
Table = dict[str, str]
"""Entries by `@` and their first word, and by their first stem, the longest first.

Each is a line `rest of the phrase<tab>role<tab>meaning`: plain text is read from
disk in a fraction of the time that nested lists take, and a look-up needs few.
"""

REACH = 2
"""How many terms after a `not` it turns round, unless the clause ends before."""

DURATIONS = {"day": 1 / 30, "days": 1 / 30, "week": 7 / 30, "weeks": 7 / 30}
DURATIONS |= {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "decade": 120.0}
STOPS = frozenset(".,;:!?")
WH = frozenset("who whom whose what which when where why how".split())
ASKING = frozenset("is are was were has have had do does did will would can could should".split())
FINITE = ASKING | frozenset(
    "be been being am shall may might must wants want need needs set got gave made took ran went "
    "said told knew saw led held kept left lost won met paid put sent sought spoke stood thought "
    "wrote became began broke brought built came chose cut drew fell felt found fought hid hit "
    "quit rose spent threw says tells calls denies backs gets makes takes gives goes comes".split()
)
MEANINGLESS = frozenset({"stop", "not", "idle", "break"})
DENYING = frozenset({"not", "never"})
ONLY = frozenset({"only", "just", "merely"})
GETTING = frozenset("get gets got getting take takes took receive received come comes came".split())
"""What one gets from somebody, that person gives."""
EVERY = 3
"""The last step of the quantifier scale."""
WORKS = frozenset("audit report review finding recommend studi".split())
"""Stems of what somebody makes: in `Casey's audit`, Casey does nothing."""


class Reading(NamedTuple):
    """A text as the comparison sees it.

    Attributes:
        terms: Stems and what they stand for, in order; stop words, figures and
            dates are not in it. A name is `@` and its words.
        text: Its words as said, figures in digits, joined by spaces.
        signs: `+` for each term that is stated, `-` for each that is turned
            round by a `not` shortly before it or stands for its opposite.
        turns: Whether anything in it is turned round.
        denied: Terms that directly follow `not` or `never`.
        lessened: Whether it says `only some`, or another quantity with `only`.
        names: The names, in order, as often as they stand.
        actors: Those of the names that do something, who acts first.
        figures: The figures, in order.
        years, spans, months: Dates that are named, as in `dates.Dates`.
        steps: For each scale, the highest step that the text reaches, from 0.
        rivals: For each group of words that exclude one another, its members here
            and the word for each.
        wants: What a question asks for: `duration`, `figure`, `date`, or empty.
        asks: `yes_no`, `wh`, or empty for a text that asks nothing.
        asserts: Whether it has a verb that makes it a statement.
        words: For each term, the word that it was read from.
    """

    text: str
    terms: tuple[str, ...]
    signs: Mapping[str, str]
    turns: bool
    denied: frozenset[str]
    lessened: bool
    names: tuple[str, ...]
    actors: tuple[str, ...]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    spans: frozenset[int]
    months: frozenset[int]
    steps: Mapping[str, int]
    rivals: Mapping[str, Mapping[str, str]]
    wants: str
    asks: str
    asserts: bool
    words: Mapping[str, str]


class Reader:
    """Reads texts with one table of senses."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take a table as `lexicon.table` makes it."""
        self._table: Table = lexicon["senses"]
        self._read: dict[str, list[Entry]] = {}
        self.kinds: Mapping[str, str] = lexicon["kinds"]
        self.paired = frozenset(lexicon["paired"])

    def knows(self, stemmed: str) -> bool:
        """Whether any phrase starts with a word of this stem."""
        return stemmed in self._table

    def senses(self, key: str) -> list[Entry]:
        """Return the phrases under `key`, the longest first."""
        if key not in self._read:
            rows = (line.split("\t") for line in self._table.get(key, "").splitlines())
            self._read[key] = [(rest.split(), role, meaning) for rest, role, meaning in rows]
        return self._read[key]

    def read(self, text: str) -> Reading:
        """Return what `text` says, as far as the comparison can see."""
        said = [token for token in tokens(spelled_out(clean(text))) if token != '"']
        counted, rest = figures(said)
        when, rest = dates(rest)
        walk = _Walk(self, rest)
        return Reading(
            " ".join(token for token in said if token[0].isalnum()),
            tuple(walk.terms),
            walk.signs,
            walk.turns,
            frozenset(walk.denied),
            walk.lessened,
            tuple(walk.names),
            tuple(dict.fromkeys((*walk.agents, *walk.actors))),
            tuple(self._unified(figure) for figure in counted),
            when.years,
            when.spans,
            when.months,
            walk.steps,
            walk.rivals,
            _wants(said),
            _asks(said),
            _asserts(said),
            walk.words,
        )

    def _unified(self, figure: Figure) -> Figure:
        """Put a duration in months, and any other unit under the word that stands for it."""
        if figure.unit in {"share", "money"}:
            return figure
        unit, _, ago = figure.unit.partition(" ")
        if ago and unit in DURATIONS:
            return figure._replace(value=figure.value * DURATIONS[unit], unit="ago")
        if figure.unit in DURATIONS:
            precision = "exact" if figure.precision == "over" else figure.precision
            value = figure.value * DURATIONS[figure.unit]
            return figure._replace(value=value, unit="duration", precision=precision)
        return figure._replace(unit=self.term(figure.unit))

    def term(self, word: str) -> str:
        """Return the term that a single word is read as."""
        if not word:
            return ""
        _, roles = self.match([word], [stem(word)], 0)
        return roles.get("same") or roles.get("opposite") or stem(word)

    def match(
        self, said: Sequence[str], stemmed: Sequence[str], at: int
    ) -> tuple[int, dict[str, str]]:
        """Return the longest known phrase at `at`: its length in tokens, and its roles."""
        best: tuple[int, dict[str, str]] = (0, {})
        for words, key in ((said, f"@{said[at]}"), (stemmed, stemmed[at])):
            entries = self.senses(key)
            for rest, _, _ in entries:
                size = 1 + len(rest)
                if size < best[0]:
                    break
                if not rest or words[at + 1 : at + size] == rest:
                    roles = {role: meaning for r, role, meaning in entries if r == rest}
                    known = best[1] if size == best[0] else {}
                    best = (
                        size,
                        known if "same" in known or "opposite" in known else {**roles, **known},
                    )
                    break
        return best if best[0] else (1, {})


class _Walk:
    """One walk over a text's tokens."""

    def __init__(self, reader: Reader, said: list[str]) -> None:
        self.reader = reader
        self.terms: list[str] = []
        self.signs: dict[str, str] = {}
        self.names: list[str] = []
        self.actors: list[str] = []
        self.agents: list[str] = []
        self.steps: dict[str, int] = {}
        self.rivals: dict[str, dict[str, str]] = {}
        self.words: dict[str, str] = {}
        self.turned = 0
        self.turns = False
        self.denied: set[str] = set()
        self.denies = False
        self.lessened = False
        self.before = ""
        self.said, self.stemmed = said, [stem(token) for token in said]
        at = 0
        while at < len(said):
            size, roles = reader.match(said, self.stemmed, at)
            self._take(roles, at, size)
            self._mark(roles, " ".join(said[at : at + size]))
            self.denies = said[at] in DENYING or (self.denies and "stop" in roles)
            at += size

    def _mark(self, roles: Mapping[str, str], word: str) -> None:
        """Note the scale, the rivals and the turning that the phrase stands for."""
        if "scale" in roles:
            scale, step = roles["scale"].split(":")
            self.steps[scale] = max(self.steps.get(scale, 0), int(step))
        if word in {"any", "single"} and self.turns:
            self.steps["quantifier"] = EVERY  # "not recorded for any" speaks of them all
        if "rival" in roles:
            group, member = roles["rival"].split(":")
            self.rivals.setdefault(group, {})[member] = word
        self.turns |= "not" in roles or "opposite" in roles
        self.lessened |= roles.get("scale", "").startswith("quantifier") and self.before in ONLY
        self.before = word
        if "not" in roles:
            self.turned = REACH
        elif "break" in roles or word in STOPS:
            self.turned = 0

    def _take(self, roles: Mapping[str, str], at: int, size: int) -> None:
        stemmed, word = self.stemmed[at], " ".join(self.said[at : at + size])
        if "name" in roles:
            self._name(roles["name"], at, size)
        elif "same" in roles:
            self._term(roles["same"], word, opposite=False)
        elif "opposite" in roles:
            self._term(roles["opposite"], word, opposite=True)
        elif not roles.keys() & MEANINGLESS and len(stemmed) > 1 and stemmed[0].isalpha():
            self._term(stemmed, word, opposite=False)

    def _name(self, name: str, at: int, size: int) -> None:
        self.names.append(name)
        self.terms.append(name)
        self.words.setdefault(name, " ".join(self.said[at : at + size]))
        self.signs.setdefault(name, "-" if self.turned else "+")
        before = self.said[at - 1] if at else ""
        after = self.said[at + size : at + size + 2]
        spoken = self.said[max(0, at - 2) : at] == ["according", "to"] or self._speaks(at + size)
        given = before == "from" and not GETTING.isdisjoint(self.said[:at])
        if before == "by" or given or spoken:
            self.agents.append(name)
        elif after[:1] != ["'"] and not WORKS & set(self.stemmed[at + size : at + size + 1]):
            self.actors.append(name)

    def _speaks(self, at: int) -> bool:
        entries = self.reader.senses(f"@{self.said[at]}") if at < len(self.said) else []
        return any(role == "speech" for _, role, _ in entries)

    def _term(self, term: str, word: str, *, opposite: bool) -> None:
        self.terms.append(term)
        self.words.setdefault(term, word)
        self.signs.setdefault(term, "-" if opposite != bool(self.turned) else "+")
        if self.denies and not opposite:
            self.denied.add(term)
        self.turned = max(0, self.turned - 1)


def _wants(said: Sequence[str]) -> str:
    pairs = set(pairwise(said))
    if ("how", "long") in pairs:
        return "duration"
    if ("how", "many") in pairs or ("how", "much") in pairs:
        return "figure"
    return "date" if said[:1] == ["when"] else ""


def _asks(said: Sequence[str]) -> str:
    first = said[0] if said else ""
    questioned = said[-1:] == ["?"]
    if first in WH or (questioned and WH & set(said)):
        return "wh"
    if first in ASKING and (questioned or len(said) > 2):
        return "yes_no"
    return "yes_no" if questioned else ""


def _asserts(said: Sequence[str]) -> bool:
    """Whether any word looks like a finite verb, as no search phrase has one."""
    verb = any(word in FINITE or (word.endswith("ed") and len(word) > 4) for word in said)
    return verb or len(said) > 7
