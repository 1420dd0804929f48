"""What is known of a source, and what is not."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.record import Source
from factcheck.show.wording import FIDELITY, citation
from factcheck.site.page import web

ASKED = {"author": "the author", "title": "the headline", "date": "the date", "url": "the address"}
"""What a reader will ask of a source, and what it is called."""


class SourceFacts(NamedTuple):
    """A source as its page shows it.

    Attributes:
        citation: It, as a newspaper cites it.
        kind: What sort of work it is.
        url: Where a page may link to; `None` if nowhere.
        unknown: What isn't known of it, a sentence each, what is inferred among it.
        caveats: What holds for everything drawn from it.
        gaps: What it leaves open.
        errors: Misprints of the original.
        proof: How quotations from it were proved.
    """

    citation: str
    kind: str
    url: str | None
    unknown: tuple[str, ...]
    caveats: tuple[str, ...]
    gaps: tuple[str, ...]
    errors: tuple[str, ...]
    proof: str


def facts(source: Source) -> SourceFacts:
    """Return what is known of a source."""
    proved = "Quotations are held against its fingerprint, character for character."
    return SourceFacts(
        citation(source),
        source.kind,
        web(source.url),
        tuple(_unknown(source)),
        source.caveats,
        tuple(gap.matter for gap in source.gaps),
        source.errors,
        proved if source.fingerprint else f"Quotations are {FIDELITY['unread']}.",
    )


def _unknown(source: Source) -> Iterator[str]:
    inferred = source.inferred or {}
    for key, what in ASKED.items():
        if getattr(source, key) is None:
            yield f"{what[:1].upper()}{what[1:]} is not given."
    for key, why in inferred.items():
        what = ASKED.get(key, f"the {key}")
        yield f"{what[:1].upper()}{what[1:]} is inferred: {why}"
