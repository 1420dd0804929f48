"""Correct misspelled words towards the words that a corpus uses."""

from collections.abc import Callable, Collection
from itertools import pairwise

from factcheck.text.common import is_common, zipf
from factcheck.text.words import tokens

SHORTEST = 4
"""Shorter words are too near to too many others."""


def corrected(text: str, meant: Callable[[str], str | None], known: Callable[[str], bool]) -> str:
    """Return clean `text` with each unknown word replaced by what was `meant`, if anything was.

    Two words that the corpus writes as one are joined.

    A word is unknown if general English lacks it and `known` does not take it for a
    word of the corpus or a name.
    """
    for one, other in pairwise(tokens(text)):
        if min(len(one), len(other)) >= SHORTEST and known(one + other):
            text = text.replace(f"{one} {other}", one + other)
    for word in dict.fromkeys(tokens(text)):
        if len(word) >= SHORTEST and word.isalpha() and not is_common(word) and not known(word):
            text = text.replace(word, meant(word) or word)
    return text


def nearest_word(word: str, offered: Collection[str]) -> str | None:
    """Return which of the words `offered` is meant by a misspelled one; `None` if none is.

    One slip is allowed in a word of four to six letters, two in a longer one; a slip is a
    letter added, dropped, changed or swapped with its neighbour.
    """
    return _owner(word, offered) or _nearest(word, offered)


def _owner(word: str, offered: Collection[str]) -> str | None:
    """Return `lakes` as `lake 's`, if only the latter is known: people leave the mark out."""
    bare = word.removesuffix("s")
    return f"{bare} 's" if bare != word and bare in offered else None


def _nearest(word: str, offered: Collection[str]) -> str | None:
    from rapidfuzz import process  # 20 ms, and few queries hold an unknown word
    from rapidfuzz.distance import OSA

    slips = 1 if len(word) <= 6 else 2
    found = process.extract(word, offered, scorer=OSA.distance, score_cutoff=slips, limit=5)
    if not found:
        return None
    # Letters that only changed places are the likelier slip: `asain` is no `again`.
    return min(found, key=lambda o: (o[1], sorted(o[0]) != sorted(word), -zipf(o[0])))[0]
