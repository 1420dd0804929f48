"""Show what a search found: who says it, and the passage with each hit marked as «so»."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.lookup.marking import Span
from factcheck.lookup.searching import Hit
from factcheck.record import Claim
from factcheck.show import as_json
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import in_marks
from factcheck.store.several import Records

OPEN, CLOSE, CUT = "«", "»", "…"
MARKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}?")
BEHIND = 0.7
"""Where a passage is cut before the first hit, the hit ends about here: what leads to it tells
more of it than what follows."""

DENIAL = re.compile(
    r"\b(?:not|no|never|nor|neither|without|den(?:y|ies|ied)|\w+n['’]t)\b", re.IGNORECASE
)


class Excerpt(NamedTuple):
    """A claim that was found, safe to print.

    Attributes:
        id: The claim's.
        lead: Whose words the passage is; empty for the claim's statement, which says so itself.
        text: The passage, hits marked.
        who: Who asserts or alleges it, or rated it how, and that it was withdrawn.
    """

    id: str
    lead: str
    text: str
    who: str


def excerpt(hit: Hit, corpus: Records) -> Excerpt:
    """Return what a person sees of a hit."""
    claim = corpus.claim(hit.number)
    marked = "".join(_parts(hit.text, hit.spans, _errors(claim, corpus)))
    lead = _lead(hit.text, claim)
    quoted = claim.reviews or _kind(hit.text, claim) == "quotation"
    told = (claim.id, lead, in_marks(marked) if quoted else marked, standing(claim))
    return Excerpt(*(shown(one).replace("\t", " ") for one in told))


def data(hit: Hit, corpus: Records) -> dict[str, Any]:
    """Return a hit as JSON-ready data: every field of the claim, and `found`."""
    claim = corpus.claim(hit.number)
    found = {
        "in": _kind(hit.text, claim),
        "text": hit.text,
        "words": [hit.text[start:end] for start, end in hit.spans],
        "spans": [list(span) for span in hit.spans],
    }
    return {**as_json.claim(claim, corpus), "found": found}


def standing(claim: Claim) -> str:
    """Return who asserts a claim, or alleges it and who replies, or who rated it how."""
    gone = "withdrawn; " if claim.withdrawn else ""
    if claim.reviews:
        rated = (f"{one.publisher}: {in_marks(one.rating)}" for one in claim.reviews)
        return f"{gone}rated by {'; '.join(rated)}"
    if claim.kind != "allegation":
        return f"{gone}{claim.asserted_by}"
    replies = (f"; {by} replies" for by in dict.fromkeys(one.by for one in claim.replies))
    return f"{gone}alleged by {claim.asserted_by}{''.join(replies)}"


def windowed(text: str, width: int) -> str:
    """Return the part of `text` around its first hit, `width` characters at most.

    Where it is cut stands an ellipsis.
    """
    found = MARKED.search(text)
    if len(text) <= width or not found or found.end() + 2 <= width:
        return _cut(text, 0, width)
    start = min(found.end() - int(width * BEHIND), len(text) - width + 2)
    start = min(max(start, 0), found.start())  # a long hit is shown from its beginning
    start = text.find(" ", start, found.start()) + 1 or start
    denials = [one.start() for one in DENIAL.finditer(text, 0, start)]
    if denials and found.end() - denials[-1] + 4 <= width:
        start = denials[-1]  # without it the passage would say the reverse
    return _cut(text, start, width)


def _cut(text: str, start: int, width: int) -> str:
    lead = f"{CUT} " if start else ""
    stop = start + width - len(lead)
    if stop >= len(text):
        return lead + text[start:]
    space = text.rfind(" ", start + width // 2, stop - 1)
    return f"{lead}{text[start : space if space > 0 else stop - 2]} {CUT}"


def _kind(text: str, claim: Claim) -> str:
    if text == claim.statement:
        return "statement"
    return "quotation" if any(text == one.text for one in claim.quotations) else "wording"


def _lead(text: str, claim: Claim) -> str:
    kind = _kind(text, claim)
    if kind == "quotation":
        return next(f"{one.speaker}: " for one in claim.quotations if one.text == text)
    return "In other words: " if kind == "wording" else ""


def _errors(claim: Claim, corpus: Records) -> tuple[str, ...]:
    return tuple(error for source in corpus.sources_of(claim) for error in source.errors)


def _parts(text: str, spans: tuple[Span, ...], errors: tuple[str, ...]) -> Iterator[str]:
    at = 0
    for start, end in spans:
        yield sic(text[at:start], errors)
        yield f"{OPEN}{sic(text[start:end], errors)}{CLOSE}"
        at = end
    yield sic(text[at:], errors)
