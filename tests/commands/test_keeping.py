"""Keeping a corpus of one's own: begin it, add to it, and nothing of it is ever lost."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from processes import Done, ended

from factcheck.corpus.schema import schema_of
from factcheck.record import Claim, Lexicon, Shelf, Source

TEXT = """\
Pump at the old mill fails

The pump at the old mill failed on Monday, for the third time since May, the water board said.

“It is simply worn out,” said its engineer Mara Holt. The board will replace it, it said.
"""
QUOTE = "The pump at the old mill failed on Monday, for the third time since May"
STATEMENT = "The water board said that the mill's pump failed, the Fenwick Post reports."
GIVEN = {
    "--quote": QUOTE,
    "--topic": "mill",
    "--statement": STATEMENT,
    "--kind": "event",
    "--asserted-by": "the water board",
    "--caveat": "Which Monday: not given.",
    "--wording": "The mill pump broke down three times since May",
}
CLAIM = [word for option in GIVEN.items() for word in option]


@pytest.fixture
def mine(run: Callable[..., Done], tmp_path: Path) -> Path:
    """A corpus as `init` makes it, and the text of another source beside it."""
    assert run("init", tmp_path / "mine").status == 0
    (tmp_path / "pump.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def add(run: Callable[..., Done], mine: Path) -> Callable[..., Done]:
    """Return a function that adds to the corpus, in its folder."""

    def added(*arguments: str) -> Done:
        return run("add", *arguments, cwd=mine)

    return added


@pytest.fixture
def pumped(add: Callable[..., Done]) -> Callable[..., Done]:
    """The same, the other source recorded."""
    done = add("source", "../pump.txt", "--outlet", "Fenwick Post", "--kind", "newspaper")
    assert done.status == 0, done
    return add


def test_a_new_corpus_works_at_once(
    run: Callable[..., Done], mine: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("lookup", "the market hall was closed for eleven weeks", cwd=mine)
    assert done.status == 0
    golden("lookup-starter.txt", done.out)
    wrong = run("lookup", "the market hall was closed for eleven months", cwd=mine)
    assert wrong.status == 1
    verified = run("verify", cwd=mine)
    assert verified.out.startswith("2 claims, 3 quotations: every quotation is exact (3 exact,")
    against = run("verify", "--against", "sources/example-gazette.txt", cwd=mine)
    assert "the text, its fingerprint and every quotation from it agree" in against.out


def test_every_file_says_which_schema_it_has(mine: Path) -> None:
    for path in (*mine.glob("*/*.yaml"), *mine.glob("*.yaml")):
        first = path.read_text().partition("\n")[0]
        schema = path.parent / first.partition("$schema=")[2]
        assert json.loads(schema.read_text())["type"] == "object", path


@pytest.mark.parametrize("kind", [Shelf, Source, Lexicon])
def test_a_schema_has_every_key_and_says_what_it_is(kind: Any) -> None:
    """Also of the records within; and it asks for those that have no default."""

    def check(schema: dict[str, Any], record: Any) -> None:
        assert list(schema["properties"]) == list(record._fields)
        needed = [name for name in record._fields if name not in record._field_defaults]
        assert schema["required"] == needed
        assert schema["additionalProperties"] is False
        for name, hint in get_type_hints(record).items():
            inner = next((one for one in get_args(hint) if hasattr(one, "_fields")), None)
            if inner:
                below = schema["properties"][name]
                check(below.get("items", below), inner)

    check(schema_of(kind), kind)
    claim = schema_of(Shelf)["properties"]["claims"]["items"]["properties"]
    assert claim["kind"]["enum"][0] == "event"
    assert all(claim[name].get("description") for name in Claim._fields)
    assert claim["figures"]["items"]["properties"]["value"]["type"] == "number"
    assert claim["quotations"]["items"]["properties"]["start"]["type"] == "integer"


def test_a_folder_with_anything_in_it_is_left_alone(run: Callable[..., Done], mine: Path) -> None:
    before = {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()}
    done = run("init", mine)
    assert done.status == 2
    assert "is there already, and not empty" in done.err
    assert {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()} == before


def test_a_source_is_recorded_with_its_fingerprint(pumped: Callable[..., Done], mine: Path) -> None:
    record = (mine / "sources" / "pump.yaml").read_text()
    assert yaml.safe_load(record) == {
        "id": "pump",
        "outlet": "Fenwick Post",
        "kind": "newspaper",
        "caveats": [],
        "fingerprint": "pump.fingerprint",
    }
    again = pumped("source", "../pump.txt", "--outlet", "Other", "--kind", "report")
    assert again.status == 2
    assert "exists; choose another name with --id" in again.err
    assert (mine / "sources" / "pump.yaml").read_text() == record


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "--outlet is missing"),
        (["--outlet", "A"], "--kind is missing"),
        (["--outlet", "A", "--kind", "newspapr"], "did you mean 'newspaper'?"),
        (["--outlet", "A", "--kind", "report", "--date", "soon"], "'soon' is not an EDTF date"),
        (["--outlet", "A", "--kind", "report", "--id", "No Id"], "must be lower-case words"),
        (["--outlet", "A\x1b[31m", "--kind", "report"], "control character U+001B"),
    ],
)
def test_what_is_wrong_with_a_source_is_told_and_nothing_written(
    add: Callable[..., Done], mine: Path, options: list[str], message: str
) -> None:
    done = add("source", "../pump.txt", *options)
    assert done.status in {2, 4}
    assert message in done.err
    assert not list((mine / "sources").glob("pump*"))


def test_a_claim_is_started_from_a_quotation(
    pumped: Callable[..., Done], mine: Path, run: Callable[..., Done]
) -> None:
    done = pumped("claim", "--source", "pump", "--text", "../pump.txt", *CLAIM)
    assert done.status == 0, done.err
    (claim,) = yaml.safe_load((mine / "claims" / "mill.yaml").read_text())["claims"]
    assert claim["quotations"] == [
        {
            "text": QUOTE,
            "speaker": "Fenwick Post",
            "paragraph": 2,
            "start": TEXT.index(QUOTE),
            "end": TEXT.index(QUOTE) + len(QUOTE),
            "source": "pump",
        }
    ]
    assert run("verify", cwd=mine).status == 0
    assert run("lookup", "the pump of the mill broke down 3 times since May", cwd=mine).status == 0


def test_comments_and_order_of_a_file_stay(pumped: Callable[..., Done], mine: Path) -> None:
    shelf = mine / "claims" / "market-hall.yaml"
    before = shelf.read_text()
    options = [*CLAIM[:3], "market-hall", *CLAIM[4:]]
    assert pumped("claim", "--source", "pump", "--text", "../pump.txt", *options).status == 0
    assert shelf.read_text().startswith(before)
    assert "# Every claim has these keys." in shelf.read_text()


def test_none_of_several_that_add_at_once_is_lost(
    start: Callable[..., subprocess.Popen], pumped: Callable[..., Done], mine: Path
) -> None:
    assert pumped("claim", "--text", "../pump.txt", "--source", "pump", *CLAIM).status == 0
    given = {**GIVEN, "--topic": "mill"}
    running = []
    for number in range(5):
        own = {"--statement": f"Report {number} of the pump.", "--wording": f"Wording {number}"}
        options = [word for option in (given | own).items() for word in option]
        arguments = ("--text", "../pump.txt", "--source", "pump", "--id", f"pump-{number}")
        running.append(start("add", "claim", *arguments, *options, cwd=mine))
    assert [ended(process).status for process in running] == [0] * 5
    held = yaml.safe_load((mine / "claims" / "mill.yaml").read_text())["claims"]
    assert {claim["id"] for claim in held} >= {f"pump-{number}" for number in range(5)}


def test_line_ends_stay_as_they_are(pumped: Callable[..., Done], mine: Path) -> None:
    shelf = mine / "claims" / "market-hall.yaml"
    shelf.write_bytes(shelf.read_bytes().replace(b"\n", b"\r\n"))
    topic = ["market-hall" if word == "mill" else word for word in CLAIM]
    assert pumped("claim", "--text", "../pump.txt", "--source", "pump", *topic).status == 0
    content = shelf.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 40


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        (QUOTE.replace("May", "April"), f"the text reads: {QUOTE},"),
        (
            "Nothing of the kind stands anywhere in it",
            "these words don't stand there, word for word\n",
        ),
        ("the", "stand in paragraphs"),
        ("worn out", "a quotation needs at least 5 words"),
    ],
)
def test_what_is_not_verbatim_is_refused(
    pumped: Callable[..., Done], mine: Path, quote: str, message: str
) -> None:
    options = [CLAIM[0], quote, *CLAIM[2:]]
    done = pumped("claim", "--source", "pump", "--text", "../pump.txt", *options)
    assert done.status in {2, 4}
    assert message in done.err
    assert not (mine / "claims" / "mill.yaml").exists()


def test_a_text_that_is_not_the_sources_is_refused(pumped: Callable[..., Done], mine: Path) -> None:
    done = pumped("claim", "--source", "example-gazette", "--text", "../pump.txt", *CLAIM)
    assert done.status == 2
    assert "is not the text of 'example-gazette': its fingerprint is another" in done.err
    assert not (mine / "claims" / "mill.yaml").exists()


def test_an_allegation_brings_its_reply_or_says_why_there_is_none(
    pumped: Callable[..., Done], mine: Path, run: Callable[..., Done]
) -> None:
    command = ("claim", "--source", "pump", "--text", "../pump.txt", *CLAIM)
    command = (*command, "--kind", "allegation")
    done = pumped(*command)
    assert done.status == 2
    assert "an allegation needs --reply-by, --reply and --reply-quote; or --no-reply" in done.err
    reply = ("--reply-by", "Mara Holt", "--reply", "Mara Holt said that it is worn out.")
    assert pumped(*command, *reply, "--reply-quote", "It is worn out").status == 2
    assert not (mine / "claims" / "mill.yaml").exists()
    assert pumped(*command, *reply, "--reply-quote", "It is simply worn out").status == 0
    (claim,) = yaml.safe_load((mine / "claims" / "mill.yaml").read_text())["claims"]
    assert claim["replies"][0]["quotation"]["start"] == TEXT.index("It is simply worn out")
    again = pumped(*command, "--id", "other", "--no-reply", "None was asked.")
    assert again.status == 2
    assert "--statement stands in 'the-water-board-said-that-the' already" in again.err
    quoted = pumped(*command, "--id", "quoted", "--statement", f"{QUOTE}.", "--no-reply", "None.")
    assert (quoted.status, "stands in its own quotation already" in quoted.err) == (2, True)
    options = [*command, "--statement", "Something else.", "--wording", "Something like it"]
    refused = pumped(*options, "--no-reply", "None was asked.")
    assert refused.status == 2
    assert "--wording: stands in 'the-water-board-said-that-the' already" in refused.err
    assert "statement: Something else." in refused.err  # nothing that was typed is lost
    assert ".yaml:" not in refused.err  # no line of a file that isn't written
    options = [one for one in options if one != GIVEN["--wording"]]
    options.remove("--wording")
    assert pumped(*options, "--no-reply", "None was asked.").status == 0
    assert run("verify", cwd=mine).status == 0


def test_names_that_the_lexicon_lacks_are_named(pumped: Callable[..., Done]) -> None:
    said = (*CLAIM, "--statement", "The board said that Mara Holt left in May, the Post reports.")
    done = pumped("claim", "--source", "pump", "--text", "../pump.txt", *said)
    assert "names that lexicon.yaml doesn't have: Mara Holt, Post\n" in done.out


def test_a_file_laid_out_otherwise_is_left_alone(pumped: Callable[..., Done], mine: Path) -> None:
    shelf = mine / "claims" / "mill.yaml"
    shelf.write_text("claims: []\ntopic: mill\ntitle: The mill\n")
    done = pumped("claim", "--source", "pump", "--text", "../pump.txt", *CLAIM)
    assert done.status == 4
    assert "claims: must be its last key" in done.err
    assert shelf.read_text() == "claims: []\ntopic: mill\ntitle: The mill\n"


def test_the_built_in_corpus_is_not_added_to(run: Callable[..., Done], mine: Path) -> None:
    done = run("add", "source", mine.parent / "pump.txt", "--outlet", "A", "--kind", "report")
    assert done.status == 2
    assert "`factcheck init DIR` begins another" in done.err


@pytest.mark.usefixtures("pumped")
def test_a_person_is_asked_for_what_is_missing(mine: Path, environment: dict[str, str]) -> None:
    command = ["add", "claim", "--source", "pump", "--text", "../pump.txt", "--quote", QUOTE]
    child, terminal = pty.fork()
    if not child:
        os.chdir(mine)
        os.execve(sys.executable, [sys.executable, "-m", "factcheck", *command], environment)  # noqa: S606
    answers = ["mill", STATEMENT, "the water board", "event", "Which Monday: not given.", "", ""]
    screen = ""
    questions = ("Topic", "The claim", "Who asserts it", "What it is", "must know", "Whose words")
    for asked in (*questions, "When it holds"):
        screen += read_until(terminal, asked)
        os.write(terminal, f"{answers.pop(0)}\n".encode())
    screen += read_until(terminal, "Is this right?")
    assert not (mine / "claims" / "mill.yaml").exists()
    os.write(terminal, b"\n")
    screen += read_until(terminal, "the claim 'the-water-board")
    assert screen.count("(press Enter ") == 2  # whose words, and when
    shown = screen.partition("This is what will be written:")[2]
    assert all(one in shown for one in (STATEMENT, QUOTE, "Which Monday: not given.", "paragraph:"))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    (claim,) = yaml.safe_load((mine / "claims" / "mill.yaml").read_text())["claims"]
    assert claim["statement"] == STATEMENT


def test_a_person_who_mistypes_is_asked_again(mine: Path, environment: dict[str, str]) -> None:
    child, terminal = pty.fork()
    if not child:
        os.chdir(mine)
        command = [sys.executable, "-m", "factcheck", "add", "source", "../pump.txt"]
        os.execve(sys.executable, command, environment)  # noqa: S606
    for asked, answer in (
        ("Who published it", ""),
        ("something is needed here", "Fenwick Post"),
        ("What it is", "newspapr"),
        ("did you mean 'newspaper'?", "newspaper"),
        ("Its headline", ""),
        ("Who wrote it", ""),
        ("Its web address", ""),
        ("Its date", "last week"),
        ("is not an EDTF date", "2031-06"),
        ("must know", ""),
    ):
        read_until(terminal, asked)
        os.write(terminal, f"{answer}\n".encode())
    read_until(terminal, "the source 'pump'")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    record = yaml.safe_load((mine / "sources" / "pump.yaml").read_text())
    assert (record["outlet"], record["date"]) == ("Fenwick Post", "2031-06")


def read_until(terminal: int, expected: str) -> str:
    """Return what a terminal shows until `expected` is there."""
    seen, end = "", time.monotonic() + 20
    while expected not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 4096).decode(errors="replace")
    assert expected in seen
    return seen
