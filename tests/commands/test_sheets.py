"""Batches from tables and to tables: nothing of a table is lost, and no row ends it."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from processes import Done

from factcheck.tables.table import USUAL
from factcheck.tables.writing import FORMS as ENDINGS

RIGHT = "Baroness Casey made 12 recommendations"
WRONG = "Baroness Casey made 20 recommendations"
ALLEGED = "Starmer failed to act when he was director of public prosecutions"
CLOSE = "1,400 Muslim children were exploited in Rotherham"
ABSENT = "the Bank of England cut interest rates"
FOUND = "how many recommendations did Baroness Casey make?"
OURS = "verdict headline claim speaker reply quotation place caveats also".split()
FORMS = ["csv", "tsv", "jsonl", "parquet"]
Run = Callable[..., Done]


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a file and returns its path."""

    def written(content: str | bytes, name: str = "t.csv") -> Path:
        data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return written


def objects(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def rows_of(path: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(path.read_text("utf-8")))]


def faults(done: Done) -> list[str | None]:
    return [one.get("error") for one in objects(done)]


def test_the_guide_names_every_column_and_ending() -> None:
    text = (Path(__file__).parents[2] / "docs" / "batches.md").read_text("utf-8")
    assert not [name for name in (*OURS, *ENDINGS, *USUAL) if f"`{name}`" not in text]


# ---- which column


@pytest.mark.parametrize(
    ("header", "asked", "text"),
    [
        ("id,claim,text", (), "b"),
        ("query,text,id", (), "b"),
        ("id,Statement,c", (), "b"),
        ("id,x,post", ("--column", "post"), "c"),
        ("id,x,post", ("--column", "POST"), "c"),
        ("x,x,post", ("--column", "x"), "a"),
        ("claim,x,post", ("--column", "x"), "b"),
    ],
)
def test_the_claims_are_in_the_column_named_or_usual(
    run: Run, table: Callable[..., Path], header: str, asked: tuple[str, ...], text: str
) -> None:
    done = run("lookup", "--json", "--from", table(f"{header}\na,b,c\n"), *asked)
    assert [one["query"] for one in objects(done)] == [text]
    assert [*objects(done)[0]["columns"].values()] == sorted({*"abc"} - {text})


def test_the_only_column_needs_no_name(run: Run, table: Callable[..., Path]) -> None:
    done = run("lookup", "--json", "--from", table(f"posts\n{RIGHT}\n"))
    assert [one["query"] for one in objects(done)] == [RIGHT]
    assert done.err == ""


def test_a_claim_that_is_taken_for_the_header_is_told(run: Run, table: Callable[..., Path]) -> None:
    done = run("lookup", "--json", "--from", table(f"{WRONG}\n{RIGHT}\n"))
    assert f"its first line is taken for the header: {WRONG}" in done.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("t.csv", "id,claims\n1,x\n"), ("t.jsonl", '{"id": 1, "claims": "x"}\n')],
)
def test_a_wrong_column_is_told_with_the_one_meant(
    run: Run, table: Callable[..., Path], name: str, content: str
) -> None:
    done = run("lookup", "--from", table(content, name), "--column", "claimz")
    assert (done.status, done.out) == (2, "")
    assert "no column 'claimz'; did you mean 'claims'?" in done.err
    unnamed = run("lookup", "--from", table(content, name))
    assert "name the column of the claims with --column; it has 'id', 'claims'" in unnamed.err


def test_a_text_has_no_columns(run: Run, table: Callable[..., Path]) -> None:
    named = run("lookup", "--from", table("x\n", "t.txt"), "--column", "x")
    assert "a text has no columns" in named.err


def test_standard_input_is_a_table_if_its_column_is_named(run: Run) -> None:
    rows = b"id,post\n7,Casey made 20 recommendations\n"
    done = run("lookup", "--from", "-", "--column", "post", stdin=rows)
    assert done.status == 0
    assert done.out.startswith("contradicted\t")
    assert done.out.endswith("\t7\n")


# ---- reading


