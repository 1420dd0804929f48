"""Make the table of general relations between words from the files of WordNet 3.0.

usage: python tools/make_relations.py FOLDER    (Debian's `wordnet-base` has them in
/usr/share/wordnet)

One line a stem, sorted: the stem, then `=` and what means the same, `~` and what is
derived from it, `!` and its opposites, each stemmed. Of a word's senses only the first
two count: WordNet lists them by how often they are meant, and rarer ones let wrong
sentences pass.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.text.contexts import PARTICLES
from factcheck.text.words import stem

TABLE = Path(__file__).parents[1] / "factcheck" / "text" / "relations.txt"
SENSES = 2
PARTS = ("noun", "verb", "adj", "adv")
LETTERS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
DOERS = ("er", "or", "ist", "ee")
"""Who does a thing is not the doing."""
DERIVED, OPPOSITE = "+", "!"
PEOPLE = ("14", "18")
"""The files of nouns for groups and for persons."""
IRREGULAR = TABLE.with_name("irregular.txt")
TWOFOLD = frozenset("lay wound ground bound left felt data media".split())
"""Forms that are more often words of their own."""
MOSTLY = 2
"""A word counts as a verb if it is one so many times as often as anything else."""
SOCIAL = "07950920"
"""The meaning `social group`: a group of things is nobody."""
HYPERNYMS = ("@", "@i")
NOUNS = "Nouns whose first sense in WordNet 3.0 is a person or a group, and that are no adjectives."
FORMS = "Irregular forms of verbs and nouns with their bases, from WordNet 3.0."
PEOPLE_TABLE = TABLE.with_name("people.txt")
VERB_TABLE = TABLE.with_name("verbs.txt")
VERBS = (
    "Words that are a verb at least twice as often as anything else, by the tags of WordNet 3.0."
)
PEOPLE_HEAD = """# Nouns whose first sense in WordNet 3.0 is a person or a group, and no adjectives.
# Made by tools/make_relations.py. WordNet 3.0 Copyright 2006 by Princeton University. All rights
# reserved. Its licence is in relations.licence.txt beside this file.
"""
HEAD = """# Relations between words of general English: `=` same, `~` derived, `!` opposite.
# Made by tools/make_relations.py from WordNet 3.0. WordNet 3.0 Copyright 2006 by Princeton
# University. All rights reserved. Its licence is in relations.licence.txt beside this file.
"""


class Synset(NamedTuple):
    """One meaning.

    Attributes:
        file: The number of the lexicographers' file that it is from.
        words: In order.
        pointers: Each as relation, place of the word, part and offset of the other, place there.
    """

    file: str
    words: list[str]
    pointers: list[tuple[str, int, str, int]]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    synsets = {part: dict(_synsets(folder / f"data.{part}")) for part in PARTS}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    people: set[str] = set()
    for part in PARTS:
        for word, offsets in _index(folder / f"index.{part}"):
            if not _is_kept(word):
                continue
            for offset in offsets[:SENSES]:
                _relate(word, synsets[part][offset], synsets, found)
            if part == "noun" and "_" not in word and _is_people(offsets[0], synsets[part]):
                people.add(word)
    _write_irregular(folder)
    _write_verbs(folder)
    people -= {word for word, _ in _index(folder / "index.adj")}
    PEOPLE_TABLE.write_text(PEOPLE_HEAD + "\n".join(sorted(people)) + "\n", encoding="ascii")
    lines = (_line(word, found[word]) for word in sorted(found))
    TABLE.write_text(HEAD + "".join(f"{line}\n" for line in lines if line), encoding="ascii")


def _is_people(offset: str, nouns: dict[str, Synset]) -> bool:
    """Whether a meaning is a person, or a group of them."""
    file = nouns[offset].file
    return file in PEOPLE and (file != "14" or _leads(offset, nouns))


def _leads(offset: str, nouns: dict[str, Synset]) -> bool:
    """Whether a meaning is a kind of social group."""
    above = [one[2][1:] for one in nouns[offset].pointers if one[0] in HYPERNYMS]
    return offset == SOCIAL or any(_leads(one, nouns) for one in above)


def _write_verbs(folder: Path) -> None:
    """Write each word that is mostly a verb."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        lemma, _, kind = key.partition("%")
        times[lemma]["verb" if kind[0] == "2" else "other"] += int(count)
    others = {
        word for part in PARTS if part != "verb" for word, _ in _index(folder / f"index.{part}")
    }
    verbs = [
        word
        for word, _ in _index(folder / "index.verb")
        if "_" not in word
        and (
            times[word]["verb"] >= MOSTLY * times[word]["other"]
            if times[word]
            else word not in others
        )
    ]
    text = PEOPLE_HEAD.replace(NOUNS, VERBS) + "\n".join(sorted(verbs)) + "\n"
    VERB_TABLE.write_text(text, encoding="ascii")


def _index(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each single word of an index file with the offsets of its senses, commonest first."""
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        word, _, count, *rest = line.split()
        if word.replace("_", "").isalpha() and word.count("_") < 2:
            yield word, rest[-int(count) :]


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        many = int(fields[3], 16)
        words = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * many : 2]]
        at = 4 + 2 * many
        pointers = []
        for start in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
            relation, offset, part, places = fields[start : start + 4]
            first, second = (int(place, 16) for place in (places[:2], places[2:]))
            pointers.append((relation, first, part + offset, second))
        yield fields[0], Synset(fields[1], words, pointers)


def _relate(
    word: str,
    meaning: Synset,
    synsets: dict[str, dict[str, Synset]],
    found: dict[str, dict[str, set[str]]],
) -> None:
    own = stemmed(word)
    found[own]["="].update(
        stemmed(other)
        for other in meaning.words
        if _is_kept(other) and (not other.endswith(DOERS) or word.endswith(DOERS))
    )
    place = meaning.words.index(word) + 1 if word in meaning.words else 0
    letters = {letter: part for part, letter in LETTERS.items()} | {"s": "adj"}
    for relation, ours, target, theirs in meaning.pointers:
        if relation in {DERIVED, OPPOSITE} and ours == place:
            other = synsets[letters[target[0]]][target[1:]].words[theirs - 1]
            if _is_kept(other) and not other.endswith(DOERS):
                found[own]["~" if relation == DERIVED else "!"].add(stemmed(other))


def _write_irregular(folder: Path) -> None:
    """Write each irregular form of a verb or a noun with its base, but those that are words too."""
    forms: dict[str, str] = {}
    for part in ("noun", "verb"):
        for line in (folder / f"{part}.exc").read_text(encoding="ascii").splitlines():
            form, base, *_ = line.split()
            if form.isalpha() and base.isalpha() and form not in TWOFOLD:
                forms[form] = base
    lines = (f"{form} {base}\n" for form, base in sorted(forms.items()))
    IRREGULAR.write_text(PEOPLE_HEAD.replace(NOUNS, FORMS) + "".join(lines), encoding="ascii")


def _is_kept(word: str) -> bool:
    """Whether it is one word, or a verb and its particle."""
    first, _, particle = word.partition("_")
    return first.isalpha() and (not particle or particle in PARTICLES)


def stemmed(word: str) -> str:
    """Return the stem of a word, with its particle if it has one."""
    first, _, particle = word.partition("_")
    return stem(first) + (f"_{particle}" if particle else "")


def _line(word: str, related: dict[str, set[str]]) -> str:
    parts = [f"{sign}{' '.join(sorted(related[sign] - {word}))}" for sign in "=~!"]
    kept = [part for part in parts if len(part) > 1]
    return f"{word} {' '.join(kept)}" if kept else ""


main()
