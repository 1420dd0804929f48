"""The corpora in use, opened, and what a command line may name of them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.commands.choosing import chosen
from factcheck.commands.console import watch
from factcheck.problem import CorpusError, UsageError
from factcheck.store.naming import numbers_of
from factcheck.store.opening import Watch
from factcheck.store.several import Corpora
from factcheck.store.together import open_together

if TYPE_CHECKING:
    from factcheck.api.corpora import Corpus


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
    return open_together(chosen(paths), watched or watch())


def in_use(paths: list[str] | None = None) -> "Corpus":
    """Return the same as a program gets it, which other processes can be given."""
    from factcheck.api import corpora, opened  # a single look-up needs none of it

    return corpora.Corpus(opened.opened(chosen(paths), watch()))


def checked_ids(ids: Iterable[str], known: Corpora) -> list[int]:
    """Return the numbers of the claims with these `ids`, or say which of them is unknown."""
    return numbers_of(ids, known, partial(_where, known=known))


def _where(name: str, known: Corpora) -> str:
    """Return where those claims are that have the words of an id."""
    from factcheck.lookup.searching import search_across

    words = name.replace("-", " ")
    found = search_across(words, known.each, [], 1)
    if found.hits and found.whole and not found.instead:
        return f"; claims that speak of it: factcheck search {quote(words)}"
    return "; all ids: factcheck list"
