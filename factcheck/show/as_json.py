"""Answers and claims as JSON-ready data; `schema` names the form of each."""

from typing import Any

from factcheck.lookup.answer import Answer, Match
from factcheck.lookup.deciding import unheld
from factcheck.lookup.differing import differences
from factcheck.record import Claim, Quotation, as_data
from factcheck.show.explaining import nearest_wording, reason
from factcheck.store.several import Corpora

SCHEMA = "factcheck/lookup/1"
STATUS = {"allegation": "alleged", "reviewed": "rated by others"}
"""What a claim is, where it is more or less than what a source reports."""


def answer(found: Answer, corpus: Corpora) -> dict[str, Any]:
    """Return an answer as `factcheck/lookup/1`."""
    return {
        "schema": SCHEMA,
        "query": found.query,
        "verdict": found.verdict,
        "matches": [_match(match, found, corpus) for match in found.matches],
        "parts": [
            {
                "text": part.text,
                "verdict": part.verdict,
                "id": None if part.number is None else corpus.claim(part.number).id,
            }
            for part in found.parts
        ],
        "added": list(found.added),
        "unheld": list(unheld(found)),
        "closest": [_match(match, found, corpus) for match in found.closest],
    }


def unanswered(query: str, error: str) -> dict[str, Any]:
    """Return what stands in the place of the answer to a line that could not be looked up."""
    return {"schema": SCHEMA, "query": query, "error": error}


def _match(match: Match, found: Answer, corpus: Corpora) -> dict[str, Any]:
    claim = corpus.claim(match.number)
    judgement = match.judgement
    return {
        "id": claim.id,
        "corpus": corpus.corpus_of(claim),
        "statement": claim.statement,
        "topics": list(claim.topics),
        "kind": claim.kind,
        "status": STATUS.get(claim.kind, "reported"),
        "verdict": match.verdict,
        "score": round(judgement.score, 4),
        "why": [shared.word for shared in judgement.shared],
        "missing": [missing.word for missing in judgement.missing],
        "asserted_by": claim.asserted_by,
        "through": list(claim.through),
        "reported_by": _outlet(claim, corpus),
        "date": claim.date,
        "date_inferred": claim.date_inferred,
        "quotes": [quotation(quote, corpus) for quote in claim.quotations],
        "replies": _replies(claim, corpus),
        "no_reply": claim.no_reply,
        "caveats": [*claim.caveats, *_inherited(claim, corpus)],
        "reviews": as_data(claim.reviews),
        "corrections": as_data(claim.corrections),
        "withdrawn": claim.withdrawn and as_data(claim.withdrawn),
        "differences": [found._asdict() for found in differences(match, claim)],
        "explanation": explanation(match, claim, found),
    }


def explanation(match: Match, claim: Claim, found: Answer) -> dict[str, Any]:
    """Return what met and what didn't, with weights, and why the verdict followed."""
    judgement = match.judgement
    return {
        "reason": reason(match, claim, found),
        "wording": nearest_wording(match, claim),
        "likeness": round(judgement.likeness, 4),
        "covered": round(judgement.covered, 4),
        "met": {shared.word: round(shared.weight, 3) for shared in judgement.shared},
        "not_met": {missing.word: round(missing.weight, 3) for missing in judgement.missing},
    }


def quotation(quote: Quotation, corpus: Corpora) -> dict[str, Any]:
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


def claim(record: Claim, corpus: Corpora) -> dict[str, Any]:
    """Return every field of a claim."""
    return {
        **as_data(record),
        "corpus": corpus.corpus_of(record),
        "reported_by": _outlet(record, corpus),
        "quotations": [quotation(quote, corpus) for quote in record.quotations],
        "replies": _replies(record, corpus),
        "source_caveats": _inherited(record, corpus),
    }


def _outlet(record: Claim, corpus: Corpora) -> str | None:
    """Return who published the source of the main quotation; `None` if there is none."""
    source = corpus.source_of(record)
    return source.outlet if source else None


def _replies(record: Claim, corpus: Corpora) -> list[dict[str, Any]]:
    return [
        {"by": reply.by, "text": reply.text, "quotation": quotation(reply.quotation, corpus)}
        for reply in record.replies
    ]


def _inherited(record: Claim, corpus: Corpora) -> list[str]:
    return [caveat for source in corpus.sources_of(record) for caveat in source.caveats]
