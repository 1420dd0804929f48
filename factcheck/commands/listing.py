"""`factcheck list`: the claims, all or narrowed, in the order of the files or of their dates."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, out_each, print_rows, terminal, warn
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, opened
from factcheck.commands.narrowing import (
    KindName,
    Narrowing,
    ParagraphNumber,
    SpeakerName,
    narrowed,
)
from factcheck.record import Claim
from factcheck.show import as_json
from factcheck.show.dated import brief_date
from factcheck.show.escaping import dumps, shown
from factcheck.show.wording import stated
from factcheck.store.naming import checked_topics


def list_claims(
    *,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    kind: KindName = None,
    speaker: SpeakerName = None,
    paragraph: ParagraphNumber = None,
    by_date: Annotated[
        bool, typer.Option("--by-date", help="Sort by date, undated ones last, and show it.")
    ] = False,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List the claims, one a line: id and statement.

    A terminal gets the statement beside or below the id, wrapped; a pipe one line each,
    parted by a tab. With --by-date the date (EDTF) comes last there.

    \b
    Examples:
      factcheck list --topic vote --topic funding
      factcheck list --speaker Musk --kind allegation
      factcheck list --paragraph 33 --by-date
      factcheck list --json
    """
    store = opened(corpus)
    by = Narrowing(kind, speaker, paragraph)
    counted: list[int] = []
    claims = _counted(narrowed(store, checked_topics(topic, store), by), counted)
    if by_date:
        claims = _sorted(claims)
    if json:
        out_each(dumps(as_json.claim(claim, store)) for claim in claims)
    elif screen := terminal(no_color=no_color):
        print_rows((_row(claim, by_date=by_date) for claim in claims), screen)
    else:
        out_each("\t".join(_fields(claim, by_date=by_date)) for claim in claims)
    if not counted:
        warn("no claim is so")


def _row(claim: Claim, *, by_date: bool) -> list[str]:
    """Return what a person sees of a claim; the last part of it may be cut."""
    return [claim.id, *([brief_date(claim)] if by_date else []), stated(claim)]


def _fields(claim: Claim, *, by_date: bool) -> list[str]:
    """Return what a program gets: the date is EDTF, and empty if there is none."""
    return [*map(shown, (claim.id, stated(claim), *([claim.date or ""] if by_date else [])))]


def _counted(claims: Iterable[Claim], counted: list[int]) -> Iterator[Claim]:
    for claim in claims:
        counted[:] = [1]
        yield claim


def _sorted(claims: Iterable[Claim]) -> Iterator[Claim]:
    from factcheck.commands.dating import in_order

    dated, undated = in_order(claims)
    yield from (one.claim for one in dated)
    yield from undated
