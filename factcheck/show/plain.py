"""Render blocks as plain text: one line a paragraph, never wrapped, no colour needed."""

from collections.abc import Iterable, Iterator

from factcheck.show.blocks import Block, paired, rows
from factcheck.show.escaping import shown


def plain(blocks: Iterable[Block]) -> str:
    """Return `blocks` as text; a label stands before its paragraph or above its list."""
    return "\n".join(line for block in blocks for line in _lines(block)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    lines = [shown(line) for line in block.lines]
    if block.role.startswith("verdict"):
        yield from lines
    elif block.role == "quotation":
        yield f"{block.label}: {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
    elif block.role == "table":
        yield f"{block.label}:"
        yield from (f"  {' | '.join(row)}" for row in rows(lines))
    elif block.role == "pairs":
        yield f"{block.label}:"
        for first, second in paired(lines):
            yield f"  - {first}"
            yield f"    {second}"
    elif len(lines) == 1:
        yield f"{block.label}: {lines[0]}" if block.label else lines[0]
    else:
        yield f"{block.label}:"
        yield from (f"  - {line}" for line in lines)
