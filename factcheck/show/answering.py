"""Say what the corpus answers as a list of labelled blocks."""

from collections.abc import Iterator, Sequence

from factcheck.compare.own_words import own_words
from factcheck.compare.reason import Effect, Reason
from factcheck.lookup.answer import Answer, Match
from factcheck.show.blocks import Block, claim_blocks
from factcheck.show.escaping import shown
from factcheck.show.headline import headline
from factcheck.show.notes import notes, parts
from factcheck.show.wording import MEANING, RATINGS, VERDICTS, in_marks, stated, withdrawal
from factcheck.store.several import Corpora

NOTHING = "–"
"""Stands in a table where there is nothing."""
ECHO = 400
"""So many characters of a query are shown again."""
LABELS = {
    Effect.CONTRADICTS: "Differs in",
    Effect.OPENS: "Open",
    Effect.NOTES: "Beside that",
}


def answer_blocks(answer: Answer, corpus: Corpora, topics: Sequence[str] = ()) -> Iterator[Block]:
    """Yield all that there is to `answer`: the verdict first, then the whole record.

    `topics` are those that were searched, if not all.
    """
    meaning = RATINGS if _is_rated(answer, corpus) else MEANING[answer.verdict]
    yield Block("Verdict", (headline(answer, corpus), meaning), f"verdict-{answer.verdict}")
    yield Block("Asked", (_echo(answer.query),))
    yield from notes(answer, topics)
    yield from parts(answer, corpus)
    near = [*answer.matches, *answer.closest]
    if answer.verdict == "not_covered":
        yield from _nothing(answer, corpus)
    else:
        yield from _record(near[0], corpus)
        yield from _beside(answer, corpus)


def _record(best: Match, corpus: Corpora) -> Iterator[Block]:
    """Yield the record that an answer is about, and in what the wording departs from it."""
    yield from _reasons(best)
    yield from claim_blocks(corpus.claim(best.number), corpus)


def _reasons(match: Match) -> Iterator[Block]:
    for effect, label in LABELS.items():
        told = [one for one in match.judgement.reasons if one.effect is effect]
        if told:
            lines = tuple(f"{one.kind}: {shown(one.explanation)}." for one in told)
            yield Block(label, lines, "difference")


def _beside(answer: Answer, corpus: Corpora) -> Iterator[Block]:
    """Yield the other claims of an answer, those that settle it and those that don't."""
    also = answer.matches[1:]
    near = answer.closest[not answer.matches :]
    if also:
        yield Block("Also on this", tuple(_line(match, corpus) for match in also))
    if near:
        yield Block("Nearby, not settling it", tuple(_line(m, corpus) for m in near))


def explained(answer: Answer, corpus: Corpora) -> Iterator[Block]:
    """Yield beside which wording of each claim a query was laid, and why its verdict followed."""
    near = [*answer.matches, *answer.closest]
    for match in near[: max(1, len(answer.matches))]:
        judgement = match.judgement
        name = corpus.claim(match.number).id
        yield Block(f"Laid beside {name}", (in_marks(shown(judgement.phrase.text)),), "note")
        if not judgement.reasons:
            yield Block("Why", ("every word of yours has its place in this wording.",), "note")
        else:
            cells = (cell for one in judgement.reasons for cell in _row(one))
            yield Block("Why", ("You say", "The record has", "So", *cells), "table")
        shared = (shown(own_words(word, answer.query)) for word in judgement.shared)
        yield Block("Shared", (", ".join(shared) or "nothing",), "note")


def _row(reason: Reason) -> tuple[str, ...]:
    """Return a reason as the three cells of a table."""
    if not reason.said and not reason.recorded:
        return (NOTHING, NOTHING, f"{reason.effect.value}: {reason.explanation}")
    said = (in_marks(shown(one)) if one else NOTHING for one in (reason.said, reason.recorded))
    return (*said, f"{reason.effect.value} ({reason.kind})")


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
    nearest = tuple(_line(match, corpus) for match in answer.closest)
    yield Block("Nearest claims, not answers", nearest)


def _line(match: Match, corpus: Corpora) -> str:
    claim = corpus.claim(match.number)
    verdict = "" if match.verdict == "related" else f"{VERDICTS[match.verdict][0].lower()}: "
    return f"{verdict}{stated(claim)} ({claim.id})"
