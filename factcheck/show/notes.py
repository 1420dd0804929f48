"""What must be known of an answer as a whole, however much of it is shown."""

from collections.abc import Iterator, Sequence

from factcheck.lookup.answer import Answer, Part
from factcheck.show.blocks import Block
from factcheck.show.escaping import shown
from factcheck.show.wording import VERDICTS, in_marks
from factcheck.store.several import Corpora
from factcheck.text.cleaning import MAX_CHARACTERS

HELD = frozenset({"supported", "alleged"})


def notes(answer: Answer, topics: Sequence[str]) -> Iterator[Block]:
    """Yield what was not read, what alone was searched, where claims disagree, what is open."""
    if len(answer.query) > MAX_CHARACTERS:
        yield Block("Note", (f"Only its first {MAX_CHARACTERS:,} characters were read.",), "note")
    if topics:
        yield Block("Note", (f"Only this was searched: {', '.join(topics)}.",), "note")
    verdicts = {match.verdict for match in answer.matches}
    if "contradicted" in verdicts and verdicts & HELD and not answer.parts:
        yield Block("Note", ("Not all claims agree on this; see “Also on this”.",), "note")
    if answer.gaps[1:]:
        told = tuple(f"The source doesn't say {shown(gap)}." for gap in answer.gaps)
        yield Block("Left open", told, "note")


def parts(answer: Answer, corpus: Corpora) -> Iterator[Block]:
    """Yield the parts of a text that were looked up one by one, each with its verdict."""
    if answer.parts:
        yield Block("Its parts", tuple(_part(part, corpus) for part in answer.parts))


def _part(part: Part, corpus: Corpora) -> str:
    claim = "" if part.number is None else f" ({corpus.claim(part.number).id})"
    return f"{in_marks(shown(part.text))}: {VERDICTS[part.verdict][0].lower()}{claim}"
