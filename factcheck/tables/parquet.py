"""Read and write Parquet, with pyarrow where that is installed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.problem import UsageError
from factcheck.tables.cells import as_text
from factcheck.tables.table import Column, Row, Table, claims_in, distinct, read_row

TOGETHER = 1_000
"""So many rows are held at once."""
MISSING = "Parquet needs pyarrow; install it with: pip install 'factcheck-corpus[arrow]'"


def check_installed() -> None:
    """Refuse Parquet where pyarrow is missing.

    Raises:
        UsageError: It says how to install it.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise UsageError(MISSING) from error


def parquet_table(path: Path, asked: str | None) -> Table:
    """Return the table in the file `path`.

    Raises:
        UsageError: It isn't Parquet, it has no such column, or pyarrow is missing.
        OSError: It can't be read.
    """
    check_installed()
    import pyarrow as pa
    import pyarrow.parquet as pq

    with path.open("rb"):
        pass  # what is wrong with the file itself is told as of any other
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UsageError(f"{path}: not Parquet that can be read: {_first(error)}") from error
    names = distinct(file.schema_arrow.names)
    claim = claims_in(names, asked, str(path))
    types = map(_kept, file.schema_arrow.types)
    columns = [Column(*one) for one in zip(names, types, strict=True)]
    return Table(columns, claim, _rows(file, claim, path))


def _first(error: Exception) -> str:
    """Return the first line of a message, which may be long."""
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _readable(kind: Any) -> Any:
    """Return the type that values of this one are read as: Python knows no nanoseconds."""
    import pyarrow as pa
    from pyarrow import types

    if types.is_timestamp(kind):
        return pa.timestamp("us", kind.tz)
    if types.is_duration(kind):
        return pa.duration("us")
    return pa.time64("us") if types.is_time64(kind) else kind


def _kept(kind: Any) -> Any:
    """Return the type that values of this one are written with; `None` for text."""
    from pyarrow import types

    plain = (types.is_boolean, types.is_integer, types.is_floating, types.is_date)
    kept = any(test(kind) for test in (*plain, types.is_timestamp))
    return _readable(kind) if kept else None


def _rows(file: Any, claim: int, path: Path) -> Iterator[Row]:
    import pyarrow as pa

    number = 0
    try:
        for batch in file.iter_batches(TOGETHER):
            for cells in zip(*map(_values, batch.columns), strict=True):
                number += 1
                yield read_row(f"row {number}", cells, claim)
    except (pa.ArrowException, OSError) as error:
        raise UsageError(f"{path}: can't be read after row {number:,}: {_first(error)}") from error


def _values(column: Any) -> list[Any]:
    """Return the values of a column; one that Python can't hold, as a year of 12,000, is `None`."""
    kind = _readable(column.type)
    held = column if kind == column.type else column.cast(kind, safe=False)
    try:
        return list(held.to_pylist())
    except (ValueError, OverflowError, LookupError):
        return [_value(one) for one in held]


def _value(one: Any) -> Any:
    try:
        return one.as_py()
    except (ValueError, OverflowError, LookupError):
        return None


class ParquetFile:
    """A Parquet file that is being written."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        """Begin it."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._schema = pa.schema([pa.field(one.name, one.type or "string") for one in columns])
        self._texts = [one.type is None for one in columns]
        self._file = pq.ParquetWriter(path, self._schema)
        self._held: list[Sequence[Any]] = []

    def write(self, cells: Sequence[Any]) -> None:
        """Add a row."""
        self._held.append(cells)
        if len(self._held) == TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what is held, and end it."""
        if self._held:
            self._write()
        self._file.close()

    def _write(self) -> None:
        import pyarrow as pa

        columns = list(zip(*self._held, strict=True))
        texts = zip(columns, self._texts, strict=True)
        made = [[*map(as_text, one)] if is_text else list(one) for one, is_text in texts]
        fields = zip(made, self._schema, strict=True)
        arrays = [pa.array(one, field.type, from_pandas=False) for one, field in fields]
        self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._held = []
