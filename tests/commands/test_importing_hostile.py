"""`factcheck import` of files that were made to stop it: each is told, and the rest is taken."""

import json
from collections.abc import Callable
from pathlib import Path

from processes import Done

LINE = {
    "claim": "The pond is sold",
    "publisher": "Pond Facts",
    "url": "https://c.example/1",
    "rating": "False",
}
LOOP = {"@id": "#a", "@type": "ClaimReview", "author": [{"@id": "#a"}] * 100}
SPOILT = LINE | {"url": "javascript:\u2028::error::x"}
DATED = LINE | {"claim": "It is dry", "date": "02/03/2031"}
FILES = {
    "1.json": b"{}",
    "2.json": b'{"error": {"message": "no key\\n::error::x"}}',
    "3.csv": b"sep=;\rclaim;publisher;url;rating\rFish & chips;P;https://c.example/2;False\r",
    "4.jsonl": b"[" * 100_000 + b"\n" + json.dumps(DATED).encode() + b"\n",
    "5.html": b"<script type='application/ld+json'>" * 3,
    "6": bytes(range(256)) * 10,
    "7.json": b'[1e999999, NaN, {"claim": "\\ud800"}]',
    "8.csv": b'claim,publisher,url,rating\n"' + b"x" * 6_000_000,
    "9.json": json.dumps({"@graph": [LOOP]}).encode(),
    "x\n::error::y.jsonl": json.dumps(SPOILT).encode(),
}
"""Two reviews that can be taken, one of them without its date, and what is none."""


def test_ten_hostile_files_at_once_are_told_and_counted(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    for name, raw in FILES.items():
        (tmp_path / name).write_bytes(raw)
    done = run("import", *FILES, "--into", "out", "--json", cwd=tmp_path)
    assert done.status == 1
    told = done.err.splitlines()
    assert done.data["schema"] == "factcheck/import/1"
    assert (done.data["new_claims"], done.data["left_out"]) == (2, 1)
    assert done.data["skipped"] == len(told) - 1
    assert done.data["reviews"] == done.data["skipped"] + 2
    assert all(line.isprintable() and not line.startswith("::") for line in told)
    names = [name.replace("\n", "\\n") for name in FILES if name != "3.csv"]
    assert all(any(line.startswith(f"{name}:") for line in told) for name in names)
    claims = (tmp_path / "out" / "claims" / "fact-checks.jsonl").read_text().splitlines()
    assert [json.loads(line)["statement"] for line in claims] == ["Fish & chips", "It is dry"]


def test_what_was_left_out_of_a_review_is_told_and_said_in_the_summary(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(DATED))
    done = run("import", "x.jsonl", "--into", "out", cwd=tmp_path)
    assert done.status == 1
    why = "the date of the review '02/03/2031' can't be read for sure; taken without it"
    assert done.err == f"x.jsonl:1:1: {why}\n"
    assert "1 reviews read, 1 taken" in done.out
    assert "1 left out of what was taken" in done.out
    assert run("verify", "--corpus", "out", cwd=tmp_path).status == 0
