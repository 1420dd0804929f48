"""The tool that measures the matching on public sets, on a tiny one."""

import json
import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[1] / "tools" / "bench_matching.py"
CLAIMS = [
    {"id": "lake", "title": "Was the lake drained?", "text": "The council drained a lake in May."},
    {"id": "bees", "text": "Bees can recognise human faces.", "subtitle": "They were trained."},
    {"id": "moon", "text": "A man walked on the moon in 1969."},
]
PAIRS = [
    {"claim": "The lake is 41 metres deep.", "evidence": "The lake is 41 metres deep.", "label": 1},
    {"claim": "The lake is 58 metres deep.", "evidence": "The lake is 41 metres deep.", "label": 0},
    {"claim": "Bees dance.", "evidence": "The lake is 41 metres deep.", "label": 1},
]


def lines(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def measured(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_table_is_printed(tmp_path: Path) -> None:
    retrieval, verdicts = tmp_path / "tweets", tmp_path / "evidence"
    retrieval.mkdir()
    verdicts.mkdir()
    lines(retrieval / "claims.jsonl", CLAIMS)
    queries = [
        {"id": "1", "text": "they DRAINED the lake!! #Lake https://t.co/x"},
        {"id": "2", "text": "who walked on the moon"},
        {"id": "3", "text": "an unlabelled one"},
    ]
    lines(retrieval / "queries-dev.jsonl", queries)
    (retrieval / "qrels-dev.tsv").write_text("1\tlake\n2\tbees\n", encoding="utf-8")
    named = {1: "SUPPORTS", 0: "REFUTES"}
    lines(verdicts / "pairs-dev.jsonl", [{**pair, "label": named[pair["label"]]} for pair in PAIRS])
    done = measured(str(tmp_path))
    assert done.stderr == ""
    assert "| tweets | dev | 2 | factcheck | 0.500 |" in done.stdout
    assert "| tweets | dev | 2 | factcheck, long shelf | 0.500 |" in done.stdout
    assert "| tweets | dev | 2 | tantivy alone | 0.500 |" in done.stdout
    assert "| SUPPORTS | 1 | 0 | 1 |\n| REFUTES | 0 | 1 | 0 |" in done.stdout
    assert "contradicted: dared in 1 of 3, right in 100.0% of them" in done.stdout


def test_without_a_folder_it_says_how_to_use_it() -> None:
    done = measured()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "usage: bench_matching.py FOLDER\n"


def test_a_folder_without_sets_is_told(tmp_path: Path) -> None:
    done = measured(str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path}: no set of claims or pairs in it\n"
