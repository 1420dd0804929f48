"""Render blocks for a terminal: a panel with the verdict, then labelled paragraphs."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from factcheck.show.blocks import Block
from factcheck.show.escaping import shown

VERDICT = {
    "verdict-supported": "green",
    "verdict-contradicted": "red",
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


def screen(blocks: Iterable[Block]) -> Group:
    """Return `blocks` as something that a rich console prints."""
    return Group(*(part for block in blocks for part in _parts(block)))


def _parts(block: Block) -> Iterator[RenderableType]:
    lines = [shown(line) for line in block.lines]
    if block.role in VERDICT:
        colour = VERDICT[block.role]
        verdict = Text.assemble((lines[0], f"bold {colour}"), f"\n{lines[1]}")
        yield Panel(verdict, border_style=colour)
        return
    style = STYLE.get(block.role, "")
    if len(lines) == 1 and len(lines[0]) < 60:
        yield Text.assemble((f"{block.label}: ", "bold dim"), (lines[0], style))
        return
    yield Text(f"{block.label}:", "bold dim")
    for index, line in enumerate(lines):
        listed = len(lines) > 1 and block.role != "quotation"
        aside = block.role == "quotation" and index
        text = Text("• " if listed else "").append(line, "dim" if aside else style)
        yield Padding(text, (0, 0, 0, 2))
