"""What a file of published fact checks gives: claims with what publishers found of them."""

from typing import NamedTuple

from factcheck.problem import Problem
from factcheck.record import Review


class Taken(NamedTuple):
    """A claim that publishers reviewed, as a file gives it.

    Attributes:
        statement: The words that were reviewed, white space collapsed.
        claimant: Who made the claim; `None` if not given.
        date: When it was made, in EDTF: a year, a month or a day; `None` if not given.
        reviews: What publishers found of it; at least one.
    """

    statement: str
    claimant: str | None
    date: str | None
    reviews: tuple[Review, ...]


class Loss(NamedTuple):
    """What a claim was taken without, such as its date: that could not be read."""

    problem: Problem
