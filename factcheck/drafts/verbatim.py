"""Hold the quotations in a sentence against the sources: word for word, and whose they are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.drafts.found import Found
from factcheck.drafts.quoting import Likeness, Quoted, likeness, parts, quoted_in, words
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Claims
from factcheck.record import Claim, Quotation, quotations_of
from factcheck.store.several import Corpora

ALIKE = 0.7
"""From this share of equal words on, a quotation is meant to be the source's."""
PROVABLE = 5
"""Words; fewer have no window in a fingerprint."""


class Nearest(NamedTuple):
    """The corpus' quotation that is most like one in a draft."""

    like: Likeness
    quotation: Quotation
    claim: Claim


class Verbatim:
    """Holds quotations against what the corpora quote, and against their sources' fingerprints."""

    def __init__(self, store: Corpora, settling: Sequence[Claims]) -> None:
        """Take the corpora, and the same as far as they can settle anything."""
        self.store, self.settling = store, settling

    def check(self, sentence: str, *, quoted: bool) -> Iterator[Found]:
        """Yield what is wrong with each quotation; all of the sentence is one if `quoted`."""
        whole = [Quoted(sentence, (0, len(sentence)))] if quoted else []
        for one in [*quoted_in(sentence)] or whole:
            yield from self._quotation(one, sentence)

    def _quotation(self, quoted: Quoted, sentence: str) -> Iterator[Found]:
        nearest = max(self._alike(quoted), key=lambda one: one.like.share, default=None)
        is_alike = nearest is not None and nearest.like.share >= ALIKE
        if self._stands(quoted.text) or (nearest and nearest.like.share == 1):
            if nearest and is_alike:
                yield from self._of_another(quoted, sentence, nearest)
        elif nearest and is_alike and (nearest.like.said or nearest.like.recorded):
            yield _misquoted(quoted, nearest.like.said, nearest.like.recorded, nearest.claim.id)
        else:
            altered = self._altered(quoted.text)
            if altered:
                yield _misquoted(quoted, altered, "", nearest.claim.id if nearest else None)

    def _alike(self, quoted: Quoted) -> Iterator[Nearest]:
        answer = look_up_across(quoted.text, self.settling)
        for match in (*answer.matches, *answer.closest):
            claim = self.store.claim(match.number)
            for quotation in quotations_of(claim):
                yield Nearest(likeness(quoted.text, quotation.text), quotation, claim)

    def _stands(self, text: str) -> bool:
        """Whether a source has each part of a quotation that is long enough to be proved."""
        long = [part.text for part in parts(text) if len(words(part.text)) >= PROVABLE]
        return bool(long) and all(
            any(
                print_.prove(form).places
                for each in self.store.each
                for print_ in each.fingerprints
                for form in _forms(part)
            )
            for part in long
        )

    def _altered(self, text: str) -> str:
        """Return the first words that a source hasn't in a passage that it has but for them."""
        for each in self.store.each:
            for print_ in each.fingerprints:
                for form in _forms(text):
                    said = _gap(form, print_.held(form))
                    if said:
                        return said
        return ""

    def _of_another(self, quoted: Quoted, sentence: str, nearest: Nearest) -> Iterator[Found]:
        """Yield a finding if a sentence gives somebody else's words to those whom it names."""
        _, quotation, claim = nearest
        outside = sentence[: quoted.span[0]] + sentence[quoted.span[1] :]
        others = self._others_named(outside, quotation, claim)
        if others:
            owner = _owner(quoted.text, quotation, claim)
            told = f"In the source these are words of {owner}."
            yield Found("misattributed", quoted.span, others, owner, told, claim.id)

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


def _owner(text: str, quotation: Quotation, claim: Claim) -> str:
    """Return whose words these are: what an outlet quotes is of the one of whom it reports it."""
    inner = any(likeness(text, one.text).share >= ALIKE for one in quoted_in(quotation.text))
    if not (inner and claim.asserted_by):
        return quotation.speaker
    through = f", through {', '.join(claim.through)}" if claim.through else ""
    return f"{claim.asserted_by}{through}"


def _misquoted(quoted: Quoted, said: str, recorded: str, claim: str | None) -> Found:
    if said and recorded:
        told = f"The source has “{recorded}” where this has “{said}”."
    elif recorded:
        told = f"The source also has “{recorded}” in this passage."
    else:
        told = f"The source hasn't “{said}” in this passage."
    return Found("misquoted", quoted.span, said, recorded, told, claim)


def _forms(text: str) -> tuple[str, str]:
    """Return a passage as it is, and with its first letter in the other case."""
    return text, text[:1].swapcase() + text[1:]


def _gap(text: str, runs: tuple[tuple[int, int], ...]) -> str:
    """Return the first words between `runs` of a text; empty if they are too little of it."""
    held = sum(len(words(text[start:end])) for start, end in runs)
    if not runs or held < ALIKE * len(words(text)):
        return ""
    edges = [0, *(edge for run in runs for edge in run), len(text)]
    gaps = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return next((" ".join(gap.split()) for gap in gaps if words(gap)), "")
