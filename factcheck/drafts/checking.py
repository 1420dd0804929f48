"""Check a sentence: where it departs from what the corpus has, and how."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.drafts.kinds import OF_ASPECT
from factcheck.drafts.passage import Span
from factcheck.drafts.quoting import ALIKE, Likeness, Quoted, likeness, quoted_in
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.differing import differences
from factcheck.record import Claim, Quotation, quotations_of
from factcheck.store.several import Corpora
from factcheck.text.reading import Reader, Reading

NEAR = 0.3
"""From this score of its nearest claim on, an open sentence is on the corpus' subject."""
TOLD_BY = frozenset({"according", "alleged", "allegedly", "alleges", "reportedly"})


class Found(NamedTuple):
    """What is wrong with a sentence.

    Attributes:
        kind: The id of one of `kinds.KINDS`.
        span: Which part of the sentence it is about.
        said, recorded: The values that differ; empty if it is not about values.
        explanation: One plain sentence.
        claim: The claim that it departs from, by its id; `None` if it is near none.
    """

    kind: str
    span: Span
    said: str
    recorded: str
    explanation: str
    claim: str | None


class Checked(NamedTuple):
    """What the corpus says to a sentence: its verdict, the claim that settles it, what is wrong."""

    verdict: str
    claim: str | None
    found: tuple[Found, ...]


class Checking:
    """Checks sentences against the corpora in use."""

    def __init__(self, store: Corpora, *, uncovered: bool = False) -> None:
        """Take the corpora, and whether what they don't cover is told too."""
        self.store, self.uncovered = store, uncovered

    def check(self, sentence: str, *, quoted: bool = False) -> Checked:
        """Return what the corpora say to a sentence, of a block quote if `quoted`."""
        answer = look_up_across(sentence, self.store.each)
        claim = self.store.claim(answer.matches[0].number) if answer.matches else None
        whole = [Quoted(sentence, (0, len(sentence)))] if quoted else []
        passages = [*quoted_in(sentence)] or whole
        misquoted = [one for passage in passages for one in self._quotation(passage, sentence)]
        found = misquoted or [*self._departures(sentence, answer, claim)]
        return Checked(answer.verdict, claim and claim.id, tuple(found))

    def _departures(self, sentence: str, answer: Answer, claim: Claim | None) -> Iterator[Found]:
        whole = (0, len(sentence))
        if claim and answer.verdict == "contradicted":
            told = differences(answer.matches[0], claim)[0]
            kind = OF_ASPECT.get(told.kind, told.kind)
            yield Found(kind, whole, told.query, told.record, told.explanation, claim.id)
        elif claim and answer.verdict == "supported":
            if claim.kind == "allegation" and not self._attributed(sentence, claim):
                said = f"The source reports this as what {claim.asserted_by} alleges, and no more."
                yield Found("unattributed", whole, "", claim.asserted_by or "", said, claim.id)
        elif answer.closest and answer.verdict == "not_covered":
            yield from self._open(whole, answer)

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

    def _quotation(self, quoted: Quoted, sentence: str) -> Iterator[Found]:
        """Yield what is wrong with a quotation, if it is one of the corpus'."""
        best = max(self._alike(quoted), key=lambda one: one[0].share, default=None)
        if best is None or best[0].share < ALIKE:
            return
        like, quotation, claim = best
        if like.share < 1:
            told = f"The source has “{like.recorded}” where this has “{like.said}”."
            yield Found("misquoted", quoted.span, like.said, like.recorded, told, claim.id)
            return
        outside = sentence[: quoted.span[0]] + sentence[quoted.span[1] :]
        others = self._others_named(outside, quotation, claim)
        if others:
            told = f"In the source these are words of {quotation.speaker}."
            yield Found("misattributed", quoted.span, others, quotation.speaker, told, claim.id)

    def _alike(self, quoted: Quoted) -> Iterator[tuple[Likeness, Quotation, Claim]]:
        answer = look_up_across(quoted.text, self.store.each)
        for match in (*answer.matches, *answer.closest):
            claim = self.store.claim(match.number)
            for quotation in quotations_of(claim):
                yield likeness(quoted.text, quotation.text), quotation, claim

    def _others_named(self, text: str, quotation: Quotation, claim: Claim) -> str:
        """Return who is named beside a quotation, if the one whose words it is isn't among them."""
        for each in self.store.each:
            reading = each.reader.read(text)
            told = " ".join((quotation.speaker, claim.asserted_by or "", *claim.through))
            owners = set(each.reader.read(told).names)
            people = [name for name in reading.names if each.reader.kinds.get(name) == "person"]
            if owners and people and reading.speaks and owners.isdisjoint(reading.names):
                return ", ".join(reading.words[name] for name in people)
        return ""


def _attributes(reader: Reader, sentence: str, claim: Claim) -> bool:
    reading: Reading = reader.read(sentence)
    if reading.speaks or any(scale.startswith("certainty") for scale in reading.steps):
        return True
    asserters = set(reader.read(claim.asserted_by or "").names)
    return bool(asserters & set(reading.names)) or not TOLD_BY.isdisjoint(reading.text.split())
