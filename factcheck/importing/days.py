"""Take the day out of a date as files of fact checks write it."""

import re
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
YEAR, NUMBER = "(?P<year>[0-9]{4})", "[0-9]{1,2}"
NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
NTH = f"(?P<day>{NUMBER})(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
DAYS = (
    rf"{YEAR}(?P<gap>-?)(?P<month>[0-9]{{2}})(?P=gap)(?P<day>[0-9]{{2}})",
    f"{YEAR}(?P<sign>[-/.])(?P<month>{NUMBER})(?P=sign)(?P<day>{NUMBER})",
    rf"(?P<day>{NUMBER})\.(?P<month>{NUMBER})\.{YEAR}",
    f"(?P<month>{NUMBER})(?P<sign>[-/])(?P<day>{NUMBER})(?P=sign){YEAR}",
    f"{WEEKDAY}{NTH}[- ](?:of )?{NAME}(?:-|,? ){YEAR}",
    f"{WEEKDAY}{NAME} {NTH},? {YEAR}",
)
"""How days are written; that with the year last and no dots may have the day or month first."""
PARTS = (f"{YEAR}(?:-(?P<month>[0-9]{{2}}))?", f"{NAME},? {YEAR}")
"""How years and months are written."""
TIME = (
    r"(?:(?:T|,? (?:at )?)(?:[0-9]{2}|[0-9](?=:| ?[ap]))"
    r"(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]+)?)?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?[a-z]{0,5}(?:[+-][0-9]{2}(?::?[0-9]{2})?)?)?(?: ?\[[^\]]*\]| ?\([^)]*\))?)?"
)
"""What may follow a day: a time, with a zone or without."""
FORMS = [re.compile(form + TIME, re.IGNORECASE) for form in DAYS]
FORMS += [re.compile(form, re.IGNORECASE) for form in PARTS]


def day_of(text: str) -> str | None:
    """Return the day, month or year of a date or date-time as EDTF; `None` if it is not sure.

    The day is the one that is written; no zone is counted in. `2/3/2031` is not sure, for
    which of its numbers is the month depends on the country; `25/3/2031` and `2.3.2031` are.
    """
    found = next(filter(None, (form.fullmatch(text) for form in FORMS)), None)
    if found is None:
        return None
    given = found.groupdict()
    readings = {_written(given)}
    if given.get("sign") and found.start("year"):
        readings.add(_written({**given, "month": given["day"], "day": given["month"]}))
    sure = readings - {None}
    return sure.pop() if len(sure) == 1 else None


def _written(given: dict[str, str | None]) -> str | None:
    """Return the date in EDTF; `None` if there is no such day."""
    year, day = given["year"], given.get("day")
    month = given.get("month")
    if name := given.get("name"):
        month = str(MONTHS.index(name[:3].lower()) + 1)
    numbers = [int(part) for part in (year, month, day) if part]
    try:
        date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError:
        return None
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
