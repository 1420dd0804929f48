"""Find a selected passage in its source's text, word for word, and say where it stands."""

from factcheck.corpus.fingerprint import make
from factcheck.record import Quotation

ALIKE = 80
"""Per cent; a passage of the text that is less alike was not what was meant."""


def places_of(passage: str, text: str) -> list[int]:
    """Return every offset at which `passage` stands in `text`, in code points."""
    found, at = [], text.find(passage)
    while at >= 0:
        found.append(at)
        at = text.find(passage, at + 1)
    return found


def nearest_passage(passage: str, text: str) -> str | None:
    """Return the passage of `text` that was likely meant, or `None` if none is alike."""
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(passage, text, score_cutoff=ALIKE)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start < end and text[start].isspace():
        start += 1
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()


def quotation(passage: str, text: str, at: int, speaker: str, source: str | None) -> Quotation:
    """Return `passage`, which stands in `text` at the offset `at`, as a quotation."""
    paragraph = make(text).paragraph_at(at)
    return Quotation(passage, speaker, paragraph, at, at + len(passage), source)
