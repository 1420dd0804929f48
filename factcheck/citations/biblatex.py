"""Works as entries for BibLaTeX."""

from collections.abc import Sequence

from factcheck.citations.latex import address, entry, latex
from factcheck.citations.work import Work

KINDS = {
    "newspaper": ("article", "journaltitle"),
    "web article": ("online", "organization"),
    "report": ("report", "institution"),
    "broadcast": ("misc", "organization"),
    "speech": ("misc", "organization"),
}
"""The type of entry, and the field that its outlet stands in."""


def biblatex(works: Sequence[Work]) -> str:
    """Return an entry for each work; what the claims say stands in `annotation`, not printed."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    kind, house = KINDS[work.kind]
    fields = {
        "entrysubtype": "newspaper" if work.kind == "newspaper" else None,
        "author": work.author and f"{{{latex(work.author)}}}",
        "title": work.title and latex(work.title),
        house: latex(work.outlet),
        "howpublished": work.kind if kind == "misc" else None,
        "date": work.date,
        "url": work.url and address(work.url),
        "annotation": latex("\n\n".join(work.notes)),
    }
    return entry(kind, work.key, fields)
