"""Read published fact checks from a file of any of the known shapes, one after the other."""

from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path

from factcheck.importing.checking import checked
from factcheck.importing.decoding import (
    CHUNK,
    MAX_LENGTH,
    TOO_LONG,
    Place,
    UnreadableError,
    encoding_of,
    numbered_lines,
    pieces,
)
from factcheck.importing.elements import elements
from factcheck.importing.fields import Fields
from factcheck.importing.json_text import JsonText
from factcheck.importing.linking import linked
from factcheck.importing.pages import scripts_of
from factcheck.importing.shapes import reviews_in
from factcheck.importing.tables import table_reviews
from factcheck.importing.taken import Loss, Taken
from factcheck.problem import Problem

Found = Iterator[tuple[Place, Fields | str]]
"""The fields of each review, or what is wrong with it, and where it stands."""


MAX_PAGE = 50_000_000
"""Most characters that a web page may have."""
KINDS = {
    ".json": "json",
    ".jsonld": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "table",
    ".tsv": "tabs",
    ".html": "page",
    ".htm": "page",
}
SIGNS = {"<": "page", "{": "json", "[": "json"}
"""The first character of a file whose extension says nothing; any other starts a table."""


def read_reviews(
    path: Path, progress: Callable[[int], None] | None = None, *, chunk: int = CHUNK
) -> Iterator[Taken | Loss | Problem]:
    """Yield each review of `path`: a claim with that review, or what is wrong with it and where.

    A claim is followed by what it had to be taken without, if there is such a thing.

    Args:
        path: A file of ClaimReview in JSON-LD, of the Data Commons feed, of answers of
            the Google Fact Check Tools API, a table or JSON Lines of named columns, or
            a web page. Its extension says which, or else its first bytes.
        progress: Called now and then with the number of bytes read so far.
        chunk: How many bytes to read at a time.
    """
    try:
        with path.open("rb") as file:
            texts = pieces(file, chunk, progress or _ignore)
            yield from _values(path, _found(_kind(path, file), texts))
    except OSError as error:
        yield Problem(path, 0, 0, f"cannot be read: {error.strerror}")


def _ignore(_: int) -> None:
    """Show no progress."""


def _values(path: Path, found: Found) -> Iterator[Taken | Loss | Problem]:
    """Yield the value of each record that was found, and at the end what stopped the reading."""
    empty = True
    try:
        for place, record in found:
            empty = False
            value, lost = (record, []) if isinstance(record, str) else checked(record)
            yield Problem(path, *place, value) if isinstance(value, str) else value
            for why in lost:
                yield Loss(Problem(path, *place, f"{why}; taken without it"))
    except UnreadableError as error:
        yield Problem(path, *error.place, f"{error.message}; the rest of the file was not read")
    else:
        if empty:
            yield Problem(path, 1, 1, "no review stands in it")


def _kind(path: Path, file: BufferedReader) -> str:
    start = file.peek()
    encoding, mark = encoding_of(start)
    first = start.removeprefix(mark).decode(encoding, errors="ignore").lstrip()[:1]
    return KINDS.get(path.suffix.lower()) or SIGNS.get(first, "table")


def _found(kind: str, texts: Iterator[str]) -> Found:
    if kind == "json":
        return _in_json(JsonText(texts))
    if kind == "lines":
        return _in_lines(texts)
    if kind == "page":
        return _in_page(texts)
    return table_reviews(numbered_lines(texts), tabs=kind == "tabs")


def _in_json(text: JsonText) -> Found:
    for place, value in linked(elements(text)):
        for record in reviews_in(value):
            yield place, record


def _in_part(part: str, text: str, place: Place) -> Found:
    """Yield what a part of a file holds; what is wrong with it says nothing of the next part."""
    try:
        yield from _in_json(JsonText(iter([text]), place))
    except UnreadableError as error:
        yield error.place, f"{error.message}; the rest of the {part} was not read"


def _in_lines(texts: Iterator[str]) -> Found:
    for number, line in numbered_lines(texts):
        if len(line) > MAX_LENGTH:
            yield (number, 1), f"a line {TOO_LONG}"
        else:
            yield from _in_part("line", line.rstrip("\n"), (number, 1))


def _in_page(texts: Iterator[str]) -> Found:
    for script in scripts_of(_whole(texts)):
        yield from _in_part("script", script.text, script.place)


def _whole(texts: Iterator[str]) -> str:
    gathered, length = [], 0
    for text in texts:
        gathered.append(text)
        length += len(text)
        if length > MAX_PAGE:
            raise UnreadableError((1, 1), f"a page longer than {MAX_PAGE:,} characters")
    return "".join(gathered)
