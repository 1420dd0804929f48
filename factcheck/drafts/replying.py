"""Find allegations that a draft tells, and the replies to them that it leaves out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.drafts.found import Found
from factcheck.lookup.answer import Answer
from factcheck.record import Claim, Quotation, Reply
from factcheck.store.several import Corpora

ANSWERING = re.compile(
    r"\b(?:den(?:y|ie[sd]|ial)|reject|dismiss|refut|rebut|disput|contest|respon[ds]|repl(?:y|ie)"
    r"|insist|defend|hit back)",
    re.IGNORECASE,
)
VOUCHED = frozenset({"supported", "alleged"})
SHORTLY = 3
"""Sentences; so near to an allegation, a denial is of it, whoever `he` or `she` is."""


class Telling(NamedTuple):
    """What a sentence tells of allegations and of answers to them.

    Attributes:
        alleged: The allegation with a reply that it tells, by its id; `None` if none.
        told: The ids of all claims that it tells, or that contradict it.
        answers: Whether it has a word for denying, or answering.
        names: Whom it names, if it answers.
    """

    alleged: str | None
    told: frozenset[str]
    answers: bool
    names: frozenset[str]


def telling(sentence: str, answer: Answer, store: Corpora) -> Telling | None:
    """Return what a sentence tells of allegations and answers; `None` if nothing."""
    near = [match for match in answer.closest if match.judgement.verdict in VOUCHED]
    claims = [store.claim(match.number) for match in (*answer.matches, *near)]
    answers = bool(ANSWERING.search(sentence))
    if not claims and not answers:
        return None
    first = claims[0] if answer.verdict in VOUCHED else None
    alleged = first.id if first and first.kind == "allegation" and first.replies else None
    names = _names(sentence, store) if answers else frozenset()
    return Telling(alleged, frozenset(claim.id for claim in claims), answers, names)


def left_out(
    tellings: Sequence[tuple[int, Telling]], store: Corpora
) -> Iterator[tuple[int, Found]]:
    """Yield each reply that a draft leaves out, and the number of the sentence to which it belongs.

    Args:
        tellings: What the draft's sentences tell, each with the number of its sentence.
        store: The corpora.
    """
    seen: set[Quotation] = set()
    for number, one in tellings:
        claim = claim_named(one.alleged, store) if one.alleged else None
        for reply in claim.replies if claim else ():
            if reply.quotation not in seen and not _is_told(reply, number, tellings, store):
                told = f"The source reports a reply of {reply.by}. {reply.text}"
                yield number, Found("reply", (0, 0), "", reply.by, told, one.alleged)
            seen.add(reply.quotation)


def _is_told(
    reply: Reply, number: int, tellings: Sequence[tuple[int, Telling]], store: Corpora
) -> bool:
    repliers = _names(reply.by, store)
    return any(
        _quotes(reply, one, store)
        or (one.answers and bool(one.names & repliers))
        or (one.answers and abs(at - number) <= SHORTLY)
        for at, one in tellings
    )


def _quotes(reply: Reply, one: Telling, store: Corpora) -> bool:
    """Whether a sentence tells a claim, no allegation, that is drawn from the reply's words."""
    claims = [claim_named(name, store) for name in one.told]
    return any(
        claim.kind != "allegation"
        and any(_overlap(quotation, reply.quotation) for quotation in claim.quotations)
        for claim in claims
    )


def _overlap(one: Quotation, other: Quotation) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def claim_named(name: str, store: Corpora) -> Claim:
    """Return the claim with this id; one that there isn't raises `LookupError`."""
    number = store.number_of(name)
    if number is None:
        raise LookupError(name)
    return store.claim(number)


def _names(text: str, store: Corpora) -> frozenset[str]:
    return frozenset(name for each in store.each for name in each.reader.read(text).names)
