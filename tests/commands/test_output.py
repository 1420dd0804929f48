"""What can't be printed is told and ends with 2; a reader that leaves early changes no verdict."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pytest
from inprocess import run_onto
from ponds import write_ponds
from processes import Done
from thoroughness import some

from factcheck.cli import COMMANDS

WRONG = "Around 900 suspects had been arrested by May 2024.\n"
ONE = ("--id", "figures-500000-abused")
Here = Callable[[BinaryIO | None, tuple[str, ...]], Done]
CITING = (("cite", ONE[1]),) if shutil.which("pandoc") else ()
"""It prints with Pandoc only."""
PRINTING = (
    ("--help",),
    ("--version",),
    ("check", "--help"),
    ("help", "check"),
    ("lookup", "Casey made 12 recommendations"),
    ("lookup", "Casey made 20 recommendations", "--json"),
    ("lookup", "Casey made 12 recommendations", "--explain"),
    ("lookup", "--from", "claims.txt"),
    ("lookup", "--from", "claims.txt", "--json"),
    ("lookup", "--from", "claims.txt", "--jobs", "2"),
    ("search", "Musk"),
    ("list",),
    ("timeline",),
    ("stats",),
    ("site", "-o", "pages"),
    ("list", "--json"),
    ("topics",),
    ("topics", "--json"),
    ("show", ONE[1]),
    ("show", ONE[1], "--json"),
    ("sources",),
    ("sources", "--json"),
    ("export", *ONE),
    ("export",),
    *(("export", "--format", form) for form in ("csl-json", "csv", "jsonl")),
    *CITING,
    *(
        ("check", "bad.md", "--fail-on", "never", "--format", form)
        for form in ("text", "json", "github", "sarif", "markdown")
    ),
    ("check", "bad.md"),
    ("annotate", "good.md"),
    ("explain",),
    ("init", "new"),
    ("add", "source", "good.md", "--corpus", "ponds", "--outlet", "A", "--kind", "report"),
    ("corpus",),
    ("corpus", "--json"),
    ("index",),
    ("index", "--check"),
    ("verify",),
    ("verify", "--json"),
    ("fingerprint", "bad.md"),
    ("import", "reviews.csv", "--into", "published"),
    ("import", "reviews.csv", "--into", "published", "--json"),
)
APART = (
    ("--help",),
    ("lookup", "Casey made 12 recommendations"),
    ("lookup", "--from", "claims.txt", "--json"),
    ("lookup", "--from", "claims.txt", "--jobs", "2"),
    ("list",),
    ("check", "bad.md"),
    ("check", "bad.md", "--fail-on", "never", "--format", "sarif"),
    ("annotate", "good.md"),
    ("import", "reviews.csv", "--into", "published"),
)
"""Each way to print: what they do in a process of their own, all others do in this one."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with something for each command."""
    write_ponds(tmp_path / "ponds")
    (tmp_path / "bad.md").write_text(WRONG)
    (tmp_path / "good.md").write_text("Baroness Casey made 12 recommendations.\n")
    (tmp_path / "claims.txt").write_text("Casey made 12 recommendations\n")
    row = "The moon is cheese,A,https://a.example/1,False\n"
    (tmp_path / "reviews.csv").write_text(f"claim,publisher,url,rating\n{row}")
    return tmp_path


class Started(NamedTuple):
    """Starts the command with one of its streams gone somewhere; says how it ended."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, *command: str, closed: Iterable[int] = (), **streams: Any) -> Done:
        """Run it; `closed` are the streams, by number, that it begins without."""
        with subprocess.Popen(
            [sys.executable, "-m", "factcheck", *command],
            cwd=self.folder,
            env=self.environment,
            preexec_fn=lambda: [os.close(number) for number in closed],  # noqa: PLW1509 - no threads here
            **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
        ) as process:
            out, err = process.communicate(timeout=60)
        return Done(process.returncode, (out or b"").decode(), (err or b"").decode())


@pytest.fixture
def begin(environment: dict[str, str], run: Callable[..., Done], desk: Path) -> Started:
    del run  # which has made the index
    return Started(desk, environment)


@pytest.fixture
def here(environment: dict[str, str], run: Callable[..., Done], desk: Path) -> Here:
    """Return a function that runs the command in this process, its results going somewhere."""
    del run  # which has made the index
    return lambda stdout, command: run_onto(stdout, *command, cwd=desk, environment=environment)


@pytest.fixture
def unread() -> Iterator[int]:
    """The end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def full() -> Iterator[BinaryIO]:
    """A file on which there is no room."""
    path = Path("/dev/full")
    if not path.exists():
        pytest.skip("no /dev/full here")
    with path.open("wb", buffering=0) as file:
        yield file


def test_every_command_is_among_these() -> None:
    assert {command[0] for command in PRINTING} | {"cite", "mcp"} >= set(COMMANDS)
    assert set(APART) <= set(PRINTING)


