"""A site whose every text is an attack, and the same site with harmless texts."""

from datetime import date
from pathlib import Path
from typing import Any

from ponds import claims, write_ponds

from factcheck.corpus.corpus import read_corpus
from factcheck.record import Boundary, Claim, Correction, Misreading, Review, Withdrawal
from factcheck.show.dated import entry
from factcheck.site.making import site_files
from factcheck.site.page import Dated, Site, material
from factcheck.store.compiling import compile_corpus
from factcheck.store.reading import Store

ATTACKS = (
    "</script><script>window.hurt = 1</script>",
    "<img src=x onerror=window.hurt=1>",
    "\"'><svg onload=window.hurt=1>",
    "</title></style></textarea><!--",
    "](javascript:window.hurt=1)",
    "javascript:window.hurt=1",
    "| a | b |",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #} ${7*7}",
    "`code` ``` \\",
    "\u202eright to left\u200f\u2066",
    "two\nlines\r\nand\ttabs\u2028more",
    "\x00\x1b[31mred\x7f",
    "&lt;b&gt; &amp;amp; &#60;",
    "]]>",
    "../../../etc/passwd",
    "'; alert(1); //",
    "w" * 3_000,
)
POISON = " ".join(ATTACKS)
KEPT = frozenset({"kind", "source", "date", "differs", "precision"})
"""What the shape of a record holds to a few words."""


def spoiled(value: Any, text: str) -> Any:
    """Return a record with `text` in the place of each of its texts."""
    if isinstance(value, str):
        return text
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple(spoiled(one, text) for one in value)
    fields = {name: spoiled(getattr(value, name), text) for name in value._fields}
    return value._replace(**{n: one for n, one in fields.items() if n not in KEPT})


def everything(claim: Claim) -> Claim:
    """Return a claim that has something in each of its fields."""
    return claim._replace(
        through=("by hand",),
        date_inferred="a guess",
        misreadings=(Misreading("wrong", "number", "right"),),
        boundaries=(Boundary("more", "less"),),
        reviews=(Review("P", "https://p.example/", "Odd", "2020", "T", "en"),),
        corrections=(Correction("2020", "it", "why"),),
        withdrawn=Withdrawal("2021", "why") if claim.id == "ulmen-weir" else None,
        related=(),
    )


def made(folder: Path, text: str, site: Site | None = None) -> dict[str, str]:
    """Return the files of a site with `text` for all texts but ids."""
    store = spoiled_store(folder, text)
    kept = [record["id"] for record in claims()]
    found = [store.claim(store.number_of(name) or 0) for name in kept]
    each = [spoiled(everything(one), text)._replace(id=one.id, date="2020") for one in found]
    dated = tuple(Dated(one, entry(one, (2020, 1, 1), (2020, 12, 31))) for one in each)
    told = site or Site(text, None, date(2025, 6, 15))
    return dict(site_files(material(store, tuple(each), dated), told))


def spoiled_store(folder: Path, text: str) -> Store:
    """Return the ponds, with `text` in all that is known of their sources and topics."""
    store = compile_corpus(read_corpus(write_ponds(folder / "ponds")), None)
    for name, source in store.sources.items():
        store.sources[name] = spoiled(source, text)._replace(id=name)
    store.topics[:] = [(text, text, count) for _, _, count in store.topics]
    return store
