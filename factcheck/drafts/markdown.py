"""Read Markdown: its passages, and the comments in it. CommonMark with tables and footnotes."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from pyromark import Options, events_with_range

from factcheck.drafts.elements import Elements
from factcheck.drafts.html import html_parts, remark
from factcheck.drafts.passage import Part, Passage, Restart

PROSE = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
)
KNOWN = (
    PROSE
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
WITHIN = frozenset({"Emphasis", "Strong", "Link", "Image", "Strikethrough"})
"""What stands within a passage and is read with it; all else that starts or ends parts them."""
UNREAD = frozenset({"CodeBlock", "MetadataBlock", "Image", "Strikethrough", "HtmlBlock"})
"""What is no prose of the draft: code, front matter, what was struck out; HTML is read as such."""
FOLLOWING = re.compile(b"[\x80-\xbf]+")
"""Bytes of a character behind its first."""
BREAKS = frozenset({"SoftBreak", "HardBreak"})
BLOCKS = frozenset({"List", "Table", "BlockQuote"})
"""What a comment before it covers as a whole."""
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")


def markdown_parts(text: str) -> Iterator[Part]:
    """Yield the passages and comments of a text in Markdown; a comment before what holds it.

    What looks like front matter is such at the start only; elsewhere it is a heading
    between rules. From a place where reading can start anew only links and footnotes
    go wrong, if what they refer to stands in the other part.
    """
    return _Reading(text, KNOWN).parts()


class _Reading:
    """One walk over the events of a parsed text."""

    def __init__(self, text: str, options: Any, start: int = 0) -> None:
        self.text, self.options, self.start = text, options, start
        self.places = Places(text, start)
        self.elements = Elements()
        self.unread = 0
        self.quotes = 0
        self.headings = 0
        self.depth = 0
        self.blocks = 0
        self.block: int | None = None

    def parts(self) -> Iterator[Part]:
        for event, place in events_with_range(self.text, options=self.options):
            ((name, value),) = [(event, None)] if isinstance(event, str) else [*event.items()]
            if name in {"Start", "End"}:
                yield from self._bordered(name, tag_of(value), place)
            elif self.unread:
                continue
            elif name == "InlineHtml":
                yield from self._tagged(place)
            else:
                self._read(name, value, place)
        yield from self._ended()

    def _bordered(self, name: str, tag: str, place: Any) -> Iterator[Part]:
        step = 1 if name == "Start" else -1
        start, end = self.places.of(place)
        if self.depth == 0 and tag != "MetadataBlock":
            yield Restart(start)
        self.depth += step
        if tag in UNREAD:
            self.unread += step
        if tag not in WITHIN:
            yield from self._ended()
        self.quotes += step * (tag == "BlockQuote")
        self.headings += step * (tag == "Heading")
        if tag in BLOCKS:
            self.blocks += step
            self.block = (start if self.block is None else self.block) if self.blocks else None
        if tag == "HtmlBlock" and name == "Start":
            yield from _inner(self._in_block(html_parts(self._cut(start, end), start)))
        if tag == "MetadataBlock" and name == "Start" and self._cut(self.start, start).strip():
            yield from _inner(_Reading(self._cut(start, end), PROSE, start).parts())

    def _ended(self) -> Iterator[Passage]:
        """Yield the passage, with which the elements end that it left open."""
        quoted, heading = self.quotes > 0, self.headings > 0
        passage = self.elements.taken(quoted=quoted, block=self.block, heading=heading)
        self.elements = Elements()
        if passage:
            yield passage

    def _read(self, name: str, value: Any, place: Any) -> None:
        start, end = self.places.of(place)
        if name == "Text":
            self.elements.add(value, start, end)
        elif name in BREAKS or name == "Code":
            self.elements.add(" ", start, end)

    def _tagged(self, place: Any) -> Iterator[Part]:
        """Read a tag within a passage, and yield the passage that it ends, or a comment."""
        start, end = self.places.of(place)
        text = self._cut(start, end)
        found, tag = remark(text, start, self.block), TAG.match(text)
        if found:
            yield found
        elif tag:
            name = tag["name"].lower()
            if self.elements.parts(name):
                yield from self._ended()
            take = self.elements.end if tag["end"] else self.elements.begin
            take(name, text, start)

    def _in_block(self, parts: Iterator[Part]) -> Iterator[Part]:
        """Yield parts of HTML as parts of the block that holds it."""
        held = self.block is not None
        return (
            one._replace(block=self.block) if held and not isinstance(one, Restart) else one
            for one in parts
        )

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def _inner(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield the parts of a part of a text, where no reading can start anew."""
    return (part for part in parts if not isinstance(part, Restart))


def tag_of(value: Any) -> str:
    """Return what starts or ends, of the value of such an event."""
    return value if isinstance(value, str) else next(iter(value))


class Places:
    """Offsets in code points, counted from `start`, for offsets in bytes."""

    def __init__(self, text: str, start: int = 0) -> None:
        """Take the text, and what is added to each offset."""
        self.start = start
        runs = [(run.start(), len(run[0])) for run in FOLLOWING.finditer(text.encode())]
        self._at = [at for at, _ in runs]
        self._more = [0, *accumulate(length for _, length in runs)]

    def of(self, place: Any) -> tuple[int, int]:
        """Return the start and the end of an event's place."""
        return self._offset(place["start"]), self._offset(place["end"])

    def _offset(self, byte: int) -> int:
        return self.start + byte - self._more[bisect_left(self._at, byte)]
