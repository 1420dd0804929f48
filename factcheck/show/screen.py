"""Render blocks for a terminal: the verdict, the quotation, then labelled paragraphs."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from re import escape

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.show.blocks import Block, paired, rows
from factcheck.show.escaping import shown

VERDICT = {
    "verdict-supported": "green",
    "verdict-alleged": "magenta",
    "verdict-contradicted": "red",
    "verdict-close": "yellow",
    "verdict-found": "cyan",
    "verdict-not_covered": "yellow",
}
STYLE = {
    "statement": "bold",
    "quotation": "italic",
    "rating": "italic",
    "difference": "red",
    "reply": "magenta",
    "note": "dim",
}
MARK = "underline"
"""Seen without colour, too."""
APART = frozenset({*VERDICT, "quotation"})
"""Behind these an empty line lets the eye rest."""


def screen(blocks: Iterable[Block]) -> Group:
    """Return `blocks` as something that a rich console prints."""
    return Group(*_drawn([*blocks]))


def _drawn(blocks: list[Block]) -> Iterator[RenderableType]:
    for block, following in pairwise([*blocks, Block("", ())]):
        yield from _parts(block)
        if block.role in APART and following.lines and following.role != block.role:
            yield Text("")


def _parts(block: Block) -> Iterator[RenderableType]:
    lines = [shown(line) for line in block.lines]
    style = STYLE.get(block.role, "")
    if block.role in VERDICT:
        yield Text(lines[0], f"bold {VERDICT[block.role]}")
        yield from (Text(line, "dim") for line in lines[1:])
    elif block.role == "quotation":
        yield Padding(_marked(Text(lines[0], style), block), (0, 0, 0, 2))
        yield from (Padding(Text(line, "dim"), (0, 0, 0, 2)) for line in lines[1:])
    elif block.role == "table":
        yield Text(f"{block.label}:", "bold dim")
        yield _table(lines)
    elif block.role == "pairs":
        yield Text(f"{block.label}:", "bold dim")
        yield _list(["\n".join(one) for one in paired(lines)], style)
    elif len(lines) == 1:
        label = (f"{block.label}: ", "bold dim") if block.label else ""
        yield _marked(Text.assemble(label, (lines[0], style)), block)
    else:
        yield Text(f"{block.label}:", "bold dim")
        yield _list(lines, style)


def _marked(text: Text, block: Block) -> Text:
    """Underline the words in question, where they stand as whole words."""
    for words in block.marked:
        text.highlight_regex(rf"(?i)(?<!\w){escape(words)}(?!\w)", MARK)
    return text


def _table(cells: list[str]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    for place, row in enumerate(rows(cells)):
        table.add_row(*(Text(cell, "" if place else "bold dim") for cell in row))
    return Padding(table, (0, 0, 0, 2))


def _list(lines: list[str], style: str) -> Table:
    """Return a list whose entries hang behind their marks."""
    table = Table.grid(padding=(0, 1))
    for line in lines:
        table.add_row("•", Text(line, style))
    return table
