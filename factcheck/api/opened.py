"""Corpora that are opened once, however many threads and tasks of a process ask for them."""

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from factcheck.problem import CorpusError, Problem
from factcheck.store.opening import Watch
from factcheck.store.roots import BUILTIN, Chosen, builtin_root, missing, named, root_of
from factcheck.store.several import Corpora
from factcheck.store.together import open_together

if TYPE_CHECKING:
    from logging import Logger

KEPT = 4
"""So many of the corpora that a process was sent stay open for its next task."""


def _logger() -> "Logger":
    import logging  # most processes have nothing to tell

    logger = logging.getLogger("factcheck")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # or Python prints what nobody listens to
    return logger


LOGGED = Watch(lambda told: _logger().warning(told), lambda told: _logger().info(told))
"""A program that wants to hear of it listens to the logger `factcheck`; nothing is printed, and
nothing is a warning, which a program could do nothing about."""


class Opened:
    """Corpora, opened or yet to be.

    Attributes:
        places: What leads to each from any folder.
        key: What tells this opening from all others, of the same corpora, too.
    """

    def __init__(
        self, places: Sequence[str], store: "Corpora | None" = None, key: str | None = None
    ) -> None:
        """Take where they are, what is open already, and the key of an opening elsewhere."""
        self.places, self._store = tuple(places), store
        self.key = key or os.urandom(8).hex()
        self._opening = Lock()

    @property
    def store(self) -> Corpora:
        """What they hold.

        Raises:
            CorpusError: Something is wrong with any of them.
        """
        with self._opening:
            if self._store is None:
                self._store = open_together(chosen(self.places), LOGGED)
            return self._store


@lru_cache(KEPT)
def again(places: tuple[str, ...], key: str) -> Opened:
    """Return what another process opened, to be opened here; for each of its tasks the same."""
    return Opened(places, None, key)


def chosen(places: Iterable[str]) -> list[Chosen]:
    """Return the corpora that are named so.

    Raises:
        CorpusError: Some of them aren't there.
    """
    problems: list[Problem] = []
    roots: list[tuple[Path, str]] = []
    for place in places:
        try:
            root = root_of(place, Path())
        except ValueError as error:
            problems.append(Problem(Path(place), 0, 0, str(error)))
        else:
            roots.append((root, "it was opened"))
            if not root.is_dir():
                problems.append(Problem(root, 0, 0, missing(place, Path())))
    if problems:
        raise CorpusError(problems)
    return named(roots)


def opened(corpora: Sequence[Chosen], watch: Watch = LOGGED) -> Opened:
    """Return these corpora, open; `watch` is told what goes on.

    Raises:
        CorpusError: Something is wrong with any of them; its `problems` name all.
    """
    return Opened([_place(one) for one in corpora], open_together(corpora, watch))


def _place(one: Chosen) -> str:
    """Return what leads to a corpus from any folder, and to the built-in one on any machine."""
    return BUILTIN if one.root == builtin_root() else str(one.root.absolute())
