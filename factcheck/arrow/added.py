"""The columns that stand behind those of a batch: what a corpus says to each of its texts."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pyarrow as pa

from factcheck.api.answer import Answer, failed
from factcheck.api.corpora import Corpus
from factcheck.compare.reason import Reason
from factcheck.show.outcome import Outcome
from factcheck.tables.table import fault_in

UNREADABLE = "not a text in UTF-8"


@cache
def schema() -> pa.Schema:
    """Return the fields that are added."""
    texts = [pa.field(name, pa.string()) for name in Outcome._fields]
    reason = pa.struct([pa.field(name, pa.string()) for name in (*Reason._fields, "explanation")])
    return pa.schema(
        [*texts, pa.field("reasons", pa.list_(reason)), pa.field("error", pa.string())]
    )


def beside(batch: pa.RecordBatch, column: str, corpus: Corpus) -> pa.RecordBatch:
    """Return a batch with what `corpus` says to the text in each of its rows."""
    rows = list(map(_row, _answers(batch.column(column), corpus)))
    arrays = [pa.array([row[at] for row in rows], one.type) for at, one in enumerate(schema())]
    both = pa.schema([*batch.schema, *schema()], batch.schema.metadata)
    return pa.RecordBatch.from_arrays([*batch.columns, *arrays], schema=both)


def _answers(column: pa.Array, corpus: Corpus) -> Iterator[Answer]:
    for one in column:
        try:
            value = one.as_py()
        except UnicodeDecodeError:
            yield failed("", UNREADABLE)
            continue
        fault = fault_in(value)
        yield failed("", fault) if fault else corpus.lookup(value.strip())


def _row(answer: Answer) -> tuple[Any, ...]:
    """Return a value for each field; `None` where there is nothing to say."""
    texts = (text or None for text in answer.outcome)
    return (*texts, _reasons(answer), answer.error)


def _reasons(answer: Answer) -> list[dict[str, str]] | None:
    """Return in what a text departs from the claim that the row names; `None` if it names none."""
    if not answer.outcome.claim:
        return None
    meant = (*answer.matches, *answer.closest)[0]
    return [
        one._asdict() | {"effect": one.effect.value, "explanation": one.explanation}
        for one in meant.reasons
    ]
