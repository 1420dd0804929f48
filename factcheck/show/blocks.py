"""Say everything about a claim, or about an answer, as a list of labelled blocks.

One list, many renderings: plain text, a terminal's panels and Markdown are made
from it, so none of them can leave out an attribution, a caveat or a denial.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.lookup.answer import Answer, Match, Part
from factcheck.record import Claim, Quotation, Source
from factcheck.show.escaping import shown, sic
from factcheck.show.explaining import differences, nearest_wording, reason
from factcheck.show.wording import (
    FIDELITY,
    MEANING,
    PARTLY,
    RATINGS,
    VERDICTS,
    attribution,
    citation,
    claim_date,
    correction_in_words,
    figure_in_words,
    in_marks,
    place,
    review_in_words,
    stated,
    verdict_in_words,
    withdrawal,
)
from factcheck.store.several import Corpora
from factcheck.text.cleaning import MAX_CHARACTERS

JUDGED = {"supported", "contradicted"}
ECHO = 400
"""So many characters of a query are shown again."""


class Block(NamedTuple):
    """One labelled paragraph or list.

    Attributes:
        label: What it is; empty for a paragraph that follows on.
        lines: Its text; more than one is a list.
        role: Which rendering it asks for: `verdict`, `statement`, `quotation`,
            `difference`, `caveat`, `reply`, `rating`, `note` or `plain`.
    """

    label: str
    lines: tuple[str, ...]
    role: str = "plain"


def answer_blocks(
    answer: Answer, corpus: Corpora, *, explain: bool = False, topics: Sequence[str] = ()
) -> Iterator[Block]:
    """Yield what a reader needs of `answer`: the verdict first, then the best match.

    With `explain` also what met by which wording, and why the verdict followed;
    `topics` are those that were searched, if not all.
    """
    meaning = RATINGS if _is_rated(answer, corpus) else MEANING[answer.verdict]
    yield Block("Verdict", (_headline(answer, corpus), meaning), f"verdict-{answer.verdict}")
    yield Block("Asked", (_echo(answer.query),))
    yield from _notes(answer, topics)
    if answer.parts:
        yield Block("Its parts differ", tuple(_part(part, corpus) for part in answer.parts))
    if not answer.matches:
        yield from _nothing(answer, corpus)
        if explain:
            yield from _explained(answer, answer.closest[:1], corpus)
        return
    best = answer.matches[0]
    claim = corpus.claim(best.number)
    yield from _differences(best, claim)
    yield from claim_blocks(claim, corpus)
    others = answer.matches[1:]
    if others:
        yield Block("Also on this", tuple(_line(match, corpus) for match in others))
    if answer.closest:
        yield Block("Nearby, not settling it", tuple(_line(m, corpus) for m in answer.closest))
    if best.judgement.shared:
        yield Block(
            "Matched on", (", ".join(shared.word for shared in best.judgement.shared),), "note"
        )
    if explain:
        yield from _explained(answer, answer.matches, corpus)


def _notes(answer: Answer, topics: Sequence[str]) -> Iterator[Block]:
    if len(answer.query) > MAX_CHARACTERS:
        yield Block("Note", (f"Only its first {MAX_CHARACTERS:,} characters were read.",), "note")
    if topics:
        yield Block("Note", (f"Only this was searched: {', '.join(topics)}.",), "note")
    if {match.verdict for match in answer.matches} >= JUDGED and not answer.parts:
        yield Block("Note", ("Not all claims agree on this; see “Also on this”.",), "note")


def _part(part: Part, corpus: Corpora) -> str:
    claim = "" if part.number is None else f" ({corpus.claim(part.number).id})"
    return f"{in_marks(shown(part.text))}: {VERDICTS[part.verdict][0].lower()}{claim}"


def _explained(answer: Answer, matches: Iterable[Match], corpus: Corpora) -> Iterator[Block]:
    """Yield what of each match met the query, by which wording, and why its verdict followed."""
    for match in matches:
        claim = corpus.claim(match.number)
        wording = nearest_wording(match, claim)
        yield Block(f"Why {claim.id}", (reason(match, claim, answer),), "note")
        if wording:
            label = "Nearest wording" if match.judgement.trap is None else "Nearest misreading"
            like = f"({match.judgement.likeness:.0%} alike)"
            yield Block(label, (f"{in_marks(wording)} {like}",), "note")
        for label, words in (("Met", match.judgement.shared), ("Not met", match.judgement.missing)):
            weighed = ", ".join(f"{shown(one.word)} {one.weight:.2f}" for one in words)
            yield Block(label, (weighed or "nothing",), "note")


def _headline(answer: Answer, corpus: Corpora) -> str:
    if not answer.matches:
        name, meaning = VERDICTS[answer.verdict]
        return f"{name}: {PARTLY[answer.verdict] if answer.parts or answer.added else meaning}."
    claim = corpus.claim(answer.matches[0].number)
    name, meaning = verdict_in_words(answer.verdict, claim, corpus.source_of(claim))
    return f"{name}: {PARTLY[answer.verdict] if answer.parts else meaning}."


def _is_rated(answer: Answer, corpus: Corpora) -> bool:
    """Whether what was found is a claim that others reviewed."""
    return bool(answer.matches) and bool(corpus.claim(answer.matches[0].number).reviews)


def _echo(query: str) -> str:
    """Return the query on one line, a very long one cut short."""
    text = " ".join(query.split())
    return shown(text if len(text) <= ECHO else f"{text[:ECHO]}…")


def _nothing(answer: Answer, corpus: Corpora) -> Iterator[Block]:
    if not answer.closest:
        if not any(character.isalnum() for character in answer.query):
            yield Block("Note", ("It holds no word that could be looked up.",), "note")
        return
    near = [corpus.claim(match.number) for match in answer.closest]
    told = tuple(f"{claim.id}, {gone}" for claim in near if (gone := withdrawal(claim)))
    if told:
        yield Block("Withdrawn", told, "difference")
    missing = answer.added or [one.word for one in answer.closest[0].judgement.missing]
    if missing:
        label = "Not in the corpus" if answer.added else "Not in the nearest claim"
        yield Block(label, (", ".join(map(shown, missing)),), "note")
    nearest = tuple(_line(match, corpus) for match in answer.closest)
    if answer.added:
        yield Block("Without that, supported by", nearest[:1])
        nearest = nearest[1:]
    if nearest:
        yield Block("Nearest claims, not answers", nearest)


def _line(match: Match, corpus: Corpora) -> str:
    claim = corpus.claim(match.number)
    verdict = "" if match.verdict == "related" else f"{VERDICTS[match.verdict][0].lower()}: "
    if claim.withdrawn:
        verdict = "withdrawn: "
    return f"{verdict}{stated(claim)} ({claim.id})"


def _differences(match: Match, claim: Claim) -> Iterator[Block]:
    curated = match.judgement.trap is not None
    lines = []
    for number, found in enumerate(differences(match, claim)):
        if curated and not number:
            lines.append(f"{found.kind}: {found.explanation}")
        else:
            record = "the claim that was rated" if claim.reviews else "the record"
            lines.append(f"{found.kind}: you say {found.query}; {record}: {found.record}.")
    if lines:
        yield Block("Differs in", tuple(lines), "difference")


def claim_blocks(claim: Claim, corpus: Corpora, *, whole: bool = False) -> Iterator[Block]:
    """Yield everything that an honest reader needs of `claim`.

    Args:
        claim: The claim.
        corpus: Where its sources are.
        whole: Also the wordings, the misreadings and the positions.
    """
    yield from _standing(claim)
    yield from _stated(claim)
    for quotation in claim.quotations:
        yield _quotation("Quotation", quotation, corpus, whole=whole)
    label = "Claimed by" if claim.reviews else "Asserted by"
    yield Block(label, (attribution(claim, corpus.source_of(claim)),))
    date = claim_date(claim)
    yield Block("Date", (date or "not given",))
    if claim.figures:
        yield Block("Figures", tuple(map(figure_in_words, claim.figures)))
    yield from _replies(claim, corpus, whole=whole)
    if claim.caveats:
        yield Block("Caveats", claim.caveats, "caveat")
    for source in corpus.sources_of(claim):
        yield Block("Source", (citation(source),))
        if source.caveats:
            yield Block("About the source", source.caveats, "caveat")
    if whole:
        yield from _curation(claim)
    yield Block("Claim", (f"{claim.id} ({claim.kind}; {', '.join(claim.topics)})",))
    if name := corpus.corpus_of(claim):
        yield Block("Corpus", (name,))
    if claim.related:
        yield Block("Related", (", ".join(claim.related),))


def _replies(claim: Claim, corpus: Corpora, *, whole: bool) -> Iterator[Block]:
    for reply in claim.replies:
        quoted = _quotation("", reply.quotation, corpus, whole=whole).lines[0]
        yield Block(f"Reply of {shown(reply.by)}", (reply.text, quoted), "reply")
    if claim.no_reply:
        yield Block("Reply", (claim.no_reply,), "reply")


def _standing(claim: Claim) -> Iterator[Block]:
    """Yield that a claim's record was withdrawn or corrected."""
    if gone := withdrawal(claim):
        yield Block("Withdrawn", (gone,), "difference")
    if claim.corrections:
        yield Block("Corrected", tuple(map(correction_in_words, claim.corrections)), "note")


def _stated(claim: Claim) -> Iterator[Block]:
    if claim.reviews:
        yield Block("Claim that was rated", (in_marks(claim.statement),), "statement")
        yield Block("Rated by", tuple(map(review_in_words, claim.reviews)), "rating")
    else:
        yield Block("Record", (claim.statement,), "statement")


def _quotation(label: str, quotation: Quotation, corpus: Corpora, *, whole: bool) -> Block:
    source: Source = corpus.sources[quotation.source or ""]
    text = sic(quotation.text, source.errors)
    where = f"characters {quotation.start} to {quotation.end}; " if whole else ""
    fidelity = FIDELITY[corpus.fidelity(quotation)]
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    return Block(
        label, (in_marks(text), f"{who}{place(quotation, source)} ({where}{fidelity})"), "quotation"
    )


def _curation(claim: Claim) -> Iterator[Block]:
    if claim.wordings:
        yield Block("Other wordings", claim.wordings)
    if claim.misreadings:
        lines = (f"“{m.wording}” ({m.differs}): {m.correction}" for m in claim.misreadings)
        yield Block("Misreadings", tuple(lines))
