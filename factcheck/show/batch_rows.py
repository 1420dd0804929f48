"""Rows of a batch as a terminal shows them, aligned."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from factcheck.show.escaping import shown
from factcheck.show.outcome import BAD, Outcome
from factcheck.show.tabbed import NAMES

COLOUR = {
    "supported": "green",
    "alleged": "yellow",
    "contradicted": "red",
    "close": "yellow",
    "found": "cyan",
    "not_covered": "yellow",
    BAD: "magenta",
}
GAP = 2
"""Columns between those of the table."""
TABLE = 60
"""A narrower terminal has the parts of a row below each other."""
NAME = max(map(len, NAMES.values()))


def aligned(told: Iterable[tuple[Outcome, str]], width: int) -> Iterator[Text]:
    """Yield a row for each answer and what was typed, below a head that names the columns."""
    for number, (found, claim) in enumerate(told):
        if not number and width >= TABLE:
            yield Text(_laid("VERDICT", "WHY", "CLAIM", width), "bold")
        yield row(found, claim, width)


def row(found: Outcome, claim: str, width: int) -> Text:
    """Return a row of that table: the verdict, what the answer leads with, and what was typed.

    The last two are cut to the width.
    """
    name = NAMES[found.verdict]
    why = _on_one_line(found.headline).removeprefix(name).lstrip(" :·")  # the name stands beside it
    parts = (why, _on_one_line(claim))
    if width < TABLE:
        text = "\n".join((name, *(f"  {_cut(one, width - GAP)}" for one in parts)))
    else:
        text = _laid(name, *parts, width)
    styled = Text(text)
    styled.stylize(COLOUR[found.verdict], 0, len(name))
    return styled


def _on_one_line(text: str) -> str:
    return shown(" ".join(text.split()))


def _laid(name: str, why: str, claim: str, width: int) -> str:
    rest = width - NAME - 2 * GAP
    first = rest * 3 // 5
    gap = " " * GAP
    told = f"{name:{NAME}}{gap}{set_cell_size(_cut(why, first), first)}{gap}"
    return f"{told}{_cut(claim, rest - first)}"


def _cut(text: str, width: int) -> str:
    """Return `text`, its end cut off if it is wider than so many columns."""
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…"
