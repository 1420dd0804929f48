"""Open a file of claims in the form that its name's ending tells; any other is a text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.problem import UsageError
from factcheck.tables.json_lines import json_lines_table
from factcheck.tables.parquet import parquet_table
from factcheck.tables.plain import text_table
from factcheck.tables.separated import separated_table, text_of
from factcheck.tables.table import Table


@contextmanager
def table_in(path: Path, column: str | None) -> Iterator[Table]:
    """Give the table in a file; `column` is the one that holds the claims, if it was named.

    Raises:
        UsageError: It is no such table, or has no such column.
        OSError: It can't be read.
    """
    ending = path.suffix.lower()
    if ending in {".jsonl", ".ndjson"}:
        yield json_lines_table(path, column)
    elif ending == ".parquet":
        yield parquet_table(path, column)
    elif ending in {".csv", ".tsv"}:
        with path.open("rb") as file, text_of(file) as text:
            yield separated_table(text, column, str(path), tabs=ending == ".tsv")
    elif ending in {".docx", ".doc", ".odt", ".rtf", ".epub", ".xlsx", ".xls", ".ods", ".pdf"}:
        raise UsageError(f"{path}: neither a text nor one of .csv, .tsv, .jsonl and .parquet")
    else:
        check_text(column)
        with path.open("rb") as file:
            yield text_table(file)


def check_text(column: str | None) -> None:
    """Refuse a column of what is read as a text.

    Raises:
        UsageError: A column was named.
    """
    if column is not None:
        told = "--column is for .csv, .tsv, .jsonl, .ndjson and .parquet; a text has no columns"
        raise UsageError(told)
