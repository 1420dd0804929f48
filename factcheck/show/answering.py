"""Say what the corpus answers as a list of labelled blocks."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.lookup.answer import Answer, Match, Part
from factcheck.lookup.deciding import unheld
from factcheck.lookup.differing import differences
from factcheck.record import Claim
from factcheck.show.blocks import Block, claim_blocks
from factcheck.show.escaping import shown
from factcheck.show.explaining import nearest_wording, reason
from factcheck.show.wording import (
    MEANING,
    PARTLY,
    RATINGS,
    VERDICTS,
    in_marks,
    stated,
    verdict_in_words,
    withdrawal,
)
from factcheck.store.several import Corpora
from factcheck.text.cleaning import MAX_CHARACTERS

JUDGED = {"supported", "contradicted"}
ECHO = 400
"""So many characters of a query are shown again."""


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
    if unheld(answer):
        words = ", ".join(map(shown, unheld(answer)))
        yield Block("Words of yours that no claim here has", (words,), "note")
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
