"""Pages that list: long lists go on over several pages, each of them a page of its own."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.show.dated import undated_in_words
from factcheck.site.brief import brief
from factcheck.site.names import numbered
from factcheck.site.page import Dated, Page

LISTED = 100
"""Claims on a page."""
NAMED = 500
"""Names on a page."""


class Turn(NamedTuple):
    """Which page of a list this is, of how many, and where the ones beside it lie."""

    number: int
    of: int
    before: str | None
    after: str | None


def listed(
    path: str, title: str, briefs: Sequence[Any], template: str = "listing.html", **values: Any
) -> Iterator[Page]:
    """Yield the pages of a list of claims in few words; what stands above it, `values` say."""
    for part, turn, place in _parted(path, briefs, LISTED):
        shown = {"briefs": part, "count": len(briefs), "turn": turn, **values}
        yield Page(place, template, _titled(title, turn), shown)


def named(path: str, title: str, links: Sequence[Any], **values: Any) -> Iterator[Page]:
    """Yield the pages of a list of links to other pages."""
    for part, turn, place in _parted(path, links, NAMED):
        shown = {"links": part, "count": len(links), "turn": turn, **values}
        yield Page(place, "names.html", _titled(title, turn), shown)


def timeline(path: str, title: str, dated: Sequence[Dated], undated: int) -> Iterator[Page]:
    """Yield the pages of the timeline, each with the place of its picture, and its entries."""
    told = f"{undated_in_words(undated)}."
    for part, turn, place in _parted(path, dated, LISTED):
        values = {
            "entries": [one.entry for one in part],
            "briefs": [brief(one.claim) for one in part],
            "picture": numbered(path, turn.number, ".svg"),
        }
        shown = {"turn": turn, "undated": told, **values}
        yield Page(place, "timeline.html", _titled(title, turn), shown)


def _parted(
    path: str, items: Sequence[Any], size: int
) -> Iterator[tuple[Sequence[Any], Turn, str]]:
    """Yield each part of a list, which one it is, and where its page lies; at least one."""
    parts = [items[at : at + size] for at in range(0, len(items), size)] or [()]
    for number, part in enumerate(parts, 1):
        before = numbered(path, number - 1) if number > 1 else None
        after = numbered(path, number + 1) if number < len(parts) else None
        yield part, Turn(number, len(parts), before, after), numbered(path, number)


def _titled(title: str, turn: Turn) -> str:
    return title if turn.number == 1 else f"{title}, page {turn.number} of {turn.of}"
