"""Split clean text into tokens, and tokens into stems."""

import re
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

from factcheck.text.cleaning import clean

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+(?![.,]?\d))?|[^\w\s]")
IRREGULAR = Path(__file__).with_name("irregular.txt")
_STEMMER = Stemmer.Stemmer("english")  # Porter2 (Porter, 2001)


def tokens(text: str) -> list[str]:
    """Return the numbers, words and marks of clean `text`, in order."""
    return TOKEN.findall(text)


@cache
def _irregular() -> dict[str, str]:
    """Return irregular forms with their bases, from a table beside this file."""
    lines = IRREGULAR.read_text(encoding="ascii").splitlines() if IRREGULAR.exists() else []
    return dict(line.split() for line in lines if line[0] != "#")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    stemmed: str = _STEMMER.stemWord(_irregular().get(word, word))
    return stemmed


def stems(text: str) -> list[str]:
    """Return the stems of any text, cleaned first."""
    return [*map(stem, tokens(clean(text)))]
