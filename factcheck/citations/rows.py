"""Claims as rows of a table, for a spreadsheet or for Arrow."""

from collections.abc import Iterator, Sequence
from csv import writer
from io import StringIO
from typing import Any

from factcheck.citations.noting import plain, quoted, rated, replies, standing
from factcheck.record import Claim, caveats_of
from factcheck.show.wording import attribution, citation
from factcheck.store.several import Corpora
from factcheck.tables.cells import inert
from factcheck.tables.table import Column

COLUMNS = tuple(
    Column(name, "int64" if name in {"paragraph", "start", "end"} else None)
    for name in (
        "id corpus statement kind topics asserted_by attribution date date_inferred quotation "
        "speaker paragraph start end fidelity source outlet title author url source_date "
        "citation more_quotations replies caveats source_caveats reviews changes"
    ).split()
)
"""A claim a row: the main quotation in columns of its own, others in words."""


def rows(claims: Sequence[Claim], corpus: Corpora) -> Iterator[list[Any]]:
    """Yield a row for each claim: text, a whole number, or `None`; a list has a line for each.

    What people misread is in no column: beside the statement it would pass for one.
    """
    for claim in claims:
        told = _claim(claim, corpus) | _quotation(claim, corpus)
        yield [_cell(told.get(column.name)) for column in COLUMNS]


def csv(claims: Sequence[Claim], corpus: Corpora) -> str:
    """Return the same with commas, in UTF-8; no cell of it is run by a spreadsheet."""
    text = StringIO(newline="")
    table = writer(text, lineterminator="\n")
    table.writerow(column.name for column in COLUMNS)
    table.writerows(map(inert, row) for row in rows(claims, corpus))
    return text.getvalue()


def _claim(claim: Claim, corpus: Corpora) -> dict[str, Any]:
    works = corpus.sources_of(claim)
    return {
        "id": claim.id,
        "corpus": corpus.corpus_of(claim),
        "statement": claim.statement,
        "kind": claim.kind,
        "topics": "; ".join(claim.topics),
        "asserted_by": claim.asserted_by,
        "attribution": attribution(claim, corpus.source_of(claim)),
        "date": claim.date,
        "date_inferred": claim.date_inferred,
        "citation": [citation(source) for source in works],
        "more_quotations": [quoted(one, corpus) for one in claim.quotations[1:]],
        "replies": replies(claim, corpus),
        "caveats": caveats_of(claim),
        "source_caveats": [caveat for source in works for caveat in source.caveats],
        "reviews": rated(claim),
        "changes": standing(claim),
    }


def _quotation(claim: Claim, corpus: Corpora) -> dict[str, Any]:
    """Return the main quotation and its source; nothing for a claim that has none."""
    source = corpus.source_of(claim)
    if not source:
        return {}
    main = claim.quotations[0]
    return {
        "quotation": main.text,
        "speaker": main.speaker,
        "paragraph": main.paragraph,
        "start": main.start,
        "end": main.end,
        "fidelity": corpus.fidelity(main),
        "source": source.id,
        "outlet": source.outlet,
        "title": source.title,
        "author": source.author,
        "url": source.url,
        "source_date": source.date,
    }


def _cell(value: Any) -> Any:
    """Return a list as lines; the mark in front of each keeps a log from obeying one."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple | list):
        return "\n".join(f"• {plain(one)}" for one in value) or None
    return value
