"""Count claims by what they are about, what they are, who asserts them and where they stand."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.record import Claim

UNNAMED = "not named"


class Paragraph(NamedTuple):
    """A paragraph of a source, by the source's id."""

    source: str
    number: int


class Counts(NamedTuple):
    """How many claims there are of each sort.

    Attributes:
        claims: All of them.
        topic: By topic; a claim may stand on several.
        kind: By kind.
        speaker: By who asserts them.
        paragraph: By the paragraphs that they quote; a claim may quote several, or none.
    """

    claims: int
    topic: Counter[str]
    kind: Counter[str]
    speaker: Counter[str]
    paragraph: Counter[Paragraph]


BY = tuple(name for name in Counts._fields if name != "claims")


def counts(claims: Iterable[Claim]) -> Counts:
    """Return how many of `claims` there are of each sort."""
    total = 0
    found = Counts(0, Counter(), Counter(), Counter(), Counter())
    for claim in claims:
        total += 1
        found.topic.update(set(claim.topics))
        found.kind[claim.kind] += 1
        found.speaker[claim.asserted_by or UNNAMED] += 1
        places = (Paragraph(one.source or "", one.paragraph) for one in claim.quotations)
        found.paragraph.update(set(places))
    return found._replace(claims=total)


def ranked(found: Counts, by: str) -> list[tuple[str, int]]:
    """Return what is counted `by` one of its fields and how often, in words, the most first."""
    if by != "paragraph":
        counted: Counter[str] = getattr(found, by)
        return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    several = len({place.source for place in found.paragraph}) > 1
    places = sorted(found.paragraph.items(), key=lambda one: (-one[1], one[0]))
    return [(_place(place, several=several), count) for place, count in places]


def _place(place: Paragraph, *, several: bool) -> str:
    return f"{place.source}, paragraph {place.number}" if several else f"paragraph {place.number}"


def as_data(found: Counts) -> dict[str, object]:
    """Return counts as JSON-ready data, the most first."""
    named = {by: [{by: one, "claims": n} for one, n in ranked(found, by)] for by in BY[:-1]}
    places = sorted(found.paragraph.items(), key=lambda one: (-one[1], one[0]))
    quoted = [{"source": p.source, "paragraph": p.number, "claims": n} for p, n in places]
    return {"claims": found.claims, **named, "paragraph": quoted}
