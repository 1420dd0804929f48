"""Draw a timeline on a terminal: each entry by itself, its date first."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from factcheck.show.dated import Entry
from factcheck.show.drawing import GAP, fitted

POINT, LINE = "● ", "│ "
WIDE = 60
"""Cells; where so many are left for a statement beside date and id, all stand on one line."""


def timeline(entries: Sequence[Entry], width: int) -> Iterator[Text]:
    """Yield the lines of a timeline; a statement that is cut ends in an ellipsis.

    A wide terminal has a line for each entry: date, statement, id. On any other date and
    id stand above the statement: beside it they would leave it a few words.
    """
    dates = max((cell_len(one.date) for one in entries), default=0)
    ids = max((cell_len(_named(one)) for one in entries), default=0)
    wide = width - dates - ids - len(POINT) - 2 * len(GAP) >= WIDE
    for one in entries:
        yield from _on_one(one, dates, width - ids - len(GAP)) if wide else _on_two(one, width)


def _on_one(one: Entry, dates: int, room: int) -> Iterator[Text]:
    date = one.date + " " * (dates - cell_len(one.date)) + GAP
    line = fitted(Text.assemble((date, "bold"), POINT, one.statement), room)
    line.append(" " * (room - line.cell_len) + GAP)
    yield line.append(_named(one), "dim")


def _on_two(one: Entry, width: int) -> Iterator[Text]:
    head = Text.assemble(POINT, (one.date, "bold"), GAP, (_named(one), "dim"))
    if head.cell_len <= width:
        yield head
    else:
        yield Text.assemble(POINT, (one.date, "bold"))
        yield from (Text.assemble(LINE, (text, "dim")) for text in (one.id, one.note) if text)
    yield fitted(Text(f"{LINE}{one.statement}"), width)


def _named(one: Entry) -> str:
    return f"{one.id}{GAP}{one.note}" if one.note else one.id
