"""Put the profiles of several claims together, to compare a sentence that joins them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.compare.profile import Profile


def together(claims: Sequence[Profile]) -> Profile:
    """Return what `claims` say together, without their misreadings."""
    return Profile(
        frozenset().union(*(claim.keys for claim in claims)),
        frozenset().union(*(claim.reach for claim in claims)),
        frozenset().union(*(claim.texts for claim in claims)),
        tuple(phrase for claim in claims for phrase in claim.phrases),
        claims[0].standing,
        frozenset().union(*(claim.accuser for claim in claims)),
        any(claim.worded for claim in claims),
        max(claim.turning for claim in claims),
        (),
        _added(claim.signs for claim in claims),
        tuple(figure for claim in claims for figure in claim.figures),
        frozenset().union(*(claim.years for claim in claims)),
        frozenset().union(*(claim.alone for claim in claims)),
        frozenset().union(*(claim.months for claim in claims)),
        frozenset().union(*(claim.names for claim in claims)),
        frozenset().union(*(claim.core for claim in claims)),
        frozenset().union(*(claim.speaker for claim in claims)),
        frozenset().union(*(claim.places for claim in claims)),
        sum((Counter(claim.deeds) for claim in claims), Counter()),
        _merged(claim.rivals for claim in claims),
        _widest(claim.steps for claim in claims),
        {},
    )


def _added(signs: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    total: dict[str, tuple[int, int]] = {}
    for one in signs:
        for term, (plus, minus) in one.items():
            before = total.get(term, (0, 0))
            total[term] = (before[0] + plus, before[1] + minus)
    return total


def _merged(rivals: Iterable[Mapping[str, Mapping[str, str]]]) -> dict[str, dict[str, str]]:
    total: dict[str, dict[str, str]] = {}
    for one in rivals:
        for group, members in one.items():
            total.setdefault(group, {}).update(members)
    return total


def _widest(steps: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    total: dict[str, tuple[int, int]] = {}
    for one in steps:
        for scale, (low, high) in one.items():
            before = total.get(scale, (low, high))
            total[scale] = (min(before[0], low), max(before[1], high))
    return total
