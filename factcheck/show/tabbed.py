"""Rows of a batch parted by tabs, in what order they are told, and how many there are."""

from collections.abc import Iterable, Mapping

from factcheck.show.escaping import shown
from factcheck.show.outcome import BAD, Outcome
from factcheck.show.wording import VERDICTS

NAMES = {verdict: name for verdict, (name, _) in VERDICTS.items()} | {BAD: "ERROR"}
WORST_FIRST = ("contradicted", "close", "not_covered", "alleged", "supported", "found", BAD)
"""In what order a sorted batch tells its answers."""
COUNTED = ("contradicted", "supported", "alleged", "close", "found", "not_covered", BAD)
"""In what order a summary counts them."""
UNSETTLED = frozenset({"close", "not_covered", BAD})


def piped(found: Outcome, claim: str, others: Iterable[str]) -> str:
    """Return a row as fields parted by tabs, none of them cut; `-` stands for what is empty.

    In front are the verdict, the claim that settles it, who asserts that, and what was typed;
    then the fields of `Outcome`, and those of the table that the claim is from.
    """
    settles = "" if found.verdict in UNSETTLED else found.claim
    told = [found.speaker] if settles else []
    asserted = (
        found.headline if found.verdict == BAD else "; ".join(filter(None, (*told, found.also)))
    )
    fields = (found.verdict, settles, asserted, claim, *found[1:], *others)
    return "\t".join(shown(field.replace("\t", " ")) or "-" for field in fields)


def summary(counts: Mapping[str, int]) -> str:
    """Return how many claims there were of each verdict: `3 claims: 2 contradicted, 1 close`."""
    total = sum(counts.values())
    named = [
        f"{counts[one]:,} {NAMES[one].lower()}{'s' if one == BAD and counts[one] > 1 else ''}"
        for one in COUNTED
        if counts.get(one)
    ]
    claims = "1 claim" if total == 1 else f"{total:,} claims"
    return f"{claims}: {', '.join(named)}" if total else "no claims"
