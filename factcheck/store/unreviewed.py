"""A corpus without the claims that publishers of fact checks reviewed: those settle nothing."""

from collections.abc import Iterable, Sequence

from factcheck.compare.gaps import Asked
from factcheck.compare.profile import Profile
from factcheck.store.reading import Store
from factcheck.store.weights import Weights
from factcheck.text.reading import Reading

NEAREST = 6
"""Of a long shelf so many claims are compared: what settles a sentence shares most words with it.

With a hundred thousand claims, none of them reviewed, a draft so takes less than twice as long."""


class Unreviewed:
    """What a look-up needs of a corpus, for claims that can support or contradict a wording."""

    gaps: Sequence[Asked] = ()  # a draft isn't told what the sources leave open

    def __init__(self, store: Store, least: float) -> None:
        """Take the corpus, and how near a claim must be able to come to be of interest."""
        self._store, self.least = store, least
        self.silent = not store.quotes(long=False)
        self.reader, self.size = store.reader, store.size

    @property
    def weights(self) -> Weights:
        """How much each term tells the claims of the whole corpus apart."""
        return self._store.weights

    def read(self, query: str) -> Reading:
        """Return what `query` says."""
        return self._store.read(query)

    def candidates(self, terms: Sequence[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return the numbers of the kept claims nearest to `terms`."""
        return self._store.candidates(terms, topics, limit)

    def long_candidates(self, words: Iterable[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return those of the nearest claims on long shelves that nobody reviewed."""
        if not self._store.quotes(long=True):
            return []
        near = self._store.long_candidates(words, topics, limit)
        return [number for number in near if not self._store.is_reviewed(number)][:NEAREST]

    def profile(self, number: int) -> Profile:
        """Return the profile of a claim."""
        return self._store.profile(number)

    def statement(self, number: int) -> str:
        """Return the statement of a claim."""
        return self._store.statement(number)
