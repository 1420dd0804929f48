"""Check dates against EDTF (ISO 8601-2:2019), as the Library of Congress specifies it."""

import re
from contextlib import redirect_stdout
from datetime import date
from functools import lru_cache
from io import StringIO

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


def _is_a_day(text: str) -> bool:
    """Whether `text` is a calendar day: what most dates are, and told without the parser."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
