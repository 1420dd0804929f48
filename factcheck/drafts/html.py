"""Read HTML: its passages. Whatever is broken in it, the rest is read."""

import re
from collections.abc import Iterator
from html import unescape

from tree_sitter import Language, Node, Parser
from tree_sitter_html import language

from factcheck.drafts.passage import Passage, Remark, Writing

PARSER = Parser(Language(language()))
WITHIN = frozenset(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark q s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a passage; every other one parts it from the next."""
MARKS = frozenset(
    {"start_tag", "end_tag", "self_closing_tag", "erroneous_end_tag", "comment", "doctype"}
)
WORD_OR_SPACE = re.compile(r"\S+|\s+")
UNREAD = frozenset("head script style template code pre kbd samp del s strike svg math".split())


def html_parts(text: str, start: int = 0) -> Iterator[Passage | Remark]:
    """Yield the passages and comments of a text in HTML; a comment before what holds it.

    Their places count from `start`.
    """
    return _Reading(text, start).parts()


def remark(tag: str, start: int) -> Remark | None:
    """Return the comment that `tag` is; `None` if it is none."""
    if not (tag.startswith("<!--") and tag.endswith("-->")):
        return None
    return Remark(tag[4:-3].strip(), start, start + len(tag))


class _Reading:
    """One walk over the nodes of a parsed text."""

    def __init__(self, text: str, start: int) -> None:
        self.data = text.encode()
        self.start = start
        self.writing = Writing()
        self.byte = self.character = self.end = 0

    def parts(self) -> Iterator[Passage | Remark]:
        waiting: list[tuple[Node, bool, bool]] = [(PARSER.parse(self.data).root_node, False, False)]
        while waiting:  # no recursion: elements in elements may be deep
            node, quoted, ends = waiting.pop()
            name = _name(node)
            parts = ends or (bool(name) and name not in WITHIN)
            if parts:
                yield from self._ended(quoted=quoted)
            if ends:
                continue
            if name in UNREAD or node.type in MARKS:
                self._go_past(node)
                yield from self._commented(node)
            elif node.type in {"text", "entity"}:
                self._read(node)
            else:
                inner = quoted or name == "blockquote"
                waiting += [(node, inner, True)] if parts else []
                waiting += [(child, inner, False) for child in reversed(node.children)]
        yield from self._ended(quoted=False)

    def _ended(self, *, quoted: bool) -> Iterator[Passage]:
        passage = self.writing.taken(quoted=quoted)
        if passage:
            yield passage

    def _commented(self, node: Node) -> Iterator[Remark]:
        if node.type == "comment":
            start = self._at(node.start_byte)
            found = remark(self.data[node.start_byte : node.end_byte].decode(), start)
            if found:
                yield found

    def _go_past(self, node: Node) -> None:
        """Leave a tag or an element out; white space before it, which no node has, is a space."""
        if node.start_byte > self.end:
            start = self._at(self.end)
            self.writing.add(" ", start, self._at(node.start_byte))
        self.end = node.end_byte

    def _read(self, node: Node) -> None:
        self._go_past(node)
        start, end = self._at(node.start_byte), self._at(node.end_byte)
        text = self.data[node.start_byte : node.end_byte].decode()
        if node.type == "entity":
            self.writing.add(unescape(text), start, end)
            return
        at = start
        for found in WORD_OR_SPACE.finditer(text):
            length = found.end() - found.start()
            self.writing.add(" " if found[0].isspace() else found[0], at, at + length)
            at += length

    def _at(self, byte: int) -> int:
        self.character += len(self.data[self.byte : byte].decode())
        self.byte = byte
        return self.start + self.character


def _name(node: Node) -> str:
    """Return the name of an element in lower case; of another node, an empty string."""
    if node.type in {"script_element", "style_element"}:
        return "script"
    if node.type != "element" or not node.children:
        return ""
    tag = node.children[0]
    named = [child for child in tag.children if child.type == "tag_name"]
    return (named[0].text or b"").decode().lower() if named else ""
