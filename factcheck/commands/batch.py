"""A batch: each claim of a file looked up, and the answers shown, printed or written."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from io import BufferedReader, RawIOBase
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, cast

from factcheck.commands.answers import Answered, Asked, LookUp
from factcheck.commands.console import (
    Screen,
    complain,
    counted,
    out_each,
    print_each,
    terminal,
    warn,
    watching,
)
from factcheck.commands.sheet import written
from factcheck.problem import UsageError
from factcheck.show.escaping import dumps
from factcheck.show.outcome import BAD
from factcheck.show.tabbed import WORST_FIRST, piped, summary
from factcheck.store.jobs import in_order
from factcheck.tables.cells import as_json, as_text
from factcheck.tables.plain import text_table
from factcheck.tables.reading import table_in
from factcheck.tables.separated import separated_table, text_of
from factcheck.tables.table import USUAL, Table
from factcheck.tables.writing import check_form

Through = Callable[[Iterable[Answered]], Iterator[Answered]]
TOGETHER = 50
"""So many rows go to another process at once: a tenth of a second's work."""
SENTENCE = 4
"""Words of what is hardly the name of a column."""


class Batch(NamedTuple):
    """What is looked up, and where its answers go.

    Attributes:
        path: The file; `None` for standard input.
        column: The one that holds the claims, if it was named.
        output: The file that the table is written to; `None` to print it.
        force: Whether that may overwrite one.
        sort: Whether what is contradicted comes first.
        jobs: How many processes look rows up.
        no_color: Whether a terminal's colours are off.
    """

    path: str | None
    column: str | None = None
    output: Path | None = None
    force: bool = False
    sort: bool = False
    jobs: int = 1
    no_color: bool = False


def look_up_each(batch: Batch, asked: Asked) -> None:
    """Look each claim of a batch up, and say what is told of it in its place.

    Raises:
        UsageError: The file is no table of claims, some of its rows can't be looked up, or
            the answers can't be written where they should.
    """
    if batch.output:
        check_form(batch.output)
    counts = Counter[str]()
    screen = None if asked.json or batch.output else terminal(no_color=batch.no_color)
    with _table(batch) as table, _watched(batch, screen) as watched:
        told = watched(_tallied(_answers(table, batch, asked), counts))
        _tell(_sorted(told) if batch.sort else told, table, batch, screen)
    if batch.output or screen:
        complain(summary(counts), 0)
    if bad := counts[BAD]:
        lost = f"one {table.unit}" if bad == 1 else f"{bad:,} {table.unit}s"
        place = batch.path or "standard input"
        raise UsageError(f"{lost} of {place} could not be looked up; each says why in its place")


def _table(batch: Batch) -> AbstractContextManager[Table]:
    if batch.path is not None:
        return table_in(Path(batch.path), batch.column)
    if batch.column is None:
        return nullcontext(text_table(sys.stdin.buffer))
    return nullcontext(
        separated_table(
            text_of(BufferedReader(cast("RawIOBase", sys.stdin.buffer))),
            batch.column,
            "standard input",
            tabs=False,
        )
    )


@contextmanager
def _watched(batch: Batch, screen: "Screen | None") -> Iterator[Through]:
    """Give what passes answers on and shows a person how many there are.

    Of a file it is known how many there will be. Whoever sees each answer itself
    without a `screen` to draw on needs no more.
    """
    unseen = batch.sort or batch.output is not None or not sys.stdout.isatty()
    if not sys.stderr.isatty() or not (unseen or screen):
        yield iter
    elif batch.path is None or not Path(batch.path).is_file():
        yield counted if unseen else iter
    else:
        with watching("looking claims up", _rows_in(batch), screen) as progress:
            yield partial(_passed, progress=progress)


def _rows_in(batch: Batch) -> int:
    """Return how many rows a file has: to read them takes a hundredth of looking them up."""
    with _table(batch) as table:
        return sum(1 for _ in table.rows)


def _passed(answered: Iterable[Answered], progress: Callable[[int], None]) -> Iterator[Answered]:
    for one in answered:
        yield one
        progress(1)


def _answers(table: Table, batch: Batch, asked: Asked) -> Iterator[Answered]:
    """Yield what is told of each row."""
    size = 1 if batch.jobs == 1 else TOGETHER
    batches = iter(lambda: list(islice(table.rows, size)), [])
    yield from chain.from_iterable(in_order(LookUp, asked, batches, batch.jobs))


def _tallied(answered: Iterable[Answered], counts: Counter[str]) -> Iterator[Answered]:
    for one in answered:
        counts[one.outcome.verdict] += 1
        yield one


def _sorted(answered: Iterable[Answered]) -> list[Answered]:
    return sorted(answered, key=lambda one: WORST_FIRST.index(one.outcome.verdict))


def _tell(
    answered: Iterable[Answered], table: Table, batch: Batch, screen: "Screen | None"
) -> None:
    """Show, print or write what is told of each row."""
    _warn_of_header(table, batch)
    if batch.output:
        written(batch.output, table.columns, answered, force=batch.force)
    elif screen:
        from factcheck.show.batch_rows import aligned

        told = ((one.outcome, one.row.text) for one in answered)
        print_each(aligned(told, screen.width), screen)
    else:
        out_each((_line(one, table) for one in answered), at_once=True)


def _warn_of_header(table: Table, batch: Batch) -> None:
    """Say of a header that reads like a claim what it was taken for."""
    name = table.columns[0].name
    guessed = batch.column is None and len(table.columns) == 1 and table.unit == "row"
    if guessed and name not in USUAL and len(name.split()) >= SENTENCE:
        warn(f"{batch.path}: its first line is taken for the header: {name}")


def _line(one: Answered, table: Table) -> str:
    """Return what is printed of a row, with what else the table has in it."""
    cells = zip(table.columns, one.row.cells, strict=True)
    others = {
        column.name: cell for column, cell in cells if column is not table.columns[table.claim]
    }
    if one.data is None:
        return piped(one.outcome, one.row.text, [as_text(cell) or "" for cell in others.values()])
    return dumps(one.data | ({"columns": as_json(others)} if others else {}))
