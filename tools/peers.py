"""What a user would otherwise search claims with: each builds an index and answers queries.

Each peer is a function from a folder for its files and the claims' statements to one
that finds the numbers of the nearest claims.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Find = Callable[[str], list[int]]
"""Returns the numbers of the claims that are nearest to a text, best first."""
LIMIT = 5
CANDIDATES = 20


def sqlite_fts5(folder: Path, statements: Iterable[str]) -> Find:
    """SQLite's FTS5 with the Porter stemmer; a query is any of its words."""
    table = _filled(folder, statements)
    return lambda text: _matching(table, text.split())


def sqlite_fts5_rarest(folder: Path, statements: Iterable[str]) -> Find:
    """The same, a query cut down to its three rarest words."""
    table = _filled(folder, statements)
    table.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(claim, row)")
    told = "SELECT coalesce((SELECT doc FROM terms WHERE term = ?), 0)"

    def frequency(word: str) -> int:
        times: int = table.execute(told, (word.lower(),)).fetchone()[0]
        return times or 1_000_000_000

    return lambda text: _matching(table, sorted(text.split(), key=frequency)[:3])


def _filled(folder: Path, statements: Iterable[str]) -> sqlite3.Connection:
    table = sqlite3.connect(folder / "claims.sqlite")
    table.execute("CREATE VIRTUAL TABLE claim USING fts5(text, tokenize='porter unicode61')")
    rows = enumerate(statements)
    table.executemany("INSERT INTO claim (rowid, text) VALUES (?, ?)", rows)
    table.commit()
    return table


def _matching(table: sqlite3.Connection, words: Iterable[str]) -> list[int]:
    asked = " OR ".join('"{}"'.format(word.replace('"', "")) for word in words)
    found = "SELECT rowid FROM claim WHERE claim MATCH ? ORDER BY rank LIMIT ?"
    return [number for (number,) in table.execute(found, (asked, LIMIT))]


def plain_tantivy(folder: Path, statements: Iterable[str]) -> Find:
    """Tantivy alone, with its English stemmer; a query is any of its words."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True)
    builder.add_text_field("text", tokenizer_name="en_stem", index_option="freq")
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for number, text in enumerate(statements):
        document = tantivy.Document()
        document.add_unsigned("number", number)
        document.add_text("text", text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[int]:
        asked, _ = index.parse_query_lenient(text, ["text"])
        hits = searcher.search(asked, CANDIDATES, count=False).hits
        return [int(searcher.doc(address)["number"][0]) for _, address in hits][:LIMIT]

    return find


def bm25s(folder: Path, statements: Iterable[str]) -> Find:
    """The package bm25s, saved and opened again from the disk."""
    import bm25s as package
    import Stemmer

    stemmer = Stemmer.Stemmer("english")

    def split(texts: Any) -> Any:
        return package.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False)

    held = list(statements)
    made = package.BM25()
    made.index(split(held), show_progress=False)
    made.save(str(folder))
    opened = package.BM25.load(str(folder), mmap=True)

    def find(text: str) -> list[int]:
        least = min(LIMIT, len(held))
        numbers, _ = opened.retrieve(split([text]), k=least, show_progress=False)
        return [int(number) for number in numbers[0]]

    return find


def rapidfuzz_over_all(folder: Path, statements: Iterable[str]) -> Find:  # noqa: ARG001
    """Every claim compared by its letters; there is nothing to build."""
    from rapidfuzz import fuzz, process

    held = list(statements)

    def find(text: str) -> list[int]:
        found = process.extract(text, held, scorer=fuzz.token_set_ratio, limit=LIMIT)
        return [number for _, _, number in found]

    return find


PEERS: dict[str, Callable[[Path, Iterable[str]], Find]] = {
    "SQLite FTS5, any word": sqlite_fts5,
    "SQLite FTS5, 3 rarest": sqlite_fts5_rarest,
    "bm25s": bm25s,
    "tantivy alone": plain_tantivy,
    "rapidfuzz over all": rapidfuzz_over_all,
}
