"""Draw a timeline on a terminal: each entry by itself, its date first."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from factcheck.show.dated import Entry
from factcheck.show.drawing import GAP
from factcheck.show.folding import wrapped

POINT, LINE = "● ", "│ "


def timeline(entries: Sequence[Entry], width: int) -> Iterator[Text]:
    """Yield the lines of a timeline: of each entry date and id, below them the whole statement."""
    for one in entries:
        yield from _head(one, width)
        for line in wrapped(one.statement, width - len(LINE)):
            yield Text(f"{LINE}{line}")


def _head(one: Entry, width: int) -> Iterator[Text]:
    named = f"{one.id}{GAP}{one.note}" if one.note else one.id
    head = Text.assemble(POINT, (one.date, "bold"), GAP, (named, "dim"))
    if head.cell_len <= width:
        yield head
        return
    yield Text.assemble(POINT, (one.date, "bold"))
    for text in filter(None, (one.id, one.note)):
        yield from (Text.assemble(LINE, (line, "dim")) for line in wrapped(text, width - len(LINE)))
