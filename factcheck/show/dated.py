"""When a claim holds, in few words, and an entry of a timeline."""

from typing import NamedTuple

from factcheck.record import Claim
from factcheck.show.escaping import shown
from factcheck.show.excerpts import standing
from factcheck.show.wording import date_in_words, stated

UNDATED = "undated"
Day = tuple[int, int, int]
"""Year, month and day."""


class Entry(NamedTuple):
    """A dated claim on a timeline, its texts safe to print.

    Attributes:
        date: In words; an approximate, an uncertain and an inferred one say so.
        statement: What the claim states, with its attribution.
        id: The claim's.
        note: Who alleges or rated it, who replies, that it was withdrawn; else empty.
        replies: Each reply in words.
        sure: Whether the date is neither approximate, uncertain nor inferred.
        first, last: The days between which it lies; `None` where the span is open.
    """

    date: str
    statement: str
    id: str
    note: str
    replies: tuple[str, ...]
    sure: bool
    first: Day | None
    last: Day | None


def brief_date(claim: Claim) -> str:
    """Return a claim's date in words, an inferred one marked as such."""
    if not claim.date:
        return UNDATED
    return date_in_words(claim.date) + (", inferred" if claim.date_inferred else "")


def entry(claim: Claim, first: Day | None, last: Day | None) -> Entry:
    """Return the entry of a claim whose date lies between two days."""
    settled = claim.kind != "allegation" and not claim.reviews and not claim.withdrawn
    return Entry(
        _safe(brief_date(claim)),
        _safe(stated(claim)),
        _safe(claim.id),
        "" if settled else _safe(standing(claim)),
        tuple(_safe(f"Reply of {one.by}: {one.text}") for one in claim.replies),
        not claim.date_inferred and not set("~?%") & set(claim.date or ""),
        first,
        last,
    )


def undated_in_words(count: int) -> str:
    """Return how many claims a timeline leaves out."""
    return f"{count:,} claim{' has' if count == 1 else 's have'} no date"


def _safe(text: str) -> str:
    return shown(text).replace("\t", " ")
