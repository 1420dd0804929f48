"""Read years and months, in a text's tokens and in EDTF."""

import re
from collections.abc import Sequence
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)
TO = frozenset({"to", "and", "-", "until", "till", "through"})
AMBIGUOUS = frozenset({"may", "march"})
BEFORE_MONTH = frozenset(
    "in by since until during of early late last this from before after".split()
)


class Dates(NamedTuple):
    """The dates that a text names.

    Attributes:
        years: All years.
        spans: Those of them that are an end of a span, as in `between 1997 and 2013`.
        alone: The years that stand somewhere by themselves; one may also end a span.
        months: As numbers from 1.
    """

    years: frozenset[int]
    spans: frozenset[int]
    alone: frozenset[int]
    months: frozenset[int]


def dates(tokens: Sequence[str]) -> tuple[Dates, list[str]]:
    """Return the dates in `tokens`, and the tokens without them."""
    years: set[int] = set()
    spans: set[int] = set()
    alone: set[int] = set()
    ended = -1
    months: set[int] = set()
    rest = []
    for at, token in enumerate(tokens):
        if _is_year(token):
            years.add(int(token))
            span = _span(tokens, at)
            spans.update(span)
            if span:
                ended = at + 2
            elif at != ended:
                alone.add(int(token))
        elif token in MONTHS and _is_month(tokens, at):
            months.add(MONTHS.index(token) + 1)
        else:
            rest.append(token)
    found = Dates(frozenset(years), frozenset(spans), frozenset(alone), frozenset(months))
    return found, rest


def _is_year(token: str) -> bool:
    return len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2099


def _span(tokens: Sequence[str], at: int) -> tuple[int, ...]:
    """Return both years if the one at `at` opens a span, or none."""
    if tokens[at + 1 : at + 2] and tokens[at + 1] in TO and tokens[at + 2 : at + 3]:
        opened = tokens[at + 1] != "and" or tokens[at - 1 : at] == ["between"]
        if opened and _is_year(tokens[at + 2]):
            return int(tokens[at]), int(tokens[at + 2])
    return ()


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
    spans = years if len(years) > 1 else []
    lone = set(years) - set(spans)
    return Dates(*(frozenset(map(int, found)) for found in (years, spans, lone, months)))
