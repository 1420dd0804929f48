"""A run of text that a reader reads as one, and where each piece of it stands in its file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

Span = tuple[int, int]
"""Offsets in code points: of the first character, and the one after the last."""

GAP = "…"
SILENT = re.compile(
    r"[\u00ad\u200b\u2060\ufeff]"  # where a word may be parted, or no space is
    r"|[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*|(?<=\d)[₀-₉]+|\^\d+(?:,\d+)*\^"
    r"|\[\^[^\]\s]{1,99}\]|(?<=\S)\[\d{1,3}\]|↩[\ufe0e\ufe0f]?"
    r"|(?P<gap>\.(?:\s\.){2,3}(?!\S?\.))"
)
"""What is no part of a word or a figure: marks where it may be parted, marks of notes in every
notation, and the gap of a quotation, which is one character. A raised figure is taken for a note:
in prose powers are rare, and `10²` read as 102 is wrong too."""


class Piece(NamedTuple):
    """A part of a passage's text and the part of the file that it was read from.

    As long as the other, the two agree character by character; else the one stands
    for the other as a whole, as `&` does for `&amp;`.
    """

    at: int
    length: int
    start: int
    end: int


class Passage(NamedTuple):
    """A run of text that is read as one: a paragraph, a heading, an item, a cell.

    Attributes:
        text: As a reader sees it: no marks, no tags, line breaks as spaces.
        pieces: Where it stands in the file, in order.
        quoted: Whether it stands in a block quote.
        block: Which table, list or block quote of the file holds it: where the outermost
            starts; `None` if none does.
        heading: Whether it is a heading.
    """

    text: str
    pieces: tuple[Piece, ...]
    quoted: bool
    block: int | None = None
    heading: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the file; it must not be empty."""
        first, last = self._piece(start), self._piece(end - 1)
        return _source(first, start)[0], _source(last, end - 1)[1]

    def _piece(self, at: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1]


def _agrees(piece: Piece) -> bool:
    """Whether it is as long as the part of the file."""
    return piece.end - piece.start == piece.length


def _source(piece: Piece, at: int) -> Span:
    """Return where the character `at` of a passage stands in the file."""
    if not _agrees(piece):
        return piece.start, piece.end
    start = piece.start + at - piece.at
    return start, start + 1


class Remark(NamedTuple):
    """A comment in the markup: its text, where it stands in the file, and in which block."""

    text: str
    start: int
    end: int
    block: int | None = None


class Restart(NamedTuple):
    """A place from which on a text reads the same by itself as behind what stands before it."""

    start: int


Part: TypeAlias = "Passage | Remark | Restart"


class Here(NamedTuple):
    """A place in a passage that is put together: after so many texts, so many characters."""

    texts: int
    length: int


class Writing:
    """A passage while it is put together."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which was read from the file's `start` to `end`."""
        if not text:
            return
        self._texts.append(text)
        self._add(Piece(self._length, len(text), start, end))
        self._length += len(text)

    def _add(self, piece: Piece) -> None:
        """Add a piece, or let the last go on if the two agree with the file as one."""
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == piece.start and _agrees(last) and _agrees(piece):
            length = last.length + piece.length
            self._pieces[-1] = last._replace(length=length, end=piece.end)
        else:
            self._pieces.append(piece)

    def here(self) -> Here:
        """Return where the passage has come to."""
        return Here(len(self._texts), self._length)

    def since(self, here: Here) -> str:
        """Return what was added since then."""
        return "".join(self._texts[here.texts :])

    def before(self, here: Here) -> str:
        """Return the last character that was added before then; empty if there is none."""
        return self._texts[here.texts - 1][-1:] if here.texts else ""

    def back(self, here: Here) -> None:
        """Leave out what was added since then."""
        del self._texts[here.texts :]
        self._length = here.length
        while self._pieces and self._pieces[-1].at + self._pieces[-1].length > here.length:
            last = self._pieces.pop()
            if last.at < here.length:
                self._pieces.append(_part(last, last.at, here.length))

    def taken(
        self, *, quoted: bool = False, block: int | None = None, heading: bool = False
    ) -> Passage | None:
        """Return the passage and start anew; `None` if there is nothing to read in it."""
        text, pieces = _cleared("".join(self._texts), self._pieces)
        self.__init__()  # type: ignore[misc]
        whole = Passage(text, tuple(pieces), quoted, block, heading)
        return whole if text.strip() else None


def _cleared(text: str, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return a text as it is spoken: without what says nothing, a gap as one character."""
    texts: list[str] = []
    kept: list[Piece] = []
    start = at = 0
    for found in SILENT.finditer(text):
        shown = GAP if found.lastgroup == "gap" else ""
        texts += (text[start : found.start()], shown)
        kept += _moved(pieces, (start, found.start()), at)
        at += found.start() - start
        if shown:
            whole = [*_moved(pieces, found.span(), 0)]
            kept.append(Piece(at, len(shown), whole[0].start, whole[-1].end))
            at += len(shown)
        start = found.end()
    if not start:
        return text, pieces
    return "".join((*texts, text[start:])), [*kept, *_moved(pieces, (start, len(text)), at)]


def _moved(pieces: list[Piece], span: Span, at: int) -> Iterator[Piece]:
    """Yield the pieces of a part of a text, which stands at `at` of another."""
    start, end = span
    number = max(0, bisect_right(pieces, start, key=lambda piece: piece.at) - 1)
    while number < len(pieces) and pieces[number].at < end:
        piece = pieces[number]
        first, last = max(start, piece.at), min(end, piece.at + piece.length)
        if first < last:
            yield _part(piece, first, last)._replace(at=at + first - start)
        number += 1


def _part(piece: Piece, first: int, last: int) -> Piece:
    """Return the part of a piece that is the passage's `first` to `last`."""
    if not _agrees(piece):
        return piece._replace(at=first, length=last - first)
    start = piece.start + first - piece.at
    return Piece(first, last - first, start, start + last - first)
