"""What words and phrases stand for, looked up in one table of senses."""

from collections.abc import Sequence

from factcheck.text.words import stem, tokens

Entry = tuple[list[str], str, str]
"""A phrase after its first stem, the role it plays, and what it stands for.

Roles: `same` (stands for the term), `opposite` (for its reverse), `name`,
`not`, `idle` (means nothing), `break` (opens a clause), `operator` and `quantity`
(stand for which), `identity`, `people`, `speech`, `stop`.
"""
Phrase = tuple[list[str], dict[str, str]]
"""A phrase after its first word, and what it stands for in each role that it plays."""
Table = dict[str, str]
"""Entries by `@` and their first word, and by their first stem, the longest first.

Each is a line `rest of the phrase<tab>role<tab>meaning`: plain text is read from
disk in a fraction of the time that nested lists take, and a look-up needs few.
"""


class Senses:
    """Looks phrases up; each row of the table is read when it is first needed."""

    def __init__(self, table: Table) -> None:
        """Take a table as `lexicon.table` makes it."""
        self._table = table
        self._read: dict[str, list[Phrase]] = {}

    def knows(self, stemmed: str) -> bool:
        """Whether any phrase starts with a word of this stem."""
        return stemmed in self._table

    def under(self, key: str) -> list[Phrase]:
        """Return the phrases under `key`, the longest first."""
        found = self._read.get(key)
        if found is None and key not in self._table:
            return []  # not held: a long batch has no end of words that mean nothing here
        if found is None:
            roles: dict[str, dict[str, str]] = {}
            for line in self._table[key].splitlines():
                rest, role, meaning = line.split("\t")
                roles.setdefault(rest, {})[role] = meaning
            found = self._read[key] = [(rest.split(), known) for rest, known in roles.items()]
        return found

    def term(self, word: str) -> str:
        """Return the term that a word or a phrase is read as."""
        if not word:
            return ""
        said = tokens(word)
        stemmed = [*map(stem, said)]
        _, roles = self.match(said, stemmed, 0)
        return roles.get("same") or roles.get("opposite") or "_".join(stemmed)

    def match(
        self, said: Sequence[str], stemmed: Sequence[str], at: int
    ) -> tuple[int, dict[str, str]]:
        """Return the longest known phrase at `at`: its length in tokens, and its roles."""
        best: tuple[int, dict[str, str]] = (0, {})
        for words, key in ((said, f"@{said[at]}"), (stemmed, stemmed[at])):
            following = words[at + 1] if at + 1 < len(words) else None
            for rest, roles in self.under(key):
                size = 1 + len(rest)
                if size < best[0]:
                    break
                if not rest or (rest[0] == following and words[at + 1 : at + size] == rest):
                    known = best[1] if size == best[0] else {}
                    best = (
                        size,
                        known if "same" in known or "opposite" in known else {**roles, **known},
                    )
                    break
        return best if best[0] else (1, {})
