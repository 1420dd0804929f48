"""What an honest reader needs of a claim and of a source, as plain text on one line each."""

from collections.abc import Iterator

from factcheck.record import Claim, Quotation, Source, caveats_of
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import (
    CHECKED,
    attribution,
    citation,
    claim_date,
    correction_in_words,
    date_in_words,
    in_marks,
    review_in_words,
    withdrawal,
)
from factcheck.store.several import Corpora


def plain(text: str) -> str:
    """Return `text` on one line, every run of white space a blank, and nothing in it acting."""
    return " ".join(shown(text).split())


def note(claim: Claim, corpus: Corpora) -> str:
    """Return a claim with its quotations, whose it is, replies and caveats, its id in front.

    The brackets keep a reference manager from reading the line as `key: value`.
    """
    return plain(f"[{claim.id}] {' '.join((*standing(claim), *_parts(claim, corpus)))}")


def below(claim: Claim, corpus: Corpora) -> list[str]:
    """Return the same without the id, each part on a line of its own."""
    return [plain(one) for one in (*standing(claim), *_parts(claim, corpus))]


def about(source: Source) -> list[str]:
    """Return what is inferred of a source, and what holds for everything drawn from it."""
    inferred = (f"The {key} is inferred: {why}" for key, why in (source.inferred or {}).items())
    return [plain(f"[{source.id}] {text}") for text in (*inferred, *source.caveats)]


def in_doubt(source: Source) -> str:
    """Return what isn't known of a source, or not for sure; empty if all is.

    Not every style has a word for it: Harvard's prints a probable year like any other.
    """
    doubt = source.inferred or set("~?%") & set(source.date or "")
    return plain(f"Known of the source: {citation(source)}.") if doubt else ""


def quoted(quotation: Quotation, corpus: Corpora) -> str:
    """Return a quotation with whose words it is, where it stands, and how it was proved."""
    source = corpus.sources[quotation.source or ""]
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    proof = CHECKED[corpus.fidelity(quotation)]
    text = in_marks(sic(quotation.text, source.errors))
    return plain(f"{text} ({who}{source.outlet}, {quotation.locator}; {proof}).")


def replies(claim: Claim, corpus: Corpora) -> list[str]:
    """Return each answer to an allegation with its quotation, or why there is none."""
    told = [
        f"Reply of {one.by}: {one.text} {quoted(one.quotation, corpus)}" for one in claim.replies
    ]
    return [plain(one) for one in (told or [f"Reply: {claim.no_reply}"] * bool(claim.no_reply))]


def standing(claim: Claim) -> list[str]:
    """Return what must be known of a claim's record: that it was withdrawn, or corrected."""
    gone = withdrawal(claim)
    told = [f"Withdrawn {gone}"] if gone else []
    told += [f"Corrected {correction_in_words(one)}" for one in claim.corrections]
    return [plain(f"{one.rstrip('.')}.") for one in told]


def attributed(claim: Claim, corpus: Corpora) -> str:
    """Return who asserts a claim, and through whom it reaches the reader."""
    label = "Claimed by" if claim.reviews else "Asserted by"
    return plain(f"{label}: {attribution(claim, corpus.source_of(claim))}.")


def rated(claim: Claim) -> list[str]:
    """Return what publishers of fact checks found of a claim, in their own words."""
    return [plain(f"Rated by {review_in_words(one)}.") for one in claim.reviews]


def _parts(claim: Claim, corpus: Corpora) -> Iterator[str]:
    yield in_marks(claim.statement) if claim.reviews else claim.statement
    yield from (quoted(one, corpus) for one in claim.quotations)
    yield from rated(claim)
    yield attributed(claim, corpus)
    yield from replies(claim, corpus)
    yield from (f"Caveat: {text}" for text in caveats_of(claim))
    if when := claim_date(claim):
        yield f"Date of what is reported: {when}."


def undated(edtf: str) -> str:
    """Return a date that a form can't hold, in words."""
    return plain(f"[date] {date_in_words(edtf)}")
