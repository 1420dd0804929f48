"""A claim begun from a quotation: taken in the text's own form, and nothing typed is lost."""

import os
import pty
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from processes import Done

from factcheck.corpus.selecting import places_of

TEXT = """\
The pump at the old\u00a0mill
failed on Monday, the water\tboard said.

“It is simply worn out — it’s twenty‑five years old,” said its engineer Mara Holt.

The board’s \u201cso-called\u201d plan was late. “It is simply worn out — it’s twenty‑five years
old,” said the board.
"""
REST = (
    *("--source", "pump", "--text", "../pump.txt", "--topic", "mill", "--kind", "event"),
    *("--statement", "The pump failed, the Fenwick Post reports.", "--asserted-by", "the board"),
    *("--caveat", "Which Monday: not given."),
)


@pytest.fixture
def mine(run: Callable[..., Done], tmp_path: Path) -> Path:
    """A corpus with the text as a source."""
    (tmp_path / "pump.txt").write_text(TEXT, encoding="utf-8")
    assert run("init", tmp_path / "mine").status == 0
    named = ("--outlet", "Fenwick Post", "--kind", "newspaper")
    assert run("add", "source", "../pump.txt", *named, cwd=tmp_path / "mine").status == 0
    return tmp_path / "mine"


def claims(mine: Path, topic: str = "mill") -> list[dict[str, Any]]:
    return yaml.safe_load((mine / "claims" / f"{topic}.yaml").read_text())["claims"]


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        (
            "The pump at the old mill failed on Monday",
            "The pump at the old\u00a0mill\nfailed on Monday",
        ),
        ("failed on Monday, the water board said.", "failed on Monday, the water\tboard said."),
        ("  failed\non\nMonday, the\nwater board  ", "failed on Monday, the water\tboard"),
        ('"so-called" plan was late. "It is', "“so-called” plan was late. “It is"),
        ("The board's 'so–called' plan was late", "The board’s “so-called” plan was late"),
        ('old," said its engineer Mara Holt', "old,” said its engineer Mara Holt"),
    ],
)
def test_a_quotation_is_taken_in_the_texts_own_form(
    run: Callable[..., Done], mine: Path, typed: str, own: str
) -> None:
    done = run("add", "claim", "--quote", typed, *REST, cwd=mine)
    assert done.status == 0, done.err
    (quotation,) = claims(mine)[0]["quotations"]
    assert quotation["text"] == own
    assert TEXT[quotation["start"] : quotation["end"]] == own
    verified = run("verify", "--against", "../pump.txt", "pump", cwd=mine)
    assert (verified.status, "4 exact" in verified.out) == (0, True)


def test_what_stands_there_twice_is_chosen_by_its_paragraph(
    run: Callable[..., Done], mine: Path
) -> None:
    typed = '"It is simply worn out - it\'s twenty-five years old," said'
    done = run("add", "claim", "--quote", typed, *REST, cwd=mine)
    assert (done.status, "stand in paragraphs 3, 4;" in done.err) == (2, True)
    assert run("add", "claim", "--quote", typed, "--paragraph", "4", *REST, cwd=mine).status == 0
    (quotation,) = claims(mine)[0]["quotations"]
    assert quotation["text"].endswith("years\nold,” said")


def test_what_stands_somewhere_as_it_is_typed_is_meant() -> None:
    assert places_of('"so"', "“so” and \"so\" and 'so'") == [(9, 13)]
    assert places_of("aa", "aaa") == [(0, 2), (1, 3)]
    assert places_of(" \n", "a \n b") == []


@pytest.mark.parametrize(
    "typed", ["The pump at the new mill", "(failed|on) Monday, the water board"]
)
def test_other_words_are_no_quotation(run: Callable[..., Done], mine: Path, typed: str) -> None:
    done = run("add", "claim", "--quote", typed, *REST, cwd=mine)
    assert (done.status, "don't stand there, word for word" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--quote", "old mill"), "--quote: not proved: a quotation needs at least 5 words"),
        (("--topic", "My Topic"), "--topic 'My Topic' must be lower-case words"),
        (("--id", "hall-closed-eleven-weeks"), "the id 'hall-closed-eleven-weeks' is used already"),
        (("--statement", "Pump \x07 off"), "--statement: control character U+0007"),
        (("--caveat", " "), "--caveat: empty text"),
        (("--date", "soon"), "--date: 'soon' is not an EDTF date"),
        (("--wording", "The market hall was closed for eleven weeks"), "--wording: stands in '"),
        (("--speaker", ""), None),
    ],
)
def test_what_is_refused_is_named_by_its_option(
    run: Callable[..., Done], mine: Path, options: tuple[str, ...], told: str | None
) -> None:
    """Not by a line of a file that is not written."""
    quote = ("--quote", "failed on Monday, the water board said")
    done = run("add", "claim", *quote, *REST, *options, cwd=mine)
    if told is None:
        assert done.status == 0
        return
    assert (done.status, told in done.err) == (2, True), done
    assert "mill.yaml" not in done.err
    assert not (mine / "claims" / "mill.yaml").exists()


