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
    found: Counter[str] = Counter()
    for pieces in held:
        found.update(pieces.keys())
    weights = [_weight(times, len(texts)) for times in range(len(texts) + 1)]
    vectors = [_vector(pieces, found, weights) for pieces in (asked, *held)]
    lengths = [math.sqrt(sum(weight * weight for weight in v.values())) for v in vectors]
    return [
        _product(vectors[0], vector) / (lengths[0] * length) if lengths[0] and length else 0.0
        for vector, length in zip(vectors[1:], lengths[1:], strict=True)
    ]


def _pieces(text: str) -> Counter[str]:
    padded = [f" {word} " for word in clean(text).split()]
    return Counter(
        [word[at : at + SIZE] for word in padded for at in range(max(1, len(word) - SIZE + 1))]
    )


def _weight(times: int, texts: int) -> float:
    """Return the inverse document frequency, as `reading.Weights` has it for terms."""
    return math.log(1 + (texts - times + 0.5) / (times + 0.5))


def _vector(
    pieces: Mapping[str, int], found: Mapping[str, int], weights: Sequence[float]
) -> dict[str, float]:
    """Return the weight of each piece, by how often it stands and how few texts have it."""
    return {
        piece: weights[found[piece]]
        if times == 1
        else (1 + math.log(times)) * weights[found[piece]]
        for piece, times in pieces.items()
    }


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum([weight * other[piece] for piece, weight in one.items() if piece in other])
