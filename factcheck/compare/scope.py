"""Compare of whom, where and when something is said, and what a query adds."""

from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.reason import Effect, Reason


def added_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each word and name that the record hasn't."""
    for unit in alignment.open:
        if unit.kind == "word":
            yield Reason("added", unit.said, "", Effect.OPENS)
        elif unit.kind == "name":
            yield Reason("actor", unit.said, "", Effect.OPENS)


def scope_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query names nothing of what limits the claim."""
    core = alignment.claim.core
    if core and not any(held.key[0] == "@" for _, held in alignment.met):
        limit = next(one.said for p in alignment.claim.phrases for one in p.held if one.key in core)
        yield Reason("scope", "", limit, Effect.OPENS)
