"""Part a passage into sentences."""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from factcheck.drafts.passage import Passage, Span
from factcheck.text.cleaning import MAX_CHARACTERS


def sentences(passage: Passage) -> Iterator[Span]:
    """Yield where each sentence of a passage stands in its text, white space around it left out.

    One that is longer than a look-up reads is none; it is parted between words.
    """
    for found in get_sentence_boundaries("en", passage.text):
        for start, end in _parted(passage.text, found["start_index"], found["end_index"]):
            text = passage.text[start:end]
            if text.strip():
                first = start + len(text) - len(text.lstrip())
                yield first, first + len(text.strip())


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_CHARACTERS:
        reached = start + MAX_CHARACTERS
        cut = text.rfind(" ", start, reached) + 1 or reached
        yield start, cut
        start = cut
    yield start, end
