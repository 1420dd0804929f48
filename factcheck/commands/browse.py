"""`topics`, `show` and `sources`: what is in the corpus."""

import sys
from itertools import zip_longest
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, out, print_blocks
from factcheck.commands.corpus_in_use import (
    CorpusPaths,
    checked_ids,
    complete_id,
    opened,
)
from factcheck.record import as_data
from factcheck.show import as_json
from factcheck.show.blocks import claim_blocks, source_blocks
from factcheck.show.escaping import dumps, shown
from factcheck.store.several import Several


def topics(*, corpus: CorpusPaths = None, json: AsJson = False) -> None:
    """List the topics, with how many claims stand on each.

    Of several corpora each topic says in brackets which it is from.

    \b
    Examples:
      factcheck topics
      factcheck topics --corpus builtin --corpus my-claims
    """
    store = opened(corpus)
    owners: list[str | None] = [*(store.owners if isinstance(store, Several) else ())]
    known = [*zip_longest(store.topics, owners)]
    if json:
        for (topic, title, count), owner in known:
            out(dumps({"topic": topic, "title": title, "claims": count, "corpus": owner}))
        return
    width = max((len(topic) for (topic, _, _), _ in known), default=0)
    for (topic, title, count), owner in known:
        whose = f" ({owner})" if owner else ""
        out(f"{topic:{width}}  {count:3}  {shown(title)}{shown(whose)}")


def show(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", autocompletion=complete_id)],
    *,
    corpus: CorpusPaths = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="Also other wordings, misreadings each put right, and positions."
        ),
    ] = False,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Print what an honest reader needs of each claim ID.

    \b
    Examples:
      factcheck show history-1400-rotherham
      factcheck show history-1400-rotherham --full
    """
    store = opened(corpus)
    for index, number in enumerate(checked_ids(ids, store)):
        claim = store.claim(number)
        if json:
            out(dumps(as_json.claim(claim, store)))
            continue
        if index:
            out("")
        sys.stdout.flush()
        print_blocks(claim_blocks(claim, store, whole=full), no_color=no_color)


def sources(*, corpus: CorpusPaths = None, json: AsJson = False, no_color: NoColor = False) -> None:
    """Print what is known of each source, and what is not."""
    store = opened(corpus)
    for source in store.sources.values():
        if json:
            out(dumps(as_data(source)))
            continue
        print_blocks(source_blocks(source), no_color=no_color)
