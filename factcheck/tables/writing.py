"""Write a table to a file, in the form that its name's ending tells."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from factcheck.problem import UsageError
from factcheck.tables.cells import as_json, inert
from factcheck.tables.parquet import ParquetFile, check_installed
from factcheck.tables.table import Column

Dumps = Callable[[Any], str]


class Written(Protocol):
    """A table that is being written."""

    def write(self, cells: Sequence[Any]) -> None:
        """Add a row: a value for each column."""

    def close(self) -> None:
        """End it."""


class SeparatedFile:
    """A file of cells parted by `sign`; no cell of it is run by a spreadsheet."""

    def __init__(self, path: Path, columns: Sequence[Column], sign: str) -> None:
        """Begin it with the header."""
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, delimiter=sign, lineterminator="\n")
        self.write([column.name for column in columns])

    def write(self, cells: Sequence[Any]) -> None:
        """Add a row."""
        self._writer.writerow(map(inert, cells))

    def close(self) -> None:
        """End it."""
        self._file.close()


class JsonLinesFile:
    """A file of JSON objects, one a line."""

    def __init__(self, path: Path, columns: Sequence[Column], dumps: Dumps) -> None:
        """Begin it; `dumps` writes an object on one line."""
        self._file = path.open("w", encoding="utf-8", newline="")
        self._names, self._dumps = [column.name for column in columns], dumps

    def write(self, cells: Sequence[Any]) -> None:
        """Add a row."""
        row = dict(zip(self._names, map(as_json, cells), strict=True))
        self._file.write(f"{self._dumps(row)}\n")

    def close(self) -> None:
        """End it."""
        self._file.close()


FORMS: dict[str, Callable[[Path, Sequence[Column], Dumps], Written]] = {
    ".csv": lambda path, columns, _: SeparatedFile(path, columns, ","),
    ".tsv": lambda path, columns, _: SeparatedFile(path, columns, "\t"),
    ".jsonl": JsonLinesFile,
    ".ndjson": JsonLinesFile,
    ".parquet": lambda path, columns, _: ParquetFile(path, columns),
}


def check_form(path: Path) -> None:
    """Refuse a file that no table can be written to.

    Raises:
        UsageError: Its ending tells no form, or Parquet can't be written here.
    """
    ending = path.suffix.lower()
    if ending not in FORMS:
        raise UsageError(f"{path}: its name ends in none of {', '.join(FORMS)}")
    if ending == ".parquet":
        check_installed()


def begun(path: Path, named: Path, columns: Sequence[Column], dumps: Dumps) -> Written:
    """Begin the file `path` in the form that the ending of `named` tells."""
    return FORMS[named.suffix.lower()](path, columns, dumps)
