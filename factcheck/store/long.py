"""Index a long shelf: a million claims in one pass, in bounded memory.

Only the words of a claim's texts are indexed; what they mean is read when a
look-up fetches it, because that takes twenty times as long as all of this.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import tantivy

from factcheck.compare.profiling import supporting_texts
from factcheck.corpus import rules
from factcheck.corpus.fingerprint import Fingerprint
from factcheck.corpus.lines import Line, line_problems, numbered, read_line
from factcheck.corpus.regular import opened
from factcheck.problem import CorpusError, Problem
from factcheck.record import Claim, noted
from factcheck.store.jobs import in_order
from factcheck.store.places import unwritten
from factcheck.store.section import LONG_SCHEMA

HEAP = 100_000_000  # bytes; a million claims end in three segments
BATCH = 2_000
"""So many lines go to another process at once."""
TOLD = 100
"""So many problems are told of one shelf; a file of another kind has one on each line."""


class Known(NamedTuple):
    """What the claims of a long shelf may refer to.

    Attributes:
        topic: The shelf's own.
        topics: Every topic of the corpus.
        sources: The sources that claims may quote, in order.
        prints: The fingerprints of those that have one.
        key: What changes with any of this.
    """

    topic: str
    topics: Collection[str]
    sources: Sequence[str]
    prints: Mapping[str, Fingerprint]
    key: str


class Compiled(NamedTuple):
    """An index, how many claims it has, and whether any of them refers to what is elsewhere."""

    made: tantivy.Index
    claims: int
    refers: bool


class Row(NamedTuple):
    """A claim ready to be indexed."""

    id: str
    topics: tuple[str, ...]
    texts: str
    raw: bytes


class Prepared(NamedTuple):
    """Some claims ready to be indexed, and their faults.

    Attributes:
        rows: The claims.
        related: The line and each id that a claim there calls related.
        refers: Whether any claim refers to a topic, a source or a claim elsewhere.
        problems: What is wrong with them.
        read: How many bytes they are.
    """

    rows: list[Row]
    related: list[tuple[int, str]]
    refers: bool
    problems: list[Problem]
    read: int


class Making(NamedTuple):
    """How a long shelf is to be indexed.

    Attributes:
        known: What its claims may refer to.
        taken: Whether the rest of the corpus uses an id.
        jobs: How many processes check the lines.
        watching: Opens a view on something that takes long: what it is, and of how
            many bytes; the view is told now and then how many more were dealt with.
    """

    known: Known
    taken: Callable[[str], bool]
    jobs: int
    watching: Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


def compile_long(path: Path, folder: Path | None, making: Making) -> Compiled:
    """Write the claims of `path` as an index into the empty `folder`, or keep it in memory.

    Raises:
        CorpusError: Something is wrong with the claims; it names every problem, or
            the first hundred.
        OSError: The file cannot be read, or the folder cannot be written.
    """
    problems: list[Problem] = []
    related: list[tuple[int, str]] = []
    ids: set[str] = set()
    count, refers = 0, False
    try:
        index = tantivy.Index(LONG_SCHEMA, path=str(folder) if folder else None)
        writer = index.writer(heap_size=HEAP, num_threads=1)
        for made in _prepared(path, making):
            for row in made.rows:
                writer.add_document(_document(count, row))
                ids.add(row.id)
                count += 1
            problems += made.problems
            related += made.related
            refers |= made.refers
            if len(problems) >= TOLD:
                break
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:  # tantivy tells a full disk this way
        raise unwritten(folder, error) from error
    index.reload()
    problems += _unknown(path, related, lambda name: name in ids or making.taken(name))
    if len(ids) < count or any(map(making.taken, ids)):
        problems += used_again(path, making.taken)
    if problems:
        raise CorpusError(sorted(set(problems))[:TOLD])
    return Compiled(index, count, refers)


def _prepared(path: Path, making: Making) -> Iterator[Prepared]:
    with opened(path) as file, making.watching(path.name, path.stat().st_size) as progress:
        lines = numbered(file)
        batches = iter(lambda: list(islice(lines, BATCH)), [])
        for made in in_order(Preparing, (path, making.known), batches, making.jobs):
            progress(made.read)
            yield made


class Preparing:
    """Checks and splits batches of lines."""

    def __init__(self, given: tuple[Path, Known]) -> None:
        """Take the path of the shelf and what its claims may refer to."""
        self.path, self.known = given

    def __call__(self, batch: list[tuple[int, bytes]]) -> Prepared:
        """Return what the lines hold."""
        lines = [read_line(self.path, number, raw) for number, raw in batch]
        held = [(line, line.claim) for line in lines if line.claim]
        problems = [problem for line in lines for problem in line.problems]
        problems += [problem for line, claim in held for problem in self._faults(line, claim)]
        return Prepared(
            [_row(line, claim, self.known.topic) for line, claim in held],
            [(line.number, other) for line, claim in held for other in claim.related],
            any(c.quotations or c.replies or c.topics or c.related for _, c in held),
            problems,
            sum(len(raw) + 1 for _, raw in batch),
        )

    def _faults(self, line: Line, claim: Claim) -> list[Problem]:
        faults = [*rules.alone(claim), *rules.on_long_shelf(claim, self.known.topics)]
        if message := rules.id_problem(claim.id):
            faults.append((("id",), message))
        if claim.quotations or claim.replies:
            faults += rules.sourced(claim, self.known.sources)
            faults += rules.misquoted(claim, self.known.sources, self.known.prints)
        return line_problems(self.path, line, faults)


def _row(line: Line, claim: Claim, topic: str) -> Row:
    texts = [*supporting_texts(claim), *noted(claim)]
    return Row(claim.id, (topic, *claim.topics), normalize("NFC", "\n".join(texts)), line.raw)


def _document(number: int, row: Row) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("number", number)
    document.add_text("id", row.id)
    for topic in row.topics:
        document.add_text("topic", topic)
    document.add_text("terms", row.texts)
    document.add_bytes("claim", row.raw)
    return document


def used_again(path: Path, taken: Callable[[str], bool]) -> list[Problem]:
    """Return where the shelf uses an id again, its own or one `taken`; it is read to find out."""
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    with opened(path) as file:
        for line in (read_line(path, *one) for one in numbered(file)):
            name = line.claim.id if line.claim else ""
            first = lines.setdefault(name, line.number)
            where = f"on line {first}" if first < line.number else "elsewhere in the corpus"
            if name and (first < line.number or taken(name)):
                message = f"id '{name}' is used {where} already"
                problems += line_problems(path, line, [(("id",), message)])
    return problems


def _unknown(
    path: Path, related: Sequence[tuple[int, str]], known: Callable[[str], bool]
) -> Iterator[Problem]:
    for number, name in related:
        if not known(name):
            yield Problem(path, number, 1, f"'related' names an unknown claim '{name}'")
