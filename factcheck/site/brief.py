"""A claim in few words, as lists and results of a search show it: never without its reply."""

from typing import NamedTuple

from factcheck.record import Claim
from factcheck.show.dated import UNDATED, brief_date
from factcheck.show.excerpts import standing
from factcheck.show.wording import stated
from factcheck.site.names import claim_path

LABELS = {"allegation": "Allegation", "reviewed": "Rated by others"}
"""What a claim is, in words, where a reader must know it before anything else."""


class Brief(NamedTuple):
    """A claim in a list.

    Attributes:
        path: Where its page lies.
        statement: What it states, with its attribution, ratings, and that it was withdrawn.
        label: What it is, if it is less than a report; else empty.
        standing: Who asserts or alleges it, or rated it how.
        date: When it holds, in words; empty if not given.
        replies: What is answered to it, or why nothing is.
        id: The claim's.
    """

    path: str
    statement: str
    label: str
    standing: str
    date: str
    replies: tuple[str, ...]
    id: str


def brief(claim: Claim) -> Brief:
    """Return a claim in few words."""
    date = brief_date(claim)
    return Brief(
        claim_path(claim.id),
        stated(claim),
        ", ".join(labels(claim)),
        standing(claim),
        "" if date == UNDATED else date,
        replies(claim),
        claim.id,
    )


def labels(claim: Claim) -> tuple[str, ...]:
    """Return what a reader must know of a claim before anything else, in a word each."""
    gone = ("Withdrawn",) if claim.withdrawn else ()
    return (*gone, *filter(None, [LABELS.get(claim.kind)]))


def replies(claim: Claim) -> tuple[str, ...]:
    """Return what is answered to a claim, each answer with whose it is, or why there is none."""
    told = tuple(f"Reply of {one.by}: {one.text}" for one in claim.replies)
    return told or ((f"Reply: {claim.no_reply}",) if claim.no_reply else ())
