"""Read HTML: its passages. Whatever is broken in it, the rest is read."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any, NamedTuple

from factcheck.drafts.elements import VOID, WITHIN, Elements
from factcheck.drafts.passage import Part, Passage, Remark, Restart

BLOCKS = frozenset("table ul ol dl blockquote".split())
"""What a comment before it covers as a whole."""
QUOTE = frozenset({"blockquote"})
HEADING = frozenset("h1 h2 h3 h4 h5 h6".split())
PIECE = re.compile(r"(?P<space>\s+)|(?P<entity>&#?\w+;?)|[^\s&]+|&")
CLOSING = "\"'>-->]]>"
"""Ends whatever a text leaves open, or else the parser tries to end it from each `<` on anew."""


def html_parts(text: str, start: int = 0) -> Iterator[Part]:
    """Yield the passages and comments of a text in HTML; a comment before what holds it.

    Their places count from `start`.
    """
    return _Reading(text, start).parts()


def remark(tag: str, start: int, block: int | None = None) -> Remark | None:
    """Return the comment that `tag` is, in a `block`; `None` if it is none."""
    if not (tag.startswith("<!--") and tag.endswith("-->")):
        return None
    return Remark(tag[4:-3].strip(), start, start + len(tag), block)


class _Token(NamedTuple):
    """What the parser meets: a `start` or `end` of an element, a `comment`, `text`, or a `mark`."""

    kind: str
    name: str
    at: int


class _Tokens(HTMLParser):
    """Notes the tokens of a text, each with the offset of its first character."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[_Token] = []
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]
        self.feed(text + CLOSING)
        self.close()

    def _note(self, kind: str, name: str = "") -> None:
        line, column = self.getpos()
        self.found.append(_Token(kind, name, self._starts[line - 1] + column))

    def handle_starttag(self, tag: str, _: Any) -> None:
        self._note("start", tag)

    def handle_startendtag(self, tag: str, _: Any) -> None:
        self._note("start", tag)

    def handle_endtag(self, tag: str) -> None:
        self._note("end", tag)

    def handle_comment(self, _: str) -> None:
        self._note("comment")

    def handle_data(self, _: str) -> None:
        self._note("text")

    def handle_decl(self, _: str) -> None:
        self._note("mark")

    def handle_pi(self, _: str) -> None:
        self._note("mark")

    def unknown_decl(self, _: str) -> None:
        self._note("mark")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over `<![…>` as browsers do; Python's own refuses words that it doesn't know."""
        return self.parse_bogus_comment(i, bool(report))


class _Reading:
    """One walk over the tokens of a text."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.elements = Elements()
        self.block: int | None = None

    def parts(self) -> Iterator[Part]:
        end = _Token("mark", "", len(self.text))
        for token, following in pairwise((*_Tokens(self.text).found, end)):
            if token.at < end.at:
                yield from self._met(token, min(following.at, end.at))
        yield from self._ended()

    def _met(self, token: _Token, end: int) -> Iterator[Part]:
        if token.kind in {"start", "end"}:
            yield from self._bordered(token, self.text[token.at : end])
        elif token.kind == "comment":
            found = remark(self.text[token.at : end], self.start + token.at, self.block)
            yield from (found,) if found else ()
        elif token.kind == "text" and not self.elements.unread:
            self._text(token.at, end)

    def _bordered(self, token: _Token, tag: str) -> Iterator[Part]:
        at = self.start + token.at
        if self.elements.parts(token.name):
            yield from self._ended()
        if token.kind == "end":
            self.elements.end(token.name, tag, at)
            self.block = self.block if self._is_in(BLOCKS) else None
            return
        if token.name not in WITHIN | VOID and not self.elements.unread and not self._is_in(QUOTE):
            yield Restart(at)
        self.elements.begin(token.name, tag, at)
        if token.name in BLOCKS and self.block is None:
            self.block = at

    def _is_in(self, names: frozenset[str]) -> bool:
        return any(self.elements.often[name] > 0 for name in names)

    def _ended(self) -> Iterator[Passage]:
        quoted, heading = self._is_in(QUOTE), self._is_in(HEADING)
        passage = self.elements.taken(quoted=quoted, block=self.block, heading=heading)
        if passage:
            yield passage

    def _text(self, at: int, end: int) -> None:
        for found in PIECE.finditer(self.text, at, end):
            text = {"space": " ", "entity": unescape(found[0])}.get(found.lastgroup or "", found[0])
            self.elements.add(text, self.start + found.start(), self.start + found.end())
