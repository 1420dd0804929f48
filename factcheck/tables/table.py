"""A table of claims: named columns, one of which holds the claims, and its rows as they come."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.problem import UsageError, did_you_mean

USUAL = ("claim", "text", "query", "statement")
"""What a column of claims is called, the name that counts first in front."""
MOST = 5_000
"""Columns of a table."""
LONGEST = 1_000_000
"""Characters of a row."""
TOO_LONG = f"longer than {LONGEST:,} characters"
NAMED = 20
"""How many columns a message names."""
SURROGATE = re.compile("[\ud800-\udfff]")


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: No other column of the table has it.
        type: An Arrow type or the name of one; `None` for text.
    """

    name: str
    type: Any = None


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        text: The claim in it; of a row that can't be read, what there is of it.
        cells: A value for each column of the table; `None` where there is none.
        fault: Why it can't be looked up, with its place; `None` if it can.
    """

    text: str
    cells: tuple[Any, ...]
    fault: str | None = None


class Table(NamedTuple):
    """A table of claims.

    Attributes:
        columns: All of them, in their order.
        claim: Which of them holds the claims, from 0.
        rows: In their order, read as they are asked for.
        unit: What a row of it is called, `line` or `row`.
    """

    columns: Sequence[Column]
    claim: int
    rows: Iterator[Row]
    unit: str = "row"


def distinct(names: Iterable[str]) -> list[str]:
    """Return names of columns, one that stands there again or is empty made one of its own."""
    given, found = list(names), dict[str, None]()
    for at, name in enumerate(given, start=1):
        own = bare = SURROGATE.sub("�", name.strip()) or f"column_{at}"
        number = 1
        while own in found or (number > 1 and own in given):
            number += 1
            own = f"{bare}_{number}"
        found[own] = None
    return list(found)


def claims_in(names: Sequence[str], asked: str | None, path: str) -> int:
    """Return which of a table's columns holds the claims.

    Args:
        names: Those of the columns.
        asked: The name that the user gave; `None` for what such a column is usually called.
        path: The file, for the message.

    Raises:
        UsageError: No column is called so, or it isn't plain which is meant.
    """
    if len(names) > MOST:
        raise UsageError(f"{path}: more than {MOST:,} columns")
    if asked is not None and asked in names:
        return names.index(asked)
    lowered = [name.casefold() for name in names]
    wanted = USUAL if asked is None else (asked.strip().casefold(),)
    if found := next((name for name in wanted if name in lowered), None):
        return lowered.index(found)
    if asked is None and len(names) == 1:
        return 0
    raise UsageError(f"{path}: {_unfound(names, asked)}")


def _unfound(names: Sequence[str], asked: str | None) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    had = ", ".join(f"'{name[:100]}'" for name in names[:NAMED]) + more
    if asked is None:
        return f"name the column of the claims with --column; it has {had or 'none'}"
    meant = did_you_mean(asked, [name[:100] for name in names])
    return f"no column '{asked[:100]}'{meant or f'; it has {had}'}"


def read_row(place: str, cells: Sequence[Any], claim: int, fault: str | None = None) -> Row:
    """Return a row with these cells, the claim in the cell `claim`, or with what is wrong with it.

    `place` says where it stands, as `line 3`.
    """
    value = cells[claim]
    text = value if isinstance(value, str) else "" if value is None else str(value)
    wrong = fault or fault_in(value)
    told = f"{place}: {wrong}" if wrong else None
    return Row(SURROGATE.sub("�", text).strip(), tuple(cells), told)


def fault_in(value: Any) -> str | None:
    """Return why a value is no claim that could be looked up; `None` if it is one."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "no claim in it"
    if not isinstance(value, str):
        return f"the claim is no text but {str(value)[:100]}"
    if "\0" in value:
        return "not a text in UTF-8 (a zero byte)"
    return "not a text in UTF-8" if SURROGATE.search(value) else None
