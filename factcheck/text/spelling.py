"""Correct misspelled words towards the words that a corpus uses."""

from collections.abc import Callable, Collection

from factcheck.text.common import is_common, zipf
from factcheck.text.words import tokens

SHORTEST = 4
"""Shorter words are too near to too many others."""


def corrected(text: str, vocabulary: Collection[str], known: Callable[[str], bool]) -> str:
    """Return clean `text` with each unknown word replaced by the nearest of `vocabulary`.

    A word is unknown if general English lacks it, the vocabulary lacks its stem,
    and `known` does not take it for a name. One slip is allowed in a word of four
    to six letters, two in a longer one; a slip is a letter added, dropped,
    changed or swapped with its neighbour.
    """
    for word in dict.fromkeys(tokens(text)):
        if len(word) >= SHORTEST and word.isalpha() and not is_common(word) and not known(word):
            found = _owner(word, vocabulary) or _nearest(word, vocabulary)
            if found:
                text = text.replace(word, found)
    return text


def _owner(word: str, vocabulary: Collection[str]) -> str | None:
    """Return `lakes` as `lake 's`, if only the latter is known: people leave the mark out."""
    bare = word.removesuffix("s")
    return f"{bare} 's" if bare != word and bare in vocabulary else None


def _nearest(word: str, vocabulary: Collection[str]) -> str | None:
    from rapidfuzz import process  # 20 ms, and few queries hold an unknown word
    from rapidfuzz.distance import OSA

    slips = 1 if len(word) <= 6 else 2
    alike = [other for other in vocabulary if other[0] == word[0] or other[:2] == word[1::-1]]
    found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=5)
    return min(found, key=lambda one: (one[1], -zipf(one[0])))[0] if found else None
