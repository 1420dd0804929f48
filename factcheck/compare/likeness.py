"""How alike a query and texts are by their letters, for claims that nobody worded otherwise."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.text.cleaning import clean

SIZE = 4
"""Letters in a piece of a word; three to five rank public sets alike, within a hundredth."""


def likenesses(query: str, texts: Sequence[str]) -> list[float]:
    """Return how alike `query` and each of `texts` are, from 0 to 1.

    The cosine of their words' pieces of four letters (Cavnar and Trenkle, 1994),
    each weighed by how few of the texts have it: what all candidates share tells
    nothing of which is meant.
    """
    if not texts:
        return []
    asked, held = _pieces(query), [_pieces(text) for text in texts]
    found = Counter(piece for pieces in held for piece in pieces)
    weights = {piece: _weight(found[piece], len(texts)) for piece in (*found, *asked)}
    query_vector = _vector(asked, weights)
    return [_cosine(query_vector, _vector(pieces, weights)) for pieces in held]


def _pieces(text: str) -> Counter[str]:
    padded = (f" {word} " for word in clean(text).split())
    return Counter(
        word[at : at + SIZE] for word in padded for at in range(max(1, len(word) - SIZE + 1))
    )


def _weight(times: int, texts: int) -> float:
    """Return the inverse document frequency, as `compiling.weights` has it for terms."""
    return math.log(1 + (texts - times + 0.5) / (times + 0.5))


def _vector(pieces: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    return {piece: (1 + math.log(times)) * weights[piece] for piece, times in pieces.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    common = sum(weight * other[piece] for piece, weight in one.items() if piece in other)
    return common / (_length(one) * _length(other)) if common else 0.0


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))
