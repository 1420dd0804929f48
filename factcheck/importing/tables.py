"""Read reviews from a table: a header of named columns, then a row for each review."""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from factcheck.importing.columns import columns_of, header_problem
from factcheck.importing.decoding import MAX_LENGTH, TOO_LONG, Place, UnreadableError
from factcheck.importing.fields import Fields

SEPARATOR = re.compile(r'"?sep=(\t|\\t|[!#-/:-@\[-`{-~])"?,*', re.IGNORECASE)


class Row(NamedTuple):
    """A row of a table, and the line on which it starts."""

    line: int
    cells: list[str]


class _Lines:
    """The lines of a table, counted row by row; a row that is too long raises UnreadableError.

    Attributes:
        start: The number of the line on which the row starts.
        held: How many characters of the row were given out.
    """

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self.lines, self.start, self.held = lines, 1, 0

    def __iter__(self) -> Iterator[str]:
        for number, line in self.lines:
            if not self.held:
                self.start = number
            self.held += len(line)
            if self.held > MAX_LENGTH:
                raise UnreadableError((self.start, 1), f"a row {TOO_LONG}")
            yield line


def table_reviews(
    lines: Iterator[tuple[int, str]], *, tabs: bool
) -> Iterator[tuple[Place, Fields | str]]:
    """Yield the fields of each row, or what is wrong with it, with its place.

    Args:
        lines: Each line of the file with its number.
        tabs: Whether only a tab parts columns; else what stands in the header
            most often of comma, semicolon and tab does. A first line such as `sep=;`,
            which spreadsheets write and read, counts before both.

    Raises:
        UnreadableError: Quotes are not as they must be, or a row is too long.
    """
    first = next((numbered for numbered in lines if numbered[1].strip()), None)
    told = SEPARATOR.fullmatch(first[1].strip(" \n")) if first else None
    if told:
        first = next((numbered for numbered in lines if numbered[1].strip()), None)
    if first is None:
        return
    sign = told[1].replace("\\t", "\t") if told else max(",;\t", key=first[1].count)
    rows = _rows(chain([first], lines), "\t" if tabs and not told else sign)
    header = next(rows)
    problem = header_problem(header.cells)
    if problem:
        yield (header.line, 1), problem
        return
    columns = columns_of(header.cells)
    for row in rows:
        yield (row.line, 1), _fields(row.cells, columns, len(header.cells))


def _fields(cells: list[str], columns: dict[str, int], width: int) -> Fields | str:
    if len(cells) != width:
        return f"the row has {len(cells):,} fields, the header {width:,}"
    return Fields(**{field: cells[at] for field, at in columns.items()})


def _rows(lines: Iterator[tuple[int, str]], delimiter: str) -> Iterator[Row]:
    feed = _Lines(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while (cells := _next(reader, feed)) is not None:
        if cells:  # a blank line is no row
            yield Row(feed.start, cells)


def _next(reader: Iterator[list[str]], feed: _Lines) -> list[str] | None:
    """Return the cells of the next row; `None` at the end."""
    feed.held = 0
    limit = csv.field_size_limit(MAX_LENGTH)  # every reader of the process has the same
    try:
        return next(reader, None)
    except csv.Error as error:
        raise UnreadableError((feed.start, 1), f"not a table: {error}") from None
    finally:
        csv.field_size_limit(limit)
