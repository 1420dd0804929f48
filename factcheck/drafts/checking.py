"""Check a sentence: where it departs from what the corpus has, and how."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from factcheck.compare.difference import Difference
from factcheck.drafts.found import Found
from factcheck.drafts.kinds import OF_ASPECT
from factcheck.drafts.own import states
from factcheck.drafts.passage import Span
from factcheck.drafts.quoting import words
from factcheck.drafts.replying import Telling, telling
from factcheck.drafts.verbatim import Verbatim
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer, Match
from factcheck.lookup.deciding import DETAILS, is_sure, unheld
from factcheck.lookup.differing import differences
from factcheck.record import Claim, Correction
from factcheck.store.several import Corpora
from factcheck.store.unreviewed import Unreviewed
from factcheck.text.parting import parts
from factcheck.text.reading import Reader, Reading

NEAR = 0.3
"""From this score of its nearest claim on, an open sentence is on the corpus' subject."""
SETTLING = 0.46
"""No claim that scores less supports or contradicts anything by itself: below `judging.CLOSE` a
misreading may be met, whose coefficient of `judging.TRAP` comes to at least this."""
NEXT = 3
"""A sentence that is a claim's statement has that claim among so many of the nearest."""
TOLD_BY = frozenset({"according", "alleged", "allegedly", "alleges", "reportedly"})


class Checked(NamedTuple):
    """What the corpus says to a sentence.

    Attributes:
        verdict: As in `Answer`.
        claims: The ids of the claims that settle it, each or together; empty if none does.
        found: What is wrong with it.
        telling: What it tells of allegations and of answers to them; `None` if nothing.
        firm: Whether the claims that support it have all its weighty words.
        stated: The id of the claim whose statement it is word for word; `None` if of none.
    """

    verdict: str
    claims: tuple[str, ...]
    found: tuple[Found, ...]
    telling: Telling | None
    firm: bool
    stated: str | None


