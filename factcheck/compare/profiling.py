"""Make a claim's profile from its statement, wordings, quotations and figures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.compare.ordering import FEW_WORDINGS, ordered
from factcheck.compare.profile import Phrase, Profile, Recorded, Standing, Trap, keyed
from factcheck.compare.signs import denies
from factcheck.record import Claim, Figure, Misreading
from factcheck.text.dates import edtf_dates
from factcheck.text.reading import DURATIONS, Reader, Reading

HEDGE = {"estimate": "about"}
CURRENCIES = {"gbp": "money", "usd": "dollars", "eur": "euros"}
MOST_TEXTS = 0.8
"""What is said by so many of a claim's texts has no other word, or the claim is about it."""
SWAPPING = frozenset({"direction", "object", "person", "speaker"})
"""What a wording may differ in that has a claim's words in another order."""
SOME, MOST = 0, 2
"""Steps of the quantifier scale that a share stands for."""


def supporting_texts(claim: Claim) -> list[str]:
    """Return the texts that say what the claim says: statement, wordings, quotations."""
    return [claim.statement, *claim.wordings, *(quote.text for quote in claim.quotations)]


def profile(claim: Claim, reader: Reader) -> Profile:
    """Return `claim` as the comparison sees it."""
    readings = [reader.read(text) for text in supporting_texts(claim)]
    stated = edtf_dates(claim.date)
    own = claim.quotations and claim.asserted_by == claim.quotations[0].speaker
    speaker = _names("" if own and not claim.through else claim.asserted_by or "", reader)
    figures = _figures(claim, readings, reader)
    years = stated.years.union(*(r.years for r in readings))
    hands = _names(", ".join((*claim.through, *(q.speaker for q in claim.quotations))), reader)
    names = frozenset((*speaker, *hands)).union(*(r.names for r in readings))
    sparse = len(claim.wordings) < FEW_WORDINGS and not claim.reviews
    phrases = tuple(
        Phrase(keyed(r), r.nots, r.reversed, r.steps, ordered(r) if sparse else ())
        for r in readings
    )
    keys = names.union(*(phrase.keys for phrase in phrases))
    traps = tuple(
        _trap(misreading, reader, keys, index) for index, misreading in enumerate(claim.misreadings)
    )
    return Profile(
        keys=keys,
        reach=keys.union(*(trap.own for trap in traps)),
        texts=frozenset(r.text for r in readings),
        phrases=phrases,
        standing=_standing(claim),
        accuser=frozenset(
            _names(claim.asserted_by or "" if claim.kind == "allegation" else "", reader)
        ),
        worded=bool(claim.wordings),
        turning=sum(map(denies, readings)) / len(readings),
        traps=traps,
        signs=_signs(readings),
        figures=tuple(dict.fromkeys(figures)),
        years=years,
        alone=stated.alone.union(*(r.alone for r in readings)),
        months=stated.months.union(*(r.months for r in readings)),
        names=names,
        core=_core(readings) | frozenset(speaker),
        speaker=frozenset(speaker),
        places=frozenset(f"{quote.source} {quote.paragraph}" for quote in claim.quotations),
        deeds=Counter(deed for r in readings for deed in r.deeds),
        rivals=_rivals(readings),
        steps=_steps(readings, figures),
        mostly={} if sparse else _mostly(readings),
    )


def _names(text: str, reader: Reader) -> tuple[str, ...]:
    """Return the names in `text`; most claims have nothing to read there."""
    return reader.read(text).names if text else ()


def _standing(claim: Claim) -> Standing:
    if claim.withdrawn:
        return "withdrawn"
    return "reviewed" if claim.reviews else "curated"


def _figures(claim: Claim, readings: Sequence[Reading], reader: Reader) -> list[Recorded]:
    """Return the claim's figures as data, and of its wordings' those that count something else.

    A wording may give the rest of a share, or how long a span is; it says nothing
    against the figure that the source gives.
    """
    curated = [_figure(figure, reader) for figure in claim.figures]
    units = {unit for _, unit, _ in curated}
    hedges = {value: precision for value, _, precision in curated}
    worded = [
        (f.value, f.unit, hedges.get(f.value, f.precision)) for r in readings for f in r.figures
    ]
    return curated + [figure for figure in worded if figure[1] not in units]


def _figure(figure: Figure, reader: Reader) -> Recorded:
    precision = HEDGE.get(figure.precision, figure.precision)
    unit = figure.unit.split()[0].lower()
    if unit == "share" or unit in CURRENCIES:
        return figure.value, CURRENCIES.get(unit, unit), precision
    if unit in DURATIONS and figure.unit.endswith(" ago"):
        return figure.value * DURATIONS[unit], "ago", precision
    if unit in DURATIONS:
        return figure.value * DURATIONS[unit], "duration", precision
    return figure.value, reader.senses.term(unit), precision


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


def _mostly(readings: Sequence[Reading]) -> dict[str, float]:
    """Return the terms but names that most of a claim's texts have, and how many of them do."""
    often = Counter(term for reading in readings for term in {*reading.terms})
    shares = {term: round(times / len(readings), 3) for term, times in often.items()}
    return {term: share for term, share in shares.items() if share >= MOST_TEXTS and term[0] != "@"}


def _core(readings: Sequence[Reading]) -> frozenset[str]:
    often = Counter(name for reading in readings for name in set(reading.names))
    return frozenset(name for name, times in often.items() if 2 * times >= len(readings))


def _trap(misreading: Misreading, reader: Reader, known: frozenset[str], number: int) -> Trap:
    reading = reader.read(misreading.wording)
    keys = keyed(reading)
    return Trap(
        reading.text,
        reading.terms,
        keys,
        keys - known,
        reading.signs,
        reading.steps,
        number,
        misreading.differs in SWAPPING,
    )


def _steps(readings: Iterable[Reading], figures: Iterable[Recorded]) -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = {}
    for value, unit, _ in figures:
        if unit == "share":
            found.setdefault("quantifier", []).append(MOST if value > 1 / 2 else SOME)
    for reading in readings:
        for scale, step in reading.steps.items():
            found.setdefault(scale, []).append(step)
    return {scale: (min(steps), max(steps)) for scale, steps in found.items()}
