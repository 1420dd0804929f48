"""`factcheck lookup`: what the corpus says to a claim, or to each line of a file."""

import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from factcheck.commands.console import AsJson, NoColor, counted, out, out_each, print_blocks
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, checked_topics, opened
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import LIMIT
from factcheck.problem import UsageError
from factcheck.record import Claim
from factcheck.show import as_json
from factcheck.show.escaping import dumps, shown
from factcheck.store.jobs import in_order
from factcheck.store.several import Corpora

TOGETHER = 50
"""So many lines go to another process at once: a tenth of a second's work."""
STATUS = {"supported": 0, "found": 0, "contradicted": 1, "not_covered": 3}


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

    def __call__(self, lines: list[str]) -> list[str]:
        """Return for each line what is printed of it."""
        return [self._told(line) for line in lines]

    def _told(self, line: str) -> str:
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what met, its weight, and why.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many claims.")] = LIMIT,
    jobs: Annotated[
        int, typer.Option(min=1, max=256, help="So many processes look up the lines of --from.")
    ] = 1,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say what the sources report on CLAIM.

    The verdict is on this wording: supported, contradicted, found or not covered.
    It never says that a claim is true or false.

    \b
    Examples:
      factcheck lookup "1,400 children were exploited in Rotherham"
      factcheck lookup "Casey made 20 recommendations" --explain
      factcheck lookup --from claims.txt --json
    """
    text = " ".join(claim or [])
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
        from factcheck.show.answering import answer_blocks

        print_blocks(
            answer_blocks(answer, store, explain=explain, topics=topics), no_color=no_color
        )
    raise typer.Exit(STATUS[answer.verdict])


def _look_up_lines(name: str, asked: Asked, jobs: int) -> None:
    if jobs > 1:
        LookUp(asked)  # what is wrong is told once, and the indexes are made once
    lines = _lines(name)
    batches = iter(lambda: list(islice(lines, 1 if jobs == 1 else TOGETHER)), [])
    told = counted(chain.from_iterable(in_order(LookUp, asked, batches, jobs)))
    out_each(told, at_once=True)


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a file, or of stdin, that are not empty, as they come.

    Raises:
        UsageError: One holds a zero byte, as no text does.
    """
    if name == "-":
        yield from _filled("standard input", sys.stdin.buffer)
        return
    with Path(name).open("rb") as file:
        yield from _filled(name, file)


def _filled(name: str, lines: Iterator[bytes]) -> Iterator[str]:
    for number, raw in enumerate(lines, start=1):
        if b"\0" in raw:
            raise UsageError(f"{name}:{number}: not a text in UTF-8 (a zero byte)")
        line = raw.decode("utf-8", "replace").strip()
        if number == 1:
            line = line.removeprefix("\ufeff").lstrip()  # a byte-order mark
        if line:
            yield line


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
