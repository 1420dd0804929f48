"""Quotations as W3C Web Annotations, each with its place in the source."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from factcheck.citations.noting import attributed, plain, replies, standing
from factcheck.citations.work import is_web
from factcheck.record import Claim, Quotation, Source, caveats_of, quotations_of
from factcheck.show.escaping import dumps
from factcheck.store.several import Corpora

if TYPE_CHECKING:
    from factcheck.corpus.fingerprint import Fingerprint

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"sha256": "https://schema.org/sha256", "issued": "http://purl.org/dc/terms/issued"},
]
AROUND = 32
"""Characters before and after a quotation that tell it from the same words elsewhere."""


def annotation(
    claims: Sequence[Claim], corpus: Corpora, texts: Mapping[str, str], base: str | None
) -> str:
    """Return an annotation for each quotation, those of replies too, as JSON-LD; empty if none.

    Args:
        claims: What is annotated.
        corpus: Where they are from.
        texts: Of the sources whose text is at hand, by hash as in their fingerprints; a
            quotation from any other has no `prefix` and no `suffix`.
        base: Below which address the page of a claim lies; `None` if they have none.
    """
    prints = fingerprints(corpus)
    graph = [one for claim in claims for one in _each(claim, corpus, prints, texts, base)]
    lines = ",\n".join(map(dumps, graph))
    if not graph:
        return ""
    return f'{{"@context": {dumps(CONTEXT)}, "@graph": [\n{lines}\n]}}\n'


def fingerprints(corpus: Corpora) -> dict[str, "Fingerprint"]:
    """Return the fingerprint of each source that has one."""
    named = (name for name, source in corpus.sources.items() if source.fingerprint)
    held = chain.from_iterable(store.fingerprints for store in corpus.each)
    return dict(zip(named, held, strict=False))


def _each(
    claim: Claim,
    corpus: Corpora,
    prints: Mapping[str, "Fingerprint"],
    texts: Mapping[str, str],
    base: str | None,
) -> Iterator[dict[str, Any]]:
    for at, quotation in enumerate(quotations_of(claim), start=1):
        source = corpus.sources[quotation.source or ""]
        known = prints.get(source.id)
        name = f"{claim.id}#quotation-{at}"
        yield {
            "id": f"{base.rstrip('/')}/{name}" if base else uuid5(NAMESPACE_URL, name).urn,
            "type": "Annotation",
            "motivation": "describing",
            "body": {
                "type": "TextualBody",
                "format": "text/plain",
                "value": _told(claim, corpus, at - len(claim.quotations)),
            },
            "target": {
                "source": _address(source),
                "selector": _selectors(quotation, texts.get(known.sha256) if known else None),
                **_state(source, known),
            },
        }


def _told(claim: Claim, corpus: Corpora, reply: int) -> str:
    """Return what is said of a passage: what it carries, or whose reply to what it is."""
    answer = [f"Reply of {claim.replies[reply - 1].by}, to this:"] if reply > 0 else []
    caveats = (f"Caveat: {text}" for text in caveats_of(claim))
    own = (*standing(claim), claim.statement, attributed(claim, corpus))
    return plain(" ".join((*answer, *own, *replies(claim, corpus), *caveats)))


def _selectors(quotation: Quotation, text: str | None) -> list[dict[str, Any]]:
    """Return both selectors; places count code points, the end exclusive, as the record's do."""
    start, end = quotation.start, quotation.end
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": quotation.text}
    if text is not None:
        around = {"prefix": text[max(start - AROUND, 0) : start], "suffix": text[end:][:AROUND]}
        quote |= {"exact": text[start:end], **around}
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _state(source: Source, known: "Fingerprint | None") -> dict[str, Any]:
    """Return which version of the source the places count in, as far as that is known."""
    told = {"sha256": known and known.sha256, "issued": source.date}
    held = {key: value for key, value in told.items() if value}
    return {"state": {"type": "oa:State", **held}} if held else {}


def _address(source: Source) -> str:
    """Return the source's address, or a name that stands for it where none is known."""
    if source.url and is_web(source.url):
        return source.url
    return uuid5(NAMESPACE_URL, source.id).urn
