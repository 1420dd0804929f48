"""Read years and months, in a text's tokens and in EDTF."""

import re
from collections.abc import Sequence
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)
AMBIGUOUS = frozenset({"may", "march"})
BEFORE_MONTH = frozenset(
    "in by since until during of early late last this from before after".split()
)


class Dates(NamedTuple):
    """The years, and the months as numbers from 1, that a text names."""

    years: frozenset[int]
    months: frozenset[int]


def dates(tokens: Sequence[str]) -> tuple[Dates, list[str]]:
    """Return the dates in `tokens`, and the tokens without them."""
    years, months, rest = set(), set(), []
    for at, token in enumerate(tokens):
        if len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2099:
            years.add(int(token))
        elif token in MONTHS and _is_month(tokens, at):
            months.add(MONTHS.index(token) + 1)
        else:
            rest.append(token)
    return Dates(frozenset(years), frozenset(months)), rest


def _is_month(tokens: Sequence[str], at: int) -> bool:
    """`may` and `march` are months after a preposition or before a year."""
    if tokens[at] not in AMBIGUOUS:
        return True
    return (tokens[at - 1 : at][:1] and tokens[at - 1] in BEFORE_MONTH) or (
        tokens[at + 1 : at + 2] != [] and tokens[at + 1].isdigit()
    )


def edtf_dates(date: str | None) -> Dates:
    """Return the years and months that an EDTF `date` names; of a span, its ends."""
    years = re.findall(r"(?<!\d)\d{4}", date or "")
    months = re.findall(r"\d{4}-(0[1-9]|1[0-2])", date or "")
    return Dates(frozenset(map(int, years)), frozenset(map(int, months)))
