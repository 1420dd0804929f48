"""Give what was compared back in the words that stand in a text."""

import re
from functools import lru_cache

from factcheck.text.cleaning import clean
from factcheck.text.figures import MONEY, SPELLED, figures, spelled_out
from factcheck.text.words import tokens

WORD = re.compile(r"[^\s-]+")
DIGIT = re.compile(r"\d")
FIGURE = r"\S+(?: \S+){0,4}?"
NOT = r"(?:not|cannot|\w+n['’]t)"
LONGEST = 6
"""So many words at most say one figure."""
READ = 60
"""So many words of a text are gone through for a figure."""


def own_words(said: str, text: str) -> str:
    """Return the part of `text` that was read as `said`; what stands nowhere comes back so."""
    return found_words(said, text) or said


@lru_cache(maxsize=1_000)
def found_words(said: str, text: str) -> str:
    """Return the part of `text` that was read as `said`, as it stands there; empty if nowhere.

    A figure that is read as `over 200` may stand there as `more than two hundred`.
    """
    lower = text.lower()
    at = lower.find(said)
    if at >= 0 and len(lower) == len(text):
        return text[at : at + len(said)]
    owned = said.replace(" ' ", "'")
    if owned != said:
        return found_words(owned, text.replace("’", "'"))
    if " … " in said:
        ends = [found_words(end, text) for end in said.split(" … ")]
        at = lower.find(said.replace(" … ", " "))
        if at >= 0 and len(lower) == len(text):
            return text[at : at + len(said) - len(" …")]
        return " … ".join(ends) if all(ends) else ""
    return (_figure(said, text) if DIGIT.search(said) else "") or _limited(said, text)


def _limited(said: str, text: str) -> str:
    """Return `didn't cover` for what is read as `not cover`, and `all of £9m` for a figure."""
    words = [word for word in said.split() if any(map(str.isalnum, word))]
    if len(words) < 2:
        return ""
    if DIGIT.search(words[-1]):
        return f"{own_words(' '.join(words[:-1]), text)} {own_words(words[-1], text)}"
    parts = [NOT if w == "not" else FIGURE if DIGIT.search(w) else re.escape(w) for w in words]
    found = re.search(r"\b" + r"\W+".join(parts), text, re.IGNORECASE)
    return found[0] if found else ""


def followed(said: str, text: str) -> str:
    """Return some words of a text with the word behind them, if there is one."""
    found = re.search(rf"{re.escape(said)}\W+\w+", text, re.IGNORECASE)
    return found[0] if found else said


def _figure(said: str, text: str) -> str:
    """Return the fewest words that are read as just one figure, `said`; empty if none are."""
    words = [found.span() for found in WORD.finditer(text)][:READ]
    for size in range(1, LONGEST + 1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            piece = text[first[0] : last[1]].strip(".,;:!?()\"“”'‘’")
            if _counts(piece) and _read(piece) == [said]:
                return piece
    return ""


def _counts(piece: str) -> bool:
    words = piece.lower().replace("-", " ").split()
    return any(map(str.isnumeric, piece)) or not SPELLED.isdisjoint(words)


@lru_cache(maxsize=10_000)
def _read(piece: str) -> list[str]:
    found, rest = figures(tokens(spelled_out(clean(piece))))
    return (
        [figure.text for figure in found] if len([r for r in rest if r not in MONEY]) == 1 else []
    )
