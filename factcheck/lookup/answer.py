"""What a look-up needs, and what it answers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from factcheck.compare.gaps import Asked
from factcheck.compare.nearness import Weighing
from factcheck.compare.profile import Profile
from factcheck.compare.verdict import Judgement
from factcheck.text.reading import Reader, Reading


class Claims(Protocol):
    """What a look-up needs of a compiled corpus; `Store` is one.

    Attributes:
        reader: What reads its texts.
        size: How many claims it has.
        least: How near, from 0 to 1, a claim must be able to come for any to be told of.
        silent: Whether it has nothing to say to any text.
    """

    reader: Reader
    size: int
    least: float
    silent: bool

    @property
    def gaps(self) -> Sequence[Asked]:
        """What its sources leave open."""

    @property
    def weights(self) -> Weighing:
        """How much each term tells the claims apart."""

    def read(self, query: str) -> Reading:
        """Return what `query` says."""

    def candidates(self, terms: Sequence[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return the numbers of the claims nearest to `terms`."""

    def long_candidates(self, words: Iterable[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return the numbers of the claims on long shelves nearest to `words`."""

    def profile(self, number: int) -> Profile:
        """Return the profile of a claim."""

    def statement(self, number: int) -> str:
        """Return the statement of a claim."""


class Match(NamedTuple):
    """One claim beside the query.

    Attributes:
        number: Its number in the corpus.
        judgement: What it says to the query.
        verdict: That, or `found` or `related`.
        score: How near the two are, from 0 to 1.
    """

    number: int
    judgement: Judgement
    verdict: str
    score: float


class Part(NamedTuple):
    """One of several things that a query says.

    Attributes:
        text: As typed.
        verdict: On this part alone; as in `Answer`.
        number: The claim that settles it; `None` if none does.
    """

    text: str
    verdict: str
    number: int | None


class Answer(NamedTuple):
    """What the corpus says to a query.

    Attributes:
        query: As typed.
        verdict: `supported`, `alleged`, `contradicted`, `close`, `found` or `not_covered`.
        matches: Claims that settle it, best first; empty if not covered.
        closest: Claims near it that don't.
        parts: The things that it says, if they are several and differ in verdict.
        gaps: What the sources leave open of it, as `who will chair the inquiry`; empty
            for a query that something settles.
    """

    query: str
    verdict: str
    matches: tuple[Match, ...]
    closest: tuple[Match, ...]
    parts: tuple[Part, ...] = ()
    gaps: tuple[str, ...] = ()
