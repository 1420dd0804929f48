"""Read a table whose cells are parted by commas, semicolons or tabs, below a header.

A row that can't be read costs no other row: where a quotation mark is never closed, the
lines that it would swallow are read again.
"""

import csv
from collections import deque
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from typing import NamedTuple, TextIO

from factcheck.importing.decoding import encoding_of
from factcheck.importing.tables import SEPARATOR
from factcheck.problem import UsageError
from factcheck.tables.bounded import bounded_lines
from factcheck.tables.table import (
    LONGEST,
    SURROGATE,
    TOO_LONG,
    Column,
    Row,
    Table,
    claims_in,
    distinct,
    read_row,
)

NOT_TEXT = "not a text in UTF-8; save the table as “CSV UTF-8”"


class Cells(NamedTuple):
    """A row as it stands; `fault` says why its cells are none, or is `None`."""

    line: int
    cells: list[str]
    fault: str | None


class _Feed:
    """The lines of a table, those of one row remembered.

    Attributes:
        line: On which line, from 1, the row starts.
        taken: The lines of the row so far.
    """

    def __init__(self, file: TextIO) -> None:
        self._lines, self._again = bounded_lines(file), deque[str]()
        self.line, self.taken, self._held = 1, list[str](), 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self._held += len(line)
        if self._held > LONGEST:
            raise csv.Error(TOO_LONG)
        return line

    def begin(self) -> None:
        """Forget the lines of the last row: the next one begins."""
        self.line += len(self.taken)
        self.taken, self._held = [], 0

    def give_back(self, kept: int = 0) -> None:
        """Let all lines of the row but the first `kept` be read again."""
        self._again.extendleft(reversed(self.taken[kept:]))
        del self.taken[kept:]


def text_of(file: BufferedReader) -> TextIOWrapper:
    """Return the text of `file`, without a byte-order mark; a byte that is no text is marked."""
    encoding, mark = encoding_of(file.peek())
    file.read(len(mark))
    errors = "surrogateescape" if encoding == "UTF-8" else "replace"
    return TextIOWrapper(file, encoding, errors, newline="")


def separated_table(text: TextIO, asked: str | None, path: str, *, tabs: bool) -> Table:
    """Return the table in `text`; only tabs part its cells with `tabs`, or what the header shows.

    Raises:
        UsageError: It has no header that can be read, or no such column.
    """
    feed = _Feed(text)
    rows = _rows(feed, _separator(feed, tabs=tabs))
    header = next(rows, None)
    if header is None or header.fault:
        what = f"line {header.line}: {header.fault}" if header else "empty"
        raise UsageError(f"{path}: {what}; a table begins with a header")
    names = distinct(header.cells)
    claim = claims_in(names, asked, path)
    return Table([*map(Column, names)], claim, (_row(one, len(names), claim) for one in rows))


def _separator(feed: _Feed, *, tabs: bool) -> str:
    """Return what parts the cells: what a first line such as `sep=;` says, or the header has."""
    first = next(feed, "")
    while first and not first.strip():
        first = next(feed, "")
    if told := SEPARATOR.fullmatch(first.strip(" \r\n")):
        return told[1].replace("\\t", "\t")
    feed.give_back(len(feed.taken) - 1)
    return "\t" if tabs else max(",;\t", key=first.count)


def _rows(feed: _Feed, sign: str) -> Iterator[Cells]:
    """Yield the rows that are not empty, or in the place of one what is wrong with it."""
    reader = csv.reader(feed, delimiter=sign, strict=True)
    while True:
        feed.begin()
        limit = csv.field_size_limit(LONGEST)  # every reader of the process has the same
        try:
            cells = next(reader, None)
        except csv.Error as error:
            feed.give_back(1)
            cells = [feed.taken[0].strip()[:LONGEST]]
            yield Cells(feed.line, cells, f"not a row of a table: {error}")
            continue
        finally:
            csv.field_size_limit(limit)
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Cells(feed.line, cells, None)


def _row(given: Cells, width: int, claim: int) -> Row:
    """Return a row of a table of so many columns; of one that can't be read, the line as claim."""
    cells, fault = given.cells, given.fault
    place = f"line {given.line}"
    if fault:
        whole = [None] * claim + [SURROGATE.sub("�", cells[0])] + [None] * (width - claim - 1)
        return read_row(place, whole, claim, fault)
    if len(cells) != width:
        fault = f"the row has {len(cells):,} cells, the header {width:,}"
    elif any(map(SURROGATE.search, cells)):
        fault = NOT_TEXT
    clean = [SURROGATE.sub("�", cell) for cell in cells[:width]]
    return read_row(place, clean + [""] * (width - len(clean)), claim, fault)
