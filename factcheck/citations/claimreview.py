"""Misreadings and allegations as ClaimReview (schema.org), for a page that publishes them.

What has no verdict here gets none: neither what a source plainly reports, nor what others
rated, nor what was withdrawn. There is no number in a rating: no scale from false to true
says what these do.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from factcheck.citations.noting import attributed, plain, quoted, replies, standing
from factcheck.citations.work import is_web
from factcheck.record import ALLEGED, Claim, Misreading, Source, caveats_of
from factcheck.show.escaping import dumps
from factcheck.store.several import Corpora

SHORT = 120
"""Characters of a rating in words."""
CONTRADICTED = "Contradicted by the source"
WORKS = {
    "newspaper": "NewsArticle",
    "web article": "WebPage",
    "report": "Report",
    "broadcast": "CreativeWork",
    "speech": "CreativeWork",
}


class Publisher(NamedTuple):
    """Who publishes the reviews, where, and what tells the address of a claim's page by its id."""

    name: str
    url: str
    page: Callable[[str], str]


def claimreview(claims: Sequence[Claim], corpus: Corpora, by: Publisher, day: date) -> str:
    """Return the reviews as JSON-LD, which a `<script>` of a page can hold; empty if none."""
    told = [one for claim in claims for one in reviews(claim, corpus, by, day)]
    if not told:
        return ""
    data = json.loads(dumps({"@context": "https://schema.org", "@graph": told}))
    text = json.dumps(data, indent=2)  # in ASCII, so that nothing acts in a terminal
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e") + "\n"


def reviews(claim: Claim, corpus: Corpora, by: Publisher, day: date) -> Iterator[dict[str, Any]]:
    """Yield a review of each misreading of a claim, and of the claim if it is an allegation."""
    if claim.withdrawn or claim.reviews:
        return
    if claim.kind == "allegation":
        yield _review(claim, corpus, by, day) | _alleged(claim, corpus)
    for at, misreading in enumerate(claim.misreadings, start=1):
        yield _review(claim, corpus, by, day, f"#misreading-{at}") | _misread(claim, misreading)


def _review(
    claim: Claim, corpus: Corpora, by: Publisher, day: date, mark: str = ""
) -> dict[str, Any]:
    page = by.page(claim.id)
    caveats = [*caveats_of(claim), *(c for one in corpus.sources_of(claim) for c in one.caveats)]
    told = [
        *standing(claim),
        *(quoted(one, corpus) for one in claim.quotations),
        attributed(claim, corpus),
        *replies(claim, corpus),
        *(f"Caveat: {text}" for text in caveats),
    ]
    return {
        "@type": "ClaimReview",
        "@id": f"{page}{mark or '#review'}",
        "url": f"{page}{mark}",
        "author": {"@type": "Organization", "name": by.name, "url": by.url},
        "sdDatePublished": day.isoformat(),
        "reviewBody": plain(" ".join(told)),
        "citation": [_work(source) for source in corpus.sources_of(claim)],
    }


def _misread(claim: Claim, misreading: Misreading) -> dict[str, Any]:
    """Return what is reviewed in a misreading; who says it, and where, isn't known."""
    return {
        "claimReviewed": plain(misreading.wording),
        "itemReviewed": {"@type": "Claim", "text": plain(misreading.wording)},
        "reviewRating": _rating(CONTRADICTED, _put_right(claim, misreading)),
    }


def _alleged(claim: Claim, corpus: Corpora) -> dict[str, Any]:
    """Return what is reviewed in an allegation, who alleges it and where that is reported.

    Whether that is a person or a body isn't said: the record doesn't.
    """
    return {
        "claimReviewed": plain(claim.statement),
        "itemReviewed": {
            "@type": "Claim",
            "text": plain(claim.statement),
            "author": {"name": plain(claim.asserted_by or "")},
            "appearance": [_work(source) for source in corpus.sources_of(claim)],
        },
        "reviewRating": _rating(_standing(claim), " ".join((ALLEGED, *replies(claim, corpus)))),
    }


def _standing(claim: Claim) -> str:
    """Return who alleges something and what is answered: in the source's words if these are few."""
    who = f"Alleged by {claim.asserted_by}"
    if not claim.replies:
        return f"{who}; no reply is reported"
    whole = " ".join((f"{who}.", *(one.text for one in claim.replies)))
    names = dict.fromkeys(one.by for one in claim.replies)
    return whole if len(whole) <= SHORT else f"{who}; {', '.join(names)} replied"


def _put_right(claim: Claim, misreading: Misreading) -> str:
    """Return what the source says instead; of an allegation, that it is one and what is replied."""
    alleged = claim.kind == "allegation"
    answers = [f"Reply of {one.by}: {one.text}" for one in claim.replies]
    return " ".join((misreading.correction, *[ALLEGED] * alleged, *answers))


def _rating(words: str, explanation: str) -> dict[str, Any]:
    return {
        "@type": "Rating",
        "alternateName": plain(words),
        "ratingExplanation": plain(explanation),
    }


def _work(source: Source) -> dict[str, Any]:
    told = {
        "@type": WORKS[source.kind],
        "headline": source.title and plain(source.title),
        "author": source.author and {"name": plain(source.author)},
        "publisher": {"@type": "Organization", "name": plain(source.outlet)},
        "datePublished": source.date if (source.date or "").replace("-", "").isdigit() else None,
        "url": source.url if source.url and is_web(source.url) else None,
    }
    return {key: value for key, value in told.items() if value}
