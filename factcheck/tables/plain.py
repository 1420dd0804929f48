"""A text as a table: a claim a line, and no other column."""

from collections.abc import Iterable, Iterator

from factcheck.tables.table import Column, Row, Table

NAME = "text"
"""What the only column is called."""


def text_table(lines: Iterable[bytes]) -> Table:
    """Return the lines of a text that are not empty, as they come."""
    return Table([Column(NAME)], 0, _rows(lines), "line")


def _rows(lines: Iterable[bytes]) -> Iterator[Row]:
    for number, raw in enumerate(lines, start=1):
        line = raw.decode("utf-8", "replace").strip()
        if number == 1:
            line = line.removeprefix("\ufeff").lstrip()  # a byte-order mark
        if line:
            yield Row(line, (line,), _unread(raw, number))


def _unread(raw: bytes, number: int) -> str | None:
    """Return why a line is no text, or `None` if it is one."""
    if b"\0" in raw:
        return f"line {number}: not a text in UTF-8 (a zero byte)"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"line {number}: not a text in UTF-8 at byte {error.start + 1} of the line"
    return None
