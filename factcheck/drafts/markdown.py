"""Read Markdown: its passages, and the comments in it. CommonMark with tables and footnotes."""

from collections.abc import Iterator
from typing import Any

from pyromark import Options, events_with_range

from factcheck.drafts.html import html_parts, remark
from factcheck.drafts.passage import Passage, Remark, Writing

KNOWN = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
WITHIN = frozenset({"Emphasis", "Strong", "Link", "Image", "Strikethrough"})
"""What stands within a passage and is read with it; all else that starts or ends parts them."""
UNREAD = frozenset({"CodeBlock", "MetadataBlock", "Image", "Strikethrough", "HtmlBlock"})
"""What is no prose of the draft: code, front matter, what was struck out; HTML is read as such."""
BREAKS = frozenset({"SoftBreak", "HardBreak"})


def markdown_parts(text: str) -> Iterator[Passage | Remark]:
    """Yield the passages and comments of a text in Markdown; a comment before what holds it."""
    return _Reading(text).parts()


class _Reading:
    """One walk over the events of a parsed text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = _Places(text)
        self.writing = Writing()
        self.unread = 0
        self.quotes = 0

    def parts(self) -> Iterator[Passage | Remark]:
        for event, place in events_with_range(self.text, options=KNOWN):
            ((name, value),) = [(event, None)] if isinstance(event, str) else [*event.items()]
            if name in {"Start", "End"}:
                yield from self._bordered(name, _tag(value), place)
            elif self.unread:
                continue
            elif name == "InlineHtml":
                yield from self._commented(place)
            else:
                self._read(name, value, place)
        yield from self._ended()

    def _bordered(self, name: str, tag: str, place: Any) -> Iterator[Passage | Remark]:
        step = 1 if name == "Start" else -1
        if tag in UNREAD:
            self.unread += step
        if tag not in WITHIN:
            yield from self._ended()
        if tag == "BlockQuote":
            self.quotes += step
        if tag == "HtmlBlock" and name == "Start":
            start, end = self.places.of(place)
            yield from html_parts(self.text[start:end], start)

    def _ended(self) -> Iterator[Passage]:
        passage = self.writing.taken(quoted=self.quotes > 0)
        if passage:
            yield passage

    def _read(self, name: str, value: Any, place: Any) -> None:
        start, end = self.places.of(place)
        if name == "Text":
            self.writing.add(value, start, end)
        elif name in BREAKS or name == "Code":
            self.writing.add(" ", start, end)

    def _commented(self, place: Any) -> Iterator[Remark]:
        """Yield a comment; any other tag within a passage is only a mark."""
        start, end = self.places.of(place)
        found = remark(self.text[start:end], start)
        if found:
            yield found


def _tag(value: Any) -> str:
    return value if isinstance(value, str) else next(iter(value))


class _Places:
    """Offsets in code points for offsets in bytes, which mostly grow."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.plain = len(self.data) == len(text)
        self.byte = self.character = 0

    def of(self, place: Any) -> tuple[int, int]:
        return self._at(place["start"]), self._at(place["end"])

    def _at(self, byte: int) -> int:
        if self.plain:
            return byte
        if byte < self.byte:
            self.byte = self.character = 0
        self.character += len(self.data[self.byte : byte].decode())
        self.byte = byte
        return self.character
