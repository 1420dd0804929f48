"""Say everything about a claim as a list of labelled blocks.

One list, many renderings: plain text, a terminal's panels and Markdown are made
from it, so none of them can leave out an attribution, a caveat or a denial.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.record import Claim, Quotation, Source, caveats_of
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import (
    CHECKED,
    attribution,
    citation,
    claim_date,
    correction_in_words,
    figure_in_words,
    in_marks,
    place,
    review_in_words,
    withdrawal,
)
from factcheck.store.several import Corpora

COLUMNS = 3
"""So many cells has each row of a table."""


class Block(NamedTuple):
    """One labelled paragraph or list.

    Attributes:
        label: What it is; empty for a paragraph that follows on.
        lines: Its text; more than one is a list.
        role: Which rendering it asks for: `verdict`, `statement`, `quotation`,
            `difference`, `caveat`, `reply`, `rating`, `note`, `table`, `pairs` or `plain`. The
            lines of a table are its cells, row by row, `COLUMNS` to a row, the first row its head;
            of pairs each second line answers the one before.
        marked: Words in it that a terminal underlines; the verdict names them, too.
    """

    label: str
    lines: tuple[str, ...]
    role: str = "plain"
    marked: tuple[str, ...] = ()


def rows(cells: Sequence[str]) -> list[Sequence[str]]:
    """Return the cells of a table as its rows."""
    return [cells[at : at + COLUMNS] for at in range(0, len(cells), COLUMNS)]


def claim_blocks(claim: Claim, corpus: Corpora, *, whole: bool = False) -> Iterator[Block]:
    """Yield everything that an honest reader needs of `claim`.

    Args:
        claim: The claim.
        corpus: Where its sources are.
        whole: Also the positions, the wordings, and what curators warn of.
    """
    yield Block("Claim", (f"{claim.id} ({claim.kind}; {', '.join(claim.topics)})",))
    yield from standing(claim)
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
    if caveats := caveats_of(claim):
        yield Block("Caveats", caveats, "caveat")
    for source in corpus.sources_of(claim):
        yield Block("Source", (citation(source),))
        if source.caveats:
            yield Block("About the source", source.caveats, "caveat")
    if whole:
        yield from _curation(claim)
    if name := corpus.corpus_of(claim):
        yield Block("Corpus", (name,))
    if claim.related:
        yield Block("Related", (", ".join(claim.related),))


def source_blocks(source: Source) -> Iterator[Block]:
    """Yield what is known of a source, and what is not."""
    yield Block("Source", (f"{source.id} ({source.kind})",))
    yield Block("Citation", (citation(source),))
    if source.inferred:
        yield Block("Inferred", tuple(f"{key}: {why}" for key, why in source.inferred.items()))
    if source.caveats:
        yield Block("Caveats", source.caveats, "caveat")
    if source.gaps:
        yield Block("Left open", tuple(gap.matter for gap in source.gaps))
    yield Block("Fingerprint", (source.fingerprint or "none: quotations can't be checked",))


def _replies(claim: Claim, corpus: Corpora, *, whole: bool) -> Iterator[Block]:
    for reply in claim.replies:
        quoted = _quotation("", reply.quotation, corpus, whole=whole).lines[0]
        yield Block(f"Reply of {shown(reply.by)}", (reply.text, quoted), "reply")
    if claim.no_reply:
        yield Block("Reply", (claim.no_reply,), "reply")


def standing(claim: Claim) -> Iterator[Block]:
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
    fidelity = CHECKED[corpus.fidelity(quotation)]
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    return Block(
        label, (in_marks(text), f"{who}{place(quotation, source)} ({where}{fidelity})"), "quotation"
    )


def _curation(claim: Claim) -> Iterator[Block]:
    if claim.wordings:
        yield Block("Other wordings", ("; ".join(claim.wordings),))
    if claim.misreadings:
        wrong = [(one.wording, one.correction) for one in claim.misreadings]
        yield Block("Misreadings", _pairs(wrong, "Misread", "Put right"), "pairs")
    if claim.boundaries:
        open_ = [(one.wording, one.note) for one in claim.boundaries]
        yield Block("Boundaries", _pairs(open_, "Not said", "Said"), "pairs")


def _pairs(pairs: Sequence[tuple[str, str]], first: str, second: str) -> tuple[str, ...]:
    """Return what the source doesn't bear out, and what it has, so that neither passes for both."""
    return tuple(
        line
        for wording, answer in pairs
        for line in (f"{first}: {in_marks(wording)}", f"{second}: {answer}")
    )


def paired(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return the lines of pairs two by two."""
    return [*zip(lines[::2], lines[1::2], strict=True)]
