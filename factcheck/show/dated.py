"""When a claim holds, in few words: for lists."""

from factcheck.record import Claim
from factcheck.show.wording import date_in_words

UNDATED = "undated"


def brief_date(claim: Claim) -> str:
    """Return a claim's date in words, an inferred one marked as such."""
    if not claim.date:
        return UNDATED
    return date_in_words(claim.date) + (", inferred" if claim.date_inferred else "")
