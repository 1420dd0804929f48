"""Check a sentence: where it departs from what the corpus has, and how."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.compare.reason import Effect, Reason
from factcheck.drafts.found import Found
from factcheck.drafts.kinds import OF_REASON
from factcheck.drafts.own import states
from factcheck.drafts.passage import Span
from factcheck.drafts.quoting import words
from factcheck.drafts.replying import Telling, telling
from factcheck.drafts.verbatim import Verbatim
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer, Match
from factcheck.record import Claim, Correction
from factcheck.store.several import Corpora
from factcheck.store.unreviewed import Unreviewed

NEAR = 0.3
"""From this score of its nearest claim on, an open sentence is on the corpus' subject."""
ALIKE = 0.6
"""So near is a claim to a sentence that says the same of somebody else. Of forty wrong sentences on
the built-in corpus twelve are told only so, and of sixty sound ones two are."""
FIGURES = frozenset({"number", "rate", "date"})
"""Another figure than the record's is told, whatever word of the sentence is open besides."""
FEW = 2
"""Words; a sentence that shares no more says too little to be told of."""
NEXT = 3
"""A sentence that is a claim's statement has that claim among so many of the nearest."""
VOUCHED = frozenset({"supported", "alleged"})


class Checked(NamedTuple):
    """What the corpus says to a sentence.

    Attributes:
        verdict: As in `Answer`.
        claims: The ids of the claims that settle it, each or together; empty if none does.
        found: What is wrong with it.
        telling: What it tells of allegations and of answers to them; `None` if nothing.
        stated: The id of the claim whose statement it is word for word; `None` if of none.
    """

    verdict: str
    claims: tuple[str, ...]
    found: tuple[Found, ...]
    telling: Telling | None
    stated: str | None


class Checking:
    """Checks sentences against the corpora in use."""

    def __init__(
        self,
        store: Corpora,
        *,
        uncovered: bool = False,
        headline: Callable[[Answer], str] = lambda _: "",
    ) -> None:
        """Take the corpora, whether what they don't cover is told too, and what words an answer."""
        self.store, self.uncovered, self._headline = store, uncovered, headline
        self._settling = [Unreviewed(each, NEAR) for each in store.each]
        self._verbatim = Verbatim(store, self._settling)

    def check(self, sentence: str, *, quoted: bool = False) -> Checked:
        """Return what the corpora say to a sentence, of a block quote if `quoted`."""
        spoken, found = self._verbatim.check(sentence, quoted=quoted)
        answer = look_up_across(spoken, self._settling)
        found = found or tuple(self._departures((0, len(sentence)), answer))
        told = telling(spoken, answer, self.store)
        stated = self._stated(sentence, answer)
        return Checked(answer.verdict, self._claims(answer), found, told, stated)

    def _stated(self, sentence: str, answer: Answer) -> str | None:
        nearest = (
            self.store.claim(one.number) for one in (*answer.matches, *answer.closest)[:NEXT]
        )
        return next((claim.id for claim in nearest if states(sentence, claim)), None)

    def _claims(self, answer: Answer) -> tuple[str, ...]:
        """Return the ids of the claim that settles a sentence, or of those that do so by parts."""
        if answer.verdict == "contradicted" or not answer.parts:
            return tuple(self.store.claim(one.number).id for one in answer.matches[:1])
        numbers = dict.fromkeys(part.number for part in answer.parts)
        return tuple(self.store.claim(one).id for one in numbers if one is not None)

    def _departures(self, whole: Span, answer: Answer) -> Iterator[Found]:
        """Yield what is wrong with a sentence, by the verdict on it."""
        told: Iterator[Found] = iter(())
        if answer.verdict == "contradicted":
            told = self._contradictions(whole, answer)
        elif answer.verdict == "alleged":
            told = self._bare(whole, answer)
        elif answer.closest and answer.verdict in {"close", "not_covered"}:
            told = self._open(whole, answer)
        for one in told:
            yield one._replace(headline=self._headline(answer)) if _is_of(one, answer) else one

    def _contradictions(self, whole: Span, answer: Answer) -> Iterator[Found]:
        """Yield each reason for which the records contradict a sentence, or a part of it."""
        told: set[str] = set()
        parts = answer.matches if answer.parts else answer.matches[:1]
        for match in (one for one in parts if one.verdict == "contradicted"):
            claim = self.store.claim(match.number)
            for one in _excluding(match):
                if one.said not in told:
                    told.add(one.said)
                    yield _departure(OF_REASON[one.kind], whole, one, claim)

    def _bare(self, whole: Span, answer: Answer) -> Iterator[Found]:
        """Yield a finding for a sentence that states as fact what is only alleged."""
        if any("claimed" in each.reader.read(answer.query).moods for each in self.store.each):
            return
        alleged = next(one for one in answer.matches if one.verdict == "alleged")
        claim = self.store.claim(alleged.number)
        said = "The draft states this as fact."
        yield Found("unattributed", whole, "", claim.asserted_by or "", said, claim.id)

    def _open(self, whole: Span, answer: Answer) -> Iterator[Found]:
        near = answer.closest[0]
        claim = self.store.claim(near.number)
        if claim.withdrawn and near.judgement.verdict in VOUCHED:
            told = f"The claim was withdrawn: {claim.withdrawn.why}"
            yield Found("superseded", whole, "", claim.statement, told, claim.id)
        elif answer.verdict == "close" and _is_words_of(near):
            yield _departure("close", whole, near.judgement.decisive[0], claim)
        elif self.uncovered and near.score >= NEAR:
            told = "The corpus has nothing that settles this."
            yield Found("not-covered", whole, "", "", told, None)


def _is_of(found: Found, answer: Answer) -> bool:
    """Whether what is wrong is what the verdict says; that a claim was withdrawn is not."""
    return found.kind != "superseded" or answer.verdict == "contradicted"


def _excluding(match: Match) -> list[Reason]:
    return [one for one in match.judgement.reasons if one.effect is Effect.CONTRADICTS]


def _is_words_of(match: Match) -> bool:
    """Whether a claim has all words of a sentence, and is open to it for another reason."""
    kinds = {one.kind for one in match.judgement.decisive}
    many = len(match.judgement.shared) > FEW
    differs = any(one.kind in FIGURES for one in match.judgement.decisive[:1])
    return bool(kinds) and (differs or "added" not in kinds) and many and match.score >= ALIKE


def _departure(kind: str, whole: Span, told: Reason, claim: Claim) -> Found:
    """Return in what a sentence departs from a claim, or from what that was corrected to."""
    former = next((one for one in claim.corrections if _was(told.said, one)), None)
    if former is None:
        explanation = f"{told.explanation}."
        explanation = explanation[0].upper() + explanation[1:]
        return Found(kind, whole, told.said, told.recorded, explanation, claim.id)
    since = f"This was corrected on {former.date}: {former.changed} {former.why}"
    return Found("superseded", whole, told.said, told.recorded, since, claim.id)


def _was(said: str, correction: Correction) -> bool:
    """Whether a correction speaks of what a sentence says, as what stood there before."""
    changed = words(correction.changed)
    value = words(said)
    return bool(value) and any(
        changed[at : at + len(value)] == value for at in range(len(changed) - len(value) + 1)
    )
