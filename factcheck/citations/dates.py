"""An EDTF date as the years, months and days that reference managers know."""

import re
from datetime import date
from typing import NamedTuple

ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
DOUBT = {"": "", "~": "circa", "?": "uncertain", "%": "circa, uncertain"}


class Dated(NamedTuple):
    """A date, or a span of two.

    Attributes:
        days: One or two, each a year, a year and a month, or a whole day.
        doubt: In a word or two how sure it is; empty if it is.
    """

    days: tuple[tuple[int, ...], ...]
    doubt: str


def dated(edtf: str | None) -> Dated | None:
    """Return a date in parts; `None` if there is none, or parts can't tell it (`199X`)."""
    found = [ONE.fullmatch(part) for part in (edtf or "").split("/")]
    if len(found) > 2:
        return None
    days, doubts = [], set()
    for one in found:
        day = one and tuple(int(part) for part in one.groups()[:3] if part)
        if not one or not day or not _is_day(day):
            return None
        days.append(day)
        doubts.add(DOUBT[one[4]])
    return Dated(tuple(days), ", ".join(sorted(doubts - {""})))


def _is_day(parts: tuple[int, ...]) -> bool:
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return False
    return True
