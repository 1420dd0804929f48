"""Part a passage into sentences."""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from factcheck.drafts.passage import Passage, Span
from factcheck.text.cleaning import MAX_CHARACTERS

TOGETHER = 50_000
"""Characters that are parted at once: marks that open and never close are looked for to the end."""


def sentences(passage: Passage) -> Iterator[Span]:
    """Yield where each sentence of a passage stands in its text, white space around it left out.

    One that is longer than a look-up reads is none; it is parted between words.
    """
    for sentence in _told_apart(passage.text):
        for start, end in _parted(passage.text, *sentence):
            text = passage.text[start:end]
            if text.strip():
                first = start + len(text) - len(text.lstrip())
                yield first, first + len(text.strip())


def _told_apart(text: str) -> Iterator[Span]:
    """Yield where each sentence stands; of a long text part by part, from a sentence's start on."""
    start = 0
    while start < len(text):
        part = text[start : start + TOGETHER]
        found = get_sentence_boundaries("en", part)
        last = start + len(part) == len(text) or len(found) == 1
        for one in found if last else found[:-1]:
            yield start + one["start_index"], start + one["end_index"]
        start += len(part) if last else found[-1]["start_index"]


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_CHARACTERS:
        reached = start + MAX_CHARACTERS
        cut = text.rfind(" ", start, reached) + 1 or reached
        yield start, cut
        start = cut
    yield start, end
