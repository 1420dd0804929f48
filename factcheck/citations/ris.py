"""Works in RIS, which EndNote, Zotero, Mendeley and libraries' catalogues read."""

from collections.abc import Iterator, Sequence

from factcheck.citations.dates import dated
from factcheck.citations.work import Work

TYPES = {
    "newspaper": ("NEWS", "T2"),
    "web article": ("ELEC", "T2"),
    "report": ("RPRT", "PB"),
    "broadcast": ("ADVS", "PB"),
    "speech": ("GEN", "PB"),
}
"""The type of reference, and the tag of its outlet."""


def ris(works: Sequence[Work]) -> str:
    """Return a reference for each work, and in it a note (N1) for each claim."""
    return "\n".join("".join(f"{tag}  - {text}\n" for tag, text in _tags(work)) for work in works)


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    kind, house = TYPES[work.kind]
    yield "TY", kind
    yield "ID", work.key
    for tag, text in (("AU", work.author), ("TI", work.title), (house, work.outlet)):
        if text:
            yield tag, text
    yield from _date(work)
    if work.url:
        yield "UR", work.url
    yield from (("N1", one) for one in work.notes)
    yield "ER", ""


def _date(work: Work) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date as year/month/day/what else is to be said of it."""
    if found := dated(work.date):
        first = found.days[0]
        yield "PY", f"{first[0]:04}"
        parts = [f"{first[0]:04}", *(f"{one:02}" for one in first[1:]), "", ""][:3]
        span = [f"to {'-'.join(f'{one:02}' for one in day)}" for day in found.days[1:]]
        yield "DA", "/".join((*parts, ", ".join(filter(None, (found.doubt, *span)))))
