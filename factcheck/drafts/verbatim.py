"""Hold the quotations in a sentence against the sources: word for word, and whose they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from factcheck.drafts.found import Found
from factcheck.drafts.passage import Span
from factcheck.drafts.quoting import (
    WORD,
    Likeness,
    Quoted,
    likeness,
    parts,
    quoted_in,
    restored,
    spelled,
    unaltered,
    words,
)
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Claims
from factcheck.record import Claim, Quotation, quotations_of
from factcheck.store.several import Corpora

ALIKE = 0.7
"""From this share of equal words on, a quotation is meant to be the source's."""
NEAR = 0.5
"""A passage that has fewer of a quotation's words isn't shown for it."""
PROVABLE = 5
"""Words; fewer have no window in a fingerprint."""
BETWEEN = re.compile(r"[,;:.!?]+(?=\s)")
MARKS = 12
"""So many marks of a passage are tried otherwise."""


class Nearest(NamedTuple):
    """The corpus' quotation that is most like one in a draft."""

    like: Likeness
    quotation: Quotation
    claim: Claim


class Spoken(NamedTuple):
    """A sentence, and what is wrong with its quotations.

    Attributes:
        text: Without the gaps and changes of quotations that are verbatim but for them: these
            stand in it in the source's own words, so that nothing is taken for a difference
            that is none. Letters in an editor's brackets are those of their word.
        found: What is wrong.
    """

    text: str
    found: tuple[Found, ...]


class Verbatim:
    """Holds quotations against what the corpora quote, and against their sources' fingerprints."""

    def __init__(self, store: Corpora, settling: Sequence[Claims]) -> None:
        """Take the corpora, and the same as far as they can settle anything."""
        self.store, self.settling = store, settling

    def check(self, sentence: str, *, quoted: bool) -> Spoken:
        """Hold each quotation against the corpora; all of the sentence is one if `quoted`."""
        marked = [*quoted_in(sentence)]
        whole = [Quoted(sentence, (0, len(sentence)))] if quoted and not marked else []
        said: list[str] = []
        found: list[Found] = []
        start = 0
        for one in marked or whole:
            nearest = self._nearest(one)
            found += self._quotation(one, sentence, nearest)
            own = restored(one.text, nearest.quotation.text) if nearest else None
            said += (sentence[start : max(0, one.span[0] - 1)], "“", own or one.text, "”")
            start = one.span[1] + 1
        return Spoken(spelled("".join((*said, sentence[start:]))), tuple(found))

    def _nearest(self, quoted: Quoted) -> Nearest | None:
        return max(self._alike(quoted), key=lambda one: one.like.share, default=None)

    def _quotation(self, quoted: Quoted, sentence: str, nearest: Nearest | None) -> Iterator[Found]:
        is_alike = nearest is not None and nearest.like.share >= ALIKE
        if self._stands(quoted.text) or (nearest and nearest.like.share == 1):
            if nearest and is_alike:
                yield from self._of_another(quoted, sentence, nearest)
        elif nearest and is_alike and (nearest.like.said or nearest.like.recorded):
            yield _misquoted(quoted, nearest.like.said, nearest.like.recorded, nearest.claim.id)
        else:
            altered = self.altered(quoted.text)
            if altered:
                near = nearest if nearest and nearest.like.share >= NEAR else None
                yield _misquoted(quoted, altered, "", near.claim.id if near else None)

    def _alike(self, quoted: Quoted) -> Iterator[Nearest]:
        answer = look_up_across(quoted.text, self.settling)
        for match in (*answer.matches, *answer.closest):
            claim = self.store.claim(match.number)
            for quotation in quotations_of(claim):
                yield Nearest(likeness(quoted.text, quotation.text), quotation, claim)

    def _stands(self, text: str) -> bool:
        """Whether a source has each part of a quotation that is long enough to be proved.

        Marks between words may differ: a house's style is no misquotation.
        """
        return any(self._proves(form) for form in dict.fromkeys((spelled(text), unaltered(text))))

    def _proves(self, text: str) -> bool:
        long = [part.text for part in parts(text) if len(words(part.text)) >= PROVABLE]
        return bool(long) and all(map(self._is_printed, long))

    def _is_printed(self, part: str) -> bool:
        return any(
            print_.prove(form).places
            for each in self.store.each
            for print_ in each.fingerprints
            for form in _forms(part)
        )

    def altered(self, text: str) -> str:
        """Return the first words that a source hasn't in a passage that it has but for them."""
        within = [word.span() for word in WORD.finditer(text)]
        text = text[within[0][0] : within[-1][1]] if within else ""
        for each in self.store.each:
            for print_ in each.fingerprints:
                held = {form: print_.held(form) for form in _forms(text)}
                form = max(held, key=lambda one: _length(held[one]))
                said = _gap(form, held[form])
                if said:
                    tried = _marked_otherwise(form, said)
                    return "" if any(print_.prove(one).places for one in tried) else said
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
            people = [
                name for name in reading.names if each.reader.known.kinds.get(name) == "person"
            ]
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


def _marked_otherwise(text: str, said: str) -> Iterator[str]:
    """Yield a passage with other marks between its words: none, one fewer, or one more in `said`.

    A fingerprint knows five words with their marks at once, so the marks must be tried.
    """
    inner = [found.span() for found in BETWEEN.finditer(text)]
    yield BETWEEN.sub("", text)
    for start, end in inner[:MARKS]:
        yield text[:start] + text[end:]
    at = max(0, text.find(said))
    for word in islice(WORD.finditer(text, at), MARKS):
        for mark in ",;:.":
            yield f"{text[: word.end()]}{mark}{text[word.end() :]}"


def _length(runs: Iterable[Span]) -> int:
    return sum(end - start for start, end in runs)


def _gap(text: str, runs: tuple[tuple[int, int], ...]) -> str:
    """Return the first words between `runs` of a text; empty if they are too little of it."""
    held = sum(len(words(text[start:end])) for start, end in runs)
    if not runs or held < ALIKE * len(words(text)):
        return ""
    edges = [0, *(edge for run in runs for edge in run), len(text)]
    gaps = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return next((" ".join(gap.split()) for gap in gaps if words(gap)), "")
