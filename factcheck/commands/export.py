"""`factcheck export`: claims and their sources in the form that one's own text or program needs."""

from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import fail, out, path_named, warn
from factcheck.commands.corpus_in_use import (
    CorpusPaths,
    Topics,
    checked_ids,
    complete_id,
    opened,
)
from factcheck.commands.exporting import (
    HELD,
    Asked,
    Format,
    check,
    format_of,
    write_parquet,
    written,
)
from factcheck.commands.files import write_new
from factcheck.lookup.across import look_up_across
from factcheck.problem import UsageError
from factcheck.record import Claim
from factcheck.store.naming import checked_topics
from factcheck.store.several import Corpora

MOST = 10_000
"""So many claims are written at most: they are held together, and nobody cites more."""


class Style(StrEnum):
    """How the citations in Markdown are laid out."""

    footnotes = "footnotes"
    list = "list"
    table = "table"


def export(
    *,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    ids: Annotated[
        list[str] | None,
        typer.Option(
            "--id", metavar="ID", help="This claim; may be repeated.", autocompletion=complete_id
        ),
    ] = None,
    lookup: Annotated[
        str | None, typer.Option("--lookup", metavar="CLAIM", help="What matches this claim.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of those above; else what FILE ends in tells, or Markdown.",
        ),
    ] = None,
    style: Annotated[Style, typer.Option(help="How Markdown is laid out.")] = Style.footnotes,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who publishes it, for claimreview.")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where a claim's page lies: at URL/ID, for claimreview."),
    ] = None,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A source's text, for annotation; may be repeated.",
            parser=path_named,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Write citations: Markdown, or a form for another program.

    Each has its statement, quotation, source, replies and caveats.
    Without --topic, --id or --lookup, every claim is written.

    \b
    --format is one of:
      markdown                         for people; --style lays it out
      csl-json, biblatex, bibtex, ris  an entry a source, the claims as its notes
      csv, parquet, jsonl              a claim a row; jsonl has every field
      annotation                       each quotation with its place (W3C)
      claimreview                      misreadings and allegations, for a page

    \b
    Examples:
      factcheck export --topic figures -o figures.md
      factcheck export --id history-1400-rotherham --style list
      factcheck export --lookup "Musk called Phillips an evil witch"
      factcheck export --topic figures -o figures.bib
    """
    asked = Asked(style.value, publisher, base_url, tuple(against or ()))
    wanted = form or format_of(output)
    check(wanted, asked, output)
    store = opened(corpus)
    claims = _chosen(store, topic, ids, lookup)
    if not claims:
        fail("factcheck: the corpus does not cover this; nothing was written", 3)
    if wanted is Format.parquet and output:
        write_parquet(output, claims, store, force=force)
        return
    text = written(wanted, claims, store, asked)
    if not text:
        fail(f"factcheck: no {HELD[wanted]} in this; nothing was written", 3)
    if output:
        write_new(output, text, force=force)
    else:
        out(text, end="")


def _chosen(
    store: Corpora, topic: list[str] | None, ids: list[str] | None, lookup: str | None
) -> list[Claim]:
    topics, wanted = checked_topics(topic, store), set(checked_ids(ids or [], store))
    if lookup is not None:
        answer = look_up_across(lookup, store.each, topics)
        if answer.verdict == "contradicted":
            warn("what is exported contradicts this wording")
        elif any(match.verdict == "contradicted" for match in answer.matches):
            warn("not all of what is exported agrees on this wording")
        wanted |= {match.number for match in answer.matches}
        topics = []
    elif topics or not wanted:
        wanted |= set(islice(store.numbers(topics), MOST + 1))
    if len(wanted) > MOST:
        message = (
            f"more than {MOST:,} claims would be written; narrow it by --topic, --id or --lookup"
        )
        raise UsageError(message)
    return [store.claim(number) for number in sorted(wanted)]
