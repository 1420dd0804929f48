"""Take the day out of a date as files of fact checks write it."""

import re
from datetime import date

DAY = re.compile(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?")
TIME = re.compile(
    r"[T ][0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)? ?(Z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)?"
)


def day_of(text: str) -> str | None:
    """Return the day, month or year of an ISO date or date-time; `None` if it is none.

    The day is the one that is written; no zone is counted in.
    """
    found = DAY.match(text)
    if not found or not _exists(found):
        return None
    rest = text[found.end() :]
    is_time = found[3] is not None and TIME.fullmatch(rest) is not None
    return found[0] if is_time or not rest else None


def _exists(found: re.Match[str]) -> bool:
    try:
        date.fromisoformat(f"{found[1]}{found[2] or '-01'}{found[3] or '-01'}")
    except ValueError:
        return False
    return True
