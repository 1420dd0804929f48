"""Options that narrow a list of claims: by kind, by who speaks, and by paragraph."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, NamedTuple

import typer

from factcheck.commands.corpus_in_use import completing
from factcheck.lookup.speakers import is_called
from factcheck.problem import UsageError, did_you_mean
from factcheck.record import KINDS, Claim, speakers_of
from factcheck.store.reading import Store
from factcheck.store.several import Corpora


def complete_kind(incomplete: str) -> list[str]:
    """Return the kinds of claims that start so, for a shell."""
    return [kind for kind in KINDS if kind.startswith(incomplete)]


def complete_speaker(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the speakers whose names start so, for a shell."""
    known = {who for store in completing(ctx) for one in store.claims() for who in _of(one, store)}
    return sorted(who for who in known if who.startswith(incomplete))


SpeakerName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Only what this person or body says, by any of its names.",
        autocompletion=complete_speaker,
    ),
]
KindName = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help=f"Only claims of this kind: {', '.join(KINDS)}.",
        autocompletion=complete_kind,
    ),
]
ParagraphNumber = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Only what is quoted from this paragraph of a source."),
]


class Narrowing(NamedTuple):
    """Which claims are wanted; `None` narrows nothing."""

    kind: str | None = None
    speaker: str | None = None
    paragraph: int | None = None


def narrowed(store: Corpora, topics: list[str], by: Narrowing) -> Iterator[Claim]:
    """Yield the claims that are wanted, in order.

    Raises:
        UsageError: There is no such kind, or nobody of that name says anything.
    """
    if by.kind is not None and by.kind not in KINDS:
        raise UsageError(f"unknown kind '{by.kind}'{did_you_mean(by.kind, KINDS)}")
    some = False
    for claim, one in _each(store, topics):
        if _fits(claim, store, one, by):
            some = True
            yield claim
    if by.speaker is not None and not some:
        _check_speaker(by.speaker, store)


def _each(store: Corpora, topics: list[str]) -> Iterator[tuple[Claim, Store]]:
    """Yield each claim, and the one corpus that it is from."""
    start = 0
    for one in store.each:
        yield from ((store.claim(start + number), one) for number in one.numbers(topics))
        start += one.size


def _fits(claim: Claim, store: Corpora, one: Store, by: Narrowing) -> bool:
    if by.kind not in {None, claim.kind}:
        return False
    if by.paragraph not in {None, *(quotation.paragraph for quotation in claim.quotations)}:
        return False
    return by.speaker is None or any(_called(who, by.speaker, one) for who in _of(claim, store))


@lru_cache(maxsize=10_000)
def _called(speaker: str, name: str, one: Store) -> bool:
    return is_called(speaker, name, one.reader)


def _of(claim: Claim, store: Corpora) -> list[str]:
    return speakers_of(claim, {source.outlet for source in store.sources_of(claim)})


def _check_speaker(name: str, store: Corpora) -> None:
    """Say whom `name` was likely meant for, unless they speak in what was narrowed away."""
    each = [(who, one) for claim, one in _each(store, []) for who in _of(claim, store)]
    if any(_called(who, name, one) for who, one in each):
        return
    known = {word for who, _ in each for word in (who, *who.split())}
    raise UsageError(f"nobody of the name '{name}' says anything here{did_you_mean(name, known)}")
