"""Compare of whom, where and when something is said, and what a query adds."""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.alignment import Alignment
from factcheck.compare.figures import PERIODS, rate
from factcheck.compare.reason import Effect, Reason
from factcheck.text.reading import DURATIONS
from factcheck.text.related import is_people
from factcheck.text.units import Unit

BORROWED = 2 / 3
"""More of a text than this may not come from wordings other than the one it is laid beside: words
of many wordings together say what none of them does."""


GENERIC = frozenset(
    (who, "who") for who in "those anyone anybody everyone everybody people".split()
)


def added_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each word that the record hasn't, or has only here and there."""
    speaker = alignment.claim.speaker
    away = [p.unit for p in alignment.pairs if p.held and not p.here and p.held.key not in speaker]
    scattered = away if len(away) > BORROWED * len(alignment.pairs) else []
    rated = any(rate(alignment.query, u) for u in alignment.query.units if u.figure is not None)
    for unit in (*alignment.open, *scattered):
        if rated and unit.said.split()[-1] in PERIODS:
            continue  # the rule for rates tells of it
        if unit.said in DURATIONS and _is_counted(unit, alignment):
            continue  # and that for figures of this
        if unit.kind == "word":
            yield Reason("added", unit.said, "", Effect.OPENS)


def _is_counted(unit: Unit, alignment: Alignment) -> bool:
    """Whether a figure stands right before a unit."""
    return any(u.figure is not None and u.end == unit.at for u in alignment.query.units)


def scope_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query names nothing of what limits the claim."""
    yield from _widened(alignment)
    core = alignment.claim.core
    named = any(held.key[0] == "@" for _, held in alignment.met) or _is_told_who(alignment)
    if core and not alignment.own and not named:
        limit = next(one.said for p in alignment.claim.phrases for one in p.held if one.key in core)
        yield Reason("scope", "", limit, Effect.OPENS)


def _widened(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if more are meant by `those who steal boats` than who steal old boats."""
    phrase, met = alignment.phrase, {held.key for _, held in alignment.met}
    if not GENERIC.intersection(pairwise(alignment.query.said)):
        return
    for one, other in pairwise(phrase.held):
        if one in phrase.qualifying and one.key not in met and other.key in met:
            yield Reason("scope", "", f"{one.said} {other.said}", Effect.OPENS)
            return


def _is_told_who(alignment: Alignment) -> bool:
    """Whether a text has the word that a name only explains: `the keeper, Pavel Rusk, fell`."""
    met = {held.key for _, held in alignment.met}
    return any(
        one.key in met and other.key in alignment.claim.core
        for one, other in pairwise(alignment.phrase.held)
        if is_people(one.said) and f"{one.said}, {other.said}" in alignment.phrase.text.lower()
    )
