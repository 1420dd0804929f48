"""`factcheck lookup`: what the corpus says to a claim, or to each claim of a file."""

import sys
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, is_piped, out, print_blocks
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, in_use, opened
from factcheck.lookup.across import look_up_across
from factcheck.lookup.looking_up import LIMIT
from factcheck.problem import UsageError
from factcheck.show import as_json
from factcheck.show.escaping import dumps
from factcheck.store.naming import checked_topics

STDIN = "-"
STATUS = {"supported": 0, "alleged": 0, "found": 0, "contradicted": 1, "close": 3, "not_covered": 3}


def lookup(
    claim: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM...", show_default=False)
    ] = None,
    *,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Look up each line, or each row of a .csv, .tsv, .jsonl or .parquet; - is stdin.",
        ),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option("--column", metavar="NAME", help="The column of --from with the claims."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write --from's table here, answers behind."
        ),
    ] = None,
    sort: Annotated[
        bool, typer.Option("--sort", help="Of --from what is contradicted first.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing --output.")] = False,
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
      factcheck lookup --from claims.csv --column post --sort -o checked.csv
    """
    text = " ".join(claim or [])
    if from_ is None and (text == STDIN or (not claim and is_piped(sys.stdin))):
        text, from_ = "", STDIN
    if bool(text.strip()) == (from_ is not None):
        fault = "not both" if from_ is not None else 'as in factcheck lookup "…"'
        raise UsageError(f"give a claim to look up, or --from FILE; {fault}")
    if from_ is not None:
        from factcheck.commands.answers import Asked
        from factcheck.commands.batch import Batch, look_up_each

        if json and output:
            raise UsageError("give --json or --output, not both; --output FILE.jsonl writes JSON")
        path = None if from_ == STDIN else from_
        batch = Batch(path, column, output, force, sort, jobs, no_color)
        used = in_use(corpus)  # what is wrong is told once, and the indexes are made once
        look_up_each(batch, Asked(used, checked_topics(topic, used.store), limit, json))
        return
    if column is not None or output or sort or force:
        raise UsageError("--column, --output, --sort and --force go with --from FILE")
    if _is_file(text):
        instead = f"factcheck check {text} checks a draft, factcheck lookup --from {text} each line"
        raise UsageError(f"{text} is a file: {instead}")
    store = opened(corpus)
    topics = checked_topics(topic, store)
    answer = look_up_across(text, store.each, topics, limit)
    if json:
        out(dumps(as_json.answer(answer, store)))
    else:
        from factcheck.show.answering import answer_blocks, explained
        from factcheck.show.card import card

        whole = answer_blocks(answer, store, topics) if full else None
        blocks = whole or card(answer, store, topics, corpus or ())
        told = explained(answer, store) if explain else ()
        print_blocks(chain(blocks, told), no_color=no_color)
    raise typer.Exit(STATUS[answer.verdict])


def _is_file(text: str) -> bool:
    """Whether what was typed for a claim is a file's name with an ending."""
    try:
        return " " not in text and bool(Path(text).suffix) and Path(text).is_file()
    except (OSError, ValueError):
        return False
