"""Compare figures: what they count, at what rate, and how fair a rounding is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import dropwhile, takewhile
from math import isclose
from operator import attrgetter

from factcheck.compare.alignment import Alignment, accounting
from factcheck.compare.profile import Profile, Recorded
from factcheck.compare.reason import Effect, Reason
from factcheck.text.contexts import MEASURES
from factcheck.text.figures import CURRENCIES, Figure
from factcheck.text.reading import Reading, key
from factcheck.text.units import Unit
from factcheck.text.verbs import is_adverb

SHARE_ROUNDING = 0.0075
"""66 % and 67 % are fair for two thirds; 65 % and 70 % are not."""
KINDS = {"share", "duration", "ago", *CURRENCIES}
APART = 0.05
"""Shares further apart than this are no roundings of each other."""
RATES = {"year": ("year", "annually", "yearly", "annum"), "month": ("month", "monthly")}
RATES |= {"week": ("week", "weekly"), "day": ("day", "daily"), "hour": ("hour", "hourly")}
PERIODS = {word: name for name, words in RATES.items() for word in words}
EACH = frozenset({"a", "an", "per", "each", "every"})
REACH = 9
"""So many tokens from a figure its rate may stand."""
NOUN = 5
"""So many units after a figure the word for what it counts may stand."""
OF = 2
"""And so many after a share the word for what it is a share of."""
BARE = frozenset({"exact", "part"})
HEDGED = frozenset({"about", "during"})


def figure_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each figure of the query that the record hasn't so."""
    for unit in alignment.query.units:
        if unit.figure is not None:
            yield from _compared(alignment, unit, alignment.query.figures[unit.figure])


def _compared(alignment: Alignment, unit: Unit, figure: Figure) -> Iterator[Reason]:
    said = figure.text
    recorded = alignment.claim.figures
    like = [one for one in recorded if alike(figure, one)]
    fair = [one for one in like if _fair(figure, one)]
    counted_here = alignment.phrase.counts.get(key(unit, alignment.query))
    told = counted_here is not None and counted_here == figure.unit
    counted = [one for one in fair if told or _counts(unit, figure, one, alignment)]
    if not counted:
        rivals = [one for one in like if _rivals(unit, figure, one, alignment)]
        if fair or not rivals:
            yield Reason(
                "number",
                _with_unit(figure, alignment.query),
                fair[0].said if fair else "",
                Effect.OPENS,
            )
        else:
            near = _is_coarse(figure) and abs(rivals[0].value - figure.value) < APART
            home = {h.clause for h in alignment.phrase.by_key.get(f"#{rivals[0].value:g}", ())}
            unsure = near or (bool(home) and is_aside(unit, home, alignment))
            unsure = unsure or _holds(figure, rivals[0])
            unsure = unsure or _is_of_another(unit, rivals[0], alignment)
            unsure = unsure or _is_for_each(unit, alignment)
            effect = Effect.OPENS if unsure else Effect.CONTRADICTS
            yield Reason("number", said, rivals[0].said, effect)
        return
    best = counted[0]
    displaced = alignment.displaced(unit)
    if displaced:
        yield Reason("number", said, displaced.said, Effect.OPENS)
        return
    yield from _rated(alignment.query, unit, figure, best)
    if _is_for_each(unit, alignment):
        yield Reason("rate", f"{said} each", best.said, Effect.OPENS)
    if figure.precision not in BARE:
        return
    if best.precision == "about" and not _hedged(unit, alignment.query):
        yield Reason("hedge", said, f"around {best.said}", Effect.OPENS)
    if best.precision == "over":  # `by 200` is less than `by over 200`
        yield Reason("hedge", said, f"over {best.said.removeprefix('over ')}", Effect.OPENS)


def _is_for_each(unit: Unit, alignment: Alignment) -> bool:
    """Whether only the query says a figure of each: `£12m each`, `each theatre costs £12m`."""
    before = alignment.query.said[max(0, unit.at - REACH) : unit.at]
    after = alignment.query.said[unit.end : unit.end + 1]
    said = {*after} & {"each", "apiece"} | {*before} & {"each", "every"}
    return bool(said) and said.isdisjoint(alignment.phrase.words)


def _rivals(unit: Unit, figure: Figure, recorded: Recorded, alignment: Alignment) -> bool:
    """Whether a figure stands where the record has another of the same, and in no other place."""
    if any(isclose(one.value, recorded.value) for one in alignment.query.figures):
        return False
    held = alignment.claim.by_key.get(f"#{recorded.value:g}", ())
    ours = unit.operators & MEASURES
    theirs = [one.operators & MEASURES for one in held]
    start = "from" in ours  # where a number came from, a record may leave out
    if "by" in ours and held and not any("by" in one.operators for one in held):
        return False
    alike = not ours or not held or any(ours == one or not (one or start) for one in theirs)
    return alike and _counts(unit, figure, recorded, alignment)


def _is_of_another(unit: Unit, rival: Recorded, alignment: Alignment) -> bool:
    """Whether the record tells a figure of somebody, or some place, that the query doesn't name."""
    query = alignment.query
    ours = {one.term for one in query.units if one.clause == unit.clause and one.kind == "name"}
    told: list[set[str]] = []
    for phrase in alignment.claim.phrases:
        clauses = {held.clause for held in phrase.by_key.get(f"#{rival.value:g}", ())}
        inside = (one.key for one in phrase.held if one.clause in clauses and one.key[0] == "@")
        if clauses:
            told.append({*inside} - alignment.claim.speaker)
    return bool(ours and told) and all(names and names.isdisjoint(ours) for names in told)


