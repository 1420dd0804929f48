"""Compare what goes with what: each figure and name with the clause that the record has it in."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.compare.alignment import Alignment
from factcheck.compare.figures import KINDS, is_aside
from factcheck.compare.profile import Held, Phrase
from factcheck.compare.reason import Effect, Reason
from factcheck.text.contexts import MEASURES
from factcheck.text.related import is_people

if TYPE_CHECKING:
    from factcheck.text.units import Unit

BESIDE = {("word", "figure"), ("figure", "word")}
BOUND = frozenset({"figure", "name"})


def binding_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query puts together what the record says of two things.

    That is so where the record tells them apart: one rose to 11,600 while another fell
    by 450, so neither fell to 11,600.
    """
    yield from _measures(alignment)
    yield from _next_to_another(alignment)
    yield from _borrowed(alignment)
    yield from _crossed(alignment)
    yield from _of_another(alignment)


def _measures(alignment: Alignment) -> Iterator[Reason]:
    for unit, held in alignment.met:
        ours, theirs = unit.operators & MEASURES, held.operators & MEASURES
        if unit.figure is not None and ours and theirs and ours != theirs:
            said = alignment.query.figures[unit.figure].text
            sure = "by" not in theirs and not is_aside(unit, {held.clause}, alignment)
            effect = Effect.CONTRADICTS if sure else Effect.OPENS
            yield Reason("number", f"{min(ours)} {said}", f"{min(theirs)} {said}", effect)


def _next_to_another(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a figure beside a word beside which the record has only others."""
    for first, second in pairwise(alignment.pairs):
        if first.held and second.held and (first.unit.kind, second.unit.kind) in BESIDE:
            pair = (first.held.key, second.held.key)
            figure = first.unit.figure if first.unit.kind == "figure" else second.unit.figure
            number = first if first.unit.kind == "figure" else second
            if figure is None or number.unit.operators & MEASURES:
                continue
            if number.here and len([one for one in alignment.phrase.held if one.key[0] == "#"]) < 2:
                continue
            others = _others(pair, alignment, at=number is second)
            if others:
                said = alignment.query.figures[figure].text
                known = {f"#{one.value:g}": one.said for one in alignment.claim.figures}
                effect = Effect.OPENS if number.here else Effect.CONTRADICTS
                yield Reason("number", said, known[others[0]], effect)


def _others(pair: tuple[str, str], alignment: Alignment, *, at: bool) -> list[str]:
    """Return the figures of one kind that stand there by the same word; none if this one does."""
    claim = alignment.claim
    found = [one[at] for one in claim.neighbours if one[not at] == pair[not at]]
    units = {f"#{one.value:g}": one.unit in KINDS and one.unit for one in claim.figures}
    figures = [one for one in found if one in units and units[one] == units.get(pair[at])]
    return [] if pair[at] in figures else figures


def _borrowed(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a name, figure or people of other wordings where this has its own."""
    own = {_sort(one.key, one.said) for one in alignment.unsaid}
    for unit, held, here in alignment.pairs:
        if held and not here and held.key not in alignment.claim.speaker:
            sort = _sort(held.key, unit.said)
            if sort and sort in own:
                yield Reason("role", unit.said, "", Effect.OPENS)


def _sort(key: str, said: str) -> str:
    """Return whether something is a name, a figure or people; empty for anything else."""
    if key[0] in "@#":
        return key[0]
    return "people" if is_people(said.rpartition(" ")[2]) else ""


def _crossed(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a figure or name whose clause in the record is of something else."""
    together: dict[int, dict[str, tuple[Unit, Held]]] = {}
    for unit, held, here in alignment.pairs:
        if held and here:
            together.setdefault(unit.clause, {}).setdefault(held.key, (unit, held))
    for clause in together.values():
        for unit, held in clause.values():
            others = (other for _, other in clause.values())
            if unit.kind in BOUND and any(_parted(held, one, alignment) for one in others):
                yield Reason("role", unit.said, "", Effect.OPENS)
                return


def _parted(held: Held, other: Held, alignment: Alignment) -> bool:
    """Whether the record has the two in clauses apart, and beside `other` one like `held`."""
    clauses = _clauses(held, alignment.phrase)
    apart = clauses.isdisjoint(_clauses(other, alignment.phrase))
    return apart and _rivals(held, other, alignment)


def _clauses(held: Held, phrase: Phrase) -> set[int]:
    return {one.clause for one in phrase.by_key.get(held.key, ())}


def _rivals(held: Held, other: Held, alignment: Alignment) -> bool:
    """Whether the record's clause of `other` has another of the kind of `held`."""
    theirs = _clauses(other, alignment.phrase)
    return any(
        one.key[0] == held.key[0] and one.clause in theirs and one.key != held.key
        for one in alignment.phrase.held
    )


def _of_another(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a word that other wordings have, each in a clause on somebody else."""
    ours = {held.key for _, held in alignment.met if held.key[0] == "@"}
    if not ours - alignment.claim.speaker:
        return
    for pair in alignment.pairs:
        if pair.held and not pair.here and pair.unit.kind == "word":
            homes = _homes(pair.held.key, alignment)
            if homes and all(names and names.isdisjoint(ours) for names in homes):
                yield Reason("role", pair.unit.said, "", Effect.OPENS)


def _homes(key: str, alignment: Alignment) -> list[set[str]]:
    """Return for each clause of the claim's wordings that has a word the names in it."""
    claim = alignment.claim
    return [
        {
            one.key
            for one in phrase.held
            if one.key[0] == "@" and one.clause == held.clause and one.key not in claim.speaker
        }
        for phrase in claim.phrases
        for held in phrase.by_key.get(key, ())
    ]
