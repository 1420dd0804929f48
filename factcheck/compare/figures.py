"""Compare figures: a difference only when both count the same thing and a fair rounding fails."""

from collections.abc import Iterable, Iterator
from math import isclose

from factcheck.compare.difference import Difference
from factcheck.compare.profile import Profile, Recorded
from factcheck.text.figures import Figure
from factcheck.text.reading import DURATIONS, Reading

SHARE_ROUNDING = 0.0075
"""66 % and 67 % are fair for two thirds; 65 % and 70 % are not."""

HEDGES = {"over": "over ", "at-least": "at least ", "under": "under ", "at-most": "at most "}
FEW = 10
"""Nobody calls more than so many `few` or `a handful` who knows the number."""
SIGNS = {"money": "£", "dollars": "$", "euros": "€"}
LENGTHS = {"duration": "", "ago": " ago"}
UNITS = {name: DURATIONS[name] for name in ("year", "month", "week", "day")}
KINDS = {"share", "duration", "ago", *SIGNS}


def figure_differences(query: Reading, claim: Profile) -> tuple[list[Difference], list[str]]:
    """Return the differences, and the query's figures that the claim has no like of."""
    differences, unknown = [], []
    told = {r for figure in query.figures for r in claim.figures if _fair(figure, r)}
    for figure in query.figures:
        if any(_fair(figure, recorded) for recorded in claim.figures):
            if _counts_another(figure, claim, query):
                unknown.append(f"{figure.text} {figure.unit}")
            continue
        left = (recorded for recorded in claim.figures if recorded not in told)
        rivals = [recorded for recorded in left if _same_thing(figure, recorded, query)]
        if rivals and figure.precision != "part":
            differences.append(_difference(figure, rivals))
        else:
            unknown.append(figure.text)
    return [*differences, *_many(query, claim)], unknown


def _many(query: Reading, claim: Profile) -> Iterator[Difference]:
    """Yield a difference for each thing that the query calls few and the claim counts as many."""
    for unit in query.few:
        held = [recorded for recorded in claim.figures if recorded[1] == unit]
        if held and min(value for value, _, _ in held) > FEW:
            known = ", ".join(dict.fromkeys(_said(recorded) for recorded in held))
            said = f"few {query.words[unit]}"
            yield Difference(
                "number", said, known, f"The wording says {said}; the record says {known}."
            )


def _counts_another(figure: Figure, claim: Profile, query: Reading) -> bool:
    """Whether a figure of the claim is said of another kind of people, unknown to the claim."""
    kinds = {word for members in query.rivals.values() for word in members.values()}
    return query.words.get(figure.unit) in kinds and figure.unit not in claim.keys


def _same_thing(figure: Figure, recorded: Recorded, query: Reading) -> bool:
    unit = recorded[1]
    if figure.unit in KINDS or unit in KINDS:
        return figure.unit == unit or (unit == "share" and figure.unit in query.terms)
    return not figure.unit or not unit or figure.unit == unit or unit in query.terms


def _fair(figure: Figure, recorded: Recorded) -> bool:
    """Whether a fair reader accepts `figure` for what is recorded."""
    value, unit, precision = recorded
    if (figure.unit in KINDS or unit in KINDS) and figure.unit != unit:
        return False
    if unit == "share":
        return abs(figure.value - value) <= SHARE_ROUNDING and figure.precision != "under"
    same = isclose(figure.value, value) or _rounded(value, figure.value)
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


def _rounded(value: float, to: float) -> bool:
    """Whether `to` is `value` rounded to two significant digits or more."""
    return value > 0 and any(float(f"{value:.{digits}e}") == to for digits in (1, 2, 3))


def _difference(figure: Figure, rivals: Iterable[Recorded]) -> Difference:
    known = ", ".join(dict.fromkeys(_said(recorded) for recorded in rivals))
    said = f"{HEDGES.get(figure.precision, '')}{_amount(figure)}"
    return Difference("number", said, known, f"The wording says {said}; the record says {known}.")


def _amount(figure: Figure) -> str:
    """Return a query's figure as it was written, a length of time with its unit."""
    if figure.unit in LENGTHS:
        return f"{_length(figure.value)}{LENGTHS[figure.unit]}"
    return f"{SIGNS.get(figure.unit, '')}{figure.text}"


def _length(months: float) -> str:
    """Return a length of time in the largest unit of which it is a whole number."""
    for name, each in UNITS.items():
        many = months / each
        if many >= 1 and isclose(many, round(many), abs_tol=1e-6):
            return f"{many:.0f} {name}{'' if round(many) == 1 else 's'}"
    return f"{months / 12:g} years" if months >= 12 else f"{months:g} months"


def _said(recorded: Recorded) -> str:
    value, unit, precision = recorded
    hedge = {"exact": "", "at-least": "at least ", "at-most": "at most "}.get(
        precision, f"{precision} "
    )
    if unit == "share":
        return f"{hedge}{value:.0%}"
    if unit in SIGNS:
        return f"{hedge}{SIGNS[unit]}{value:,.0f}"
    if unit in LENGTHS:
        return f"{hedge}{_length(value)}{LENGTHS[unit]}"
    return f"{hedge}{value:,.10g}"
