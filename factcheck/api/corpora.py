"""Corpora, opened: what a program asks."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from factcheck.api.answer import Answer, failed
from factcheck.api.claim import Claim, claim_of
from factcheck.lookup.across import look_up_across
from factcheck.lookup.looking_up import LIMIT
from factcheck.problem import CorpusError, Problem, fault_of_program
from factcheck.store.naming import checked_topics, numbers_of
from factcheck.store.opening import Watch
from factcheck.store.roots import BUILTIN, Chosen, builtin_root, missing, named, root_of
from factcheck.store.several import Corpora
from factcheck.store.together import open_together

if TYPE_CHECKING:
    from logging import Logger

    from factcheck.api.findings import Findings
    from factcheck.api.found import Found

HITS = 10
"""So many claims a search returns, if nothing else is said."""


class Topic(NamedTuple):
    """What claims are on.

    Attributes:
        id: As `topics=` takes it.
        title: In words.
        claims: How many claims stand on its shelf.
    """

    id: str
    title: str
    claims: int


def _logger() -> "Logger":
    import logging  # most processes have nothing to tell

    logger = logging.getLogger("factcheck")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # or Python prints what nobody listens to
    return logger


LOGGED = Watch(lambda told: _logger().warning(told), lambda told: _logger().info(told))
"""A program that wants to hear of it listens to the logger `factcheck`; nothing is printed, and
nothing is a warning, which a program could do nothing about."""


class Corpus:
    """One corpus, or several as one, open for look-ups.

    Threads may share it. It can be pickled: another process opens the same again, when
    it first asks it something.
    """

    def __init__(self, places: Sequence[str], store: "Corpora | None" = None) -> None:
        """Take what leads to them from any folder, and what was opened, if it was."""
        self._places, self._store = places, store
        self._opening = Lock()
        self._closed = False

    @property
    def store(self) -> Corpora:
        """What this program itself works with; it may change from version to version."""
        with self._opening:
            if self._closed:
                raise ValueError("the corpus is closed")
            if self._store is None:
                self._store = open_together(_chosen(self._places), LOGGED)
            return self._store

    def lookup(self, text: str, *, topics: str | Iterable[str] = (), limit: int = LIMIT) -> Answer:
        """Return what the corpora say to `text`, with at most `limit` claims, on any of `topics`.

        Raises:
            UnknownError: There is no such topic.
            TypeError: It is no text.
        """
        store = self.store
        return _answer(text, store, checked_topics(topics, store), _least(limit))

    def lookup_many(
        self, texts: Iterable[str], *, topics: str | Iterable[str] = (), limit: int = LIMIT
    ) -> Iterator[Answer]:
        """Yield what the corpora say to each text, in order, each when it is asked for.

        A text that can't be looked up has an answer with an `error` in its place.

        Raises:
            UnknownError: There is no such topic.
        """
        store = self.store
        wanted = checked_topics(topics, store)
        return (_answer_or_error(text, store, wanted, _least(limit)) for text in texts)

    def search(self, words: str, *, topics: str | Iterable[str] = (), limit: int = HITS) -> "Found":
        """Return the claims that have a word, name, figure or year, at most `limit`, best first.

        Raises:
            UnknownError: There is no such topic.
        """
        from factcheck.api.found import Found
        from factcheck.lookup.searching import search_across

        store = self.store
        wanted = checked_topics(topics, store)
        found = search_across(_text(words), store.each, wanted, _least(limit))
        return Found(found, store)

    def check(self, text: str) -> "Findings":
        """Return where a text in Markdown departs from what the corpora have."""
        from factcheck.api.findings import findings_in

        return findings_in(_text(text), self)

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, one after another."""
        store = self.store
        return (claim_of(number, store) for number in store.numbers())

    def claim(self, name: str) -> Claim:
        """Return the claim whose id is `name`.

        Raises:
            UnknownError: There is none, or several corpora have one.
        """
        store = self.store
        (number,) = numbers_of([name], store)
        return claim_of(number, store)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the claims are on."""
        return tuple(Topic(*one) for one in self.store.topics)

    def close(self) -> None:
        """Let go of what is open; nothing more can be asked. Answers stay as they are."""
        with self._opening:
            self._store, self._closed = None, True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return Corpus, (self._places,)

    def __repr__(self) -> str:
        return f"factcheck.open({', '.join(map(repr, self._places))})"


def open(*paths: str | os.PathLike[str]) -> Corpus:  # noqa: A001 - called as factcheck.open
    """Return corpora, ready for look-ups.

    Args:
        paths: Their folders, or "builtin" for the built-in one; that alone if there are none.

    Raises:
        CorpusError: Something is wrong with any of them; its `problems` name all.
    """
    return opened(_chosen([os.fspath(one) for one in paths] or [BUILTIN]), LOGGED)


def opened(chosen: Sequence[Chosen], watch: Watch) -> Corpus:
    """Return these corpora, open; `watch` is told what goes on.

    Raises:
        CorpusError: Something is wrong with any of them; its `problems` name all.
    """
    return Corpus([_place(one) for one in chosen], open_together(chosen, watch))


def _chosen(places: Iterable[str]) -> list[Chosen]:
    problems: list[Problem] = []
    roots: list[tuple[Path, str]] = []
    for place in places:
        try:
            roots.append((root_of(place, Path()), "it was opened"))
        except ValueError as error:
            problems.append(Problem(Path(place), 0, 0, str(error)))
        else:
            if not roots[-1][0].is_dir():
                problems.append(Problem(roots[-1][0], 0, 0, missing(place, Path())))
    if problems:
        raise CorpusError(problems)
    return named(roots)


def _place(one: Chosen) -> str:
    """Return what leads to a corpus from any folder."""
    return BUILTIN if one.root == builtin_root() else str(one.root.absolute())


def _least(limit: int) -> int:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    return limit


def _text(given: str) -> str:
    if not isinstance(given, str):
        raise TypeError(f"a text is needed, not {type(given).__name__}")
    return given


def _answer(text: str, store: Corpora, topics: list[str], limit: int) -> Answer:
    return Answer(look_up_across(_text(text), store.each, topics, limit), store)


def _answer_or_error(text: str, store: Corpora, topics: list[str], limit: int) -> Answer:
    try:
        answer = _answer(text, store, topics, limit)
        _ = answer.outcome  # what fails, fails here
    except (CorpusError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - this text's alone
        if isinstance(text, str):
            return failed(text, fault_of_program(error))
        return failed("", str(error))
    return answer
