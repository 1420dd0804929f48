"""Find where in a text, as it is written, something stands that is read as certain keys."""

import re
from collections.abc import Iterator

from factcheck.text.reading import Reader

Span = tuple[int, int]
"""Offsets of the first character and after the last, in code points."""
WORD = re.compile(r"[£$€]?\w+(?:[.,'’-]\w+)*%?")
LONGEST = 4
"""Words of a name, such as `Safeguarding Minister Jess Phillips`."""


def spans(text: str, keys: frozenset[str], reader: Reader) -> tuple[Span, ...]:
    """Return where in `text` any of `keys` stands, in order; words side by side are one span."""
    places = [found.span() for found in WORD.finditer(text)]
    taken: set[int] = set()
    left = set(keys)
    for size in range(1, LONGEST + 1):
        for first in range(len(places) - size + 1 if left else 0):
            window = range(first, first + size)
            said = text[places[first][0] : places[window[-1]][1]]
            if taken.isdisjoint(window) and (found := keys & reader.read(said).keys):
                taken.update(window)
                left -= found
    return tuple(_joined(text, [places[one] for one in sorted(taken)]))


def _joined(text: str, found: list[Span]) -> Iterator[Span]:
    while found:
        start, end = found.pop(0)
        while found and text[end : found[0][0]] == " ":
            end = found.pop(0)[1]
        yield start, end
