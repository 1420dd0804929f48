"""A claim as the comparison sees it: everything that its own wordings allow.

Made once, when a corpus is compiled; `to_json` and `from_json` carry it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.record import Claim, Figure
from factcheck.text.dates import edtf_dates
from factcheck.text.reading import DURATIONS, Reader, Reading

HEDGE = {"estimate": "about"}
SOME, MOST = 0, 2
"""Steps of the quantifier scale that a share stands for."""
Recorded = tuple[float, str, str]
"""Value, unit and precision of a figure."""


class Trap(NamedTuple):
    """A misreading as the comparison sees it.

    Attributes:
        text: Its words.
        terms: Its terms in order.
        keys: Its terms, and its figures and dates as `#1400` and `y2014`.
        own: Those of the keys that no supporting wording of the claim has.
        signs: As in `Reading`.
        number: Which of the claim's misreadings it is, from 0.
    """

    text: str
    terms: tuple[str, ...]
    keys: frozenset[str]
    own: frozenset[str]
    signs: Mapping[str, str]
    number: int


class Profile(NamedTuple):
    """What a claim's statement, wordings and quotations say, taken together.

    Attributes:
        keys: Every term of every phrase, and its figures and dates as `#1400` and
            `y2014`.
        texts: The words of each supporting wording: the statement, the wordings,
            then the quotations.
        phrases: The keys of each of them.
        turning: The share of them in which something is turned round.
        traps: Its misreadings.
        signs: For each term in how many phrases it is stated, and in how many
            turned round.
        figures: Value, unit and precision of each figure.
        years, months: All that the claim names.
        alone: The years that it names otherwise than as an end of a span.
        names: All names in it, and who asserts it.
        core: Names that at least half of the phrases have, and who asserts it.
        speaker: The names in `asserted_by`.
        places: Source and paragraph of each quotation.
        orders: In how many phrases the first of two names acts before the second,
            as `first second`.
        rivals: For each group of words that exclude one another, those it has and
            the word for each.
        steps: For each scale, the lowest and the highest step in any phrase.
    """

    keys: frozenset[str]
    texts: frozenset[str]
    phrases: tuple[frozenset[str], ...]
    turning: float
    traps: tuple[Trap, ...]
    signs: Mapping[str, tuple[int, int]]
    figures: tuple[Recorded, ...]
    years: frozenset[int]
    alone: frozenset[int]
    months: frozenset[int]
    names: frozenset[str]
    core: frozenset[str]
    speaker: frozenset[str]
    places: frozenset[str]
    orders: Mapping[str, int]
    rivals: Mapping[str, Mapping[str, str]]
    steps: Mapping[str, tuple[int, int]]

    def to_json(self) -> dict[str, Any]:
        """Return the profile as JSON-ready data."""
        data: dict[str, Any] = _listed(self)
        return data


def from_json(data: Mapping[str, Any]) -> Profile:
    """Return the profile that `to_json` wrote."""
    return Profile(
        frozenset(data["keys"]),
        frozenset(data["texts"]),
        tuple(map(frozenset, data["phrases"])),
        data["turning"],
        tuple(
            Trap(
                trap["text"],
                tuple(trap["terms"]),
                frozenset(trap["keys"]),
                frozenset(trap["own"]),
                trap["signs"],
                trap["number"],
            )
            for trap in data["traps"]
        ),
        {term: (plus, minus) for term, (plus, minus) in data["signs"].items()},
        tuple((f[0], f[1], f[2]) for f in data["figures"]),
        frozenset(data["years"]),
        frozenset(data["alone"]),
        frozenset(data["months"]),
        frozenset(data["names"]),
        frozenset(data["core"]),
        frozenset(data["speaker"]),
        frozenset(data["places"]),
        data["orders"],
        data["rivals"],
        {scale: (low, high) for scale, (low, high) in data["steps"].items()},
    )


def supporting_texts(claim: Claim) -> list[str]:
    """Return the texts that say what the claim says: statement, wordings, quotations."""
    return [claim.statement, *claim.wordings, *(quote.text for quote in claim.quotations)]


def profile(claim: Claim, reader: Reader) -> Profile:
    """Return `claim` as the comparison sees it."""
    readings = [reader.read(text) for text in supporting_texts(claim)]
    stated = edtf_dates(claim.date)
    own = claim.asserted_by == claim.quotations[0].speaker and not claim.through
    speaker = reader.read("" if own else claim.asserted_by)
    figures = _figures(claim, readings, reader)
    years = stated.years.union(*(r.years for r in readings))
    names = frozenset(speaker.names).union(*(r.names for r in readings))
    phrases = tuple(keyed(r) for r in readings)
    keys = names.union(*phrases)
    return Profile(
        keys=keys,
        texts=frozenset(r.text for r in readings),
        phrases=phrases,
        turning=sum(r.turns for r in readings) / len(readings),
        traps=tuple(
            _trap(reader.read(m.wording), keys, index) for index, m in enumerate(claim.misreadings)
        ),
        signs=_signs(readings),
        figures=tuple(dict.fromkeys(figures)),
        years=years,
        alone=(stated.years - stated.spans).union(*(r.years - r.spans for r in readings)),
        months=stated.months.union(*(r.months for r in readings)),
        names=names,
        core=_core(readings) | frozenset(speaker.names),
        speaker=frozenset(speaker.names),
        places=frozenset(f"{quote.source} {quote.paragraph}" for quote in claim.quotations),
        orders=Counter(" ".join(pair) for r in readings for pair in orders(r)),
        rivals=_rivals(readings),
        steps=_steps(readings, figures),
    )


def together(claims: Sequence[Profile]) -> Profile:
    """Return what `claims` say together, without their misreadings."""
    return Profile(
        frozenset().union(*(claim.keys for claim in claims)),
        frozenset().union(*(claim.texts for claim in claims)),
        tuple(phrase for claim in claims for phrase in claim.phrases),
        max(claim.turning for claim in claims),
        (),
        _added(claim.signs for claim in claims),
        tuple(figure for claim in claims for figure in claim.figures),
        frozenset().union(*(claim.years for claim in claims)),
        frozenset().union(*(claim.alone for claim in claims)),
        frozenset().union(*(claim.months for claim in claims)),
        frozenset().union(*(claim.names for claim in claims)),
        frozenset().union(*(claim.core for claim in claims)),
        frozenset().union(*(claim.speaker for claim in claims)),
        frozenset().union(*(claim.places for claim in claims)),
        sum((Counter(claim.orders) for claim in claims), Counter()),
        {group: members for claim in claims for group, members in claim.rivals.items()},
        _widest(claim.steps for claim in claims),
    )


def _added(signs: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    total: dict[str, tuple[int, int]] = {}
    for one in signs:
        for term, (plus, minus) in one.items():
            before = total.get(term, (0, 0))
            total[term] = (before[0] + plus, before[1] + minus)
    return total


def _widest(steps: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    total: dict[str, tuple[int, int]] = {}
    for one in steps:
        for scale, (low, high) in one.items():
            before = total.get(scale, (low, high))
            total[scale] = (min(before[0], low), max(before[1], high))
    return total


def keyed(reading: Reading) -> frozenset[str]:
    """Return a reading's terms, with its figures as `#1400` and its years as `y2014`."""
    figures = (f"#{figure.value:g}" for figure in reading.figures)
    return frozenset((*reading.terms, *figures, *(f"y{year}" for year in reading.years)))


