"""CSV, Parquet and JSON Lines: what is read of them is what the records hold."""

import csv
import json
import shutil
from collections import defaultdict
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from processes import Done

from factcheck.citations.json_lines import json_lines
from factcheck.citations.noting import plain
from factcheck.citations.rows import COLUMNS, rows
from factcheck.citations.rows import csv as written
from factcheck.corpus.lines import read_line
from factcheck.record import Claim, Correction, Review, Withdrawal, caveats_of
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store

NAMES = [column.name for column in COLUMNS]
NUMBERS = {"paragraph", "start", "end"}
HOSPITAL = Path(__file__).parents[1] / "corpus" / "hospital"
LAKES = Path(__file__).parents[1] / "corpus" / "lakes"


def test_it_reads_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    golden("export.csv", written(list(misread_store.claims()), misread_store))


def test_a_claim_is_a_row_that_drops_nothing(each_store: Store) -> None:
    claims = list(each_store.claims())
    read = list(csv.DictReader(StringIO(written(claims, each_store), newline="")))
    assert [row["id"] for row in read] == [claim.id for claim in claims]
    for row, claim in zip(read, claims, strict=True):
        assert row["statement"] == plain(claim.statement)
        assert row["quotation"] == plain(claim.quotations[0].text)
        assert int(row["start"]) == claim.quotations[0].start
        assert row["caveats"].split("\n") == [f"• {plain(one)}" for one in caveats_of(claim)]
        for reply in claim.replies:
            assert plain(reply.text) in row["replies"]
            assert plain(reply.by) in row["replies"]
        assert all(plain(one.text)[:20] in row["more_quotations"] for one in claim.quotations[1:])


def test_parquet_holds_the_same_rows(
    run: Callable[..., Done], misread: Path, misread_store: Store, tmp_path: Path
) -> None:
    done = run("export", "--corpus", misread, "-o", "x.parquet", cwd=tmp_path)
    assert done == Done(0, "", "")
    table = pq.read_table(tmp_path / "x.parquet")
    assert table.column_names == NAMES
    assert {f.name for f in table.schema if str(f.type) == "int64"} == NUMBERS
    held = rows(list(misread_store.claims()), misread_store)
    assert table.to_pylist() == [dict(zip(NAMES, row, strict=True)) for row in held]


@pytest.mark.parametrize("name", ["ponds", "hospital", "lakes"])
def test_json_lines_make_the_same_corpus(
    name: str, run: Callable[..., Done], misread: Path, tmp_path: Path
) -> None:
    roots = {"ponds": misread, "hospital": HOSPITAL, "lakes": LAKES}
    root, made = roots[name], tmp_path / "made"
    done = run("export", "--corpus", root, "--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    shelves = defaultdict(list)
    for line in done.out.splitlines():
        shelves[json.loads(line)["topics"][0]].append(line)
    shutil.copytree(root / "sources", made / "sources")
    if (root / "lexicon.yaml").exists():
        shutil.copy(root / "lexicon.yaml", made)
    (made / "claims").mkdir()
    for topic, lines in shelves.items():
        (made / "claims" / f"{topic}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    before, after = (open_corpus(one, Watch(pytest.fail, str)) for one in (root, made))
    assert {one.id: one for one in after.claims()} == {one.id: one for one in before.claims()}
    assert after.sources == before.sources


def test_it_writes_json_lines_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    golden("export.jsonl", json_lines(list(misread_store.claims())))


def test_each_line_is_a_whole_record(each_store: Store) -> None:
    claims = list(each_store.claims())
    gone = Withdrawal("2031", "The atlas took it back.")
    fixed = Correction("2031-01", "40 metres became 41", "a misprint")
    review = Review("Desk", "https://desk.example/1", "False", language="en")
    claims.append(claims[0]._replace(id="changed", withdrawn=gone, corrections=(fixed,)))
    claims.append(Claim("rated", "It is deep.", "reviewed", topics=("x",), reviews=(review,)))
    lines = json_lines(claims).encode().splitlines()
    read = [read_line(Path("x.jsonl"), at, line) for at, line in enumerate(lines, start=1)]
    assert [problem for one in read for problem in one.problems] == []
    assert [one.claim for one in read] == claims


def test_json_lines_of_two_corpora_make_no_shelf(run: Callable[..., Done], misread: Path) -> None:
    done = run("export", "--corpus", misread, "--corpus", "builtin", "--format", "jsonl")
    assert (done.status, done.out) == (2, "")
    assert "choose it with --corpus" in done.err
