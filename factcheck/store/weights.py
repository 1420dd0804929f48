"""How much terms tell claims apart, and which of a query's are worth looking for."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import overload

from factcheck.store.section import Section, stemmed

POSTINGS = 100_000
"""A query's words are looked for on a long shelf, the rarest first, while they stand in fewer
claims together; so the time is bounded however large the shelf.

At a million synthetic claims this takes a third of the time of all words, and finds as much.
"""
LEAST = 0.001
"""The weight of a term that all claims have; what shares no other has still something in common."""
TELLING = 4
"""But so many of its words at least."""

KEPT = 50_000
"""So many weights are held for the next query; more would fill the memory in a long batch."""
UNASKED = -1.0


class Weights:
    """How much each term tells the claims of all sections apart, from above 0 to 1.

    The inverse document frequency of BM25 (Robertson and Spärck Jones, 1976),
    over that of a term that one claim has.
    """

    def __init__(self, kept: Mapping[str, int], long: Sequence[Section], size: int) -> None:
        """Take in how many kept claims each term stands, and the sections of the others."""
        self._kept, self._long, self._size = kept, long, size
        self._most = _idf(1, size)
        self._known: dict[str, float | None] = {}

    def __contains__(self, term: str) -> bool:
        """Whether any claim has the term."""
        return self.get(term) is not None

    @overload
    def get(self, term: str, /) -> float | None: ...
    @overload
    def get(self, term: str, default: float, /) -> float: ...
    def get(self, term: str, default: float | None = None, /) -> float | None:
        """Return the weight of a term, or `default` if no claim has it."""
        found = self._known.get(term, UNASKED)
        if found == UNASKED:
            if len(self._known) >= KEPT:
                self._known.clear()
            times = self._kept.get(term, 0)
            times += sum(_frequency(term, section) for section in self._long)
            weight = round(_idf(times, self._size) / self._most, 4)
            found = self._known[term] = max(LEAST, weight) if times else None
        return default if found is None else found


def _frequency(term: str, section: Section) -> int:
    """Return in how many claims of a long shelf a term stands, about: it holds stems alone."""
    counted = term[0] in "#y" and term[1:2].isdigit()
    words = stemmed(term[1:] if counted else term.replace("_", " "))
    return min(map(section.frequency, words), default=0)


def telling(terms: Iterable[str], section: Section) -> list[str]:
    """Return the rarest of `terms` that a long shelf has."""
    known = {term: times for term in terms if (times := section.frequency(term))}
    rarest = sorted(known, key=known.__getitem__)
    reached = list(accumulate(known[term] for term in rarest))
    return [
        term
        for place, (term, postings) in enumerate(zip(rarest, reached, strict=True))
        if place < TELLING or postings <= POSTINGS
    ]


def _idf(times: int, count: int) -> float:
    return math.log(1 + (count - times + 0.5) / (times + 0.5))
