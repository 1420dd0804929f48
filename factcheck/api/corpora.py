"""Corpora, opened: what a program asks."""

import os
from collections.abc import Iterable, Iterator
from itertools import repeat
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from factcheck.api.answer import Answer, failed
from factcheck.api.claim import Claim, claim_of
from factcheck.api.opened import Opened, again, chosen, opened
from factcheck.lookup.across import look_up_across
from factcheck.lookup.looking_up import LIMIT
from factcheck.problem import CorpusError, fault_of_program
from factcheck.store.naming import checked_topics, numbers_of
from factcheck.store.roots import BUILTIN
from factcheck.store.several import Corpora, Several

if TYPE_CHECKING:
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
        corpus: The name of the corpus that it is of; `None` if no other is open.
    """

    id: str
    title: str
    claims: int
    corpus: str | None = None


class Corpus:
    """One corpus, or several as one, open for look-ups.

    Threads may share it. It can be pickled: another process opens the same again, when
    it first asks it something.
    """

    def __init__(self, opened: Opened) -> None:
        """Take what was opened, or is yet to be; `open` makes one."""
        self._opened: Opened | None = opened
        self._places = opened.places

    @property
    def store(self) -> Corpora:
        """What this program itself works with; it may change from version to version."""
        return self._open().store

    def _open(self) -> Opened:
        opened = self._opened  # another thread may close it now
        if opened is None:
            raise ValueError("the corpus is closed")
        return opened

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
            TypeError: It is one text.
        """
        if isinstance(texts, str):
            raise TypeError("several texts are needed; lookup takes one")
        store, most = self.store, _least(limit)
        wanted = checked_topics(topics, store)
        return (_answer_or_error(text, store, wanted, most) for text in texts)

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
            TypeError: It is no text.
        """
        store = self.store
        (number,) = numbers_of([_text(name)], store)
        return claim_of(number, store)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the claims are on."""
        store = self.store
        owners = store.owners if isinstance(store, Several) else repeat(None, len(store.topics))
        return tuple(Topic(*one, owner) for one, owner in zip(store.topics, owners, strict=True))

    def close(self) -> None:
        """Let go of what is open; nothing more can be asked. Answers stay as they are."""
        self._opened = None

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
        return _again, (self._places, self._open().key)

    def __repr__(self) -> str:
        return f"factcheck.open({', '.join(map(repr, self._places))})"


def open(*paths: str | os.PathLike[str]) -> Corpus:  # noqa: A001 - called as factcheck.open
    """Return corpora, ready for look-ups.

    Args:
        paths: Their folders, or "builtin" for the built-in one; that alone if there are none.

    Raises:
        CorpusError: Something is wrong with any of them; its `problems` name all.
    """
    return Corpus(opened(chosen([os.fspath(one) for one in paths] or [BUILTIN])))


def _again(places: tuple[str, ...], key: str) -> Corpus:
    return Corpus(again(places, key))


def _least(limit: int) -> int:
    if not isinstance(limit, int):
        raise TypeError(f"limit must be a whole number, not {limit!r}")
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
