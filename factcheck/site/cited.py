"""A claim as a citation in plain text, to be copied from its page."""

from collections.abc import Iterator
from datetime import date

from factcheck.record import Claim, Quotation, caveats_of
from factcheck.show.escaping import sic
from factcheck.show.wording import (
    attribution,
    citation,
    correction_in_words,
    in_marks,
    place,
    review_in_words,
    stated,
    withdrawal,
)
from factcheck.site.brief import replies
from factcheck.store.several import Corpora


def cited(claim: Claim, corpus: Corpora, where: str, day: date) -> str:
    """Return all that an honest reader needs of a claim, as one paragraph.

    `where` is the address of its page, or its id.
    """
    told = (_sentence(part) for part in _parts(claim, corpus, where, day))
    return " ".join(told)


def _parts(claim: Claim, corpus: Corpora, where: str, day: date) -> Iterator[str]:
    if gone := withdrawal(claim):
        yield f"Withdrawn {gone}"
    yield from (f"Corrected {correction_in_words(one)}" for one in claim.corrections)
    yield stated(claim)
    yield from (quoted(one, corpus) for one in claim.quotations)
    label = "Claimed by" if claim.reviews else "Asserted by"
    yield f"{label}: {attribution(claim, corpus.source_of(claim))}"
    yield from replies(claim)
    yield from caveats_of(claim)
    for source in corpus.sources_of(claim):
        yield f"Source: {citation(source)}"
        yield from source.caveats
    yield from (review_in_words(one) for one in claim.reviews)
    yield f"Record: {where}, as of {day.day} {day:%B %Y}"


def quoted(quotation: Quotation, corpus: Corpora) -> str:
    """Return a quotation with who speaks and where it stands."""
    source = corpus.sources[quotation.source or ""]
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    text = in_marks(sic(quotation.text, source.errors))
    return f"{text} ({who}{place(quotation, source)})"


def _sentence(text: str) -> str:
    return text if text.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{text}."
