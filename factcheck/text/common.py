"""How common a word is in general English, from a table beside this file."""

from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("common_words.txt")
RAREST = 3.0
"""Zipf value of a word that is not in the table, whose last word stands at about 3.4."""


@cache
def _table() -> str:
    """Return the lines after the heading; each holds a value, its words, and a last space."""
    with TABLE.open(encoding="ascii") as file:
        return file.read().partition("\n\n")[2]


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """Return the Zipf value of a lower-case word: 7 for the commonest, `RAREST` if unknown.

    The table is searched as text: to make a dictionary of it takes longer than
    all the words of a look-up.
    """
    at = _table().find(f" {word} ")
    if at < 0 or not word.isalpha():
        return RAREST
    start = _table().rfind("\n", 0, at) + 1
    return float(_table()[start : start + 3])


def is_common(word: str) -> bool:
    """Whether the table has the word, so that it is no misspelling."""
    return zipf(word) > RAREST
