"""Compare what is stated and what is denied."""

from collections.abc import Iterator, Sequence

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Held
from factcheck.compare.reason import Effect, Reason
from factcheck.text.speakers import FINDING
from factcheck.text.units import Unit
from factcheck.text.verbs import is_verb

LIKELY = frozenset({"likely", "unlikely"})
LACKING = frozenset(
    "lack lacks lacked lacking absence shortage shortages shortfall dearth scarcity".split()
)
"""What denies a thing, and not what is said of it: `due to a lack of crews`."""
PARTLY = frozenset({"few", "some"})
MOSTLY = 0.8
"""A word that so many of a claim's wordings have only under a `not` is not stated."""


def polarity_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query turns round what the record says, word by word or as a whole.

    Two turns may make up for each other, `nobody … is let in` for `… are shut out`, but
    they may not, too: that is open.
    """
    turned = [(unit, held) for unit, held in alignment.met if _is_turned(unit, held, alignment)]
    if _make_up(turned, alignment):
        return
    whole = _whole_turns(alignment)
    if turned:
        sure = (len(turned) + whole) % 2 or not whole
        unit, held = turned[0]
        here = held in alignment.phrase.by_key.get(held.key, ())
        effect = Effect.NOTES if here and not _denies_unsaid(alignment) else Effect.OPENS
        effect = Effect.CONTRADICTS if sure else effect
        unsure = _denies_unsaid(alignment) or _both_hold(alignment)
        if sure and (unsure or _is_doubtful(unit, held, alignment)):
            effect = Effect.OPENS
        yield Reason("negation", _put(unit), _put(held), effect)
    elif whole % 2:
        effect = Effect.OPENS if _is_bare(alignment) else Effect.CONTRADICTS
        yield Reason("negation", "", "", effect)
    elif (len(alignment.query.loose) - alignment.phrase.loose) % 2:
        yield Reason("negation", next(iter(alignment.query.loose), ""), "", Effect.OPENS)
    else:
        yield from _denied_elsewhere(alignment)
        yield from _denied_besides(alignment)
        yield from _always_under(alignment)


def _make_up(turned: Sequence[tuple[Unit, Held]], alignment: Alignment) -> bool:
    """Whether two turns side by side come to the same: `sought no trial`, `did not seek one`."""
    alike = all(unit.opposite == held.opposite for unit, held in turned)
    if len(turned) != 2 or alignment.query.denies or not alike:
        return False
    (one, held), (other, beside) = turned
    units, phrase = alignment.query.units, alignment.phrase.held
    near = units.index(other) - units.index(one) == 1 and one.clause == other.clause
    said = alignment.query.said
    near = near and is_verb(said, one.at) != is_verb(said, other.at)
    within = held in phrase and beside in phrase and held.clause == beside.clause
    return near and within and abs(phrase.index(held) - phrase.index(beside)) == 1


def _denies_unsaid(alignment: Alignment) -> bool:
    """Whether the wording denies what the query doesn't speak of: `no evidence of a leak`."""
    phrase, left = alignment.phrase, alignment.unsaid
    firsts = {one.clause: one for one in reversed(phrase.held)}
    whole = any(times and firsts.get(clause) in left for clause, times in enumerate(phrase.whole))
    clauses = {held.clause for _, held in alignment.met}
    return whole or any(one.denied and one.clause in clauses for one in left)


def _is_bare(alignment: Alignment) -> bool:
    """Whether no denied clause shares more than a word with the record: `and nobody noticed`."""
    query = alignment.query
    denied = [unit for unit, _ in alignment.met if query.whole[unit.clause]]
    return not query.denies and len(denied) == 1


def _is_doubtful(unit: Unit, held: Held, alignment: Alignment) -> bool:
    """Whether one of the two is said with a doubt, or denied in a clause that denies the other."""
    apart = unit.term in FINDING and not unit.denied  # `she found that …`
    kept_from = "against" in unit.operators - held.operators  # `fog prevented crews sailing`
    lacking = not LACKING.isdisjoint(f"{unit.put} {held.put}".split())
    if lacking or apart or kept_from or (len(alignment.query.loose) - alignment.phrase.loose) % 2:
        return True
    likely = bool(LIKELY & unit.operators) != bool(LIKELY & held.operators)
    units = alignment.query.units  # `not a win for some, a win for others` says both
    both_ways = any(one.term == unit.term and one.denied != unit.denied for one in units)
    made_up_for = any(pair.unit.opposite and not pair.here for pair in alignment.pairs)
    if likely or both_ways or made_up_for or _is_the_rest(unit, held, alignment):
        return True
    both = unit.under % 2 == held.under % 2 == 1
    alike = unit.opposite == held.opposite
    return alike and both


