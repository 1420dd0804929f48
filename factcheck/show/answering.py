"""Say what the corpus answers as a list of labelled blocks."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.compare.reason import Effect
from factcheck.lookup.answer import Answer, Match, Part
from factcheck.show.blocks import Block, claim_blocks
from factcheck.show.escaping import shown
from factcheck.show.headline import headline
from factcheck.show.wording import MEANING, RATINGS, VERDICTS, in_marks, stated, withdrawal
from factcheck.store.several import Corpora
from factcheck.text.cleaning import MAX_CHARACTERS

HELD = frozenset({"supported", "alleged"})
ECHO = 400
"""So many characters of a query are shown again."""
LABELS = {
    Effect.CONTRADICTS: "Differs in",
    Effect.OPENS: "Open",
    Effect.NOTES: "Beside that",
}


def answer_blocks(
    answer: Answer, corpus: Corpora, *, explain: bool = False, topics: Sequence[str] = ()
) -> Iterator[Block]:
    """Yield what a reader needs of `answer`: the verdict first, then the record.

    With `explain` also beside which wording of each claim the query was laid, and
    every reason; `topics` are those that were searched, if not all.
    """
    meaning = RATINGS if _is_rated(answer, corpus) else MEANING[answer.verdict]
    yield Block("Verdict", (headline(answer, corpus), meaning), f"verdict-{answer.verdict}")
    yield Block("Asked", (_echo(answer.query),))
    yield from _notes(answer, topics)
    if answer.gaps[1:]:
        told = tuple(f"The source doesn't say {shown(gap)}." for gap in answer.gaps)
        yield Block("Left open", told, "note")
    if answer.parts:
        yield Block("Its parts", tuple(_part(part, corpus) for part in answer.parts))
    near = [*answer.matches, *answer.closest]
    if answer.verdict == "not_covered":
        yield from _nothing(answer, corpus)
    else:
        yield from _record(near[0], corpus)
        yield from _beside(answer, corpus)
    if explain:
        yield from _explained(near[: max(1, len(answer.matches))], corpus)


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


def _notes(answer: Answer, topics: Sequence[str]) -> Iterator[Block]:
    if len(answer.query) > MAX_CHARACTERS:
        yield Block("Note", (f"Only its first {MAX_CHARACTERS:,} characters were read.",), "note")
    if topics:
        yield Block("Note", (f"Only this was searched: {', '.join(topics)}.",), "note")
    verdicts = {match.verdict for match in answer.matches}
    if "contradicted" in verdicts and verdicts & HELD and not answer.parts:
        yield Block("Note", ("Not all claims agree on this; see “Also on this”.",), "note")


def _part(part: Part, corpus: Corpora) -> str:
    claim = "" if part.number is None else f" ({corpus.claim(part.number).id})"
    return f"{in_marks(shown(part.text))}: {VERDICTS[part.verdict][0].lower()}{claim}"


def _explained(matches: Iterable[Match], corpus: Corpora) -> Iterator[Block]:
    """Yield of each match beside which wording the query was laid, and why its verdict followed."""
    for match in matches:
        judgement = match.judgement
        claim = corpus.claim(match.number)
        reasons = tuple(
            f"{one.effect.value}: {shown(one.explanation)}." for one in judgement.reasons
        )
        why = reasons or ("every word of yours has its place in this wording.",)
        yield Block(f"Why {claim.id}", (in_marks(shown(judgement.phrase.text)), *why), "note")
        yield Block("Shared", (", ".join(map(shown, judgement.shared)) or "nothing",), "note")


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
