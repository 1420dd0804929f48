"""The page of a claim: all that an honest reader needs of it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from factcheck.citations.claimreview import Publisher, claimreview
from factcheck.record import ALLEGED, Claim, Quotation, Review, Source, caveats_of, speakers_of
from factcheck.show.escaping import sic
from factcheck.show.wording import (
    CHECKED,
    attribution,
    citation,
    claim_date,
    correction_in_words,
    figure_in_words,
    in_marks,
    place,
    review_in_words,
    withdrawal,
)
from factcheck.site.brief import brief, labels
from factcheck.site.cited import cited
from factcheck.site.names import claim_path, source_path, speaker_path, topic_path
from factcheck.site.page import Link, Material, Page, Site, unique, web
from factcheck.store.several import Corpora


class Quoted(NamedTuple):
    """A quotation: its words, who speaks if not the source, where it stands, how it was proved."""

    text: str
    speaker: str
    place: str
    path: str
    proof: str


class Pair(NamedTuple):
    """A wording that the source doesn't bear out, and what it says instead."""

    wording: str
    answer: str


def claim_page(claim: Claim, material: Material, site: Site) -> Page:
    """Return the page of a claim."""
    corpus, path = material.corpus, claim_path(claim.id)
    address = site.address(path)
    values = {
        "labels": labels(claim),
        "withdrawn": withdrawal(claim),
        "corrections": tuple(map(correction_in_words, claim.corrections)),
        "address": address,
        "structured": _structured(claim, corpus, site),
        "citation": cited(claim, corpus, address or claim.id, site.day),
        "related": tuple(brief(one) for one in _related(claim, corpus)),
        **_reported(claim, corpus),
        **_known(claim, material),
        **_curated(claim),
    }
    statement = in_marks(claim.statement) if claim.reviews else claim.statement
    return Page(path, "claim.html", statement, values)


def _structured(claim: Claim, corpus: Corpora, site: Site) -> str:
    """Return the ClaimReview of a page, which nothing in a page acts on; empty if it has none."""
    if not (site.publisher and site.base_url):
        return ""
    base = site.base_url
    by = Publisher(site.publisher, base, lambda name: f"{base}{claim_path(name)}")
    return claimreview([claim], corpus, by, site.day)


def _reported(claim: Claim, corpus: Corpora) -> dict[str, Any]:
    """Return what the source says, and the reply to it."""
    return {
        "is_allegation": claim.kind == "allegation",
        "alleged": ALLEGED,
        "quotations": tuple(_quoted(one, corpus) for one in claim.quotations),
        "replies": tuple((r.by, r.text, _quoted(r.quotation, corpus)) for r in claim.replies),
        "no_reply": claim.no_reply,
        "reviews": tuple(map(_review, claim.reviews)),
    }


def _review(review: Review) -> tuple[str, str | None]:
    """Return what a publisher found, in words, and where a page may link to."""
    return review_in_words(review), web(review.url)


def _known(claim: Claim, material: Material) -> dict[str, Any]:
    """Return who says it, when and of what, and what to mind."""
    corpus, titles = material.corpus, material.titles
    return {
        "id": claim.id,
        "kind": claim.kind,
        "attribution": attribution(claim, corpus.source_of(claim)),
        "speakers": _speakers(claim, material.outlets),
        "date": claim_date(claim),
        "figures": tuple(map(figure_in_words, claim.figures)),
        "topics": tuple(Link(titles.get(one, one), topic_path(one)) for one in claim.topics),
        "corpus": corpus.corpus_of(claim),
        "caveats": caveats_of(claim),
        "sources": tuple(
            (citation(one), one.caveats, source_path(one.id)) for one in corpus.sources_of(claim)
        ),
    }


def _curated(claim: Claim) -> dict[str, Any]:
    """Return the wordings that mean the same, and those that the source doesn't bear out."""
    return {
        "wordings": tuple(map(in_marks, claim.wordings)),
        "boundaries": _pairs([(one.wording, one.note) for one in claim.boundaries]),
        "misreadings": _pairs([(one.wording, one.correction) for one in claim.misreadings]),
    }


def _pairs(pairs: Sequence[tuple[str, str]]) -> tuple[Pair, ...]:
    return tuple(Pair(in_marks(wording), answer) for wording, answer in pairs)


def _quoted(quotation: Quotation, corpus: Corpora) -> Quoted:
    source: Source = corpus.sources[quotation.source or ""]
    return Quoted(
        in_marks(sic(quotation.text, source.errors)),
        "" if quotation.speaker == source.outlet else quotation.speaker,
        place(quotation, source),
        source_path(source.id),
        CHECKED[corpus.fidelity(quotation)],
    )


def _speakers(claim: Claim, outlets: frozenset[str]) -> tuple[Link, ...]:
    """Return whoever asserts a claim, speaks in it or replies to it, each with a page."""
    names = [*speakers_of(claim, outlets), *(one.by for one in claim.replies)]
    return unique(Link(name, speaker_path(name)) for name in names)


def _related(claim: Claim, corpus: Corpora) -> list[Claim]:
    numbers = map(corpus.number_of, claim.related)
    return [corpus.claim(number) for number in numbers if number is not None]
