"""Answers and claims as JSON-ready data; `schema` names the form of each."""

from typing import Any

from factcheck.compare.reason import Reason
from factcheck.lookup.answer import Answer, Match
from factcheck.record import Claim, Quotation, as_data, caveats_of
from factcheck.show.headline import headline
from factcheck.store.several import Records

SCHEMA = "factcheck/lookup/2"
STATUS = {"allegation": "alleged", "reviewed": "rated by others"}
"""What a claim is, where it is more or less than what a source reports."""


def answer(found: Answer, corpus: Records) -> dict[str, Any]:
    """Return an answer as `factcheck/lookup/2`."""
    return {
        "schema": SCHEMA,
        "query": found.query,
        "verdict": found.verdict,
        "headline": headline(found, corpus),
        "gaps": list(found.gaps),
        "matches": [match(one, corpus) for one in found.matches],
        "parts": [
            {
                "text": part.text,
                "verdict": part.verdict,
                "id": None if part.number is None else corpus.claim(part.number).id,
            }
            for part in found.parts
        ],
        "closest": [match(one, corpus) for one in found.closest],
    }


def unanswered(query: str, error: str) -> dict[str, Any]:
    """Return what stands in the place of the answer to a line that could not be looked up."""
    return {"schema": SCHEMA, "query": query, "error": error}


def match(found: Match, corpus: Records) -> dict[str, Any]:
    """Return a claim beside the query, whole."""
    claim = corpus.claim(found.number)
    judgement = found.judgement
    return {
        "id": claim.id,
        "corpus": corpus.corpus_of(claim),
        "statement": claim.statement,
        "topics": list(claim.topics),
        "kind": claim.kind,
        "status": STATUS.get(claim.kind, "reported"),
        "verdict": found.verdict,
        "score": round(found.score, 4),
        "why": list(judgement.shared),
        "asserted_by": claim.asserted_by,
        "through": list(claim.through),
        "reported_by": _outlet(claim, corpus),
        "date": claim.date,
        "date_inferred": claim.date_inferred,
        "quotes": [quotation(quote, corpus) for quote in claim.quotations],
        "replies": _replies(claim, corpus),
        "no_reply": claim.no_reply,
        "caveats": [*caveats_of(claim), *_inherited(claim, corpus)],
        "reviews": as_data(claim.reviews),
        "corrections": as_data(claim.corrections),
        "withdrawn": claim.withdrawn and as_data(claim.withdrawn),
        "wording": judgement.phrase.text,
        "reasons": [_reason(one) for one in judgement.reasons],
    }


def _reason(one: Reason) -> dict[str, str]:
    return {
        "kind": one.kind,
        "said": one.said,
        "recorded": one.recorded,
        "effect": one.effect.value,
        "explanation": one.explanation,
    }


def quotation(quote: Quotation, corpus: Records) -> dict[str, Any]:
    """Return a quotation with its place and how it was proved."""
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "source": quote.source,
        "locator": quote.locator,
        "start": quote.start,
        "end": quote.end,
        "fidelity": corpus.fidelity(quote),
    }


def claim(record: Claim, corpus: Records) -> dict[str, Any]:
    """Return every field of a claim."""
    return {
        **as_data(record),
        "corpus": corpus.corpus_of(record),
        "reported_by": _outlet(record, corpus),
        "quotations": [quotation(quote, corpus) for quote in record.quotations],
        "replies": _replies(record, corpus),
        "source_caveats": _inherited(record, corpus),
    }


def _outlet(record: Claim, corpus: Records) -> str | None:
    """Return who published the source of the main quotation; `None` if there is none."""
    source = corpus.source_of(record)
    return source.outlet if source else None


def _replies(record: Claim, corpus: Records) -> list[dict[str, Any]]:
    return [
        {"by": reply.by, "text": reply.text, "quotation": quotation(reply.quotation, corpus)}
        for reply in record.replies
    ]


def _inherited(record: Claim, corpus: Records) -> list[str]:
    return [caveat for source in corpus.sources_of(record) for caveat in source.caveats]
