"""A draft: the text of a file, its sentences, and where they stand in it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from factcheck.drafts.html import html_parts
from factcheck.drafts.markdown import markdown_parts
from factcheck.drafts.passage import Part, Passage, Remark, Restart, Span
from factcheck.drafts.plain import plain_parts
from factcheck.drafts.sentences import sentences
from factcheck.drafts.suppressing import Suppression, suppression

Place = tuple[int, int]
"""Line and column, both from 1, in code points."""
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
READERS: dict[str, Callable[[str], Iterator[Part]]] = {
    **dict.fromkeys(MARKDOWN, markdown_parts),
    **dict.fromkeys((".html", ".htm", ".xhtml"), html_parts),
    **dict.fromkeys((".txt", ".text"), plain_parts),
}
"""How a file is read, by its extension in lower case; one of another is read as plain text."""
WINDOW = 1_000_000
"""Code points; a longer text is read part by part, so that memory stays bounded."""
AROUND = 1_000
"""Code points; so much of a line before and behind a place is shown, or less."""
LINE_END = re.compile(r"\r\n?|\n")


class Window:
    """A part of a draft that is read at once.

    Attributes:
        path: The draft's.
        text: The part.
        offset, lines: So many code points, and ends of lines, stand before it.
    """

    def __init__(self, path: str, text: str, offset: int = 0, lines: int = 0) -> None:
        """Take a part of a draft, and where it stands in it."""
        self.path, self.text, self.offset, self.lines = path, text, offset, lines

    def place(self, at: int) -> Place:
        """Return the line and the column in the draft of the part's character `at`."""
        line = bisect_right(self._starts, at)
        return self.lines + line, at - self._starts[line - 1] + 1

    def line_of(self, at: int) -> tuple[str, int]:
        """Return the line that holds the part's character `at`, without its end.

        Of a long one what stands around it, and how many characters stand before that.
        """
        line = bisect_right(self._starts, at)
        first = self._starts[line - 1]
        start = max(first, at - AROUND)
        following = self._starts[line] if line < len(self._starts) else len(self.text)
        text = self.text[start : min(following, at + AROUND)]
        return text.rstrip("\r\n"), start - first

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]


class Noted(NamedTuple):
    """A suppression, the part of the draft that its span is of, and the block that holds it."""

    suppression: Suppression
    window: Window
    block: int | None


class Sentence(NamedTuple):
    """A sentence of a draft.

    Attributes:
        text: As a reader sees it.
        start: Where it starts in its passage.
        passage: The run of text that it stands in.
        window: The part of the draft that the passage's places are of.
        noted: Of each kind the comments that suppress it: in that passage, right before it,
            or before the table, list or block quote that holds it.
    """

    text: str
    start: int
    passage: Passage
    window: Window
    noted: Mapping[str, Sequence[Noted]]

    def span(self, part: Span) -> Span:
        """Return where a part of the sentence stands in its window."""
        return self.passage.span(self.start + part[0], self.start + part[1])


class Draft:
    """A text that is checked.

    Attributes:
        path: What the file is called.
        text: Its text in pieces, which can be read once.
        noted: The suppressions that were read so far.
    """

    def __init__(
        self, path: str, text: Iterable[str], extension: str, window: int = WINDOW
    ) -> None:
        """Take a file's name, its text in pieces, and the extension that says how it is read.

        A part of `window` code points is read at once, or more where a passage is longer.
        """
        self.path, self.window = path, window
        self.noted: list[Noted] = []
        self.text = text
        self._read = READERS.get(extension.lower(), plain_parts)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the draft, in order; whatever reading its text raises."""
        ahead: list[Noted] = []
        before = Before()
        for part, window in self._parts():
            block = None if part.block is None else window.offset + part.block
            if isinstance(part, Remark):
                ahead += [Noted(one, window, block) for one in suppression(part)]
                continue
            self.noted += ahead
            noted = before.covering(block, ahead)
            for start, end in sentences(part):
                yield Sentence(part.text[start:end], start, part, window, noted)
            ahead = []
        self.noted += ahead

    def _parts(self) -> Iterator[tuple[Passage | Remark, Window]]:
        window = Window(self.path, "")
        enough = self.window
        for piece in self.text:
            window = _followed(window, window.text + piece, 0)
            if len(window.text) < enough:
                continue
            held: list[Passage | Remark] = []
            cut = 0
            lines = window.text[: window.text.rfind("\n") + 1]  # half a line may be anything
            for part in self._read(lines):
                if not isinstance(part, Restart):
                    held.append(part)
                elif (start := _line_start(window.text, part.start)) is not None:
                    yield from ((one, window) for one in held)
                    held, cut = [], start
            enough = self.window if cut else 2 * len(window.text)
            window = _followed(window, window.text[cut:], cut)
        for part in self._read(window.text):
            if not isinstance(part, Restart):
                yield part, window


class Before:
    """The comments before a table, a list or a block quote, which cover the whole of it."""

    def __init__(self) -> None:
        """Start before the first block."""
        self._block: int | None = None
        self._noted: list[Noted] = []
        self._by_kind: dict[str, list[Noted]] = {}

    def covering(self, block: int | None, ahead: list[Noted]) -> Mapping[str, Sequence[Noted]]:
        """Return what covers a passage in a block, by kind, where `ahead` are the comments before.

        `block` is where in the draft the block starts; `None` if the passage is in none.
        """
        if block is None or block != self._block:
            self._block = block
            self._noted = [one for one in ahead if one.block != block]
            self._by_kind = _by_kind(self._noted)
        here = [one for one in ahead if one not in self._noted]
        return _by_kind([*self._noted, *here]) if here else self._by_kind


def _by_kind(comments: Iterable[Noted]) -> dict[str, list[Noted]]:
    found: dict[str, list[Noted]] = {}
    for one in comments:
        for kind in one.suppression.kinds if one.suppression.fault is None else ():
            found.setdefault(kind, []).append(one)
    return found


def _line_start(text: str, at: int) -> int | None:
    """Return where the line starts that `at` is the first place of; `None` if it isn't that."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at if not at or text[at - 1] in "\r\n" else None


def _followed(window: Window, text: str, cut: int) -> Window:
    """Return the part that holds `text` and starts `cut` code points after `window` does."""
    lines = sum(1 for _ in LINE_END.finditer(window.text, 0, cut))
    return Window(window.path, text, window.offset + cut, window.lines + lines)
