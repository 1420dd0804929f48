"""What the search in a browser reads: a script, since a page from the disk can fetch nothing."""

from collections.abc import Iterable
from typing import Any

from factcheck.record import Claim
from factcheck.show.escaping import dumps
from factcheck.site.brief import brief
from factcheck.site.inert import inert

OPENING = "window.factcheckClaims = "


def search_script(claims: Iterable[Claim]) -> str:
    """Return a script that holds each claim in few words, and what else finds it.

    A row has path, statement, label, standing, date, replies, and the words that find it.
    Misreadings are not among these: they are wordings of what the source doesn't say.
    """
    rows = ",\n".join(_inside(dumps(_row(claim))) for claim in claims)
    return f"{OPENING}[\n{rows}\n];\n"


def _row(claim: Claim) -> list[Any]:
    path, statement, label, standing, date, replies, name = brief(claim)
    quoted = (f"{one.speaker} {one.text}" for one in claim.quotations)
    found = " ".join((name.replace("-", " "), *claim.topics, *quoted, *claim.wordings))
    told = [inert(reply) for reply in replies]
    return [path, inert(statement), inert(label), inert(standing), inert(date), told, inert(found)]


def _inside(text: str) -> str:
    """Return JSON that no reader of HTML takes for more, should the script be put into a page."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
