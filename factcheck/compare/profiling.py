"""Make the profile of a claim."""

from collections.abc import Iterator, Sequence
from math import isclose
from typing import Any

from factcheck.compare.figures import rate
from factcheck.compare.profile import Profile, Recorded, Standing
from factcheck.record import Claim, Figure, noted
from factcheck.text.dates import edtf_dates
from factcheck.text.reading import DURATIONS, Reader, Reading, key
from factcheck.text.sides import Side
from factcheck.text.verbs import is_verb

HEDGE = {"estimate": "about"}
CURRENCIES = {"gbp": "money", "usd": "dollars", "eur": "euros"}


def supporting_texts(claim: Claim) -> list[str]:
    """Return the texts that say what the claim says: statement, wordings, quotations."""
    return [claim.statement, *claim.wordings, *(quote.text for quote in claim.quotations)]


def profile(claim: Claim, reader: Reader) -> Profile:
    """Return `claim` as the comparison sees it."""
    texts = supporting_texts(claim)
    readings = [reader.read(text) for text in texts]
    stated = edtf_dates(claim.date)
    hands = _hands(claim, reader)
    years = stated.years.union(*(_dated(r, "y") for r in readings))
    return Profile(
        {
            "phrases": [_phrase(t, r) for t, r in zip(texts, readings, strict=True)],
            "traps": [_phrase(text, reader.read(text)) for text in noted(claim)],
            "corrections": [m.correction for m in claim.misreadings],
            "notes": [boundary.note for boundary in claim.boundaries],
            "standing": _standing(claim),
            "accuser": _accuser(claim, reader),
            "speaker": sorted({term for term in hands.terms if term[0] == "@"}),
            "kinds": dict(kind for one in (*readings, hands) for kind in one.kinds.items()),
            "worded": bool(claim.wordings),
            "figures": _figures(claim, readings, reader),
            "years": sorted(years),
            "months": sorted(stated.months.union(*(_dated(r, "m") for r in readings))),
            "places": [f"{quote.source} {quote.paragraph}" for quote in claim.quotations],
        }
    )


def _accuser(claim: Claim, reader: Reader) -> list[str]:
    """Return the names, or else the words, for who makes an allegation."""
    if claim.kind != "allegation":
        return []
    return _names(claim.asserted_by, reader) or [*reader.read(claim.asserted_by or "").terms]


def _hands(claim: Claim, reader: Reader) -> Reading:
    """Return who asserts a claim, through whom, and who speaks in its quotations."""
    speakers = (quotation.speaker for quotation in claim.quotations)
    return reader.read(", ".join((claim.asserted_by or "", *claim.through, *speakers)))


def _phrase(text: str, reading: Reading) -> dict[str, Any]:
    keys = [key(unit, reading) for unit in reading.units]
    return {
        "text": text,
        "held": [
            [key(u, reading), u.said, *u[4:8], sorted(u.operators), u.put] for u in reading.units
        ],
        "deeds": [[one.actor, one.role, one.verb] for one in reading.deeds],
        "sides": [_side(one, reading) for one in reading.sides],
        "hangs": reading.dependencies.found,
        "acts": reading.dependencies.acts,
        "counts": dict(_counts(reading)),
        "whole": reading.whole,
        "loose": len(reading.loose),
        "states": reading.asserts and not reading.asks,
        "moods": dict(reading.moods),
        "relations": [
            [one.kind, one.word, *([keys[place] for place in side] for side in one[2:])]
            for one in reading.relations
        ],
    }


def _counts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each figure with what it counts, if that is one word.

    `100,000 child abuse cases` counts no children, but `a 12-point list` its points.
    """
    units, said = reading.units, reading.said
    for place, unit in enumerate(units):
        joined = False
        if units[place + 2 : place + 3]:
            first, second = units[place + 1 : place + 3]
            adjoin = second.at == first.end and not is_verb(said, second.at)
            joined = adjoin and "-" not in said[unit.end : first.at]
        if unit.figure is not None and not joined:
            yield key(unit, reading), reading.figures[unit.figure].unit


def _side(side: Side, reading: Reading) -> list[Any]:
    keys = [key(unit, reading) for unit in reading.units]
    return [side.verb, [keys[place] for place in side.does], [keys[place] for place in side.done]]


def _dated(reading: Reading, letter: str) -> set[int]:
    dates = (unit.term for unit in reading.units if unit.kind == "date")
    return {int(term[1:]) for term in dates if term[0] == letter}


def _names(text: str | None, reader: Reader) -> list[str]:
    """Return the names in `text`; most claims have nothing to read there."""
    return [t for t in reader.read(text).terms if t[0] == "@"] if text else []


def _standing(claim: Claim) -> Standing:
    if claim.withdrawn:
        return "withdrawn"
    return "reviewed" if claim.reviews else "curated"


def _figures(claim: Claim, readings: Sequence[Reading], reader: Reader) -> list[Recorded]:
    """Return the claim's figures as data, and of its texts' those that count something else.

    A wording may give the rest of a share, or how long a span is; it says nothing
    against the figure that the source gives.
    """
    found = [_figure(figure, readings, reader) for figure in claim.figures]
    known = {(one.value, one.unit) for one in found}
    for reading in readings:
        for at, one in enumerate(reading.figures):
            if (one.value, one.unit) not in known:
                known.add((one.value, one.unit))
                if one.value not in {figure.value for figure in found}:
                    per = next(rate(reading, u) for u in reading.units if u.figure == at)
                    known_as = (one.value, one.unit, one.precision, per, one.text)
                    found.append(Recorded(*known_as, curated=False))
    return found


def _figure(figure: Figure, readings: Sequence[Reading], reader: Reader) -> Recorded:
    precision = HEDGE.get(figure.precision, figure.precision)
    unit, value = figure.unit.split()[0].lower(), figure.value
    if unit == "share" or unit in CURRENCIES:
        unit = CURRENCIES.get(unit, unit)
    elif unit in DURATIONS:
        value *= DURATIONS[unit]
        unit = "ago" if figure.unit.endswith(" ago") else "duration"
    else:
        unit = reader.senses.term(unit)
    worded = (f.text for r in readings for f in r.figures if isclose(f.value, value, rel_tol=0.01))
    said = next(worded, f"{value:g}")
    return Recorded(value, unit, precision, figure.per or "", said, curated=True)
