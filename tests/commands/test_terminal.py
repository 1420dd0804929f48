"""What a person sees on a real terminal, and that a pipe gets none of it."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from ponds import hostile_claims, hostile_sources, write_ponds
from processes import Done
from rich.cells import cell_len
from terminals import Terminal, apart, here, pty, read_all

SUPPORTED = "1,400 children were exploited in Rotherham"
CONTRADICTED = "Baroness Casey made 20 recommendations"
NOT_COVERED = "the Bank of England cut interest rates"
CODE = re.compile(r"\x1b\[([0-9;]*)m")
BOX = set("╭─╮│╰╯┌┐└┘━┃")


@pytest.fixture(scope="session")
def terminal(environment: dict[str, str], run: Callable[..., Done]) -> Terminal:
    """Return a function that runs the command on a terminal, in this process."""
    del run  # which has made the index
    return here(environment)


@pytest.fixture(scope="session")
def terminal_apart(environment: dict[str, str], run: Callable[..., Done]) -> Terminal:
    """Return a function that runs the command on a terminal, in a process of its own."""
    del run  # which has made the index
    return apart(environment)


def colours(text: str) -> set[str]:
    """Return the codes in `text` that set a colour."""
    codes = {code for found in CODE.findall(text) for code in found.split(";")}
    return {code for code in codes if re.fullmatch("[349][0-9]|10[0-7]", code) and code != "39"}


def width(text: str) -> int:
    return max(cell_len(line) for line in CODE.sub("", text).split("\n"))


def letters(text: str) -> str:
    """Return `text` without codes, boxes, marks of a list and white space."""
    return "".join(c for c in CODE.sub("", text) if not c.isspace() and c not in BOX | {"•"})


@pytest.mark.parametrize(
    ("query", "status", "colour"),
    [(SUPPORTED, 0, "32"), (CONTRADICTED, 1, "31"), (NOT_COVERED, 3, "33")],
)
def test_a_terminal_gets_the_colour_of_the_verdict(
    terminal_apart: Terminal, query: str, status: int, colour: str
) -> None:
    done = terminal_apart("lookup", query)
    assert done.status == status
    assert colour in colours(done.out)
    assert not set(CODE.sub("", done.out)) & {"\x1b", "\x07", "\x9b"}


PLAIN = {
    "NO_COLOR": ((), {"NO_COLOR": "1"}),
    "TERM=dumb": ((), {"TERM": "dumb"}),
    "--no-color": (("--no-color",), {}),
}


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(("options", "settings"), PLAIN.values(), ids=PLAIN)
def test_colour_can_be_turned_off(
    terminal: Terminal, options: tuple[str, ...], settings: dict[str, str], columns: int
) -> None:
    done = terminal("lookup", CONTRADICTED, *options, columns=columns, **settings)
    assert done.status == 1
    assert colours(done.out) == set()
    assert width(done.out) <= columns
    if "TERM" in settings:
        assert "\x1b" not in done.out


def test_an_empty_no_color_leaves_the_colour_on(terminal: Terminal) -> None:
    assert colours(terminal("lookup", CONTRADICTED, NO_COLOR="").out)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", SUPPORTED),
        ("lookup", NOT_COVERED),
        ("show", "musk-starmer-complicit"),
        ("sources",),
    ],
    ids=lambda arguments: arguments[-1],
)
def test_no_line_is_wider_and_no_word_is_missing(
    terminal: Terminal, run: Callable[..., Done], arguments: tuple[str, ...], columns: int
) -> None:
    done = terminal(*arguments, columns=columns)
    assert width(done.out) <= columns
    piped = run(*arguments).out
    seen = letters(done.out)
    for line in piped.splitlines():
        assert letters(re.sub(r"^(\s*- |Quotation: )", "", line)) in seen, line


@pytest.mark.parametrize("query", [SUPPORTED, CONTRADICTED, "Musk called Starmer complicit"])
def test_what_the_json_warns_of_is_said_everywhere(
    terminal: Terminal, run: Callable[..., Done], query: str
) -> None:
    best = run("lookup", "--json", query).data["matches"][0]
    replies = [text for reply in best["replies"] for text in (reply["by"], reply["text"])]
    warned = [*best["caveats"], *replies, *best["through"], best["asserted_by"], best["no_reply"]]
    piped = run("lookup", query, "--full").out
    seen = terminal("lookup", query, "--full", columns=40).out
    for text in filter(None, warned):
        assert text in piped
        assert letters(text) in letters(seen)


@pytest.mark.parametrize(
    "arguments",
    [("lookup", CONTRADICTED), ("show", "recommendations-twelve"), ("sources",), ("list",)],
    ids=lambda arguments: arguments[0],
)
def test_a_pipe_gets_plain_lines(run: Callable[..., Done], arguments: tuple[str, ...]) -> None:
    narrow = {"COLUMNS": "40", "TERM": "xterm-256color", "CLICOLOR_FORCE": "1"}
    loud = {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true"}
    done = run(*arguments, **narrow, **loud)
    assert done == run(*arguments)
    assert not set(done.out) & (BOX | {"\x1b"})
    assert all(line == line.rstrip() for line in done.out.splitlines())
    assert max(map(len, done.out.splitlines())) > 80


@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", SUPPORTED),
        ("show", "musk-starmer-complicit"),
        ("list", "--topic", "vote"),
        ("stats",),
        ("timeline", "--topic", "vote"),
        ("lookup", "--\x1b[31m"),
    ],
    ids=lambda arguments: ascii(arguments[-1]),
)
def test_a_process_of_its_own_shows_the_same(
    terminal: Terminal, terminal_apart: Terminal, arguments: tuple[str, ...]
) -> None:
    assert terminal(*arguments, columns=60) == terminal_apart(*arguments, columns=60)


def test_json_on_a_terminal_is_plain(terminal_apart: Terminal, run: Callable[..., Done]) -> None:
    arguments = ("lookup", "--json", CONTRADICTED)
    assert terminal_apart(*arguments).out == run(*arguments).out


def test_data_and_queries_do_not_steer_the_terminal(
    terminal: Terminal, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = write_ponds(
        tmp_path_factory.mktemp("hostile") / "ponds", hostile_claims(), hostile_sources()
    )
    query = "herons \x1b]0;owned\x07 \x1b[5m [blink] \u202e\x9b31m :smile:"
    for arguments in (("lookup", "--full", "--", query), ("show", "ulmen-mill"), ("sources",)):
        done = terminal(*arguments, FACTCHECK_CORPUS=root)
        text = CODE.sub("", done.out)
        assert not set(text) & set("\x1b\x07\x9b\u202e\u200e\r")
        assert ":smile:" in text
        assert ("[blink] ��31m" if "lookup" in arguments else "[red]alarm[/red]") in text
        assert "5" not in {code for found in CODE.findall(done.out) for code in found.split(";")}


@pytest.mark.parametrize(
    "arguments",
    [("\x1b[31mlokup",), ("topics", "\x1b[31m"), ("lookup", "--\x1b[31m"), ("show", "\x1b[31m")],
    ids=ascii,
)
def test_messages_do_not_steer_the_terminal(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    done = terminal(*arguments)
    assert done.status == 2
    assert not set(done.out) & {"\x1b", "\x07"}


def test_a_terminal_of_another_encoding_gets_an_answer(terminal_apart: Terminal) -> None:
    done = terminal_apart("lookup", SUPPORTED, PYTHONIOENCODING="ascii")
    assert done.status == 0
    assert done.out.isascii()
    assert "SUPPORTED" in done.out


def test_a_person_is_told_what_takes_a_second(terminal: Terminal, tmp_path: Path) -> None:
    first, second = (terminal("topics", XDG_CACHE_HOME=tmp_path).out for _ in range(2))
    note = "factcheck: checking and compiling the corpus; this is done once\n"
    assert first == note + second


def test_a_long_batch_is_counted_for_a_person_and_for_nobody_else(
    environment: dict[str, str], tmp_path: Path
) -> None:
    queries, answers = tmp_path / "queries", tmp_path / "answers.jsonl"
    os.mkfifo(queries)
    leader, follower = pty.openpty()
    script = [sys.executable, "-m", "factcheck", "lookup", "--json", "--from", str(queries)]
    with (
        answers.open("wb") as file,
        subprocess.Popen(script, stdout=file, stderr=follower, env=environment) as process,
    ):
        os.close(follower)
        with queries.open("w", encoding="utf-8") as lines:
            lines.write(f"{SUPPORTED}\n")
            lines.flush()
            time.sleep(1.2)
            lines.write(f"{SUPPORTED}\n")
        shown = read_all(leader).decode()
    os.close(leader)
    assert process.returncode == 0
    assert re.fullmatch(r"(\r[\d,]+ claims looked up)+\r\x1b\[K", shown)
    assert answers.read_text("utf-8").count("\n") == 2


@pytest.mark.parametrize("options", [(), ("--jobs", "2"), ("--sort", "--no-color")])
def test_a_bar_shows_how_far_a_long_file_of_claims_has_come(
    terminal: Terminal,
    tmp_path: Path,
    options: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("factcheck.commands.console.SLOW", 0.0)  # whatever the machine's speed
    claims = tmp_path / "claims.csv"
    claims.write_text(f'claim\n"{SUPPORTED}"\n' + f"{CONTRADICTED}\n" * 60, encoding="utf-8")
    done = terminal("lookup", "--from", str(claims), *options)
    assert "looking claims up" in done.out
    assert "%" in done.out
    lines = [line.rpartition("\r")[2] for line in CODE.sub("", done.out).splitlines()]
    assert sum("CONTRADICTED" in line and "you say" in line for line in lines) == 60
    assert lines[-1].endswith("61 claims: 60 contradicted, 1 supported")


def test_a_short_file_of_claims_has_no_bar_nor_has_json_that_is_seen(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = tmp_path / "claims.txt"
    claims.write_text(f"{SUPPORTED}\n", encoding="utf-8")
    assert "looking claims up" not in terminal("lookup", "--from", str(claims)).out
    monkeypatch.setattr("factcheck.commands.console.SLOW", 0.0)
    claims.write_text(f"{SUPPORTED}\n" * 5, encoding="utf-8")
    done = terminal("lookup", "--from", str(claims), "--json")
    assert all(line.startswith("{") for line in done.out.splitlines())


@pytest.mark.parametrize("columns", [20, 59, 60, 80, 200])
def test_a_batch_is_a_table_that_fits_the_terminal(
    terminal: Terminal, tmp_path: Path, columns: int
) -> None:
    claims = tmp_path / "claims.txt"
    wide = "漢字 and 😀 \x1b[31m " * 20
    claims.write_text(f"{SUPPORTED}\n{CONTRADICTED}\n{NOT_COVERED}\n{wide}\n", encoding="utf-8")
    told = terminal("lookup", "--from", str(claims), "--sort", "--no-color", columns=columns)
    assert told.status == 0
    lines = CODE.sub("", told.out).splitlines()
    assert lines[-1] == "4 claims: 1 contradicted, 1 supported, 2 not covered"
    assert max(map(cell_len, lines[:-1])) <= columns
    names = [line.partition("  ")[0].strip() for line in lines[:-1] if line[0] != " "]
    head = ["VERDICT"] if columns >= 60 else []
    assert names == [*head, "CONTRADICTED", "NOT COVERED", "NOT COVERED", "SUPPORTED"]
    if columns >= 200:
        assert CONTRADICTED in lines[1]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_findings_fit_the_terminal_and_their_marks_the_words(
    terminal: Terminal, tmp_path: Path, columns: int
) -> None:
    draft = tmp_path / "draft.md"
    filler = "Much was said of 漢字 and 😀 before it, and for ever so long; "
    draft.write_text(
        f"{filler * 3}\n\n{filler}**Baroness Casey made 20 recommendations.** {filler}"
    )
    done = terminal("check", str(draft), columns=columns)
    assert done.status == 1
    assert width(done.out) <= columns
    plain = CODE.sub("", done.out).split("\n")
    marked = [cut_by_cells(line, marks) for line, marks in pairwise(plain) if "^" in marks]
    text = " ".join(" ".join(marked).split())
    assert text.endswith("Baroness Casey made 20 recommendations.")
    assert colours(done.out)
    assert not colours(terminal("check", str(draft), columns=columns, NO_COLOR=1).out)


def cut_by_cells(line: str, marks: str) -> str:
    """Return the characters of a line that stand above marks."""
    found, cell = "", 0
    for character in line:
        if marks[cell : cell + 1] == "^":
            found += character
        cell += cell_len(character)
    return found


def test_a_bar_shows_how_far_a_long_draft_has_come(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.commands.console.SLOW", 0.0)  # whatever the machine's speed
    draft = tmp_path / "draft.md"
    lines = ["It was a long day for everybody who had come to the pond.\n"] * 20
    draft.write_text("\n".join([*lines, "Casey made 20 recommendations."]))
    done = terminal("check", str(draft))
    assert "checking" in done.out
    assert done.status == 1
    told = "".join(CODE.sub("", done.out).split())  # a long path is folded anywhere
    assert "41:1:error:CONTRADICTED" in told


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "Musk"),
        ("list", "--topic", "vote"),
        ("list", "--topic", "vote", "--by-date"),
        ("timeline", "--speaker", "STV News"),
    ],
    ids=lambda arguments: f"{arguments[0]} {arguments[-1]}",
)
def test_a_list_fits_and_no_id_is_cut(
    terminal: Terminal, run: Callable[..., Done], arguments: tuple[str, ...], columns: int
) -> None:
    done = terminal(*arguments, columns=columns, NO_COLOR="1")
    claims = [json.loads(line) for line in run(*arguments, "--json").out.splitlines()]
    assert done.status == 0
    told = CODE.sub("", done.out)
    assert width("\n".join(li for li in told.split("\n") if "factcheck:" not in li)) <= columns
    assert all(claim["id"] in told for claim in claims)
    assert "\t" not in told
    whole = " ".join(told.replace("│", "").split())
    if arguments[0] != "search":  # that shows the passage with the hit
        assert all(claim["statement"] in whole for claim in claims)


def test_what_was_found_is_marked_without_colour(terminal: Terminal) -> None:
    assert "«12»" in terminal("search", "twelve", TERM="dumb").out


def test_the_last_line_of_a_timeline_counts_what_is_left_out(terminal: Terminal) -> None:
    done = terminal("timeline", "--topic", "vote")
    assert done.out.endswith("\n9 claims have no date.\n")


@pytest.mark.parametrize("columns", [30, 80])
def test_bars_fit_and_say_how_many_more_there_are(terminal: Terminal, columns: int) -> None:
    done = terminal("stats", columns=columns)
    assert done.out.startswith("115 claims\n")
    assert "more: factcheck stats --by speaker\n" in done.out
    assert width("\n".join(line for line in done.out.split("\n") if "█" in line)) <= columns