def told_of_full(done: Done) -> None:
    assert done.status == 2
    assert done.err.count(os.strerror(errno.ENOSPC)) == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", some(APART, 4), ids=" ".join)
def test_output_on_a_full_disk_is_told(
    begin: Started, full: BinaryIO, command: tuple[str, ...]
) -> None:
    told_of_full(begin(*command, stdout=full))


@pytest.mark.parametrize(
    "command", some([one for one in PRINTING if one not in APART], 8), ids=" ".join
)
def test_output_of_any_command_on_a_full_disk_is_told(
    here: Here, full: BinaryIO, command: tuple[str, ...]
) -> None:
    told_of_full(here(full, command))


def told_of_closed(done: Done) -> None:
    assert done.status == 2
    assert "factcheck: standard output: " in done.err


@pytest.mark.parametrize("command", APART[:4], ids=" ".join)
def test_a_closed_output_is_told(begin: Started, command: tuple[str, ...]) -> None:
    told_of_closed(begin(*command, closed=[1]))


@pytest.mark.parametrize(
    "command", some({one[0]: one for one in PRINTING}.values(), 4), ids=" ".join
)
def test_a_closed_output_of_any_command_is_told(here: Here, command: tuple[str, ...]) -> None:
    told_of_closed(here(None, command))


def test_a_command_that_prints_nothing_may_have_its_output_closed(
    begin: Started, desk: Path
) -> None:
    done = begin("export", *ONE, "-o", "one.md", closed=[1])
    assert (done.status, done.err) == (0, "")
    assert (desk / "one.md").read_text() == begin("export", *ONE).out


def test_messages_that_go_nowhere_change_no_status(begin: Started, full: BinaryIO) -> None:
    for gone in (begin("check", "bad.md", stderr=full), begin("check", "bad.md", closed=[2])):
        assert (gone.status, "CONTRADICTED" in gone.out) == (1, True)


LEFT = [
    (("check", "bad.md"), 1),
    (("lookup", "the price of tea in Assam"), 3),
    (("export",), 0),
    (("--help",), 0),
    (("check", "bad.md", "--format", "sarif"), 1),
    (("check", "bad.md", "--fail-on", "never"), 0),
    (("check", "good.md"), 0),
    (("lookup", "Casey made 20 recommendations"), 1),
    (("lookup", "Casey made 20 recommendations", "--json"), 1),
    (("lookup", "Casey made 12 recommendations"), 0),
    (("list",), 0),
    (("check", "--help"), 0),
    (("import", "reviews.csv", "bad.md", "--into", "published"), 1),
]


@pytest.mark.parametrize(("command", "status"), LEFT[:4])
def test_a_reader_that_leaves_early_changes_no_status(
    begin: Started, unread: int, command: tuple[str, ...], status: int
) -> None:
    assert begin(*command, stdout=unread).status == status


@pytest.mark.parametrize(("command", "status"), LEFT[4:])
def test_a_reader_that_leaves_early_changes_no_status_of_any_command(
    here: Here, unread: int, command: tuple[str, ...], status: int
) -> None:
    with os.fdopen(os.dup(unread), "wb", buffering=0) as gone:
        assert here(gone, command).status == status


def test_what_comes_after_its_reader_has_left_counts_too(
    begin: Started, unread: int, desk: Path
) -> None:
    """Its first findings fill the pipe, and are no errors; the last is one."""
    (desk / "long.md").write_text("The price of tea in Assam rose.\n\n" * 200 + WRONG)
    least = ("--not-covered", "--fail-on", "error")
    assert begin("check", "long.md", *least, stdout=unread).status == 1
    (desk / "long.md").write_text("The price of tea in Assam rose.\n\n" * 200)
    assert begin("check", "long.md", *least, stdout=unread).status == 0


def test_a_list_without_end_ends_when_its_reader_leaves(begin: Started) -> None:
    reading, writing = os.pipe()
    with (
        subprocess.Popen(
            [sys.executable, "-m", "factcheck", "lookup", "--from", "-", "--json"],
            env=begin.environment,
            stdin=subprocess.PIPE,
            stdout=writing,
        ) as process,
        os.fdopen(reading) as answers,
    ):
        os.close(writing)
        assert process.stdin
        process.stdin.write(b"Casey made 12 recommendations\n")
        process.stdin.flush()
        assert json.loads(answers.readline())["query"] == "Casey made 12 recommendations"
        answers.close()
        with suppress(BrokenPipeError):
            while True:
                process.stdin.write(b"Casey made 12 recommendations\n")
                process.stdin.flush()
        with suppress(BrokenPipeError):
            process.stdin.close()
    assert process.returncode == 0


@pytest.mark.parametrize("closed", [[0], [0, 1], [0, 1, 2]])
def test_no_file_takes_the_place_of_a_closed_stream(
    begin: Started, desk: Path, closed: list[int]
) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    begin("list", "--corpus", "ponds", closed=closed)
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before
