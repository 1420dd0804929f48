"""Texts of odd shapes, as large as is asked for: what grows faster than its size shows in them."""

from collections.abc import Callable
from itertools import count, islice

RIGHT = "Baroness Casey made 12 recommendations. "
WRONG = "Baroness Casey made 20 recommendations. "
MISQUOTED = "Badenoch said: “This is not a triumph for politicians.” "
LOGGED = "2026-01-{:02} 12:00:{:02},123 INFO worker.pool: task {} done in {} ms (queue: {})\n"


def _numbered(line: Callable[[int], str], size: int) -> str:
    """Return lines made of the numbers from 0, `size` characters of them."""
    text = "".join(islice(map(line, count()), size // len(line(0)) + 1))
    return text[:size]


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


SHAPES: dict[str, Callable[[int], str]] = {
    "short sentences": _repeated("A b. "),
    "numbers in words": _repeated("one hundred and "),
    "halves": _repeated("half a "),
    "one figure": _repeated("1,400 "),
    "one year": _repeated("in 2014 "),
    "nines": _repeated("9"),
    "one word": _repeated("a"),
    "spaces": lambda size: f"a{' ' * (size - 2)}b",
    "full stops": _repeated(". "),
    "dots": _repeated("."),
    "keys and values": _repeated("a: b\n"),
    "clauses": _repeated("he said a and she had b, but it was c; "),
    "supported": _repeated(RIGHT),
    "supported in links": _repeated(f"[{RIGHT.strip()}](b) "),
    "supported with notes": _repeated(f"{RIGHT.strip()}[^1] "),
    "notes": lambda size: _numbered(lambda n: f"{RIGHT.strip()}[^{n}]\n\n[^{n}]: a\n\n", size),
    "a log": lambda size: _numbered(
        lambda n: LOGGED.format(n % 28, n % 60, n, n * 7 % 991, n % 7), size
    ),
    "findings on one line": _repeated(WRONG),
    "findings on lines": _repeated(f"{WRONG}\n\n"),
    "misquotations on one line": _repeated(MISQUOTED),
    "quotation marks": _repeated('"'),
    "open quotations": _repeated("“Casey made 20 of them "),
    "unknown words": lambda size: _numbered(lambda n: f"zq{n:b}x ".translate(LETTERS), size),
    "brackets": _repeated("["),
    "links": _repeated("[a](b) "),
    "stars": _repeated("*a "),
    "deep quotes": _repeated("> "),
    "tags": _repeated("<b>a "),
    "open tags": _repeated("<"),
    "comments": _repeated("<!-- factcheck: ignore number -- so --> "),
    "ignored findings": _repeated(f"{WRONG}<!-- factcheck: ignore number -- so --> "),
    "entities": _repeated("&amp;"),
    "footnotes": _repeated("a[^1] "),
    "table": _repeated("| a | b |\n"),
}
LETTERS = str.maketrans("01", "kv")
