"""Draw lists and bars for a terminal: aligned, and no line wider than it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from rich.cells import cell_len
from rich.text import Text

from factcheck.show.escaping import shown
from factcheck.show.excerpts import MARKED, Excerpt, windowed
from factcheck.show.folding import wrapped

GAP = "  "
MEASURED = 200
"""So many rows are measured for a column; a longer list is drawn as it comes."""
LEAST = 60
"""Cells of text; where fewer are left beside the other columns it stands below them."""
PASSAGE = 76
"""So many characters of a passage are shown, on however many lines."""


def drawn(rows: Iterable[Sequence[str]], width: int) -> Iterator[Text]:
    """Yield the lines of each row, its last column wrapped to `width` cells, the others aligned.

    Nothing is cut: an id is there to be copied, and what is cut from a statement may be a
    denial. Where too little is left for the last column, it stands below the others, indented.
    """
    each = ([shown(text).replace("\t", " ") for text in row] for row in rows)
    first = list(islice(each, MEASURED))
    columns = range(len(first[0]) - 1) if first else ()
    sizes = [max(cell_len(row[at]) for row in first) for at in columns]
    beside = width - sum(sizes) - len(GAP) * len(sizes) >= LEAST
    for row in chain(first, each):
        fits = beside and all(cell_len(row[at]) <= sizes[at] for at in columns)
        yield from _beside(row, sizes, width) if fits else _below(row, width)


def _beside(row: Sequence[str], sizes: Sequence[int], width: int) -> Iterator[Text]:
    line = Text()
    for text, size in zip(row, sizes, strict=False):
        line.append(_padded(text, size) + GAP, "bold" if not line else "")
    first, *rest = wrapped(row[-1], width - line.cell_len)
    indent = " " * line.cell_len
    yield line.append(first)
    yield from (Text(indent + one) for one in rest)


def _padded(text: str, size: int) -> str:
    return text + " " * (size - cell_len(text))


def _below(row: Sequence[str], width: int) -> Iterator[Text]:
    yield from _headed(row[0], row[1:-1], width)
    yield from _indented(row[-1], width)


def _headed(name: str, others: Sequence[str], width: int) -> Iterator[Text]:
    """Yield a name and what else stands on its line, or below it where that is too short."""
    line = Text.assemble((name, "bold"), *(f"{GAP}{one}" for one in others))
    if line.cell_len <= width:
        yield line
        return
    yield Text(name, "bold")
    yield from (text for one in others for text in _indented(one, width))


def _indented(text: str, width: int) -> Iterator[Text]:
    yield from (Text(GAP + line) for line in wrapped(text, width - len(GAP)))


def found_lines(found: Excerpt, width: int) -> Iterator[Text]:
    """Yield the lines for what a search found: id and who says it, below that the passage."""
    yield from _headed(found.id, [found.who], width)
    room = max(width - len(GAP), PASSAGE) - cell_len(found.lead)
    for line in _indented(found.lead + windowed(found.text, max(1, room)), width):
        line.highlight_regex(MARKED, "bold")
        yield line


def fitted(line: Text, width: int) -> Text:
    """Return a line cut to `width` cells; an ellipsis shows the cut."""
    line.truncate(width, overflow="ellipsis")
    line.no_wrap = True
    return line


def bars(counts: Sequence[tuple[str, int]], width: int) -> Iterator[Text]:
    """Yield a line for each name: it, how many, and a bar as long as that is of the most."""
    most = max((count for _, count in counts), default=1)
    name = min(max((cell_len(one) for one, _ in counts), default=0), width // 2)
    digits = len(f"{most:,}")
    room = max(1, min(40, width - name - digits - 2 * len(GAP)))
    for one, count in counts:
        label = fitted(Text(one), name)
        label.append(" " * (name - label.cell_len))
        yield label.append(f"{GAP}{count:{digits},}{GAP}").append(
            "█" * max(1, round(room * count / most)), "cyan"
        )
