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


class Trap(NamedTuple):
    """A misreading as the comparison sees it.

    Attributes:
        terms: Its terms.
        own: Those that no supporting wording of the claim has, figures and
            dates as `#1400` and `y2014` among them.
        signs: As in `Reading`.
        index: Which of the claim's misreadings it is, from 0.
    """

    terms: frozenset[str]
    own: frozenset[str]
    signs: Mapping[str, str]
    index: int


class Profile(NamedTuple):
    """What a claim's statement, wordings and quotations say, taken together.

    Attributes:
        phrases: The terms of each supporting wording: the statement, the
            wordings, then the quotations.
        traps: Its misreadings.
        signs: For each term the signs it has in any of the phrases.
        figures: Value, unit and precision of each figure.
        years, months: All that the claim names; a span holds every year in it.
        names: All names in it, and who asserts it.
        core: Names that at least half of the phrases have, and who asserts it.
        speaker: The names in `asserted_by`.
        orders: Pairs of names such that the first acts on, or speaks of, the second.
        steps: For each scale, the lowest and the highest step in any phrase.
    """

    phrases: tuple[frozenset[str], ...]
    traps: tuple[Trap, ...]
    signs: Mapping[str, str]
    figures: tuple[tuple[float, str, str], ...]
    years: frozenset[int]
    months: frozenset[int]
    names: frozenset[str]
    core: frozenset[str]
    speaker: frozenset[str]
    orders: frozenset[tuple[str, str]]
    steps: Mapping[str, tuple[int, int]]

    @property
    def terms(self) -> frozenset[str]:
        """Every term of every phrase."""
        return frozenset(self.signs) | self.names

    def to_json(self) -> dict[str, Any]:
        """Return the profile as JSON-ready data."""
        data: dict[str, Any] = _listed(self)
        return data


def from_json(data: Mapping[str, Any]) -> Profile:
    """Return the profile that `to_json` wrote."""
    return Profile(
        tuple(map(frozenset, data["phrases"])),
        tuple(
            Trap(frozenset(t["terms"]), frozenset(t["own"]), t["signs"], t["index"])
            for t in data["traps"]
        ),
        data["signs"],
        tuple((f[0], f[1], f[2]) for f in data["figures"]),
        frozenset(data["years"]),
        frozenset(data["months"]),
        frozenset(data["names"]),
        frozenset(data["core"]),
        frozenset(data["speaker"]),
        frozenset((a, b) for a, b in data["orders"]),
        {scale: (low, high) for scale, (low, high) in data["steps"].items()},
    )


def supporting_texts(claim: Claim) -> list[str]:
    """Return the texts that say what the claim says: statement, wordings, quotations."""
    return [claim.statement, *claim.wordings, *(quote.text for quote in claim.quotations)]


def profile(claim: Claim, reader: Reader) -> Profile:
    """Return `claim` as the comparison sees it."""
    readings = [reader.read(text) for text in supporting_texts(claim)]
    stated = edtf_dates(claim.date)
    speaker = reader.read(claim.asserted_by)
    figures = [(f.value, f.unit, f.precision) for r in readings for f in r.figures]
    figures += [
        _figure(figure, reader) for figure in claim.figures
    ]
    years = stated.years.union(*(r.years for r in readings))
    own = _signs(readings)
    keys = frozenset(own).union(*(keyed(r) for r in readings))
    return Profile(
        phrases=tuple(frozenset(r.terms) for r in readings),
        traps=tuple(
            _trap(reader.read(m.wording), keys, index) for index, m in enumerate(claim.misreadings)
        ),
        signs=own,
        figures=tuple(dict.fromkeys(figures)),
        years=years,
        months=stated.months.union(*(r.months for r in readings)),
        names=frozenset(speaker.names).union(*(r.names for r in readings)),
        core=_core(readings) | frozenset(speaker.names),
        speaker=frozenset(speaker.names),
        orders=frozenset(pair for r in readings for pair in orders(r)),
        steps=_steps(readings),
    )


def keyed(reading: Reading) -> frozenset[str]:
    """Return a reading's terms, with its figures as `#1400` and its years as `y2014`."""
    figures = (f"#{figure.value:g}" for figure in reading.figures)
    return frozenset((*reading.terms, *figures, *(f"y{year}" for year in reading.years)))


def orders(reading: Reading) -> list[tuple[str, str]]:
    """Return who acts on whom: names in order, turned round where the second follows `by`."""
    names = list(dict.fromkeys(reading.names))
    pairs = [(a, b) for at, a in enumerate(names) for b in names[at + 1 :]]
    return [(b, a) if b in reading.by else (a, b) for a, b in pairs]


def _figure(figure: Figure, reader: Reader) -> tuple[float, str, str]:
    precision = HEDGE.get(figure.precision, figure.precision)
    unit = figure.unit.split()[0].lower()
    if unit in {"share", "gbp"}:
        return figure.value, "money" if unit == "gbp" else unit, precision
    if unit in DURATIONS:
        return figure.value * DURATIONS[unit], "duration", precision
    return figure.value, reader.term(unit), precision


def _signs(readings: Iterable[Reading]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for reading in readings:
        for term, signs in reading.signs.items():
            found.setdefault(term, set()).update(signs)
    return {term: "".join(sorted(signs)) for term, signs in found.items()}


def _core(readings: Sequence[Reading]) -> frozenset[str]:
    often = Counter(name for reading in readings for name in set(reading.names))
    return frozenset(name for name, times in often.items() if 2 * times >= len(readings))


def _trap(reading: Reading, keys: frozenset[str], index: int) -> Trap:
    own = keyed(reading)
    return Trap(own, own - keys, reading.signs, index)


def _steps(readings: Iterable[Reading]) -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = {}
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