@pytest.mark.parametrize(
    "content",
    [
        f'id,claim\r\n1,"{RIGHT}"\r\n\r\n,\r\n2,{WRONG}\r\n',
        f"\ufeffid;claim\n1;{RIGHT}\n2;{WRONG}",
        f"sep=;\nid;claim\n1;{RIGHT}\n2;{WRONG}\n",
        f"id\tclaim\r1\t{RIGHT}\r2\t{WRONG}\r",
        f"id,claim\n1,{RIGHT}\n2,{WRONG}\n".encode("utf-16"),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(
    run: Run, table: Callable[..., Path], content: str | bytes
) -> None:
    done = run("lookup", "--json", "--from", table(content))
    assert [(one["columns"], one["query"]) for one in objects(done)] == [
        ({"id": "1"}, RIGHT),
        ({"id": "2"}, WRONG),
    ]
    assert (done.status, done.err) == (0, "")


def test_a_bad_row_of_a_table_costs_no_other(run: Run, table: Callable[..., Path]) -> None:
    bad = ['1,"open', "2", "3,a,b", "4,", "5,\udcff", "6,a\0b", '7,"a"b']
    lines = [one for row in bad for one in (row, f'x,"{WRONG}"')]
    done = run("lookup", "--json", "--from", table("\n".join(["id,claim", *lines, '8,"open'])))
    told = faults(done)
    assert told[1::2] == [None] * len(bad)
    assert told[::2] == [
        "line 2: not a row of a table: ',' expected after '\"'",
        "line 4: the row has 1 cells, the header 2",
        "line 6: the row has 3 cells, the header 2",
        "line 8: no claim in it",
        "line 10: not a text in UTF-8; save the table as “CSV UTF-8”",
        "line 12: not a text in UTF-8 (a zero byte)",
        "line 14: not a row of a table: ',' expected after '\"'",
        "line 16: not a row of a table: unexpected end of data",
    ]
    assert (done.status, len(done.err.splitlines())) == (2, 1)
    assert "8 rows of" in done.err


def test_a_mark_that_is_never_closed_swallows_no_row(run: Run, table: Callable[..., Path]) -> None:
    rows = [f"{number},{WRONG}" for number in range(5)]
    done = run("lookup", "--json", "--from", table("\n".join(["id,claim", '0,"x', *rows])))
    assert faults(done)[1:] == [None] * 5


def test_a_row_too_long_costs_no_other(run: Run, table: Callable[..., Path]) -> None:
    for name, lines in (
        ("t.csv", ["claim", "x" * 3_000_000, WRONG]),
        ("t.jsonl", [f'{{"claim": "{"x" * 3_000_000}"}}', f'{{"claim": "{WRONG}"}}']),
    ):
        done = run("lookup", "--from", table("\n".join(lines), name))
        first, second = (line.split("\t") for line in done.out.splitlines())
        assert (first[0], second[0]) == ("error", "contradicted")
        assert "longer than 1,000,000 characters" in first[2]


def test_a_bad_line_of_json_costs_no_other(run: Run, table: Callable[..., Path]) -> None:
    lines = [
        "{",
        "[]",
        "7",
        '{"claim": 3}',
        "{}",
        "[" * 5000,
        '{"claim": NaN}',
        '{"claim": "\\ud800"}',
    ]
    good = f'{{"claim": "{WRONG}", "n": {{"a": [1e999]}}}}'
    content = "\n".join(one for line in lines for one in (line, good)).encode() + b"\n\xff"
    done = run("lookup", "--json", "--from", table(content, "t.jsonl"))
    told = faults(done)
    assert told[1::2] == [None] * len(lines)
    assert [fault.partition(": ")[2] for fault in told[::2]] == [
        "not JSON",
        "not a JSON object",
        "not a JSON object",
        "the claim is no text but 3",
        "no claim in it",
        "not JSON",
        "not JSON",
        "not a text in UTF-8",
        "not JSON",
    ]
    assert objects(done)[1]["columns"] == {"n": {"a": ["1e999"]}}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", "", "empty; a table begins with a header"),
        ("t.csv", 'a,"b', "line 1: not a row of a table"),
        ("t.csv", "\0" * 9, "name the column"),
        ("t.csv", ",".join(map(str, range(6_000))), "more than 5,000 columns"),
        ("t.jsonl", "", "no JSON object in it"),
        ("t.jsonl", json.dumps(dict.fromkeys(map(str, range(6_000)))), "more than 5,000 columns"),
        ("t.parquet", "PAR1 not", "not Parquet that can be read"),
        ("t.parquet", "", "not Parquet that can be read"),
    ],
)
def test_what_is_no_table_is_told(
    run: Run, table: Callable[..., Path], name: str, content: str, message: str
) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    if content == "\0" * 9:
        content = "\0,\0\n1,2\n"
    done = run("lookup", "--from", table(content, name))
    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_a_file_that_is_missing_is_told(run: Run, tmp_path: Path) -> None:
    for form in FORMS:
        if form == "parquet":
            pytest.importorskip("pyarrow")
        done = run("lookup", "--from", tmp_path / f"no.{form}")
        assert (done.status, done.out) == (2, "")
        assert "No such file or directory" in done.err


