"""The works that claims are drawn from, each once, with the notes of all its claims."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.citations.dates import dated
from factcheck.citations.noting import about, note, plain, undated
from factcheck.record import Claim, Review, Source
from factcheck.show.markdown import WEB
from factcheck.store.several import Corpora

UNKEYED = re.compile(r"[^A-Za-z0-9.:-]+")
"""What no form takes in a key."""


class Work(NamedTuple):
    """A work to cite; each text stands on one line and has no control characters.

    Attributes:
        key: No other work of the list has it.
        kind: As `Source.kind`; a published fact check is a `web article`.
        outlet: Who published it.
        title, author, url: `None` where it isn't known. `url` is a web address.
        date: In EDTF; `None` where it isn't known.
        notes: What the claims drawn from it say, each with its quotations, attribution,
            replies and caveats, and then what holds for the work.
    """

    key: str
    kind: str
    outlet: str
    title: str | None
    author: str | None
    url: str | None
    date: str | None
    notes: tuple[str, ...]


def works(claims: Sequence[Claim], corpus: Corpora) -> list[Work]:
    """Return each source and each published fact check that `claims` are drawn from, once.

    An entry a claim would fill a reference manager with one article many times over.
    """
    found: dict[str, Work] = {}
    tails: dict[str, list[str]] = {}
    for claim in claims:
        told = note(claim, corpus)
        drawn = [(one.id, _sourced(one)) for one in corpus.sources_of(claim)]
        drawn += [
            (one.url, _reviewed(one, f"{claim.id}-review-{at}"))
            for at, one in enumerate(claim.reviews, start=1)
        ]
        for key, (work, tail) in drawn:
            held = found.setdefault(key, work)
            found[key] = held._replace(notes=(*held.notes, told))
            tails.setdefault(key, tail)
    return [work._replace(notes=(*work.notes, *tails[key])) for key, work in found.items()]


def _sourced(source: Source) -> tuple[Work, list[str]]:
    address = source.url if source.url and is_web(source.url) else None
    tail = about(source)
    if source.url and not address:
        tail.append(plain(f"[address as given] {source.url}"))
    return _work(source.id, source.kind, source.outlet, source, address, tail)


def _reviewed(review: Review, key: str) -> tuple[Work, list[str]]:
    address = review.url if is_web(review.url) else None
    return _work(key, "web article", review.publisher, review, address, [])


def _work(  # noqa: PLR0917 - the fields of a work
    key: str,
    kind: str,
    outlet: str,
    given: Source | Review,
    url: str | None,
    tail: list[str],
) -> tuple[Work, list[str]]:
    if given.date and not dated(given.date):
        tail = [*tail, undated(given.date)]
    author = given.author if isinstance(given, Source) else None
    known = (plain(one) if one else None for one in (given.title, author))
    title, name = known
    date = given.date if dated(given.date) else None
    return Work(UNKEYED.sub("-", key), kind, plain(outlet), title, name, url, date, ()), tail


def is_web(url: str) -> bool:
    """Whether `url` opens in a browser and does nothing else there."""
    return bool(WEB.match(url)) and plain(url) == url and " " not in url
