"""Works as entries for classic BibTeX, which knows neither web pages nor whole dates."""

from collections.abc import Sequence

from factcheck.citations.dates import Dated, dated
from factcheck.citations.latex import address, entry, latex
from factcheck.citations.work import Work
from factcheck.show.wording import date_in_words

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""Macros that every style has."""
KINDS = {"newspaper": ("article", "journal"), "report": ("techreport", "institution")}
"""The type of entry, and the field that its outlet stands in; others are `misc`."""


def bibtex(works: Sequence[Work]) -> str:
    """Return an entry for each work; what the claims say stands in `annote`, not printed."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    kind, house = KINDS.get(work.kind, ("misc", "howpublished"))
    found = dated(work.date)
    fields = {
        "author": work.author and f"{{{latex(work.author)}}}",
        "title": work.title and latex(work.title),
        house: latex(work.outlet),
        "year": found and _year(work.date or "", found),
        "note": work.url and f"\\url{{{address(work.url)}}}",
        "annote": latex("\n\n".join(work.notes)),
    }
    made = entry(kind, work.key, fields)
    month = found and not found.doubt and len(found.days) == 1 and found.days[0][1:2]
    return made.replace("\n}\n", f"\n  month = {MONTHS[month[0] - 1]},\n}}\n") if month else made


def _year(edtf: str, found: Dated) -> str:
    """Return the year; of a span, or a date that isn't sure, all that is known, in words."""
    if found.doubt or len(found.days) > 1:
        return latex(date_in_words(edtf))
    return f"{found.days[0][0]:04}"
