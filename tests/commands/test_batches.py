"""Batches: each line has its own answer or its own problem, and no line ends them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done

from factcheck.api.corpora import Corpus
from factcheck.api.examining import Asked as Checked
from factcheck.api.examining import Examination
from factcheck.api.opened import Opened
from factcheck.commands import annotate
from factcheck.commands.answers import Asked, LookUp
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import Draft
from factcheck.store.reading import Store
from factcheck.tables.table import Row
from factcheck.text.reading import Reading

RIGHT = "Baroness Casey made 12 recommendations"
WRONG = "Baroness Casey made 20 recommendations"
LINES = [RIGHT, "a\0b", "Casey \udcff said", "Casey made ➄ recommendations", WRONG]
BYTES = "\n".join(LINES).encode("utf-8", "surrogateescape")
FAULTS = [
    None,
    "line 2: not a text in UTF-8 (a zero byte)",
    "line 3: not a text in UTF-8 at byte 7 of the line",
    None,
    None,
]
SUMMED = "factcheck: 2 lines of standard input could not be looked up; each says why in its place\n"


class Tripping:
    """A corpus that fails, as no corpus should, on a text that says so."""

    def __init__(self, store: Store) -> None:
        self._store, self.each = store, [self]

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def read(self, query: str) -> Reading:
        if "trip" in query:
            raise ArithmeticError("tripped")
        return self._store.read(query)


def test_the_same_texts_have_the_same_answers_in_every_process(
    run_apart: Callable[..., Done],
) -> None:
    """Sets of strings have another order in each process; an answer must not hang on it."""
    asked = "Casey's review found that most suspects were white men.\n"
    asked += "Jay found the victims in Rotherham were mostly Asian.\n"
    answers = {
        run_apart("lookup", "--json", "--from", "-", stdin=asked.encode(), PYTHONHASHSEED=seed).out
        for seed in "1234"
    }
    assert len(answers) == 1


# ---- lines


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_that_is_no_text_has_its_problem_and_the_others_their_answers(
    run: Callable[..., Done], jobs: str
) -> None:
    done = run("lookup", "--json", "--from", "-", "--jobs", jobs, stdin=BYTES)
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert [one.get("error") for one in objects] == FAULTS
    assert [one["query"] for one in objects] == [RIGHT, "a\0b", "Casey � said", *LINES[3:]]
    assert {one["schema"] for one in objects} == {"factcheck/lookup/2"}
    assert [objects[0]["verdict"], objects[-1]["verdict"]] == ["supported", "contradicted"]
    assert (done.status, done.err) == (2, SUMMED)


def test_a_problem_of_a_line_keeps_to_the_columns(run: Callable[..., Done]) -> None:
    done = run("lookup", "--from", "-", stdin=BYTES)
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert {len(row) for row in rows} == {12}
    assert rows[1] == ["error", "-", FAULTS[1], "a�b", FAULTS[1], *"-------"]
    assert rows[2] == ["error", "-", FAULTS[2], "Casey � said", FAULTS[2], *"-------"]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_line_that_this_program_fails_on_is_told_in_its_place(
    store: Store, as_json: bool
) -> None:
    looking = LookUp(Asked(Corpus(Opened([], Tripping(store))), None, 5, as_json))
    told = looking([Row(text, (text,)) for text in (RIGHT, "trip", WRONG)])
    assert [one.outcome.verdict for one in told] == ["supported", "error", "contradicted"]
    fault = "a fault of this program, not of yours: ArithmeticError: tripped"
    assert told[1].outcome.headline == fault
    assert [(one.data or {}).get("error") for one in told] == [
        None,
        (as_json and fault) or None,
        None,
    ]


def test_a_file_in_another_encoding_is_told_line_by_line(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    file = tmp_path / "claims.txt"
    file.write_bytes(f"{RIGHT}\n{WRONG}\n".encode("utf-16"))
    done = run("lookup", "--from", file)
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert {row[0] for row in rows} == {"error"}
    assert done.status == 2
    assert done.err.startswith(f"factcheck: {len(rows)} lines of {file} could not be looked up")


def test_a_field_of_a_line_parts_no_columns(run: Callable[..., Done]) -> None:
    (row,) = run("lookup", "--from", "-", stdin=b"Casey made\t12 recommendations").out.splitlines()
    fields = row.split("\t")
    assert (len(fields), fields[3]) == (12, "Casey made 12 recommendations")


def test_a_line_tells_the_reply_the_quotation_and_its_place(run: Callable[..., Done]) -> None:
    asked = "Starmer failed to act when he was director of public prosecutions"
    fields = run("lookup", "--from", "-", stdin=asked.encode()).out.rstrip("\n").split("\t")
    assert fields[:4] == ["alleged", "musk-called-out-starmer", "alleged by Elon Musk", asked]
    assert fields[4] == run("lookup", "--json", asked).data["headline"]
    assert fields[5:7] == fields[1:3]
    assert fields[7].startswith("Keir Starmer: ")
    assert fields[8:10] == ["called out Keir Starmer for failing to act", "STV News, paragraph 42"]
    assert fields[10].startswith("An allegation: ")


def test_where_it_is_close_the_claim_meant_is_told_behind(run: Callable[..., Done]) -> None:
    asked = b"1,400 Muslim children were exploited in Rotherham"
    fields = run("lookup", "--from", "-", stdin=asked).out.split("\t")
    assert fields[:3] == ["close", "-", "-"]
    assert fields[5:7] == ["history-1400-rotherham", "Professor Alexis Jay"]


@pytest.mark.parametrize("option", ["--sort", "--force", "--column=a", "-oa.csv"])
def test_what_is_for_a_batch_is_refused_of_a_claim(run: Callable[..., Done], option: str) -> None:
    done = run("lookup", RIGHT, option)
    assert (done.status, done.out) == (2, "")
    assert "go with --from" in done.err


# ---- standard input


@pytest.mark.parametrize("arguments", [(), ("-",), ("--from", "-")])
def test_what_is_piped_in_is_looked_up_line_by_line(
    run_apart: Callable[..., Done], arguments: tuple[str, ...]
) -> None:
    done = run_apart("lookup", "--json", *arguments, stdin=f"{RIGHT}\n{WRONG}\n".encode())
    verdicts = [json.loads(line)["verdict"] for line in done.out.splitlines()]
    assert (verdicts, done.status, done.err) == (["supported", "contradicted"], 0, "")


def test_a_claim_is_looked_up_whatever_is_piped_in(run: Callable[..., Done]) -> None:
    done = run("lookup", "--json", RIGHT, stdin=WRONG.encode())
    assert (done.data["query"], done.status) == (RIGHT, 0)


def asked_of(stdin: int | None, environment: dict[str, str]) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "factcheck", "lookup"]
    return subprocess.run(command, stdin=stdin, env=environment, capture_output=True, check=False)


def test_with_nothing_to_read_from_a_claim_is_asked_for(environment: dict[str, str]) -> None:
    done = asked_of(subprocess.DEVNULL, environment)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"give a claim to look up" in done.stderr


def test_on_a_terminal_a_claim_is_asked_for(environment: dict[str, str]) -> None:
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    done = asked_of(follower, environment)
    os.close(follower)
    os.close(leader)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"give a claim to look up" in done.stderr


# ---- drafts


def test_a_sentence_that_this_program_fails_on_is_told_with_its_place(store: Store) -> None:
    text = f"{WRONG}.\nThis may trip it. {WRONG}.\n"
    drafts = [Draft("a.md", [text], ".md"), Draft("b.md", [f"{WRONG}."], ".md")]
    examination = Examination(drafts, 0, Checked(Corpus(Opened([], Tripping(store)))))
    found = [*examination.findings(Baseline(), lambda _: None)]
    places = [(one.path, one.start, one.kind.id) for one in found]
    assert places == [
        ("a.md", (1, 1), "number"),
        ("a.md", (2, 19), "number"),
        ("b.md", (1, 1), "number"),
    ]
    fault = "a fault of this program, not of yours: ArithmeticError: tripped"
    assert examination.faults == [f"a.md:2:1: {fault}"]
    assert examination.counts["sentences"] == len(found)


def test_a_draft_that_this_program_fails_to_read_is_told_and_the_next_is_checked(
    store: Store,
) -> None:
    def pieces():
        yield f"{WRONG}.\n"
        raise ArithmeticError("tripped")

    drafts = [Draft("a.md", pieces(), ".md"), Draft("b.md", [f"{WRONG}."], ".md")]
    examination = Examination(drafts, 0, Checked(Corpus(Opened([], store))))
    found = [*examination.findings(Baseline(), lambda _: None)]
    assert [one.path for one in found] == ["b.md"]
    fault = "a fault of this program, not of yours: ArithmeticError: tripped"
    assert examination.faults == [f"a.md: {fault}"]


def test_what_cannot_be_checked_gets_no_note_and_the_rest_does(
    store: Store,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = tmp_path / "d.md"
    draft.write_text(f"{RIGHT}. They trip.\n", encoding="utf-8")
    monkeypatch.setattr(annotate, "in_use", lambda _: Corpus(Opened([], Tripping(store))))
    with pytest.raises(annotate.UsageError, match=r"d\.md:1:41: a fault of this program"):
        annotate.annotate(draft)
    assert capsys.readouterr().out.startswith(f"{RIGHT}.[^recommendations-twelve] They trip.\n")
