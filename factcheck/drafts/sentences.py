"""Part a passage into sentences."""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from factcheck.drafts.passage import Passage, Span


def sentences(passage: Passage) -> Iterator[Span]:
    """Yield where each sentence of a passage stands in its text, white space around it left out."""
    for found in get_sentence_boundaries("en", passage.text):
        start, end = found["start_index"], found["end_index"]
        text = passage.text[start:end]
        if text.strip():
            start += len(text) - len(text.lstrip())
            yield start, start + len(text.strip())
