"""Arrow: batches in, batches out; every row gets an answer, and none ends the job."""

import gc
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest
from posts import posts, write_posts
from processes import Done

import factcheck
import factcheck.arrow
from factcheck.store.reading import Store

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
CLAIM = "Baroness Casey made 20 recommendations"
NO_PYARROW = "import sys; sys.modules['pyarrow'] = None; import factcheck.arrow as arrow; "


@pytest.fixture
def statements(store: Store) -> list[str]:
    return [claim.statement for claim in store.claims()]


def batch(texts: list | pa.Array, **columns: list) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({**columns, "text": texts})


def only(texts: list | pa.Array, **columns: list) -> pa.RecordBatch:
    """Return what comes out for one batch."""
    (found,) = factcheck.arrow.lookup([batch(texts, **columns)], column="text")
    return found


@pytest.mark.usefixtures("store")
def test_the_columns_that_came_are_kept_and_those_of_the_schema_stand_behind_them() -> None:
    given = pa.RecordBatch.from_pydict(
        {"id": pa.array([7, None], pa.int16()), "text": [CLAIM, "cats purr"], "at": [[1.5], []]},
    ).replace_schema_metadata({"made": "by hand"})
    (found,) = factcheck.arrow.lookup([given], column="text")
    assert found.select(given.schema.names).equals(given)
    assert found.schema.equals(
        pa.schema([*given.schema, *factcheck.arrow.SCHEMA], given.schema.metadata),
        check_metadata=True,
    )
    first = found.to_pylist()[0]
    assert first["verdict"] == "contradicted"
    assert first["claim"] == "recommendations-twelve"
    assert first["reasons"] == [
        {
            "kind": "number",
            "said": "20",
            "recorded": "12",
            "effect": "contradicts",
            "explanation": "you say “20”; the record has “12”",
        }
    ]
    assert first["caveats"].startswith("The article describes only some")


def test_it_says_what_the_command_writes_into_a_table(
    run: Callable[..., Done], statements: list[str], tmp_path: Path
) -> None:
    folder = write_posts(tmp_path / "posts", 400, statements)
    asked = ("--column", "text", "-o", tmp_path / "told.parquet")
    run("lookup", "--from", folder / "000.parquet", *asked)
    told = pq.read_table(tmp_path / "told.parquet").to_pylist()
    given = pq.ParquetFile(folder / "000.parquet").iter_batches(150)
    found = pa.Table.from_batches(factcheck.arrow.lookup(given, column="text")).to_pylist()
    same = [name for name in told[0] if name != "headline"]
    assert len(found) == len(told) == 400
    for one, row in zip(found, told, strict=True):
        assert {name: one[name] or None for name in same} == {n: row[n] or None for n in same}
        assert row["headline"].endswith(one["headline"])
        assert (one["verdict"] == "error") == (one["error"] is not None)
    assert {"not_covered", "supported", "close", "error"} <= {one["verdict"] for one in found}


@pytest.mark.usefixtures("store")
def test_a_text_that_is_none_is_a_row_with_an_error() -> None:
    found = only([CLAIM, None, "", " \n", "a\0b", CLAIM]).to_pylist()
    errors = [row["error"] for row in found]
    assert errors[:1] == errors[5:] == [None]
    assert errors[1:4] == ["no claim in it"] * 3
    assert "zero byte" in errors[4]
    assert {row["verdict"] for row in found[1:5]} == {"error"}
    assert {row["reasons"] for row in found[1:5]} == {None}


