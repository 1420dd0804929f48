"""Compare quantities that no figure gives: some, often, most, all, only."""

from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Held, Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.units import QUANTITIES, Unit

MOSTLY = 0.6
"""A word that so many of a claim's wordings limit by a quantity is not said without one."""
ALL = QUANTITIES.index("all")
OF_ALL = frozenset({"few", "most", "all"})
"""What is said of so many of the few that a word tells of isn't said of so many of all."""
LIMITING = frozenset({"some", "often", "most"})


def quantity_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each word of which the query says more, or leaves out the limit."""
    told: set[tuple[str, str]] = set()
    for unit, held, here in alignment.pairs:
        if not held or (held.key in alignment.claim.speaker and not here):
            continue  # `it was often full, Dorn said`
        ours, theirs = _step(unit.operators), _step(held.operators)
        name = (QUANTITIES[ours] if ours >= 0 else "", QUANTITIES[theirs] if theirs >= 0 else "")
        if name in told:
            continue
        reason = _compared(unit, held, alignment)
        if reason:
            told.add(name)
            yield reason
    yield from _share_left_out(alignment)
    yield from _narrower(alignment)
    met = ((u, h) for u, h in alignment.met if "only" in u.operators - h.operators)
    only = next(met, None)
    if only and "only" not in alignment.claim.limits:
        yield Reason("quantity", only[0].put, only[1].said, Effect.OPENS)


def _share_left_out(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if a text says of all what the wording says of a share, and limits nothing."""
    if alignment.query.figures or _limited(alignment):
        return
    left = next((one for one in alignment.unsaid if one.key in _shares(alignment)), None)
    if left:
        yield Reason("quantity", "", left.said, Effect.OPENS)


def _shares(alignment: Alignment) -> set[str]:
    return {f"#{one.value:g}" for one in alignment.claim.figures if one.unit == "share"}


def _narrower(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the wording says it of most food complaints, the query of most."""
    here = ((pair.unit, pair.held) for pair in alignment.pairs if pair.held and pair.here)
    shared = {
        (held.clause, name) for u, held in here for name in OF_ALL & u.operators & held.operators
    }
    for one in alignment.unsaid:
        if one.key[0] not in "#@" and any((one.clause, name) in shared for name in one.operators):
            yield Reason("scope", "", one.said, Effect.OPENS)
            return


def overstating_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield those of them that contradict: all that a search phrase can say of quantity."""
    yield from (one for one in quantity_reasons(alignment) if one.effect is Effect.CONTRADICTS)


def _compared(unit: Unit, held: Held, alignment: Alignment) -> Reason | None:
    """Return a reason if a word is said of more in the query, or without its limit."""
    ours, theirs = _step(unit.operators), _step(held.operators)
    if ours < 0:
        return _unlimited(unit, held, alignment)
    if theirs < 0:
        return _limited_anew(unit, held, alignment)
    less = (theirs > QUANTITIES.index("often") and not ours) or (theirs == ALL and ours < ALL)
    if ours > theirs or less:
        effect = Effect.CONTRADICTS if less or ours == ALL else Effect.OPENS
        return Reason("quantity", unit.put, held.put, effect)
    return None


def _unlimited(unit: Unit, held: Held, alignment: Alignment) -> Reason | None:
    theirs = _step(held.operators)
    limit = QUANTITIES[theirs] if theirs >= 0 else _usual_limit(held.key, alignment)
    if limit not in LIMITING or _limited(alignment):
        return None
    return Reason("quantity", unit.said, _put(held, limit, alignment), Effect.OPENS)


def _put(held: Held, limit: str, alignment: Alignment) -> str:
    """Return a word with its limit as the wording has it, or else another of the claim's."""
    every: tuple[Held, ...] = (held, *alignment.claim.by_key.get(held.key, ()))
    return next(one.put for one in every if limit in one.operators)


def _limited_anew(unit: Unit, held: Held, alignment: Alignment) -> Reason | None:
    quantity = QUANTITIES[_step(unit.operators)]
    claim = alignment.claim
    if _is_share(quantity, claim) or _ever(held.key, quantity, claim):
        return None
    if quantity == "some" and "all" not in claim.limits:
        return None  # less than the record says
    return Reason("quantity", unit.put, held.said, Effect.OPENS)


def _is_share(quantity: str, claim: Profile) -> bool:
    """Whether a claim gives a share that is most, or few."""
    shares = [one.value for one in claim.figures if one.unit == "share"]
    return quantity == "most" and bool(shares) and min(shares) > 1 / 2


def _step(operators: frozenset[str]) -> int:
    """Return the highest quantity said of a word, from 0; -1 if none is."""
    return max((QUANTITIES.index(one) for one in operators if one in QUANTITIES), default=-1)


def _limited(alignment: Alignment) -> bool:
    """Whether the query limits anything."""
    return any(unit.operators & LIMITING for unit in alignment.query.units)


def _usual_limit(key: str, alignment: Alignment) -> str:
    """Return the quantity that limits a word in most of a claim's wordings, or none.

    A wording that says just what the query says tells by itself.
    """
    claim = alignment.claim
    held = () if alignment.own else claim.by_key.get(key, ())
    found = [min(one.operators & LIMITING) for one in held if one.operators & LIMITING]
    return found[0] if held and len(found) >= MOSTLY * len(held) else ""


def _ever(key: str, quantity: str, claim: Profile) -> bool:
    return any(quantity in one.operators for one in claim.by_key.get(key, ()))
