"""A draft: the text of a file, its sentences, and where they stand in it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from factcheck.drafts.html import html_parts
from factcheck.drafts.markdown import markdown_parts
from factcheck.drafts.passage import Passage, Remark, Span
from factcheck.drafts.plain import plain_passages
from factcheck.drafts.sentences import sentences
from factcheck.drafts.suppressing import Suppression, suppression

Place = tuple[int, int]
"""Line and column, both from 1, in code points."""
READERS: dict[str, Callable[[str], Iterator[Passage | Remark]]] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), markdown_parts),
    **dict.fromkeys((".html", ".htm", ".xhtml"), html_parts),
    **dict.fromkeys((".txt", ".text"), plain_passages),
}
"""How a file is read, by its extension in lower case; one of another is read as plain text."""


class Sentence(NamedTuple):
    """A sentence of a draft.

    Attributes:
        text: As a reader sees it.
        start: Where it starts in its passage.
        passage: The run of text that it stands in.
        suppressions: What comments in that passage, or right before it, suppress.
    """

    text: str
    start: int
    passage: Passage
    suppressions: tuple[Suppression, ...]

    def span(self, part: Span) -> Span:
        """Return where a part of the sentence stands in the file."""
        return self.passage.span(self.start + part[0], self.start + part[1])


class Draft:
    """A text that is checked.

    Attributes:
        path: What the file is called.
        text: What it holds, without a byte-order mark.
        suppressions: Those that were read so far.
    """

    def __init__(self, path: str, text: str, extension: str) -> None:
        """Take a file's name, its text, and the extension that says how it is read."""
        self.path, self.text = path, text
        self.suppressions: list[Suppression] = []
        self._read = READERS.get(extension.lower(), plain_passages)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the draft, in order."""
        ahead: list[Suppression] = []
        for part in self._read(self.text):
            if isinstance(part, Remark):
                ahead += suppression(part)
                continue
            self.suppressions += ahead
            for start, end in sentences(part):
                yield Sentence(part.text[start:end], start, part, tuple(ahead))
            ahead = []
        self.suppressions += ahead

    def place(self, offset: int) -> Place:
        """Return the line and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].removesuffix("\r")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.text))]