@pytest.mark.usefixtures("store")
def test_bytes_that_are_no_text_are_a_row_with_an_error() -> None:
    bytes_ = CLAIM.encode()
    ends = pa.array([0, 2, 2 + len(bytes_)], pa.int32()).buffers()[1]
    broken = pa.Array.from_buffers(pa.string(), 2, [None, ends, pa.py_buffer(b"\xff\xfe" + bytes_)])
    found = only(broken)
    assert found.column("error").to_pylist() == ["not a text in UTF-8", None]
    assert found.column("verdict").to_pylist() == ["error", "contradicted"]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "kind",
    [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_a_text_is_read_however_it_is_stored(kind: pa.DataType) -> None:
    column = pa.array([CLAIM, None]).cast(kind)
    assert only(column).column("verdict").to_pylist() == ["contradicted", "error"]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("values", [[1, 2], [b"\xff", None], [["a"], []], [None, None]], ids=str)
def test_what_is_no_text_is_an_error_in_each_row(values: list) -> None:
    found = only(pa.array(values))
    assert found.column("verdict").to_pylist() == ["error", "error"]


@pytest.mark.usefixtures("store")
def test_a_batch_without_rows_comes_out_as_one() -> None:
    found = only(pa.array([], pa.string()))
    assert found.num_rows == 0
    assert found.schema.names[1:] == factcheck.arrow.SCHEMA.names


@pytest.mark.usefixtures("store")
def test_batches_are_taken_one_at_a_time_and_let_go() -> None:
    alive: list[weakref.ref] = []

    def endless() -> Iterator[pa.RecordBatch]:
        for text in repeat(CLAIM):
            one = batch([text])
            alive.append(weakref.ref(one))
            yield one
            del one

    found = factcheck.arrow.lookup(endless(), column="text")
    for number in range(1, 5):
        next(found)
        assert len(alive) == number
    gc.collect()
    assert sum(one() is not None for one in alive) <= 1


@pytest.mark.usefixtures("store")
def test_a_column_that_is_missing_or_would_be_there_twice_is_said() -> None:
    with pytest.raises(ValueError, match="no column 'texts'; did you mean 'text'"):
        next(factcheck.arrow.lookup([batch([CLAIM])], column="texts"))
    with pytest.raises(ValueError, match="rename them: verdict, place"):
        only([CLAIM], verdict=["mine"], place=["here"])


@pytest.mark.usefixtures("store")
def test_a_table_is_taken_as_its_batches_and_a_batch_as_itself() -> None:
    (expected,) = factcheck.arrow.lookup([batch([CLAIM])], column="text")
    (of_one,) = factcheck.arrow.lookup(batch([CLAIM]), column="text")
    (of_table,) = factcheck.arrow.lookup(pa.table({"text": [CLAIM]}), column="text")
    assert of_one.equals(expected)
    assert of_table.equals(expected)
    with pytest.raises(TypeError, match="record batches are needed, not str"):
        next(factcheck.arrow.lookup([CLAIM], column="text"))


def test_a_corpus_at_fault_is_told_before_any_row(tmp_path: Path) -> None:
    with pytest.raises(factcheck.CorpusError, match="no such folder"):
        factcheck.arrow.lookup([], column="text", corpus=tmp_path / "nowhere")


def test_a_process_opens_a_corpus_once(ponds: Path) -> None:
    asked = [batch(["Ulmen Pond is 52 metres deep"])]
    (first,) = factcheck.arrow.lookup(asked, column="text", corpus=ponds)
    shutil.rmtree(ponds)
    (again,) = factcheck.arrow.lookup(asked, column="text", corpus=str(ponds))
    assert again.equals(first)
    assert first.column("verdict").to_pylist() == ["contradicted"]


def test_it_looks_up_in_what_is_open_and_in_several(ponds: Path) -> None:
    asked = [batch(["Ulmen Pond has a depth of 41 metres", CLAIM])]
    with factcheck.open(ponds, "builtin") as corpus:
        (one,) = factcheck.arrow.lookup(asked, column="text", corpus=corpus)
    (other,) = factcheck.arrow.lookup(asked, column="text", corpus=[ponds, "builtin"])
    assert one.equals(other)
    claims = ["ponds:ulmen-depth", "builtin:recommendations-twelve"]
    assert one.column("claim").to_pylist() == claims


@pytest.mark.parametrize("used", ["arrow.SCHEMA", "arrow.lookup([], column='text')"])
def test_without_pyarrow_it_is_said_how_to_install_it(used: str) -> None:
    asked = [sys.executable, "-c", NO_PYARROW + used]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].startswith("ImportError: record batches need pyarrow; ")
    assert "pip install 'factcheck-corpus[arrow]'" in done.stderr


def test_importing_it_loads_no_pyarrow() -> None:
    said = "import sys, factcheck.arrow; print('pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"


def test_the_same_seed_makes_the_same_posts(statements: list[str]) -> None:
    assert [*posts(50, statements)] == [*posts(50, statements)]
    assert [*posts(50, statements)] != [*posts(50, statements, seed=2)]
