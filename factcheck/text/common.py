"""How common a word is in general English, from a table beside this file."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("common_words.txt")
RAREST = 3.0
"""Zipf value of a word that is not in the table, whose last word stands at about 4."""


@cache
def _table() -> dict[str, float]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    bands = (line.split(" ") for line in lines if not line.startswith("#"))
    return {word: float(zipf) for zipf, *words in bands for word in words}


def zipf(word: str) -> float:
    """Return the Zipf value of a lower-case word: 7 for the commonest, `RAREST` if unknown."""
    return _table().get(word, RAREST)


def is_common(word: str) -> bool:
    """Whether the table has the word, so that it is no misspelling."""
    return word in _table()
