"""The corpora in use, opened, and what a command line may name of them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from shlex import quote
from typing import Annotated

import typer

from factcheck.api import corpora as api
from factcheck.api.corpora import Corpus
from factcheck.commands.choosing import chosen
from factcheck.commands.console import watch
from factcheck.problem import CorpusError, UsageError, did_you_mean
from factcheck.store.opening import Watch
from factcheck.store.several import Corpora, Several


def complete_topic(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the topics that start so, for a shell."""
    return [
        topic
        for store in completing(ctx)
        for topic, _, _ in store.topics
        if topic.startswith(incomplete)
    ]


def complete_id(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the claims' ids that start so, for a shell."""
    return [name for store in completing(ctx) for name in store.ids_from(incomplete)]


def _silent(_: str) -> None:
    """Say nothing."""


def completing(ctx: typer.Context) -> Iterator[Corpora]:
    """Yield what the corpora hold, if they can be opened; a word would spoil the command line."""
    with suppress(CorpusError, UsageError, OSError):
        yield opened(ctx.params.get("corpus"), Watch(_silent, _silent))


CorpusPaths = Annotated[
    list[str] | None,
    typer.Option(
        "--corpus",
        metavar="PATH",
        help="A corpus' folder, or builtin; may be repeated.",
    ),
]


Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        "-t",
        metavar="TOPIC",
        help="Only claims on this topic; may be repeated.",
        autocompletion=complete_topic,
    ),
]


def opened(paths: list[str] | None = None, watched: Watch | None = None) -> Corpora:
    """Return the corpora in use; `paths` are those of `--corpus`.

    `watched` is told what goes on; `None` tells a person who watches.

    Raises:
        CorpusError: Something is wrong with any of them; it names every problem.
    """
    return in_use(paths, watched).store


def in_use(paths: list[str] | None = None, watched: Watch | None = None) -> Corpus:
    """Return the same as a program gets it, which other processes can be given."""
    return api.opened(chosen(paths), watched or watch())


def checked_topics(topics: list[str] | None, known: Corpora) -> list[str]:
    """Return `topics`, or say which of them is unknown."""
    names = [topic for topic, _, _ in known.topics]
    _known("topic", topics or [], names)
    return topics or []


def checked_ids(ids: Iterable[str], known: Corpora) -> list[int]:
    """Return the numbers of the claims with these `ids`, or say which of them is unknown."""
    found = {name: known.number_of(name) for name in ids}
    unknown = [name for name, number in found.items() if number is None]
    if unknown and isinstance(known, Several):
        _told_apart(unknown, known)
    if unknown:
        starts = ("", *(name[:3] for name in unknown))
        near = [other for start in starts for other in known.ids_from(start)]
        told = (f"unknown claim '{name}'{_meant(name, near, known)}" for name in unknown)
        raise UsageError("; ".join(told))
    return [number for number in found.values() if number is not None]


def _meant(name: str, near: list[str], known: Corpora) -> str:
    """Return which claim an id was likely meant for, or where those are that have its words."""
    from factcheck.lookup.searching import search_across

    if told := did_you_mean(name, near):
        return told
    words = name.replace("-", " ")
    found = search_across(words, known.each, [], 1)
    if found.hits and found.whole and not found.instead:
        return f"; claims that speak of it: factcheck search {quote(words)}"
    return "; all ids: factcheck list"


def _told_apart(names: Iterable[str], known: Several) -> None:
    """Say which of `names` more than one corpus has, and how each is called."""
    owners = {name: [known.claim(one).id for one in known.numbers_of(name)] for name in names}
    faults = [f"'{name}' is {' or '.join(ids)}" for name, ids in owners.items() if ids]
    if faults:
        raise UsageError("; ".join(faults))


def _known(what: str, wanted: list[str], known: list[str]) -> None:
    faults = [
        f"unknown {what} '{name}'{did_you_mean(name, known)}"
        for name in wanted
        if name not in known
    ]
    if faults:
        raise UsageError("; ".join(faults))
