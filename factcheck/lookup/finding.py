"""Find the claims nearest to a query."""

from collections.abc import Sequence

from factcheck.compare.likeness import likenesses
from factcheck.compare.nearness import Asked, Nearness, at_best, nearness
from factcheck.lookup.answer import Claims

CANDIDATES = 10
BARE_CANDIDATES = 20
"""A claim without other wordings is found less surely, so more of them are compared.

Fifty rank two public sets no better than twenty, within half a point, and take twice as long.
"""
LIKELY = 10
"""Of those on long shelves so many are read, the most alike by their letters.

On two public sets all twenty rank no better than ten, within a thousandth.
"""
FLOOR = 0.2
"""A claim that scores less isn't offered even as nearest."""
BARE_FLOOR = 0.05
"""The same for one without other wordings, which shares fewer of a query's words."""


def nearest(
    text: str, whole: Asked, query: Asked, corpus: Claims, topics: Sequence[str]
) -> list[tuple[Nearness, int]]:
    """Return the claims nearest to `text`, the nearest first; `query` is what it asserts.

    Of claims that are as near the one comes first that is so by its statement.

    None is returned if none can come so near as `corpus.least`.
    """
    kept = _kept(whole, corpus, topics)
    profiles = {number: corpus.profile(number) for number in kept}
    long = corpus.long_candidates(words(whole), topics, BARE_CANDIDATES)
    bare = [*(number for number in kept if not profiles[number].worded), *long]
    alike = dict(zip(bare, likenesses(text, [corpus.statement(n) for n in bare]), strict=True))
    likely = sorted(long, key=lambda number: -alike[number])[:LIKELY]
    bounds = {n: at_best(query, profiles[n]) for n in kept if n not in alike}
    if not alike and max(bounds.values(), default=0.0) < corpus.least:
        return []
    asked_of = {n: whole if n in alike else query for n in (*kept, *likely)}
    profiles |= {number: corpus.profile(number) for number in likely}
    scored = [
        (nearness(asked_of[n], profiles[n], alike.get(n, 0.0)), n)
        for n in (*kept, *likely)
        if n in alike or bounds[n] >= FLOOR
    ]
    near = [(near, n) for near, n in scored if near.score >= (BARE_FLOOR if n in alike else FLOOR)]
    return sorted(near, key=lambda pair: (-pair[0].score, pair[0].phrase))


def _kept(whole: Asked, corpus: Claims, topics: Sequence[str]) -> list[int]:
    keys = sorted(whole.keys)
    numbers = corpus.candidates(keys, topics, CANDIDATES)
    if all(corpus.profile(number).worded for number in numbers):
        return numbers
    return corpus.candidates(keys, topics, BARE_CANDIDATES)


def words(query: Asked) -> list[str]:
    """Return the words, figures and years of a query that say something, as they are written."""
    said = query.reading.words
    counted = [key[1:] for key in query.keys if key not in query.weights]
    return [*(said.get(term, term) for term in query.weights), *counted]
