"""Put claims in the order of their dates."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.corpus.dates import Day, bounds
from factcheck.record import Claim

EVER: Day = (-(10**12), 1, 1)


class Dated(NamedTuple):
    """A claim with the first and the last day that its date may mean; `None` if open."""

    claim: Claim
    first: Day | None
    last: Day | None


def in_order(claims: Iterable[Claim]) -> tuple[list[Dated], list[Claim]]:
    """Return the dated claims, earliest first, and those without a date.

    What began first comes first, then what ended first; else their order stays.
    """
    dated: list[Dated] = []
    undated: list[Claim] = []
    for claim in claims:
        if claim.date:
            dated.append(Dated(claim, *bounds(claim.date)))
        else:
            undated.append(claim)
    return sorted(dated, key=_key), undated


def _key(one: Dated) -> tuple[Day, bool, Day]:
    return one.first or EVER, one.last is None, one.last or EVER