def test_a_line_end_that_no_record_can_hold_is_named(run: Callable[..., Done], mine: Path) -> None:
    (mine.parent / "dos.txt").write_bytes(b"The pump of the old mill\r\nfailed on Monday.\r\n")
    source = ("--outlet", "A", "--kind", "report")
    assert run("add", "source", "../dos.txt", *source, cwd=mine).status == 0
    given = ("--source", "dos", "--text", "../dos.txt", "--quote", "of the old mill failed on")
    done = run("add", "claim", *REST, *given, cwd=mine)
    assert (done.status, "line end of Windows' kind" in done.err) == (2, True)


class Person:
    """Somebody who answers at a terminal."""

    def __init__(self, folder: Path, environment: dict[str, str], *command: str) -> None:
        self.child, self.terminal = pty.fork()
        if not self.child:
            os.chdir(folder)
            line = [sys.executable, "-m", "factcheck", *command]
            os.execve(sys.executable, line, environment)  # noqa: S606

    def answer(self, question: str, answer: str) -> None:
        """Wait for a question and answer it."""
        self.read(question)
        os.write(self.terminal, f"{answer}\n".encode())

    def read(self, expected: str) -> None:
        seen, end = "", time.monotonic() + 30
        while expected not in seen and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                seen += os.read(self.terminal, 4096).decode(errors="replace")
        assert expected in seen

    def status(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def test_each_answer_is_refused_at_its_own_question(
    mine: Path, environment: dict[str, str]
) -> None:
    (mine / "claims" / "odd.yaml").write_text("claims: []\ntopic: odd\ntitle: Odd\n")
    quote = "failed on Monday, the water board said"
    given = ("add", "claim", "--text", "../pump.txt", "--source", "pump", "--quote", quote)
    person = Person(mine, environment, *given)
    for question, answer in (
        ("Topic", "My Topic"),
        ("must be lower-case words", "odd"),
        ("must be its last key", "mill"),
        ("The claim", "The market hall was closed for eleven weeks."),
        ("stands in 'hall-closed", "The pump failed, the Fenwick Post reports."),
        ("Who asserts it", "the board"),
        ("What it is", "allegation"),
        ("must know", "Which Monday: not given."),
        ("Whose words", ""),
        ("Who answers it", "Mara Holt"),
        ("The answer", "Mara Holt said that it was worn out."),
        ("bear it out", "It was worn out, said Mara Holt"),
        ("word for word", "simply worn out - it's twenty-five"),
        ("in paragraphs 3, 4", 'twenty-five years old," said its engineer'),
        ("When it holds", "last week"),
        ("is not an EDTF date", ""),
        ("Is this right?", ""),
    ):
        person.answer(question, answer)
    person.read("mill.yaml:5: the claim 'the-pump-failed-the-fenwick-post'")
    assert person.status() == 0
    assert claims(mine)[0]["replies"][0]["quotation"]["text"].startswith("twenty‑five years old,”")


def test_back_comes_back_to_the_question_before_and_keeps_the_others(
    mine: Path, environment: dict[str, str]
) -> None:
    quote = "failed on Monday, the water board said"
    given = ("add", "claim", "--text", "../pump.txt", "--source", "pump", "--quote", quote)
    person = Person(mine, environment, *given)
    for question, answer in (
        ("Topic", ":back"),
        ("this is the first question", "mil"),
        ("The claim", ":back"),
        ("Topic", "mill"),
        ("The claim", "The pump failed, the Fenwick Post reports."),
        ("Who asserts it", "the board"),
        ("What it is", "evnt"),
        ("did you mean 'event'?", ":back"),
        ("Who asserts it", "the water board"),
        ("What it is", "event"),
        ("must know", "Which Monday: not given."),
        ("Whose words", ""),
        ("When it holds", "2031-06"),
        ("Is this right?", "no"),
        ("press Enter, or type :back", ":back"),
        ("When it holds", "2031-07"),
        ("date: 2031-07", ""),
    ):
        person.answer(question, answer)
    person.read("mill.yaml:5: the claim 'the-pump-failed-the-fenwick-post'")
    assert person.status() == 0
    (claim,) = claims(mine)
    assert (claim["asserted_by"], claim["date"]) == ("the water board", "2031-07")
    assert not (mine / "claims" / "mil.yaml").exists()


@pytest.mark.usefixtures("heard")
def test_who_gives_up_at_the_end_writes_nothing(mine: Path, environment: dict[str, str]) -> None:
    quote = "failed on Monday, the water board said"
    given = ("add", "claim", "--text", "../pump.txt", "--source", "pump", "--quote", quote)
    person = Person(mine, environment, *given, *REST)
    for question in ("Whose words", "When it holds"):
        person.answer(question, "")
    person.read("Is this right?")
    os.write(person.terminal, b"\x03")
    assert person.status() == 130
    assert not (mine / "claims" / "mill.yaml").exists()
