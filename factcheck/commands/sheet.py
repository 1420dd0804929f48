"""Write a table with the answers to its claims behind its own columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.commands.answers import Answered
from factcheck.commands.files import new_file, told
from factcheck.show.escaping import dumps
from factcheck.show.outcome import Outcome
from factcheck.tables.table import Column
from factcheck.tables.writing import begun

PREFIX = "factcheck_"
"""Stands before a name of ours that the table has already."""


def written(
    path: Path, columns: Sequence[Column], answered: Iterable[Answered], *, force: bool
) -> None:
    """Write each row to the file `path`, whole or not at all.

    Raises:
        UsageError: It exists and `force` is off, or can't be written.
    """
    ours = [Column(name) for name in own_names([column.name for column in columns])]
    with new_file(path, force=force) as new, _begun(new, path, [*columns, *ours]) as write:
        for one in answered:
            write((*one.row.cells, *one.outcome))


def own_names(taken: Sequence[str]) -> list[str]:
    """Return what the columns of an answer are called in a table that has the names `taken`."""
    names = []
    for name in Outcome._fields:
        while name in taken or name in names:
            name = f"{PREFIX}{name}"  # noqa: PLW2901 - until nobody else is called so
        names.append(name)
    return names


@contextmanager
def _begun(
    new: Path, path: Path, columns: Sequence[Column]
) -> Iterator[Callable[[Sequence[Any]], None]]:
    """Give what adds a row to a new file; what is wrong is told of `path`, whose place it takes."""
    with told(path):
        file = begun(new, path, columns, dumps)

    def write(cells: Sequence[Any]) -> None:
        with told(path):
            file.write(cells)

    try:
        yield write
    finally:
        with told(path):
            file.close()
