"""The short answer: what fits a screen, and the way to the rest.

An attribution, a denial and that there are caveats stand in it always; all the rest
is a command away.
"""

from collections.abc import Iterator, Sequence
from shlex import quote

from factcheck.lookup.answer import Answer, Match
from factcheck.record import Claim, Quotation
from factcheck.show.blocks import Block, standing
from factcheck.show.escaping import shown, sic
from factcheck.show.headline import headline, is_listed
from factcheck.show.notes import notes, parts
from factcheck.show.wording import (
    CHECKED,
    MEANING,
    RATINGS,
    attribution,
    in_marks,
    review_in_words,
    stated,
    withdrawal,
)
from factcheck.store.several import Corpora
from factcheck.text.words import tokens

NEAREST = 2
"""So many claims are shown beside a text that none of them settles."""
LISTED = 3
"""And so many to a word or a name alone."""


def card(
    answer: Answer, corpus: Corpora, topics: Sequence[str] = (), named: Sequence[str] = ()
) -> Iterator[Block]:
    """Yield what a reader needs first of `answer`; `topics` are those searched, if not all.

    The commands that lead on name the corpora as the one that asked did: `named`.
    """
    asked = "".join(f" --corpus {quote(shown(path))}" for path in named)
    yield Block("", (headline(answer, corpus),), f"verdict-{answer.verdict}")
    yield from notes(answer, topics)
    yield from parts(answer, corpus)
    near = [*answer.matches, *answer.closest]
    if answer.verdict == "not_covered":
        yield from _nothing(answer, corpus, asked)
    elif is_listed(answer) and len(answer.matches) > 1:
        yield from _listed(answer, corpus, asked)
    else:
        yield from _record(near[0], answer, corpus, asked)
    rated = bool(answer.matches) and bool(corpus.claim(answer.matches[0].number).reviews)
    yield Block("", (RATINGS if rated else MEANING[answer.verdict],), "note")


def _record(match: Match, answer: Answer, corpus: Corpora, asked: str) -> Iterator[Block]:
    """Yield the record that an answer is about: its words, whose they are, what to mind."""
    claim = corpus.claim(match.number)
    marked = tuple(one.recorded for one in match.judgement.decisive if one.recorded)
    yield from standing(claim)
    if not _says_all(claim, match):
        said = in_marks(claim.statement) if claim.reviews else claim.statement
        yield Block("Record", (said,), "statement", marked)
    if claim.quotations:
        yield from _quoted(_fitting(claim, match), claim, corpus, marked)
    if claim.reviews:
        yield Block("Rated by", tuple(map(review_in_words, claim.reviews)), "rating")
        yield Block("Claimed by", (attribution(claim, None),))
    for reply in claim.replies:
        yield Block(f"Reply of {shown(reply.by)}", (reply.text,), "reply")
    if claim.no_reply:
        yield Block("Reply", (claim.no_reply,), "reply")
    if claim.caveats:
        yield Block("Mind", (claim.caveats[0] + _more(len(claim.caveats) - 1),), "caveat")
    also = [corpus.claim(one.number).id for one in answer.matches[1:]]
    if also:
        yield Block("Also on this", (", ".join(also),))
    yield Block("Full record", (f"factcheck show {claim.id}{asked}",))


def _says_all(claim: Claim, match: Match) -> bool:
    """Whether the quotation itself has every word that the wording shares with the record."""
    if not claim.quotations or match.verdict == "found":
        return bool(claim.quotations)
    said = {*tokens(_fitting(claim, match).text.lower())}
    shared = " ".join(match.judgement.shared).lower()
    return said.issuperset(tokens(shared))


def _fitting(claim: Claim, match: Match) -> Quotation:
    """Return the quotation that has most of what is shared, of equals the first."""
    shared = {*tokens(" ".join(match.judgement.shared).lower())}
    return max(claim.quotations, key=lambda one: len(shared & {*tokens(one.text.lower())}))


def _quoted(
    quotation: Quotation, claim: Claim, corpus: Corpora, marked: tuple[str, ...]
) -> Iterator[Block]:
    """Yield a quotation of a claim, who asserts what it says, where, and the proof."""
    source = corpus.sources[quotation.source or ""]
    asserted = attribution(claim, source)
    more = _more(len(claim.quotations) - 1)
    apart = quotation.speaker not in {claim.asserted_by, source.outlet}
    who = f"{quotation.speaker}, in {source.outlet}" if apart else asserted
    where = f"{who}, {quotation.locator}; {CHECKED[corpus.fidelity(quotation)]}{more}"
    said = in_marks(sic(quotation.text, source.errors))
    yield Block("Quotation", (said, where), "quotation", marked)
    if apart:
        yield Block("Asserted by", (asserted,))


def _listed(answer: Answer, corpus: Corpora, asked: str) -> Iterator[Block]:
    found = [corpus.claim(match.number) for match in answer.matches]
    yield Block("Claims", tuple(f"{stated(claim)} ({claim.id})" for claim in found[:LISTED]))
    if others := [claim.id for claim in found[LISTED:]]:
        yield Block("Also on this", (", ".join(others),))
    yield Block("All of them", (f"factcheck search {quote(shown(answer.query))}{asked}",))


def _nothing(answer: Answer, corpus: Corpora, asked: str) -> Iterator[Block]:
    """Yield what the nearest claims lack, and where to look on."""
    if not any(character.isalnum() for character in answer.query):
        yield Block("Note", ("It holds no word that could be looked up.",), "note")
        return
    if lacking := _lacked(answer.closest):
        yield Block("Nothing near says", (", ".join(map(in_marks, map(shown, lacking))),))
    near = [corpus.claim(match.number) for match in answer.closest]
    told = tuple(f"{claim.id}, {gone}" for claim in near if (gone := withdrawal(claim)))
    if told:
        yield Block("Withdrawn", told, "difference")
    shown_near = tuple(f"{stated(claim)} ({claim.id})" for claim in near[:NEAREST])
    if shown_near:
        yield Block("Nearest, not answers", shown_near)
    listed = f"factcheck list --topic {near[0].topics[0]}" if near else "factcheck topics"
    way = f"{listed}{asked}; factcheck search finds a word or a name"
    yield Block("Look on", (way,))


def _lacked(closest: Sequence[Match]) -> list[str]:
    """Return the words of a query that none of the nearest claims has, in order."""
    each = [[r.said for r in one.judgement.reasons if r.kind == "added"] for one in closest]
    first, *others = each or [[]]
    return [word for word in first if all(word in other for other in others)]


def _more(count: int) -> str:
    return f" (+{count} more)" if count > 0 else ""
