"""How words of general English are related, from a table beside this file.

The table is made from WordNet 3.0 (Fellbaum, 1998) by `tools/make_relations.py`.
"""

import mmap
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("relations.txt")


TURNED = 4
"""Letters of what `un` may be put before: `under` is no `der`."""


class Related(NamedTuple):
    """What is related to a word, as stems.

    Attributes:
        same: Those that mean the same.
        derived: Those that derive from it.
        opposite: Its opposites.
        kin: Those that mean the same, then those that derive from it.
    """

    same: frozenset[str]
    derived: frozenset[str]
    opposite: frozenset[str]
    kin: tuple[str, ...]


@cache
def _words(name: str) -> str:
    return TABLE.with_name(name).read_text(encoding="ascii")


def _is_listed(word: str, name: str) -> bool:
    return bool(word) and f"\n{word}\n" in _words(name)


@lru_cache(maxsize=20_000)
def is_people(word: str) -> bool:
    """Whether a lower-case word, singular or plural, is one for persons or a body of them."""
    if word.endswith("ed"):
        return False  # `the accused` is rarer than `they accused`
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    forms |= {f"{word[:-3]}y"} if word.endswith("ies") else set()
    forms |= {f"{word[:-3]}man"} if word.endswith("men") else set()
    return any(_is_listed(form, "people.txt") for form in forms)


@lru_cache(maxsize=20_000)
def is_mostly_verb(word: str) -> bool:
    """Whether a lower-case word is more often a verb, in the present, than anything else."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    forms |= {f"{word[:-3]}y"} if word.endswith("ies") else set()
    return any(_is_listed(form, "verbs.txt") for form in forms)


@cache
def _table() -> mmap.mmap:
    with TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _line(opening: bytes) -> bytes:
    """Return the line of the table that begins so; empty if none does. Its lines are sorted."""
    table = _table()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        line = table[start:end]
        if line.startswith(opening):
            return line
        low, high = (end + 1, high) if line < opening else (low, start)
    return b""


@lru_cache(maxsize=20_000)
def related(stem: str) -> Related:
    """Return what is related to the word of this stem; nothing if the table lacks it."""
    found: dict[str, set[str]] = {"=": set(), "~": set(), "!": set()}
    sign = "="
    for word in _line(f"{stem} ".encode()).decode().split()[1:] if stem[:1].isalpha() else ():
        sign = word[0] if word[0] in found else sign
        found[sign].add(word.lstrip("=~!"))
    found["!"] |= _turned(stem)
    kin = *sorted(found["="]), *sorted(found["~"] - found["="])
    return Related(frozenset(found["="]), frozenset(found["~"]), frozenset(found["!"]), kin)


def _turned(stem: str) -> set[str]:
    """Return the words of the table that `un` makes of a word, and a word of: `unrecorded`."""
    bare = stem.removeprefix("un")
    ways = {bare} if bare != stem else {f"un{stem}"}
    return {word for word in ways if len(bare) >= TURNED and _line(f"{word} ".encode())}


@lru_cache(maxsize=20_000)
def with_kin(stem: str) -> frozenset[str]:
    """Return a stem, those that mean the same, and those that derive from it."""
    return frozenset((stem, *related(stem).kin))