def test_without_pyarrow_it_is_said_how_to_install_it(
    run: Run, table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    path = table("claim\nx\n")
    for arguments in ((table("", "t.parquet"),), (path, "-o", path.with_name("o.parquet"))):
        done = run("lookup", "--from", *arguments)
        assert (done.status, done.out) == (2, "")
        assert "pip install 'factcheck-corpus[arrow]'" in done.err


# ---- writing


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", FORMS)
def test_a_table_goes_through_every_form_and_keeps_its_columns(
    run: Run, table: Callable[..., Path], form: str, jobs: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    source = table(f'id,post,note\n1,"{RIGHT}","a, ""b""\nc"\n2,{WRONG},\n')
    other, back = source.with_name(f"o.{form}"), source.with_name("back.csv")
    for one, new in ((source, other), (other, back)):
        done = run("lookup", "--from", one, "--column", "post", "-o", new, "--jobs", jobs)
        assert done == Done(0, "", "2 claims: 1 contradicted, 1 supported\n")
    rows = rows_of(back)
    assert [*rows[0]] == ["id", "post", "note", *OURS, *(f"factcheck_{name}" for name in OURS)]
    assert [row["note"] for row in rows] == ['a, "b"\nc', ""]
    assert [row["claim"] for row in rows] == ["recommendations-twelve"] * 2
    assert all(row[name] == row[f"factcheck_{name}"] for row in rows for name in OURS)


def test_only_a_name_that_is_taken_is_changed(run: Run, table: Callable[..., Path]) -> None:
    source = table(f"claim,factcheck_claim,,claim\n{RIGHT},a,b,c\n")
    new = source.with_name("o.tsv")
    assert run("lookup", "--from", source, "-o", new).status == 0
    header = new.read_text("utf-8").splitlines()[0].split("\t")
    assert header[:4] == ["claim", "factcheck_claim", "column_3", "claim_2"]
    assert header[4:7] == ["verdict", "headline", "factcheck_factcheck_claim"]


def test_a_text_is_written_as_a_table(run: Run, table: Callable[..., Path]) -> None:
    new = table("", "x").with_name("o.csv")
    done = run("lookup", "--from", "-", "-o", new, stdin=f"{RIGHT}\na\0b\n".encode())
    assert done.status == 2
    assert done.err.startswith("2 claims: 1 supported, 1 error\nfactcheck: one line of standard")
    rows = rows_of(new)
    assert [*rows[0]] == ["text", *OURS]
    assert [row["verdict"] for row in rows] == ["supported", "error"]
    assert rows[1]["headline"] == "line 2: not a text in UTF-8 (a zero byte)"


def test_a_row_says_what_a_look_up_says(run: Run, table: Callable[..., Path]) -> None:
    source = table(json.dumps({"text": ALLEGED}), "t.jsonl")
    new = source.with_name("o.jsonl")
    assert run("lookup", "--from", source, "-o", new).status == 0
    row = json.loads(new.read_text("utf-8"))
    found = run("lookup", "--json", ALLEGED).data
    best = found["matches"][0]
    assert [row["verdict"], row["headline"], row["claim"]] == [
        found["verdict"],
        found["headline"],
        best["id"],
    ]
    assert row["speaker"] == f"alleged by {best['asserted_by']}"
    assert row["reply"] == f"{best['replies'][0]['by']}: {best['replies'][0]['text']}"
    assert row["quotation"] == best["quotes"][0]["text"]
    assert row["place"] == f"{best['reported_by']}, {best['quotes'][0]['locator']}"
    assert row["caveats"].startswith(best["caveats"][0])


def test_values_keep_their_types(run: Run, tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    kinds = {
        "claim": ("string", [WRONG, None]),
        "whole": ("int64", [1, None]),
        "truth": ("bool", [True, False]),
        "day": ("date32", [0, 1]),
        "time": ("timestamp[ns]", [1_500, 1_501]),
        "hour": ("time64[ns]", [1_500, None]),
        "many": (arrow.list_(arrow.int8()), [[1, 2], None]),
    }
    made = {name: arrow.array(values, kind) for name, (kind, values) in kinds.items()}
    source, new, lines = (tmp_path / name for name in ("t.parquet", "o.parquet", "o.jsonl"))
    parquet.write_table(arrow.table(made), source)
    for path in (new, lines):
        assert run("lookup", "--from", source, "-o", path).status == 2
    found = parquet.read_table(new)
    types = [str(found.schema.field(name).type) for name in kinds]
    assert types == ["string", "int64", "bool", "date32[day]", "timestamp[us]", "string", "string"]
    assert found["whole"].to_pylist() == [1, None]
    assert found["many"].to_pylist() == ["[1, 2]", None]
    first = json.loads(lines.read_text("utf-8").splitlines()[0])
    assert [first[name] for name in kinds] == [
        WRONG, 1, True, "1970-01-01", "1970-01-01T00:00:00.000001",
        "00:00:00.000001", [1, 2]
    ]  # fmt: skip
    again = tmp_path / "again.parquet"
    assert run("lookup", "--from", lines, "--column", "claim", "-o", again).status == 2
    types = [str(parquet.read_schema(again).field(name).type) for name in kinds]
    assert types == ["string", "int64", "bool", *["string"] * 4]


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_run_by_a_spreadsheet(run: Run, table: Callable[..., Path], form: str) -> None:
    cells = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1", "-5", "+1.5%"]
    lines = [json.dumps({"=x": cell, "claim": f"={RIGHT}"}) for cell in cells]
    source = table("\n".join(lines), "t.jsonl")
    new = source.with_name(f"o.{form}")
    assert run("lookup", "--from", source, "-o", new).status == 0
    rows = [*csv.reader(StringIO(new.read_text("utf-8")), delimiter="\t" if form == "tsv" else ",")]
    assert [row[0] for row in rows] == ["'=x", *(f"'{cell}" for cell in cells[:7]), *cells[7:]]
    assert {row[1] for row in rows[1:]} == {f"'={RIGHT}"}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "\t"))]