def orders(reading: Reading) -> list[tuple[str, str]]:
    """Return the pairs of names such that the first acts before the second, or upon it."""
    actors, names = reading.actors, list(dict.fromkeys(reading.names))
    acting = [(a, b) for at, a in enumerate(actors) for b in actors[at + 1 :]]
    upon = [(a, b) for a in actors for b in names[names.index(a) + 1 :] if b not in actors]
    return acting + upon


def _figures(claim: Claim, readings: Sequence[Reading], reader: Reader) -> list[Recorded]:
    """Return the claim's figures as data, and of its wordings' those that count something else.

    A wording may give the rest of a share, or how long a span is; it says nothing
    against the figure that the source gives.
    """
    curated = [_figure(figure, reader) for figure in claim.figures]
    units = {unit for _, unit, _ in curated}
    worded = [(f.value, f.unit, f.precision) for r in readings for f in r.figures]
    return curated + [figure for figure in worded if figure[1] not in units]


def _figure(figure: Figure, reader: Reader) -> Recorded:
    precision = HEDGE.get(figure.precision, figure.precision)
    unit = figure.unit.split()[0].lower()
    if unit in {"share", "gbp"}:
        return figure.value, "money" if unit == "gbp" else unit, precision
    if unit in DURATIONS and figure.unit.endswith(" ago"):
        return figure.value * DURATIONS[unit], "ago", precision
    if unit in DURATIONS:
        return figure.value * DURATIONS[unit], "duration", precision
    return figure.value, reader.term(unit), precision


def _signs(readings: Iterable[Reading]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for reading in readings:
        for term, sign in reading.signs.items():
            plus, minus = found.get(term, (0, 0))
            found[term] = (plus + (sign == "+"), minus + (sign == "-"))
    return found


def _rivals(readings: Iterable[Reading]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for reading in readings:
        for group, members in reading.rivals.items():
            found[group] = {**members, **found.get(group, {})}
    return found


def _core(readings: Sequence[Reading]) -> frozenset[str]:
    often = Counter(name for reading in readings for name in set(reading.names))
    return frozenset(name for name, times in often.items() if 2 * times >= len(readings))


def _trap(reading: Reading, known: frozenset[str], number: int) -> Trap:
    keys = keyed(reading)
    return Trap(reading.text, reading.terms, keys, keys - known, reading.signs, number)


def _steps(readings: Iterable[Reading], figures: Iterable[Recorded]) -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = {}
    for value, unit, _ in figures:
        if unit == "share":
            found.setdefault("quantifier", []).append(MOST if value > 1 / 2 else SOME)
    for reading in readings:
        for scale, step in reading.steps.items():
            found.setdefault(scale, []).append(step)
    return {scale: (min(steps), max(steps)) for scale, steps in found.items()}


def _listed(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return {key: _listed(getattr(value, key)) for key in value._fields}
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(_listed(item) for item in value)
    return [_listed(item) for item in value] if isinstance(value, tuple) else value
