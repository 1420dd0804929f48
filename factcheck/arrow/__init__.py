"""Look texts up in Arrow: record batches in, record batches out, in constant memory.

    for batch in factcheck.arrow.lookup(posts.iter_batches(), column="text"):
        ...

Whatever hands its workers record batches can call `lookup` as it is: Spark's
`DataFrame.mapInArrow`, Dask, a loop over a Parquet file. It needs pyarrow, which comes
with the extra `arrow`. A corpus goes to other machines as a folder that `pack` makes.
"""

from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from factcheck.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

    from factcheck.api.corpora import Corpus

__all__ = ["SCHEMA", "lookup", "pack"]
MISSING = "record batches need pyarrow; install it with: pip install 'factcheck-corpus[arrow]'"
Named: TypeAlias = "str | PathLike[str] | Sequence[str | PathLike[str]]"

SCHEMA: "pa.Schema"
"""The columns that `lookup` adds; all but `verdict` and `headline` may be null.

- `verdict`: `supported`, `alleged`, `contradicted`, `close`, `found` or `not_covered`; or
  `error` for a text that could not be looked up
- `headline`: the sentence that the answer leads with; of an error, why
- `claim`: the id of the claim that settles it; if it is close, of the one that was meant
- `speaker`: who asserts that claim; `alleged by …` for an allegation; who rated it how
- `reply`: what is replied to it, and by whom
- `quotation`, `place`: what the source says, and where
- `caveats`: what must be known besides
- `also`: other claims that disagree, as `contradicted: ID`, and withdrawn ones
- `reasons`: in what the text departs from the record: a list of structs of `kind`, `said`
  (the text's words), `recorded` (the record's), `effect` (`contradicts`, `opens` or
  `notes`) and `explanation`
- `error`: why it could not be looked up
"""


def lookup(
    batches: "Iterable[pa.RecordBatch] | pa.Table",
    *,
    column: str,
    corpus: "Named | Corpus" = "builtin",
) -> "Iterator[pa.RecordBatch]":
    """Look up the text in each row of `batches`, and yield a batch for each as it is asked for.

    It has the same rows in the same order: the columns that came, unchanged, and behind
    them those of `SCHEMA`. A text that is null or can't be read makes a row with an `error`.

    Args:
        batches: Each has the column, and none that would be added. A table is taken as its
            batches, and one batch as itself.
        column: The name of the column that holds the texts.
        corpus: A folder, or several, as `factcheck.open` takes them, which stay open in this
            process until others are asked for; or a corpus that is open.

    Raises:
        ImportError: There is no pyarrow; it says how to install it.
        CorpusError: Something is wrong with the corpus.
        ValueError: A batch lacks the column, or has one that would be added.
        TypeError: Something that comes is no batch.
    """
    _check_installed()
    return _answered(_batched(batches), column, _corpus(corpus))


def pack(folder: str | PathLike[str], corpus: str | PathLike[str] = "builtin") -> None:
    """Pack a corpus into a new folder, from which `factcheck.open` opens it on any machine.

    That holds the indexes alone. It opens in the version of factcheck that packed it, and
    no other; nothing is compiled there, and nothing written but empty lock files.

    Raises:
        CorpusError: Something is wrong with the corpus.
        OSError: The folder is there already, or it or the user's cache can't be written.
    """
    from factcheck.store.opening import Watch
    from factcheck.store.packing import pack as packed
    from factcheck.store.roots import root_of

    packed(root_of(fspath(corpus), Path()), Path(folder), Watch(_silent, _silent))


def __getattr__(name: str) -> Any:
    """Return `SCHEMA`, which is made where it is asked for: pyarrow is slow to load."""
    if name != "SCHEMA":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _check_installed()
    from factcheck.arrow.added import schema

    return schema()


def _silent(_: str) -> None:
    """Say nothing."""


def _check_installed() -> None:
    try:
        import pyarrow as pa  # noqa: F401
    except ImportError as error:
        raise ImportError(MISSING) from error


def _corpus(asked: "Named | Corpus") -> "Corpus":
    from factcheck.api.corpora import Corpus

    if isinstance(asked, Corpus):
        return asked
    names = [asked] if isinstance(asked, str | PathLike) else asked
    return _opened(tuple(fspath(name) for name in names))


@lru_cache(maxsize=1)
def _opened(names: tuple[str, ...]) -> "Corpus":
    from factcheck.api.corpora import open as opened

    return opened(*names)


def _batched(given: "Iterable[pa.RecordBatch] | pa.Table") -> "Iterable[pa.RecordBatch]":
    import pyarrow as pa

    if isinstance(given, pa.Table):
        batches: list[pa.RecordBatch] = given.to_batches()
        return batches
    return [given] if isinstance(given, pa.RecordBatch) else given


def _answered(
    batches: "Iterable[pa.RecordBatch]", column: str, corpus: "Corpus"
) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    from factcheck.arrow.added import beside, schema

    for batch in batches:
        if not isinstance(batch, pa.RecordBatch):
            raise TypeError(f"record batches are needed, not {type(batch).__name__}")
        names = batch.schema.names
        if column not in names:
            raise ValueError(f"no column '{column}'{did_you_mean(column, names)}")
        if taken := [name for name in schema().names if name in names]:
            raise ValueError(f"these columns would be added; rename them: {', '.join(taken)}")
        yield beside(batch, column, corpus)
