"""Check dates against EDTF (ISO 8601-2:2019), as the Library of Congress specifies it."""

import re
from contextlib import redirect_stdout
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import Any

Day = tuple[int, int, int]
"""Year, month and day; a year before the first is negative or 0."""
DAY = re.compile(r"(?<![-\d])(?!0000)\d{4}-\d\d-\d\d")


@lru_cache(maxsize=100_000)
def date_problem(text: str) -> str | None:
    """Return what is wrong with `text` as an EDTF date, or `None` if nothing is."""
    if _is_a_day(text):
        return None
    from edtf import EDTFParseException, parse_edtf  # 118 ms, and only when a corpus is read

    try:
        with redirect_stdout(StringIO()):  # the parser prints what it stumbles over
            parse_edtf(text)
        for day in DAY.findall(text):  # its grammar has a 29 February each year
            date.fromisoformat(day)
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return f"'{text}' is not an EDTF date, such as 2014, 2024-05, 1997/2013 or 2025-01~"
    return None


@lru_cache(maxsize=100_000)
def bounds(text: str) -> tuple[Day | None, Day | None]:
    """Return the first and the last day that the EDTF date `text` may mean; `None` if open."""
    if _is_a_day(text):
        day = date.fromisoformat(text)
        return ((day.year, day.month, day.day),) * 2
    from edtf import parse_edtf

    parsed = parse_edtf(text)
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _day(found: Any) -> Day | None:
    """Return a day as the parser gives it: an infinite number where a span is open."""
    return None if isinstance(found, float) else (found[0], found[1], found[2])


def _is_a_day(text: str) -> bool:
    """Whether `text` is a calendar day: what most dates are, and told without the parser."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
