"""`factcheck cite`: a claim's sources as references in a style, and what they say."""

from typing import Annotated

import typer

from factcheck.citations.noting import below, in_doubt
from factcheck.citations.work import works
from factcheck.commands.console import out
from factcheck.commands.corpus_in_use import CorpusPaths, checked_ids, complete_id, opened
from factcheck.commands.formatting import references
from factcheck.record import Claim
from factcheck.store.several import Corpora


def cite(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", autocompletion=complete_id)],
    *,
    corpus: CorpusPaths = None,
    style: Annotated[
        str,
        typer.Option(
            metavar="STYLE",
            help="apa, chicago, harvard, ieee, mla, or a style's name in CSL.",
        ),
    ] = "apa",
) -> None:
    """Print a formatted reference for the sources of each claim ID.

    Below it stand the quotation and its place, who asserts it, replies and caveats.
    What isn't known of a source is said as the style says it, such as "n.d.".
    It needs Pandoc and the extra 'cite'; nothing is downloaded.

    \b
    Examples:
      factcheck cite history-1400-rotherham
      factcheck cite history-1400-rotherham --style chicago
    """
    store = opened(corpus)
    claims = [store.claim(number) for number in checked_ids(ids, store)]
    out("\n\n".join(_cited(claim, store, style) for claim in claims))


def _cited(claim: Claim, store: Corpora, style: str) -> str:
    lines = references(works([claim], store), style)
    told = (*below(claim, store), *map(in_doubt, store.sources_of(claim)))
    return "\n".join((*lines, *(f"  {one}" for one in told if one)))
