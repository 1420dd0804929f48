"""Part text into lines between words, by the cells that they take on a terminal."""

from collections.abc import Iterator

from rich.cells import cell_len


def folded(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of at most `width` cells that a text makes, and where each starts in it."""
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and cell_len(text[at : end + 1]) <= max(width, 2):
            end += 1
        if end < len(text):
            end = text.rfind(" ", at + 1, end) + 1 or end
        yield at, text[at:end]
        at = end


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of at most `width` cells that a text makes; at least one."""
    return [line.strip() for _, line in folded(text, width)] or [""]
