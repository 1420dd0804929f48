"""A run of text that a reader reads as one, and where each piece of it stands in its file."""

from bisect import bisect_right
from typing import NamedTuple, TypeAlias

Span = tuple[int, int]
"""Offsets in code points: of the first character, and the one after the last."""


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
    """

    text: str
    pieces: tuple[Piece, ...]
    quoted: bool

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
    """A comment in the markup: its text, and where it stands in the file."""

    text: str
    start: int
    end: int


class Restart(NamedTuple):
    """A place from which on a text reads the same by itself as behind what stands before it."""

    start: int


Part: TypeAlias = "Passage | Remark | Restart"


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

    def taken(self, *, quoted: bool = False) -> Passage | None:
        """Return the passage and start anew; `None` if there is nothing to read in it."""
        passage = Passage("".join(self._texts), tuple(self._pieces), quoted)
        self.__init__()  # type: ignore[misc]
        return passage if passage.text.strip() else None
