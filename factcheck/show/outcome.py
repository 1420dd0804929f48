"""What an answer comes to in a row of a table."""

from typing import NamedTuple

from factcheck.lookup.answer import Answer
from factcheck.record import Claim, caveats_of
from factcheck.show.escaping import sic
from factcheck.show.headline import headline
from factcheck.show.wording import place
from factcheck.store.several import Records

BAD = "error"
"""What stands in the place of the verdict on a row that could not be answered."""


class Outcome(NamedTuple):
    """What an answer comes to; a text is empty where there is nothing to say.

    Attributes:
        verdict: As in `Answer`, or `BAD`.
        headline: The sentence that the answer leads with, or why there is none.
        claim: The id of the claim that settles it; where it is close, of the one meant.
        speaker: Who asserts that claim, alleges it or rated it.
        reply: What is replied to it, and by whom.
        quotation: The passage that carries it, the source's misprints marked.
        place: Where that stands.
        caveats: What must be known besides.
        also: Other claims, as `contradicted: ID`: those that disagree, and withdrawn ones.
    """

    verdict: str
    headline: str
    claim: str = ""
    speaker: str = ""
    reply: str = ""
    quotation: str = ""
    place: str = ""
    caveats: str = ""
    also: str = ""


def outcome(answer: Answer, corpus: Records) -> Outcome:
    """Return what `answer` comes to."""
    found = Outcome(answer.verdict, headline(answer, corpus), also=_also(answer, corpus))
    meant = answer.matches or (answer.closest if answer.verdict == "close" else ())
    if not meant:
        return found
    claim = corpus.claim(meant[0].number)
    replies = [f"{reply.by}: {reply.text}" for reply in claim.replies]
    quotation, where = _quoted(claim, corpus)
    return found._replace(
        claim=claim.id,
        speaker=_speaker(claim),
        reply="; ".join(replies) or claim.no_reply or "",
        quotation=quotation,
        place=where,
        caveats=" ".join(caveats_of(claim)),
    )


def unanswered(fault: str) -> Outcome:
    """Return what stands in the place of an answer that could not be given."""
    return Outcome(BAD, fault)


def _speaker(claim: Claim) -> str:
    if claim.reviews:
        return "; ".join(f"{one.publisher}: {one.rating}" for one in claim.reviews)
    alleged = "alleged by " if claim.kind == "allegation" else ""
    return f"{alleged}{claim.asserted_by}"


def _quoted(claim: Claim, corpus: Records) -> tuple[str, str]:
    """Return the main quotation and its place; of a reviewed claim where it was reviewed."""
    source = corpus.source_of(claim)
    if source is None:
        return "", "; ".join(review.url for review in claim.reviews)
    quotation = claim.quotations[0]
    return sic(quotation.text, source.errors), place(quotation, source)


def _also(answer: Answer, corpus: Records) -> str:
    """Return the other claims that a reader must know of."""
    if not answer.matches:
        near = [corpus.claim(match.number) for match in answer.closest]
        return "; ".join(f"withdrawn: {claim.id}" for claim in near if claim.withdrawn)
    others = [match for match in answer.matches if match.verdict not in {answer.verdict, "found"}]
    return "; ".join(f"{match.verdict}: {corpus.claim(match.number).id}" for match in others)
