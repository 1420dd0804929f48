"""Read HTML: its passages. Whatever is broken in it, the rest is read."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any, NamedTuple

from factcheck.drafts.passage import Part, Passage, Remark, Restart, Writing

WITHIN = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a passage; every other one parts it from the next."""
UNREAD = frozenset(
    "head script style template textarea code pre kbd samp del s strike svg math".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that hold nothing, and have no end."""
PIECE = re.compile(r"(?P<space>\s+)|(?P<entity>&#?\w+;?)|[^\s&]+|&")
CLOSING = "\"'>-->]]>"
"""Ends whatever a text leaves open, or else the parser tries to end it from each `<` on anew."""


def html_parts(text: str, start: int = 0) -> Iterator[Part]:
    """Yield the passages and comments of a text in HTML; a comment before what holds it.

    Their places count from `start`.
    """
    return _Reading(text, start).parts()


def remark(tag: str, start: int) -> Remark | None:
    """Return the comment that `tag` is; `None` if it is none."""
    if not (tag.startswith("<!--") and tag.endswith("-->")):
        return None
    return Remark(tag[4:-3].strip(), start, start + len(tag))


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


class _Reading:
    """One walk over the tokens of a text."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.writing = Writing()
        self.open: list[str] = []
        self.often: Counter[str] = Counter()
        self.unread = 0

    def parts(self) -> Iterator[Part]:
        end = _Token("mark", "", len(self.text))
        for token, following in pairwise((*_Tokens(self.text).found, end)):
            if token.at < end.at:
                yield from self._met(token, min(following.at, end.at))
        yield from self._ended()

    def _met(self, token: _Token, end: int) -> Iterator[Part]:
        if token.kind in {"start", "end"}:
            yield from self._bordered(token)
        elif token.kind == "comment":
            found = remark(self.text[token.at : end], self.start + token.at)
            yield from (found,) if found else ()
        elif token.kind == "text" and not self.unread:
            self._text(token.at, end)

    def _bordered(self, token: _Token) -> Iterator[Part]:
        if token.name not in WITHIN:
            yield from self._ended()
        if token.kind == "end":
            self._close(token.name)
        elif token.name not in VOID:
            if token.name not in WITHIN and not self.unread and not self._is_quoted():
                yield Restart(self.start + token.at)
            self._count(token.name, 1)
            self.open.append(token.name)

    def _close(self, name: str) -> None:
        """End the innermost open element `name` and all within it; a stray end ends nothing."""
        ended = None if self.often[name] else name
        while ended != name:
            ended = self.open.pop()
            self._count(ended, -1)

    def _count(self, name: str, step: int) -> None:
        self.often[name] += step
        self.unread += step * (name in UNREAD)

    def _is_quoted(self) -> bool:
        return self.often["blockquote"] > 0

    def _ended(self) -> Iterator[Passage]:
        passage = self.writing.taken(quoted=self._is_quoted())
        if passage:
            yield passage

    def _text(self, at: int, end: int) -> None:
        for found in PIECE.finditer(self.text, at, end):
            text = {"space": " ", "entity": unescape(found[0])}.get(found.lastgroup or "", found[0])
            self.writing.add(text, self.start + found.start(), self.start + found.end())