class Checking:
    """Checks sentences against the corpora in use."""

    def __init__(self, store: Corpora, *, uncovered: bool = False) -> None:
        """Take the corpora, and whether what they don't cover is told too."""
        self.store, self.uncovered = store, uncovered
        least = NEAR if uncovered else SETTLING
        self._settling = [Unreviewed(each, least) for each in store.each]
        self._verbatim = Verbatim(store, self._settling)

    def check(self, sentence: str, *, quoted: bool = False) -> Checked:
        """Return what the corpora say to a sentence, of a block quote if `quoted`."""
        spoken, found = self._verbatim.check(sentence, quoted=quoted)
        answer = look_up_across(spoken, self._settling)
        claim = self.store.claim(answer.matches[0].number) if answer.matches else None
        if not found:
            whole = (0, len(sentence))
            departures = self._departures(spoken, answer, claim)
            found = (*(one._replace(span=whole) for one in departures),)
        told = telling(spoken, answer, self.store)
        firm = answer.verdict == "supported" and not unheld(answer)
        stated = self._stated(sentence, answer)
        return Checked(answer.verdict, self._claims(answer), found, told, firm, stated)

    def _stated(self, sentence: str, answer: Answer) -> str | None:
        nearest = (
            self.store.claim(one.number) for one in (*answer.matches, *answer.closest)[:NEXT]
        )
        return next((claim.id for claim in nearest if states(sentence, claim)), None)

    def _claims(self, answer: Answer) -> tuple[str, ...]:
        """Return the ids of the claim that settles a sentence, or of those that do so together."""
        settling = [match for match in answer.matches if match.verdict == answer.verdict]
        alone = settling and settling[0].judgement.verdict == answer.verdict
        return tuple(self.store.claim(one.number).id for one in settling[: 1 if alone else None])

    def _departures(self, sentence: str, answer: Answer, claim: Claim | None) -> Iterator[Found]:
        whole = (0, len(sentence))
        if claim and answer.verdict == "contradicted":
            yield from self._contradictions(sentence, answer, claim)
        elif claim and answer.verdict == "supported":
            yield from self._bare(sentence, answer)
        elif answer.closest and answer.verdict == "not_covered":
            yield from self._open(whole, answer)

    def _contradictions(self, sentence: str, answer: Answer, claim: Claim) -> Iterator[Found]:
        """Yield in what a sentence departs from the nearest claim, and its other wrong details."""
        whole = (0, len(sentence))
        first, *others = differences(answer.matches[0], claim)
        yield _departure(whole, first, claim)
        told = {first.query}
        clauses = parts(sentence)
        more = [(one, claim) for one in others]
        for clause in clauses if len(clauses) > 1 else ():
            more += self._wrong(clause)
        for one, known in more:
            if one.kind in DETAILS and one.query not in told:
                told.add(one.query)
                yield _departure(whole, one, known)

    def _wrong(self, clause: str) -> Iterator[tuple[Difference, Claim]]:
        """Yield in what a clause differs that is contradicted alone."""
        answer = look_up_across(clause, self._settling)
        if answer.verdict == "contradicted" and is_sure(answer.matches[0].judgement):
            claim = self.store.claim(answer.matches[0].number)
            yield from ((one, claim) for one in differences(answer.matches[0], claim))

    def _bare(self, sentence: str, answer: Answer) -> Iterator[Found]:
        """Yield a finding if a sentence states as fact what is only alleged."""
        first, *others = answer.matches
        told = {one.word for one in first.judgement.shared}
        like = first.judgement.likeness
        more = [
            m
            for m in others
            if m.judgement.verdict == "supported"
            and (_adds(m, told) or m.judgement.likeness > like)
        ]
        for match in (first, *more):
            claim = self.store.claim(match.number)
            if claim.kind == "allegation" and not self._attributed(sentence, claim):
                said = f"The source reports this as what {claim.asserted_by} alleges, and no more."
                whole = (0, len(sentence))
                yield Found("unattributed", whole, "", claim.asserted_by or "", said, claim.id)
                return

    def _open(self, whole: Span, answer: Answer) -> Iterator[Found]:
        near = answer.closest[0]
        claim = self.store.claim(near.number)
        if claim.withdrawn and near.judgement.verdict != "related":
            told = f"The claim was withdrawn: {claim.withdrawn.why}"
            yield Found("superseded", whole, "", claim.statement, told, claim.id)
        elif self.uncovered and near.judgement.score >= NEAR:
            told = "The corpus has nothing that settles this."
            yield Found("not-covered", whole, "", "", told, None)

    def _attributed(self, sentence: str, claim: Claim) -> bool:
        """Whether a sentence says that somebody says this, or who does."""
        return any(_attributes(each.reader, sentence, claim) for each in self.store.each)


def _adds(match: Match, told: Container[str]) -> bool:
    """Whether a claim has words of a sentence besides those that are `told` by another."""
    return any(one.word not in told for one in match.judgement.shared)


def _departure(whole: Span, told: Difference, claim: Claim) -> Found:
    """Return in what a sentence departs from a claim, or from what that was corrected to."""
    former = next((one for one in claim.corrections if _was(told.query, one)), None)
    if former is None:
        kind = OF_ASPECT.get(told.kind, told.kind)
        return Found(kind, whole, told.query, told.record, told.explanation, claim.id)
    since = f"This was corrected on {former.date}: {former.changed} {former.why}"
    return Found("superseded", whole, told.query, told.record, since, claim.id)


def _was(said: str, correction: Correction) -> bool:
    """Whether a correction speaks of what a sentence says, as what stood there before."""
    changed = words(correction.changed)
    value = words(said)
    return bool(value) and any(
        changed[at : at + len(value)] == value for at in range(len(changed) - len(value) + 1)
    )


def _attributes(reader: Reader, sentence: str, claim: Claim) -> bool:
    reading: Reading = reader.read(sentence)
    if reading.speaks or any(scale.startswith("certainty") for scale in reading.steps):
        return True
    asserters = set(reader.read(claim.asserted_by or "").names)
    return bool(asserters & set(reading.names)) or not TOLD_BY.isdisjoint(reading.text.split())
