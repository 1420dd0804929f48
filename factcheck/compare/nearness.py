"""How near a claim is to a query, by the words, figures and dates that they share."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, Protocol, overload

from factcheck.compare.profile import Profile
from factcheck.text.common import zipf
from factcheck.text.reading import Reading
from factcheck.text.related import related

RARE = 1.0
"""Weight of a figure, a date, or a name that the corpus lacks: that of a rare word."""
TRUST = 100
"""A corpus of so many claims says as much of how telling a word is as general English does."""
KIN = 0.7
"""What a relative of a word counts of it where the claim lacks the word itself. It helps to find
what people put in other words: of 80 fair texts of one list two more, of 70 of another three.
A claim that others worded is found less surely with it (MAP@5 of public sets falls by .005)."""
UNSAID = 0.6
"""What each term of a wording costs that the query leaves out; about a term's mean weight."""


class Weighing(Protocol):
    """How much the terms of a corpus weigh, from above 0 to 1; a dictionary is one."""

    @overload
    def get(self, term: str, /) -> float | None: ...
    @overload
    def get(self, term: str, default: float, /) -> float: ...


class Asked(NamedTuple):
    """A query, ready to be compared.

    Attributes:
        reading: What it says.
        weights: How much each of its terms weighs, from above 0 to 1.
        keys: The same, and its figures and dates as `#1400` and `y2014`.
        total: Sum of `keys`.
        corpus: How much the corpus' terms weigh.
        relatives: For each term the terms of the corpus that mean the same or derive from it.
    """

    reading: Reading
    weights: Mapping[str, float]
    keys: Mapping[str, float]
    total: float
    corpus: Weighing
    relatives: Mapping[str, tuple[str, ...]]


class Nearness(NamedTuple):
    """How near a claim is to a query.

    Attributes:
        score: From 0 to 1: the mean of the share of the query that the claim has anywhere, and
            of the best Dice coefficient with one wording or misreading, or, for a
            claim that has none, of how alike the two are by their letters.
        phrase: The place of the supporting wording that is nearest; 0 if none shares a word.
    """

    score: float
    phrase: int


def asked(reading: Reading, corpus: Weighing, size: int) -> Asked:
    """Return the query that was read as `reading`, weighed for a corpus of `size` claims."""
    trust = size / (size + TRUST)
    terms = dict.fromkeys(reading.terms)
    words = reading.words
    weights = {term: _weight(term, words.get(term, term), corpus, trust) for term in terms}
    keys = {key: weights.get(key) or corpus.get(key, RARE) for key in reading.keys}
    kin = {term: tuple(_relatives(term, corpus)) for term in terms}
    relatives = {term: found for term, found in kin.items() if found}
    return Asked(reading, weights, keys, sum(keys.values()), corpus, relatives)


def _relatives(term: str, corpus: Weighing) -> Iterator[str]:
    """Yield the terms of a corpus that mean the same as a term or derive from it."""
    return (one for one in related(term).kin if corpus.get(one) is not None)


def _weight(term: str, word: str, corpus: Weighing, trust: float) -> float:
    """Weigh a term by how it tells claims apart and by how rare it is in English.

    General English counts because a hundred claims say little of how rare a word
    is, and nothing of one that none of them has; a hundred thousand say it all.
    """
    known = corpus.get(term)
    if term.startswith("@"):
        return RARE if known is None else known
    rarity = min(1.0, max(0.1, (7.2 - zipf(word)) / 3.2))
    return rarity if known is None else known * (trust + (1 - trust) * rarity)


def at_best(query: Asked, claim: Profile) -> float:
    """Return a score that `claim`, which others worded, can't exceed; quickly told."""
    if not query.total:
        return 0.0
    known = _covered(query, claim, claim.reach)
    return (known / query.total + 2 * known / (query.total + known)) / 2


def _covered(query: Asked, claim: Profile, keys: frozenset[str]) -> float:
    """Return what a query shares with some of a claim's keys."""
    total = 0.0
    for key, weight in query.keys.items():
        if key in keys:
            total += weight
        elif claim.worded and not keys.isdisjoint(query.relatives.get(key, ())):
            total += KIN * weight
    return total


def nearness(query: Asked, claim: Profile, likeness: float = 0.0) -> Nearness:
    """Return how near `claim` is to `query`, which is as alike to it as `likeness` says."""
    if not query.total:
        return Nearness(0.0, 0)
    near = _dice(query, claim)
    alike = max(near.values(), default=0.0) if claim.worded else likeness
    covered = _covered(query, claim, claim.keys)
    wordings = (place for place in sorted(near) if place < len(claim.phrases))
    phrase = max(wordings, key=near.__getitem__, default=0)
    return Nearness((covered / query.total + alike) / 2, phrase)


def _held(query: Asked, claim: Profile) -> Iterator[tuple[float, Collection[int]]]:
    """Yield for each key of a query what it counts, and which of a claim's texts have it."""
    where = claim.where
    for key, weight in query.keys.items():
        if key in where:
            yield weight, where[key]
        elif claim.worded and key in query.relatives:
            kin = (where[one] for one in query.relatives[key] if one in where)
            yield KIN * weight, {place for places in kin for place in places}


def _dice(query: Asked, claim: Profile) -> dict[int, float]:
    """Return the weighted coefficient of Dice (1945) with each text that shares anything.

    It is twice the common part over both.
    """
    sizes, total = claim.sizes, query.total
    common, shared = [0.0] * len(sizes), [0] * len(sizes)
    for weight, places in _held(query, claim):
        for place in places:
            common[place] += weight
            shared[place] += 1
    return {
        place: 2 * common[place] / (total + common[place] + UNSAID * (sizes[place] - many))
        for place, many in enumerate(shared)
        if many
    }
