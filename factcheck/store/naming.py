"""What is named: topics and claims, or which of them was likely meant."""

from collections.abc import Callable, Iterable

from factcheck.problem import UnknownError, did_you_mean
from factcheck.store.several import Corpora, Several


def checked_topics(topics: str | Iterable[str] | None, known: Corpora) -> list[str]:
    """Return `topics`; a text is one topic.

    Raises:
        UnknownError: Some of them aren't there.
    """
    wanted = [topics] if isinstance(topics, str) else list(topics or ())
    names = [topic for topic, _, _ in known.topics]
    unknown = [one for one in wanted if one not in names]
    if unknown:
        told = (f"unknown topic '{one}'{did_you_mean(one, names)}" for one in unknown)
        raise UnknownError("; ".join(told))
    return wanted


def numbers_of(
    ids: Iterable[str], known: Corpora, otherwise: Callable[[str], str] = lambda _: ""
) -> list[int]:
    """Return the numbers of the claims with these `ids`.

    Raises:
        UnknownError: Some of them aren't there, or are in several corpora. Of one that is
            like no other `otherwise` says where to look.
    """
    found = {name: known.number_of(name) for name in ids}
    unknown = [name for name, number in found.items() if number is None]
    if unknown and isinstance(known, Several):
        _told_apart(unknown, known)
    if unknown:
        starts = ("", *(name[:3] for name in unknown))
        near = [other for start in starts for other in known.ids_from(start)]
        told = (
            f"unknown claim '{name}'{did_you_mean(name, near) or otherwise(name)}"
            for name in unknown
        )
        raise UnknownError("; ".join(told))
    return [number for number in found.values() if number is not None]


def _told_apart(names: Iterable[str], known: Several) -> None:
    """Say which of `names` more than one corpus has, and how each is called."""
    owners = {name: [known.claim(one).id for one in known.numbers_of(name)] for name in names}
    faults = [f"'{name}' is {' or '.join(ids)}" for name, ids in owners.items() if ids]
    if faults:
        raise UnknownError("; ".join(faults))
