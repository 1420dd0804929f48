"""Read JSON Lines as a table: each object is a row, and each of its keys a column."""

import json
from collections.abc import Iterator
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Any

from factcheck.problem import UsageError
from factcheck.tables.bounded import bounded_lines
from factcheck.tables.table import (
    LONGEST,
    MOST,
    TOO_LONG,
    Column,
    Row,
    Table,
    claims_in,
    read_row,
)

WHOLE = range(-(2**63), 2**63)
TYPES = (({"bool"}, "bool"), ({"int"}, "int64"), ({"int", "float"}, "float64"))
"""Of what kinds the values of a column are at most, and the Arrow type for it."""


def json_lines_table(path: Path, asked: str | None) -> Table:
    """Return the table in the file `path`, which is read twice: only its end tells all keys.

    Raises:
        UsageError: It is no file, or has no such key.
        OSError: It can't be read.
    """
    if path.exists() and not path.is_file():
        raise UsageError(f"{path}: not a file; JSON Lines are read twice")
    columns = _columns(path)
    names = [column.name for column in columns]
    if not names:
        raise UsageError(f"{path}: no JSON object in it; each line holds one")
    claim = claims_in(names, asked, str(path))
    return Table(columns, claim, _rows(path, names, claim))


def _columns(path: Path) -> list[Column]:
    """Return each key with the type of its values."""
    kinds: dict[str, set[str]] = {}
    for _, value in _values(path):
        for key, one in value.items() if isinstance(value, dict) else ():
            kinds.setdefault(key, set()).update(_kind(one))
        if len(kinds) > MOST:
            break
    return [Column(key, _type(found)) for key, found in kinds.items()]


def _type(kinds: set[str]) -> str | None:
    return next((told for most, told in TYPES if kinds and kinds <= most), None)


def _kind(value: Any) -> list[str]:
    if value is None:
        return []
    fits = not isinstance(value, int) or value in WHOLE
    return [type(value).__name__ if fits else "text"]


def _rows(path: Path, names: list[str], claim: int) -> Iterator[Row]:
    for number, value in _values(path):
        place = f"line {number}"
        if isinstance(value, dict):
            yield read_row(place, [value.get(name) for name in names], claim)
            continue
        line, fault = value
        cells = [None] * claim + [line] + [None] * (len(names) - claim - 1)
        yield read_row(place, cells, claim, fault)


def _values(path: Path) -> Iterator[tuple[int, dict[str, Any] | tuple[str, str]]]:
    """Yield the object on each line with its number, or that line and why it is none."""
    with path.open("rb") as file:
        for number, raw in enumerate(bounded_lines(file), start=1):
            bare = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
            if bare.strip():
                yield number, _value(bare)


def _value(raw: bytes) -> dict[str, Any] | tuple[str, str]:
    text = raw[:LONGEST].decode("utf-8", "replace").strip()
    if len(raw) > LONGEST:
        return text, TOO_LONG
    with suppress(ValueError, RecursionError):
        value = json.loads(raw.decode("utf-8"), parse_constant=_refused, parse_float=_number)
        return value if isinstance(value, dict) else (text, "not a JSON object")
    return text, "not JSON"


def _refused(name: str) -> Any:
    raise ValueError(name)


def _number(text: str) -> float | str:
    """Return a number; one that is too large for that as it is written."""
    number = float(text)
    return number if isfinite(number) else text
