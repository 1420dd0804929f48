"""One index on disk or in memory: of all kept shelves, or of one long shelf."""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tantivy
from tantivy import Filter


def _schema(tokenizer: str) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, indexed=True)
    for name in ("id", "topic"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name=tokenizer, index_option="freq")
    for name in ("claim", "profile"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


FIELD_SCHEMA = _schema("whitespace")
LONG_SCHEMA = _schema("en_stem")
"""The same fields, their words split and stemmed by the index itself, which is faster."""
KEPT = 5_000
"""So many rows are held for the next query; more would fill the memory in a long batch."""
STARTS = 100
"""So many lists of terms that begin alike are held."""


@cache
def _analyzer() -> tantivy.TextAnalyzer:
    """Return what splits and stems as `en_stem` does."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (Filter.remove_long(40), Filter.lowercase(), Filter.stemmer("english")):
        builder = builder.filter(step)
    return builder.build()


def stemmed(text: str) -> list[str]:
    """Return the terms under which a long shelf has `text`."""
    terms: list[str] = _analyzer().analyze(text)
    return terms


def opened(folder: Path) -> tantivy.Index:
    """Return the index in `folder`, which must be absolute.

    Where nothing may be written it is opened through links in another folder:
    opening makes a lock file, though nothing else. Nothing is copied, and the
    links can go at once, because the files are open.

    Raises:
        OSError: It can't be read, or no links can be made.
        ValueError: It is no index.
    """
    if os.access(folder, os.W_OK):
        return _opened(folder)
    from tempfile import TemporaryDirectory

    memory = "/dev/shm"  # noqa: S108 - read-only containers leave this one writable
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as links:
        for name in os.listdir(folder):  # noqa: PTH208 - half of the time that paths take
            if not name.endswith(".lock"):
                Path(links, name).symlink_to(folder / name)
        return _opened(Path(links))


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    index.config_reader(reload_policy="manual")
    return index


class Row(NamedTuple):
    """A claim and its profile as they are stored; a long shelf stores no profiles."""

    claim: bytes
    profile: bytes | None


class Section:
    """Finds claims by their words, and fetches them; numbers count from 0 in each section.

    Ranking is BM25 (Robertson and Zaragoza, 2009) by tantivy; what it means is
    the comparison's business.
    """

    def __init__(self, index: tantivy.Index, size: int, *, quotes: bool = True) -> None:
        """Take an index with `size` claims, and whether any of them may quote a source."""
        self._searcher = index.searcher()
        self.size, self.quotes = size, quotes
        self._numbers: dict[tuple[int, int], int] = {}
        self._rows: dict[int, Row] = {}
        self._terms: dict[str, list[str]] = {}

    def ranked(
        self, terms: Iterable[str], topics: Sequence[str], limit: int
    ) -> list[tuple[float, int]]:
        """Return the score and the number of the claims nearest to `terms`, best first."""
        should = [(tantivy.Occur.Should, _term("terms", term)) for term in terms]
        if not should:
            return []
        query = tantivy.Query.boolean_query(should)
        if topics:
            wanted = [(tantivy.Occur.Should, _term("topic", topic)) for topic in topics]
            both = [query, tantivy.Query.boolean_query(wanted)]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in both])
        hits = self._searcher.search(query, limit, count=False).hits
        return [(score, self._number(address)) for score, address in hits]

    def frequency(self, term: str) -> int:
        """Return in how many claims `term` stands."""
        found: int = self._searcher.doc_freq("terms", term)
        return found

    def has(self, name: str) -> bool:
        """Whether a claim's id is `name`."""
        return bool(self._searcher.doc_freq("id", name))

    def number_of(self, name: str) -> int | None:
        """Return the number of the claim whose id is `name`, or `None` if it isn't here."""
        hits = self._searcher.search(_term("id", _whole(name)), 1, count=False).hits
        return self._number(hits[0][1]) if hits else None

    def ids_from(self, start: str, limit: int) -> list[str]:
        """Return the first ids that begin with `start`, sorted."""
        return [
            name for name, _ in self._searcher.terms_with_prefix("id", _whole(start), limit=limit)
        ]

    def terms_from(self, start: str) -> list[str]:
        """Return every term that begins with `start`, the most frequent first."""
        if start not in self._terms:
            if len(self._terms) >= STARTS:
                self._terms.clear()
            found = self._searcher.terms_with_prefix("terms", start)
            self._terms[start] = [term for term, _ in found]
        return self._terms[start]

    def row(self, number: int) -> Row:
        """Return the claim with this number, as it is stored."""
        if number not in self._rows:
            query = tantivy.Query.term_query(FIELD_SCHEMA, "number", number)
            for _, address in self._searcher.search(query, 1, count=False).hits:
                self._number(address)
        return self._rows[number]

    def _number(self, address: tantivy.DocAddress) -> int:
        place = (address.segment_ord, address.doc)
        if place not in self._numbers:
            if len(self._rows) >= KEPT:
                self._numbers.clear()
                self._rows.clear()
            document = self._searcher.doc(address)
            number = self._numbers[place] = int(document["number"][0])
            self._rows[number] = Row(document["claim"][0], document.get_first("profile"))
        return self._numbers[place]


def _whole(text: str) -> str:
    """Return `text` as the index takes it; bytes that are no UTF-8 become `?`, which no id has."""
    return text.encode("utf-8", "replace").decode()


def _term(field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(FIELD_SCHEMA, field, value, index_option="basic")