def _is_the_rest(unit: Unit, held: Held, alignment: Alignment) -> bool:
    """Whether a text may tell what is left: `two were not sold` of nine of which seven were."""
    beside = (pair for pair in alignment.pairs if pair.unit.clause == unit.clause)
    other = any(pair.unit.kind == "figure" and not pair.held for pair in beside)
    return other and unit.denied != held.denied


def _both_hold(alignment: Alignment) -> bool:
    """Whether both speak of some: what is so of some, and is not of some, excludes nothing."""
    ours = any(PARTLY & unit.operators for unit, _ in alignment.met)
    shares = any(figure.unit == "share" for figure in alignment.claim.figures)
    return ours and (shares or any(PARTLY & held.operators for _, held in alignment.met))


def _denied_elsewhere(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a `not` that only another wording has, or only this one.

    What one of a claim's wordings denies and another states is said of two things.
    """
    for unit, held, here in alignment.pairs:
        every = alignment.claim.by_key.get(held.key, ()) if held else ()
        if unit.denied and not here and not all(one.denied for one in every):
            yield Reason("negation", _put(unit), "", Effect.OPENS)
            return
    clauses = {held.clause for _, held in alignment.met}
    left = next((one for one in alignment.unsaid if one.denied and one.clause in clauses), None)
    if left:
        yield Reason("negation", "", _put(left), Effect.OPENS)


def _denied_besides(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query denies what the wording states in a clause without a `not`.

    `She did not find that any fell in`, where nine fell in, and she did not find that one drowned.
    """
    here = [(pair.unit, pair.held) for pair in alignment.pairs if pair.held and pair.here]
    denying = {held.clause for unit, held in here if unit.denied}
    behind = [(u, h) for u, h in here if u.under and not u.denied and u.kind == "word"]
    stated = [u for u, h in behind if h.clause not in denying and not _is_evenly(u, h)]
    if denying and 2 * len(stated) > len(behind):
        yield Reason(
            "negation", stated[0].put or f"not {stated[0].said}", stated[0].said, Effect.OPENS
        )


def _always_under(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a word that the record has only where something is denied."""
    denied = [pair for pair in alignment.pairs if pair.unit.denied]
    alike = all(pair.here and pair.held and pair.held.denied for pair in denied)
    turned = any(unit.opposite or held.opposite for unit, held in alignment.met)
    made_up_for = turned or (bool(denied) and alike)
    for unit, held in () if made_up_for else alignment.met:
        sentences = alignment.claim.sentences or alignment.claim.phrases
        every = [one for phrase in sentences for one in phrase.by_key.get(held.key, ())]
        here = alignment.phrase.by_key.get(held.key, ())
        stated = bool(here) and _is_evenly(unit, held)
        under = sum(one.under > 0 and not _is_evenly(unit, one) for one in every)
        if every and not stated and under >= MOSTLY * len(every):
            yield Reason("negation", unit.said, held.put or f"not {held.said}", Effect.OPENS)
            return


def _is_evenly(unit: Unit, held: Held) -> bool:
    """Whether as many denials stand before both, or two more: two make up for each other."""
    return (unit.under - held.under) % 2 == 0


def _is_turned(unit: Unit, held: Held, alignment: Alignment) -> bool:
    """Whether a word is one way round in the query, and the other way in the record."""
    asked = alignment.is_asked_with_not  # `Didn't she refuse?` asks whether she did
    if (unit.opposite if asked else _sign(unit)) == _sign(held):
        return False
    same = [one for one in alignment.claim.by_key.get(held.key, ()) if _sign(one) == _sign(unit)]
    here = alignment.phrase.by_key.get(held.key, ())
    return not (same and held not in here) or unit.opposite or held.opposite


def _sign(one: Unit | Held) -> bool:
    return one.opposite != one.denied


def _whole_turns(alignment: Alignment) -> int:
    """Return how often a clause of one of the two is denied as a whole: `nobody`, `it is false`."""
    query, phrase = alignment.query, alignment.phrase
    ours = sum(query.whole[clause] for clause in {unit.clause for unit, _ in alignment.met})
    here = [held for _, held in alignment.met if held in phrase.by_key.get(held.key, ())]
    theirs = sum(phrase.whole[clause] for clause in {held.clause for held in here})
    return int(ours + query.denies - theirs)


def _put(one: Unit | Held) -> str:
    """Return a unit as it stands, with what denies it, though it be denied again."""
    said = f"not {one.said}" if one.denied else one.said
    return one.put or said if one.denied or one.under > 1 else said
