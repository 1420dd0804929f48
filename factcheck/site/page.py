"""What the pages of a site are made of, before they are HTML."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from factcheck.record import Claim
from factcheck.show.dated import Entry
from factcheck.show.markdown import WEB
from factcheck.store.several import Corpora


class Site(NamedTuple):
    """What all pages of a site share.

    Attributes:
        title: What the site is called.
        base_url: Where it will be published, with a `/` at the end; `None` if nobody said.
        day: When it was made.
        publisher: Who publishes it, and so the ClaimReview in its pages; `None` for none of these.
    """

    title: str
    base_url: str | None
    day: date
    publisher: str | None = None

    def address(self, path: str) -> str | None:
        """Return the permanent address of a page; `None` if nobody said where it will be."""
        return f"{self.base_url}{path}" if self.base_url else None


class Dated(NamedTuple):
    """A claim that has a date, and its entry on the timeline."""

    claim: Claim
    entry: Entry


class Material(NamedTuple):
    """What a site is made from.

    Attributes:
        corpus: Where the claims are from.
        claims: All of them, in their order.
        dated: Those that have a date, the earliest first.
        outlets: Who published the sources.
        titles: What each topic is called.
    """

    corpus: Corpora
    claims: tuple[Claim, ...]
    dated: tuple[Dated, ...]
    outlets: frozenset[str]
    titles: Mapping[str, str]


def material(corpus: Corpora, claims: tuple[Claim, ...], dated: tuple[Dated, ...]) -> Material:
    """Return what a site is made from."""
    outlets = frozenset(source.outlet for source in corpus.sources.values())
    titles = {name: title for name, title, _ in reversed(corpus.topics)}
    return Material(corpus, claims, dated, outlets, titles)


class Page(NamedTuple):
    """A page: where it lies in the site, its template, its title, and what the template shows."""

    path: str
    template: str
    title: str
    values: Mapping[str, Any]


class Link(NamedTuple):
    """Words that lead to another page of the site, and what is said beside them."""

    text: str
    path: str
    note: str = ""


def web(address: str | None) -> str | None:
    """Return a web address that a page may link to; `None` for anything else."""
    return address if address and WEB.match(address) else None


def unique(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links without repetitions, in their order."""
    return tuple(dict.fromkeys(links))
