"""`factcheck lookup`: what the corpus says to a claim, or to each line of a file."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import (
    AsJson,
    NoColor,
    Topics,
    checked_topics,
    corpus,
    counted,
    out,
    print_blocks,
)
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import LIMIT, look_up
from factcheck.problem import UsageError
from factcheck.show import as_json
from factcheck.show.escaping import dumps, shown
from factcheck.store.reading import Store

STATUS = {"supported": 0, "found": 0, "contradicted": 1, "not_covered": 3}


def lookup(
    claim: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM...", show_default=False)
    ] = None,
    *,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Look up each line; - is stdin.")
    ] = None,
    topic: Topics = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what met, its weight, and why.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many claims.")] = LIMIT,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say what the source reports on CLAIM: supported, contradicted or not covered.

    The verdict is on this wording. It never says that a claim is true or false.

    \b
    Examples:
      factcheck lookup "1,400 children were exploited in Rotherham"
      factcheck lookup "Casey made 20 recommendations" --explain
      factcheck lookup --from claims.txt --json
    """
    text = " ".join(claim or [])
    if bool(text.strip()) == (from_ is not None):
        raise UsageError('give a claim to look up, or --from FILE: factcheck lookup "…"')
    store = corpus()
    topics = checked_topics(topic, store)
    if from_ is not None:
        for line in counted(_lines(from_)):
            _print_line(look_up(line, store, topics, limit), store, json=json)
        return
    answer = look_up(text, store, topics, limit)
    if json:
        out(dumps(as_json.answer(answer, store)))
    else:
        from factcheck.show.blocks import answer_blocks

        print_blocks(
            answer_blocks(answer, store, explain=explain, topics=topics), no_color=no_color
        )
    raise typer.Exit(STATUS[answer.verdict])


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a file, or of stdin, that are not empty, as they come."""
    if name == "-":
        yield from _filled(sys.stdin.buffer)
        return
    with Path(name).open("rb") as file:
        yield from _filled(file)


def _filled(lines: Iterator[bytes]) -> Iterator[str]:
    for number, raw in enumerate(lines):
        line = raw.decode("utf-8", "replace").strip()
        if not number:
            line = line.removeprefix("\ufeff").lstrip()  # a byte-order mark
        if line:
            yield line


def _told_by(answer: Answer, store: Store) -> tuple[str, str]:
    """Return which claim settles the answer, and who asserts it, so that no batch loses that."""
    if not answer.matches:
        return "-", "-"
    claim = store.claim(answer.matches[0].number)
    if claim.reviews:
        return claim.id, "; ".join(f"{one.publisher}: {one.rating}" for one in claim.reviews)
    alleged = "alleged by " if claim.kind == "allegation" else ""
    return claim.id, f"{alleged}{claim.asserted_by}"


def _print_line(answer: Answer, store: Store, *, json: bool) -> None:
    if json:
        out(dumps(as_json.answer(answer, store)))
    else:
        out("\t".join((answer.verdict, *map(shown, _told_by(answer, store)), shown(answer.query))))
    sys.stdout.flush()
