"""The records of the corpora as resources: each source, and each claim."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, unquote

from factcheck.assistants.asked import claim_number, source_named
from factcheck.assistants.told import record
from factcheck.problem import UsageError
from factcheck.record import as_data
from factcheck.show.blocks import source_blocks
from factcheck.show.escaping import dumps, shown
from factcheck.show.plain import plain
from factcheck.show.wording import stated
from factcheck.store.several import Corpora

CLAIM, SOURCE = "claim://", "source://"
PAGE = 100
MOST = 1_000
"""So many records are listed; any can be read."""
TITLE = 200
"""Characters."""


class Entry(NamedTuple):
    """A record as it is listed: its address, its id, and what it says in a line."""

    uri: str
    name: str
    title: str


def uri(scheme: str, name: str) -> str:
    """Return the address of a record; of several corpora an id has a colon, which is encoded."""
    return scheme + quote(name, safe="")


def page(cursor: str | None, store: Corpora) -> tuple[list[Entry], str | None]:
    """Return the records from `cursor` on, sources first, and where the next page begins.

    Raises:
        UsageError: There is no such place.
    """
    start = int(cursor) if cursor and cursor.isascii() and cursor.isdecimal() else 0
    if cursor is not None and (str(start) != cursor or not 0 < start < MOST):
        raise UsageError("there is no such page; leave the cursor out to begin anew")
    found = [*islice(_entries(store), start, min(start + PAGE + 1, MOST))]
    return found[:PAGE], str(start + PAGE) if len(found) > PAGE else None


def _entries(store: Corpora) -> Iterator[Entry]:
    for name, source in store.sources.items():
        title = source.title or source.outlet
        yield Entry(uri(SOURCE, name), name, shown(title)[:TITLE])
    for claim in store.claims():
        yield Entry(uri(CLAIM, claim.id), claim.id, shown(stated(claim))[:TITLE])


def read(address: str, store: Corpora) -> tuple[str, str]:
    """Return a record as text that may be quoted, and as JSON.

    Raises:
        UsageError: There is none at this address.
    """
    scheme = next((one for one in (CLAIM, SOURCE) if address.startswith(one)), None)
    if scheme is None:
        raise UsageError("a resource is claim://ID or source://ID")
    name = unquote(address.removeprefix(scheme))
    if scheme == CLAIM:
        told = record(claim_number(name, store), store)
        return told.text, dumps(told.data["claim"])
    source = store.sources[source_named(name, store)]
    return plain(source_blocks(source)), dumps(as_data(source))


def completions(scheme: str, start: str, store: Corpora) -> list[str]:
    """Return the ids that begin with `start`, at most a page of them."""
    if scheme == CLAIM:
        return store.ids_from(start, PAGE)[:PAGE]
    names = store.sources if scheme == SOURCE else ()
    return [name for name in names if name.startswith(start)][:PAGE]
