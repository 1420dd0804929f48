"""Find a selected passage in its source's text, word for word, and say where it stands."""

import re
from collections.abc import Iterator

ALIKE = 80
"""Per cent; a passage of the text that is less alike was not what was meant."""
QUOTING, JOINING = "\"'`´‘’‚‛“”„‟«»‹›", "-‐‑‒–—―−"
MARKS = {mark: f"[{re.escape(marks)}]" for marks in (QUOTING, JOINING) for mark in marks}
"""Of each mark a pattern for those that may stand in its place."""


def places_of(passage: str, text: str) -> list[tuple[int, int]]:
    """Return the start and the end of each place where `passage` stands, in code points.

    White space, quotation marks, hyphens and dashes may be others there: what people
    type is straight and on one line. If it stands somewhere just as it is, only there.
    """
    words = passage.split()
    if not words:
        return []
    exact, loose = re.escape(passage.strip()), r"\s+".join(map(_loose, words))
    found = list(_overlapping(exact, text)) or list(_overlapping(loose, text))
    return [match.span() for match in found]


def _overlapping(pattern: str, text: str) -> Iterator[re.Match[str]]:
    compiled, at = re.compile(pattern), 0
    while match := compiled.search(text, at):
        yield match
        at = match.start() + 1


def _loose(word: str) -> str:
    """Return a pattern for a word with any quotation marks and dashes in place of its own."""
    return "".join(MARKS.get(character, re.escape(character)) for character in word)


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
