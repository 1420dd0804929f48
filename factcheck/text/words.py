"""Split clean text into tokens, and tokens into stems."""

import re
from functools import lru_cache

import Stemmer

from factcheck.text.cleaning import clean

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+(?![.,]?\d))?|[^\w\s]")
_STEMMER = Stemmer.Stemmer("english")  # Porter2 (Porter, 2001)


def tokens(text: str) -> list[str]:
    """Return the numbers, words and marks of clean `text`, in order."""
    return TOKEN.findall(text)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def stems(text: str) -> list[str]:
    """Return the stems of any text, cleaned first."""
    return [*map(stem, tokens(clean(text)))]
