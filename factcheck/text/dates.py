"""Read years and months, in a text's tokens and in EDTF."""

import re
from collections.abc import Sequence
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)
TO = frozenset({"to", "and", "-", "until", "till", "through"})
AMBIGUOUS = frozenset({"may", "march", "mar", "sun"})
SHORT = {month[:3]: month for month in MONTHS} | {"sept": "september"}
BEFORE_MONTH = frozenset(
    "in by since until during of early late last this from before after".split()
)
WAYS = {
    "before": "before", "after": "after", "since": "since", "until": "until", "till": "until",
    "by": "by", "following": "after", "from": "span", "between": "span", "to": "span",
    "and": "span", "through": "span",
}  # fmt: skip
"""What a preposition says of a date; any other says `in`."""
BESIDE = frozenset({"the", "end", "of", "start", "early", "late", "beginning", *MONTHS})


class Dates(NamedTuple):
    """The years that a date names, and the months as numbers from 1."""

    years: frozenset[int]
    months: frozenset[int]


def is_year(token: str) -> bool:
    """Whether a token is a year from 1900 to 2099."""
    return len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2099


def is_month(tokens: Sequence[str], at: int) -> int:
    """Return which month the token at `at` names, from 1; 0 if none.

    `may` and `march` are months after a preposition or before a year.
    """
    token = SHORT.get(tokens[at], tokens[at])
    if token not in MONTHS:
        return 0
    led = at > 0 and tokens[at - 1] in BEFORE_MONTH
    followed = tokens[at + 1 : at + 2] != [] and is_year(tokens[at + 1])
    if tokens[at] in AMBIGUOUS and not led and not followed:
        return 0
    return MONTHS.index(token) + 1


def edtf_dates(date: str | None) -> Dates:
    """Return the years and months that an EDTF `date` names; of a span, its ends."""
    years = re.findall(r"(?<!\d)\d{4}", date or "")
    months = re.findall(r"\d{4}-(0[1-9]|1[0-2])", date or "")
    return Dates(frozenset(map(int, years)), frozenset(map(int, months)))


def way_to(tokens: Sequence[str], at: int) -> str:
    """Return how a text stands to the date at `at`: one of `WAYS`, or `in`."""
    after, before = tokens[at + 1 : at + 3], tokens[max(0, at - 2) : at]
    opens = len(after) == 2 and after[0] in TO and is_year(after[1])
    closes = len(before) == 2 and before[1] in TO and is_year(before[0])
    if is_year(tokens[at]) and (opens or closes) and "and" not in {*after[:1], *before[1:]}:
        return "span"
    back = at - 1
    while back >= 0 and tokens[back] in BESIDE:
        back -= 1
    if back >= 0 and list(tokens[back : back + 2]) == ["as", "of"]:
        return "by"
    way = WAYS.get(tokens[back], "in") if back >= 0 else "in"
    return "in" if way == "span" and tokens[back] == "from" else way  # `dates from January`
