"""Lines of a file of which none fills the memory."""

from collections.abc import Iterator
from typing import IO, AnyStr

from factcheck.tables.table import LONGEST


def bounded_lines(file: IO[AnyStr]) -> Iterator[AnyStr]:
    """Yield the lines of `file`; of one longer than `LONGEST` only enough to see that it is."""
    while line := file.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not _is_ended(rest):
            rest = file.readline(LONGEST + 1)
        yield line


def _is_ended(line: AnyStr) -> bool:
    return line.endswith(("\n", "\r") if isinstance(line, str) else b"\n")
