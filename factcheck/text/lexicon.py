"""The words that a comparison reads by meaning: the general ones and a corpus' own.

A table maps stemmed phrases to senses. It is made once, when a corpus is
compiled, and read back as plain JSON.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.record import Lexicon
from factcheck.text.cleaning import clean
from factcheck.text.senses import Entry
from factcheck.text.words import stem, stems, tokens

Entries = dict[str, list[Entry]]
GENERAL = Path(__file__).with_name("lexicon.txt")


INFLECTED = frozenset({"same", "opposite"})
"""Roles in which an unlisted form of a word is taken for a listed one."""


@cache
def function_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    sections = dict(_sections(GENERAL.read_text(encoding="utf-8")))
    return frozenset(" ".join(sections["stop"]).split()) | {"'", ",", ".", "-", '"'}


def table(corpus: Lexicon) -> dict[str, Any]:
    """Return the senses of the general lexicon and of `corpus` as JSON-ready data.

    `senses` is a `senses.Table`; `kinds` maps each name to its kind; `people` holds the
    terms for those who may do something. An entry of the corpus comes before a general
    one for the same phrase.
    """
    found: Entries = {}
    general = list(_sections(GENERAL.read_text(encoding="utf-8")))
    kinds: dict[str, str] = {_name(name.name): name.kind for name in corpus.names}
    for name in corpus.names:
        for alias in set(name.called):
            _add_name(found, alias, _name(name.name))
    for group in corpus.same:
        _group(found, group, "same", group[0])
    for plus, minus in corpus.opposites:
        _group(found, [plus], "same", plus)
        _group(found, [minus], "opposite", plus)
    for section, lines in general:
        if section in {"place", "person", "body"}:
            for first, *others in map(_equals, _entries(lines)):
                known = _name(first)
                for alias in (first, *others):
                    _add_name(found, alias, known)
                kinds.setdefault(known, section)
        else:
            _general(found, section, lines)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    senses = {key: "\n".join(map(_line, entries)) for key, entries in found.items()}
    people = [line for section, lines in general if section == "people" for line in lines]
    return {
        "senses": senses,
        "kinds": kinds,
        "people": sorted({word for line in people for word in _entries([line])}),
    }


def _line(entry: Entry) -> str:
    rest, role, meaning = entry
    return f"{' '.join(rest)}\t{role}\t{meaning}"


def _name(name: str) -> str:
    return "@" + name.lower().replace(" ", "_")


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    lines = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    starts = [at for at, line in enumerate(lines) if line.startswith("[")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].strip("[]"), lines[start + 1 : end]


def _general(found: Entries, section: str, lines: list[str]) -> None:
    role, _, meaning = section.partition(" ")
    for line in lines:
        if role in {"same", "opposite"}:
            _meanings(found, line)
        elif role == "stop":
            _group(found, line.split(), "stop", "")
        else:  # what an operator or a quantity is called, if it is one
            _group(found, _entries([line]), role, meaning)


def _meanings(found: Entries, line: str) -> None:
    """Enter a line of words that stand for one term, or behind a bar for its opposite."""
    for side, sense in zip(line.split("|"), ("same", "opposite"), strict=False):
        _group(found, _entries([side]), sense, _entries([line.partition("|")[0]])[0])


def _entries(lines: Iterable[str]) -> list[str]:
    return [entry.strip() for line in lines for entry in line.split(",") if entry.strip()]


def _equals(entry: str) -> list[str]:
    return [word.strip() for word in entry.split("=")]


def _group(found: Entries, phrases: Iterable[str], role: str, meaning: str) -> None:
    for phrase in phrases:
        sense = "_".join(stems(meaning)) if role in {"same", "opposite"} else meaning
        _add(found, phrase, role, sense)


def _add(found: Entries, phrase: str, role: str, meaning: str) -> None:
    """Enter a phrase as it is written, and by its stems for forms that aren't listed."""
    written = tokens(clean(phrase))
    forms = [(f"@{written[0]}", written)]
    if role in INFLECTED:
        forms.append((stem(written[0]), [*map(stem, written)]))
    for key, words in forms:
        entries = found.setdefault(key, [])
        taken = {(tuple(entry[0]), _slot(entry[1])) for entry in entries}
        if (tuple(words[1:]), _slot(role)) not in taken:
            entries.append((words[1:], role, meaning))


def _add_name(found: Entries, alias: str, meaning: str) -> None:
    """Enter a name only as it is written: `the Times` is not `the time`."""
    first, *rest = tokens(clean(alias))
    entries = found.setdefault(f"@{first}", [])
    if (rest, "name") not in [entry[:2] for entry in entries]:
        entries.append((rest, "name", meaning))


def _slot(role: str) -> str:
    """A phrase has one meaning, and besides it at most one entry in each other role."""
    return "meaning" if role in {"same", "opposite"} else role