def test_what_is_contradicted_comes_first(run: Run, table: Callable[..., Path]) -> None:
    claims = [
        "",
        FOUND,
        RIGHT,
        ALLEGED,
        ABSENT,
        CLOSE,
        WRONG,
        "Baroness Casey made 21 recommendations",
    ]
    source = table("".join(f'{at},"{one}"\n' for at, one in enumerate(["claim", *claims])))
    done = run("lookup", "--from", source, "--column", "claim", "--sort")
    verdicts = [line.split("\t")[0] for line in done.out.splitlines()]
    order = "contradicted contradicted close not_covered alleged supported found error".split()
    assert verdicts == order
    as_json = objects(run("lookup", "--json", "--from", source, "--sort"))
    assert [one.get("verdict", "error") for one in as_json] == order
    assert [one["query"] for one in as_json][:2] == [WRONG, claims[-1]]
    new = source.with_name("o.csv")
    assert run("lookup", "--from", source, "--sort", "-o", new).status == 2
    assert [row["verdict"] for row in rows_of(new)] == order


def test_a_file_that_is_there_is_kept_unless_forced(run: Run, table: Callable[..., Path]) -> None:
    source = table(f"claim\n{RIGHT}\n")
    kept = source.read_bytes()
    done = run("lookup", "--from", source, "-o", source)
    assert (done.status, done.out) == (2, "")
    assert "exists; --force overwrites it" in done.err
    assert source.read_bytes() == kept
    assert run("lookup", "--from", source, "-o", source, "--force").status == 0
    assert rows_of(source)[0]["verdict"] == "supported"


def test_what_fails_leaves_no_file(run: Run, table: Callable[..., Path]) -> None:
    source = table(f"claim\n{RIGHT}\n")
    here = sorted(source.parent.iterdir())
    for arguments, message in (
        (("-o", source.with_name("o.xlsx")), "ends in none of .csv, .tsv"),
        (("-o", source.parent), "ends in none of"),
        (("-o", source.parent / "no" / "o.csv"), "No such file or directory"),
        (("-o", source.with_name("o.csv"), "--topic", "nothing"), "unknown topic"),
        (("-o", source.with_name("o.csv"), "--column", "x"), "no column 'x'"),
        (("-o", source.with_name("o.jsonl"), "--json"), "not both"),
    ):
        done = run("lookup", "--from", source, *arguments)
        assert (done.status, done.out) == (2, "")
        assert message in done.err
        assert sorted(source.parent.iterdir()) == here


def test_the_other_columns_stand_behind_in_a_pipe(run: Run, table: Callable[..., Path]) -> None:
    done = run("lookup", "--from", table(f'a,claim,b\n"x\ty",{RIGHT},\n'))
    (row,) = done.out.splitlines()
    assert row.split("\t")[12:] == ["x y", "-"]


def test_an_empty_table_is_answered(run: Run, table: Callable[..., Path]) -> None:
    source = table("claim,b\n")
    assert run("lookup", "--from", source) == Done(0, "", "")
    new = source.with_name("o.csv")
    assert run("lookup", "--from", source, "-o", new) == Done(0, "", "no claims\n")
    assert new.read_text("utf-8").startswith("claim,b,verdict,")