def _holds(figure: Figure, recorded: Recorded) -> bool:
    """Whether what is recorded is over, or under, a figure, though nobody would put it so."""
    over = figure.precision in {"over", "at-least"} and recorded.value > figure.value
    return over or (figure.precision in {"under", "at-most"} and recorded.value < figure.value)


def is_aside(unit: Unit, home: AbstractSet[int], alignment: Alignment) -> bool:
    """Whether the wording has what the query says with a figure in other clauses than `home`."""
    pairs = [p for p in alignment.pairs if p.here and p.unit.clause == unit.clause]
    met = [(p.unit.kind, p.held) for p in pairs if p.held]
    names = [h.clause for k, h in met if k == "name" and h.key not in alignment.claim.speaker]
    # Whose a figure is tells more than what else is said.
    said = names or [held.clause for kind, held in met if kind == "word"]
    return bool(said) and home.isdisjoint(said)


def _is_coarse(figure: Figure) -> bool:
    """Whether a share is told in whole parts, as `three in five`."""
    return figure.unit == "share" and "%" not in figure.text and "cent" not in figure.text


def _rated(query: Reading, unit: Unit, figure: Figure, best: Recorded) -> Iterator[Reason]:
    each = rate(query, unit)
    if each and each != best.per and best.unit not in {"duration", "ago"}:
        effect = Effect.CONTRADICTS if best.per or best.unit != "share" else Effect.OPENS
        yield Reason("rate", f"{figure.text} {_every(each)}", best.per and _every(best.per), effect)
    elif best.per and not each:
        yield Reason("rate", figure.text, _every(best.per), Effect.OPENS)


def _every(period: str) -> str:
    return f"an {period}" if period == "hour" else f"a {period}"


def rate(query: Reading, unit: Unit) -> str:
    """Return the period that a figure is said to be a rate over, or none."""
    alone = len(query.figures) == 1
    behind = _rate(query.said[unit.end : unit.end + REACH])
    return behind or (_rate(query.said[: unit.at]) if alone else "")


def _rate(said: Sequence[str]) -> str:
    for place, token in enumerate(said):
        name = PERIODS.get(token)
        if not name:
            continue
        each = place > 0 and said[place - 1] in EACH
        spans = place > 1 and said[place - 2] in {"in", "within"}
        if token != name or (each and not spans):
            return name
    return ""


def _hedged(unit: Unit, query: Reading) -> bool:
    """Whether a text says of a figure, or of all that it says, that it is no sure one."""
    return bool((unit.operators | query.moods.keys()) & {"likely", "claimed", "possible"})


def _with_unit(figure: Figure, query: Reading) -> str:
    """Return a figure with the word for what it counts, as that was typed."""
    counted = (one.said for one in query.units if one.kind == "word" and one.term == figure.unit)
    return " ".join((figure.text, *[*counted][:1]))


def alike(figure: Figure, recorded: Recorded) -> bool:
    """Whether both are numbers of things, shares, sums of one currency, or lengths of time."""
    if figure.unit in KINDS or recorded.unit in KINDS:
        return figure.unit == recorded.unit
    return True


def _counts(unit: Unit, figure: Figure, recorded: Recorded, alignment: Alignment) -> bool:
    """Whether both count the same, as far as that is said.

    What a figure counts need not follow it: `100,000 child abuse offences`.
    """
    units = alignment.query.units
    behind = bisect_left(units, unit.end, key=attrgetter("at"))
    after = [one for one in units[behind : behind + NOUN] if one.clause == unit.clause]
    counted = dropwhile(lambda one: is_adverb(one.said), after)
    after = [*takewhile(lambda one: not is_adverb(one.said), counted)]  # `9 crews happily sang`
    near = [one.term for one in after if one.kind == "word"]
    if figure.unit in KINDS:
        return figure.unit != "share" or _beside(recorded, near[:OF], alignment.claim)
    named = figure.unit in near and not after[0].said.endswith("ed")
    if not recorded.curated and named:
        return _beside(recorded, near[:NOUN], alignment.claim)
    if not recorded.unit:
        return not (named and any(one.unit == figure.unit for one in alignment.claim.figures))
    meant = (accounting(one, alignment.query) for one in after if one.kind == "word")
    return not named or any(recorded.unit in each for each in meant)


def _beside(recorded: Recorded, near: Sequence[str], claim: Profile) -> bool:
    """Whether a wording has any of these words by its figure; so if there are none."""
    wanted = f"#{recorded.value:g}"
    known: set[str] = set()
    for phrase in claim.phrases:
        for place, one in enumerate(phrase.held):
            if one.key == wanted:
                known.update(other.key for other in phrase.held[max(0, place - 3) : place + 5])
    return not near or not known or not known.isdisjoint(near)


def _fair(figure: Figure, recorded: Recorded) -> bool:
    """Whether a fair reader accepts `figure` for what is recorded."""
    value, precision = recorded.value, recorded.precision
    if recorded.unit == "share":
        return abs(figure.value - value) <= SHARE_ROUNDING and figure.precision != "under"
    same = isclose(figure.value, value) or _rounded(value, figure)
    if figure.precision in {"over", "at-least"}:
        reached = value > figure.value or (
            same and (figure.precision, precision) != ("over", "exact")
        )
        near = same or (figure.value >= value / 2 and precision == "exact")
        return reached and near and precision not in {"under", "at-most"}
    if figure.precision in {"under", "at-most"}:
        below = value < figure.value or (same and figure.precision == "at-most")
        return below and figure.value <= value * 2 and precision not in {"over", "at-least"}
    return same


def _rounded(value: float, figure: Figure) -> bool:
    """Whether a figure is `value` rounded to two significant digits or more, and says so."""
    to = figure.value
    return (
        value > 0
        and figure.precision in HEDGED
        and any(float(f"{value:.{digits}e}") == to for digits in (1, 2, 3))
    )
