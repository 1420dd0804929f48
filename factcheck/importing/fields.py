"""What a file gives of one review, before it is checked."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Number(str):
    """A JSON number as it is written: so none is too large, and none loses a digit."""

    __slots__ = ()


class Reference(str):
    """What refers to a node that the file does not hold."""

    __slots__ = ()


class Repeated(list[Any]):
    """The different values of a key that stands several times in one object."""

    __slots__ = ()


class Fields(NamedTuple):
    """What a file gives of one review, unchecked; `None` where it gives nothing."""

    statement: Any = None
    publisher: Any = None
    url: Any = None
    rating: Any = None
    claimant: Any = None
    claim_date: Any = None
    date: Any = None
    title: Any = None
    language: Any = None


LABELS = {
    "statement": "claim",
    "url": "URL",
    "claim_date": "date of the claim",
    "date": "date of the review",
}
"""What a field is called in a message, if not by its name."""


def label(name: str) -> str:
    """Return what the field `name` is called in a message."""
    return LABELS.get(name, name)


def merged(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return `pairs` as an object; a key with different values has them as a `Repeated`."""
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) == len(pairs):
        return found  # as nearly all
    given: dict[str, list[Any]] = {key: [] for key in found}
    for key, value in pairs:
        given[key].append(value)
    return {key: _one(values) for key, values in given.items()}


def _one(values: list[Any]) -> Any:
    first, *more = values
    return first if all(value == first for value in more) else Repeated(values)


def shortened(text: str) -> str:
    """Return as much of `text` as fits into a message, on one line."""
    line = " ".join(text[:200].split())
    safe = "".join(sign if sign.isprintable() else "�" for sign in line)
    return safe if len(safe) <= 60 else f"{safe[:59]}…"
