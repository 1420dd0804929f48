"""Works as CSL-JSON, which Zotero, Pandoc and every processor of CSL read."""

import re
from collections.abc import Sequence
from typing import Any

from factcheck.citations.dates import dated
from factcheck.citations.work import Work
from factcheck.show.escaping import dumps

TYPES = {
    "newspaper": "article-newspaper",
    "web article": "webpage",
    "report": "report",
    "broadcast": "broadcast",
    "speech": "speech",
}
IN_A_CONTAINER = {"newspaper", "web article"}
MARKUP = re.compile(r"<(?=/?(?:i|b|sc|sup|sub|span)\b)|\{(?=:)", re.IGNORECASE)
"""Begins what a processor reads as italics and the like, or a note as a field of its own."""


def csl_json(works: Sequence[Work]) -> str:
    """Return works as a list of CSL-JSON, an item a line."""
    return "[\n" + ",\n".join(dumps(item(work)) for work in works) + "\n]\n"


def item(work: Work) -> dict[str, Any]:
    """Return a work as an item of CSL-JSON; what isn't known is left out.

    A name stays whole (`literal`): which part of it is the family's, nothing here says.
    """
    house = "container-title" if work.kind in IN_A_CONTAINER else "publisher"
    told = {
        "id": work.key,
        "type": TYPES[work.kind],
        "title": work.title and _inert(work.title),
        "author": work.author and [{"literal": _inert(work.author)}],
        house: _inert(work.outlet),
        "issued": _issued(work.date),
        "URL": work.url,
        "note": _inert("\n".join(work.notes)),
    }
    return {key: value for key, value in told.items() if value}


def _issued(edtf: str | None) -> dict[str, Any] | None:
    found = dated(edtf)
    if not found:
        return None
    parts: dict[str, Any] = {"date-parts": [list(day) for day in found.days]}
    return parts | ({"circa": True} if found.doubt else {})


def _inert(text: str) -> str:
    return MARKUP.sub(lambda found: f"{found[0]} ", text)
