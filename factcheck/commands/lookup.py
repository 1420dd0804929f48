"""`factcheck lookup`: what the corpus says to a claim, or to each line of a file."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from factcheck.commands.console import (
    AsJson,
    NoColor,
    counted,
    is_piped,
    out,
    out_each,
    print_blocks,
)
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, checked_topics, opened
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import LIMIT
from factcheck.problem import CorpusError, UsageError, fault_of_program
from factcheck.record import Claim
from factcheck.show import as_json
from factcheck.show.escaping import dumps, shown
from factcheck.store.jobs import in_order
from factcheck.store.several import Corpora

STDIN = "-"
TOGETHER = 50
"""So many lines go to another process at once: a tenth of a second's work."""
STATUS = {"supported": 0, "alleged": 0, "found": 0, "contradicted": 1, "close": 3, "not_covered": 3}


BAD = "error"
"""What stands in the place of the verdict on a line that could not be answered."""


class Line(NamedTuple):
    """A line that is to be looked up; `fault` says why it can't be, or is `None`."""

    text: str
    fault: str | None


class Told(NamedTuple):
    """What is printed of a line, and whether that is an answer."""

    text: str
    answered: bool


class Asked(NamedTuple):
    """How the lines of a file are to be looked up."""

    corpus: list[str] | None
    topic: list[str] | None
    limit: int
    json: bool


class LookUp:
    """Looks lines up; each process that does so opens the corpora itself."""

    def __init__(self, asked: Asked) -> None:
        """Open the corpora."""
        self.asked = asked
        self.store = opened(asked.corpus)
        self.topics = checked_topics(asked.topic, self.store)

    def __call__(self, lines: list[Line]) -> list[Told]:
        """Return for each line what is printed of it; none keeps the others from their answers."""
        return [self._told(*line) for line in lines]

    def _told(self, line: str, fault: str | None) -> Told:
        if fault is None:
            try:
                return Told(self._answered(line), answered=True)
            except (CorpusError, OSError):
                raise
            except Exception as error:  # noqa: BLE001 - this line's alone
                fault = fault_of_program(error)
        if self.asked.json:
            return Told(dumps(as_json.unanswered(line, fault)), answered=False)
        return Told("\t".join((BAD, "-", shown(fault), shown(line))), answered=False)

    def _answered(self, line: str) -> str:
        answer = look_up_across(line, self.store.each, self.topics, self.asked.limit)
        if self.asked.json:
            return dumps(as_json.answer(answer, self.store))
        told = (*_told_by(answer, self.store), answer.query)
        return "\t".join((answer.verdict, *map(shown, told)))


def lookup(
    claim: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM...", show_default=False)
    ] = None,
    *,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Look up each line; - is stdin.")
    ] = None,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    full: Annotated[
        bool, typer.Option("--full", help="Show the whole record and all that is near.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show your words beside the record's, and why.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many claims.")] = LIMIT,
    jobs: Annotated[
        int, typer.Option(min=1, max=256, help="So many processes look up the lines of --from.")
    ] = 1,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say what the sources report on CLAIM.

    The verdict is on this wording: supported, alleged, contradicted, close, found or
    not covered. It never says that a claim is true or false. With - for CLAIM, or without one
    behind a pipe, each line of standard input is looked up.

    \b
    Examples:
      factcheck lookup "1,400 children were exploited in Rotherham"
      factcheck lookup "Casey made 20 recommendations" --explain
      factcheck lookup "Casey made 12 recommendations" --full
      factcheck lookup --from claims.txt --json
    """
    text = " ".join(claim or [])
    if from_ is None and (text == STDIN or (not claim and is_piped(sys.stdin))):
        text, from_ = "", STDIN
    if bool(text.strip()) == (from_ is not None):
        fault = "not both" if from_ is not None else 'as in factcheck lookup "…"'
        raise UsageError(f"give a claim to look up, or --from FILE; {fault}")
    if from_ is not None:
        _look_up_lines(from_, Asked(corpus, topic, limit, json), jobs)
        return
    store = opened(corpus)
    topics = checked_topics(topic, store)
    answer = look_up_across(text, store.each, topics, limit)
    if json:
        out(dumps(as_json.answer(answer, store)))
    else:
        from factcheck.show.answering import answer_blocks, explained
        from factcheck.show.card import card

        blocks = (answer_blocks if full else card)(answer, store, topics)
        told = explained(answer, store) if explain else ()
        print_blocks(chain(blocks, told), no_color=no_color)
    raise typer.Exit(STATUS[answer.verdict])


def _look_up_lines(name: str, asked: Asked, jobs: int) -> None:
    if jobs > 1:
        LookUp(asked)  # what is wrong is told once, and the indexes are made once
    lines = _lines(name)
    batches = iter(lambda: list(islice(lines, 1 if jobs == 1 else TOGETHER)), [])
    bad: list[Told] = []
    told = counted(chain.from_iterable(in_order(LookUp, asked, batches, jobs)))
    out_each(_texts(told, bad), at_once=True)
    if bad:
        lost = "one line" if len(bad) == 1 else f"{len(bad):,} lines"
        place = "standard input" if name == STDIN else name
        raise UsageError(f"{lost} of {place} could not be looked up; each says why in its place")


def _texts(told: Iterable[Told], bad: list[Told]) -> Iterator[str]:
    """Yield what is printed of each line, and keep in `bad` what is no answer."""
    for one in told:
        if not one.answered:
            bad.append(one)
        yield one.text


def _lines(name: str) -> Iterator[Line]:
    """Yield the lines of a file, or of stdin, that are not empty, as they come."""
    if name == STDIN:
        yield from _filled(sys.stdin.buffer)
        return
    with Path(name).open("rb") as file:
        yield from _filled(file)


def _filled(lines: Iterable[bytes]) -> Iterator[Line]:
    for number, raw in enumerate(lines, start=1):
        line = raw.decode("utf-8", "replace").strip()
        if number == 1:
            line = line.removeprefix("\ufeff").lstrip()  # a byte-order mark
        if line:
            yield Line(line, _unread(raw, number))


def _unread(raw: bytes, number: int) -> str | None:
    """Return why a line is no text, or `None` if it is one."""
    if b"\0" in raw:
        return f"line {number}: not a text in UTF-8 (a zero byte)"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"line {number}: not a text in UTF-8 at byte {error.start + 1} of the line"
    return None


def _told_by(answer: Answer, store: Corpora) -> tuple[str, str]:
    """Return which claim settles the answer, and who asserts it, so that no batch loses that.

    A claim of another corpus that doesn't agree, and a withdrawn one, is named too.
    """
    if not answer.matches:
        near = [store.claim(match.number) for match in answer.closest]
        gone = [f"withdrawn: {claim.id}" for claim in near if claim.withdrawn]
        return "-", "; ".join(gone) or "-"
    claim = store.claim(answer.matches[0].number)
    others = [match for match in answer.matches if match.verdict not in {answer.verdict, "found"}]
    told = [f"{match.verdict}: {store.claim(match.number).id}" for match in others]
    return claim.id, "; ".join((*_asserted(claim), *told))


def _asserted(claim: Claim) -> list[str]:
    if claim.reviews:
        return [f"{one.publisher}: {one.rating}" for one in claim.reviews]
    alleged = "alleged by " if claim.kind == "allegation" else ""
    return [f"{alleged}{claim.asserted_by}"]
