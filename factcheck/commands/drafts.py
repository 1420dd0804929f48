"""Open drafts: files, read piece by piece, or standard input."""

import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.drafts.draft import Draft
from factcheck.problem import UsageError
from factcheck.show.escaping import shown

STDIN = Path("-")
MARK = "\ufeff"
"""The byte-order mark."""
PIECE = 1_000_000
"""Bytes that are read at once."""
TABLES = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"})
DOCUMENTS = frozenset({".docx", ".doc", ".odt", ".rtf", ".epub"})
"""What pandoc makes a text of."""


def size_of(path: Path) -> int:
    """Return how many bytes a file has; 0 if that is not known."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def draft_of(path: Path) -> Draft:
    """Return the draft in a file, which is read with it; what can't be read raises `UsageError`."""
    if path == STDIN:
        return Draft("<stdin>", _unmarked(text_of(path)), ".md")
    return Draft(str(path), _unmarked(text_of(path)), path.suffix)


def text_of(path: Path) -> Iterator[str]:
    """Yield the text of a file in pieces, just as it is.

    Raises:
        UsageError: It can't be read, is no text, or isn't UTF-8.
    """
    name, ending = shown(str(path)), path.suffix.lower()
    if ending in TABLES:
        raise UsageError(f"{name}: a table; factcheck lookup --from {name} looks its rows up")
    if ending in DOCUMENTS:
        raise UsageError(f"{name}: no text; try pandoc -t markdown {name} | factcheck check -")
    if path == STDIN:
        yield from _decoded(sys.stdin.buffer, "standard input")
        return
    try:
        with path.open("rb") as file:
            yield from _decoded(file, str(path))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def _unmarked(pieces: Iterator[str]) -> Iterator[str]:
    """Yield a text without its byte-order mark."""
    yield next(pieces, "").removeprefix(MARK)
    yield from pieces


def _decoded(file: BinaryIO, name: str) -> Iterator[str]:
    decoder = getincrementaldecoder("utf-8")()
    done = 0
    while True:
        piece = file.read(PIECE)
        before = len(decoder.getstate()[0])
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            at = done - before + error.start
            raise UsageError(f"{name}: not UTF-8 at byte {at}") from error
        yield text
        if not piece:
            return
        done += len(piece)
