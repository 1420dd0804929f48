"""Odd arguments and places: a plain message, a status, and never a fault of the program."""

import re
from pathlib import Path

import pytest
import terminals
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inprocess import run_here
from thoroughness import examples

from factcheck.cli import COMMANDS
from factcheck.show.escaping import UNSAFE
from factcheck.store.reading import Store

PLAIN = "Casey made 20 recommendations."


@pytest.fixture
def here(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001
    """The working folder, with a draft and a link to itself in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.md").write_text(PLAIN)
    (tmp_path / "loop.md").symlink_to("loop.md")
    return tmp_path


LOOPS = {
    "a draft": ("check", "loop.md"),
    "a draft beside others": ("check", "d.md", "loop.md"),
    "below a link": ("check", "loop.md/d.md"),
    "a baseline": ("check", "d.md", "--baseline", "loop.md"),
    "a new baseline": ("check", "d.md", "--write-baseline", "loop.md"),
    "a draft to annotate": ("annotate", "loop.md"),
    "what is written": ("annotate", "d.md", "-o", "loop.md"),
    "what is written over": ("annotate", "d.md", "-o", "loop.md", "--force"),
    "an export": ("export", "-o", "loop.md", "--force"),
    "a corpus": ("lookup", "x", "--corpus", "loop.md"),
    "lines": ("lookup", "--from", "loop.md"),
    "a text": ("fingerprint", "loop.md"),
    "a text to verify": ("verify", "--against", "loop.md"),
    "a new corpus": ("init", "loop.md"),
    "reviews": ("import", "loop.md", "--into", "new"),
    "a shelf": ("import", "d.md", "--into", "loop.md"),
}


@pytest.mark.parametrize("arguments", LOOPS.values(), ids=LOOPS)
def test_a_link_to_itself_is_told(here: Path, arguments: tuple[str, ...]) -> None:
    done = run_here(*arguments)
    assert done.status == 2
    assert "fault of this program" not in done.err
    assert "loop.md" in done.err
    assert (here / "loop.md").is_symlink()


def test_a_corpus_of_links_to_themselves_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_here("init", "mine").status == 0
    (here / "mine" / "claims" / "loop.yaml").symlink_to("loop.yaml")
    done = run_here("lookup", "x", "--corpus", "mine")
    assert done.status == 4
    assert "loop.yaml: cannot be read" in done.err
    monkeypatch.setenv("FACTCHECK_CORPUS", "loop.md")
    done = run_here("lookup", "x")
    assert done.status in {2, 4}
    assert "loop.md" in done.err
    assert "fault of this program" not in done.err


EMPTY = {
    "a draft": ("check", ""),
    "a draft beside others": ("check", "d.md", ""),
    "a baseline": ("check", "d.md", "--baseline", ""),
    "a new baseline": ("check", "d.md", "--write-baseline="),
    "a draft to annotate": ("annotate", ""),
    "what is written": ("annotate", "d.md", "-o", ""),
    "a corpus": ("lookup", "x", "--corpus", ""),
    "lines": ("lookup", "--from", ""),
    "a text": ("fingerprint", ""),
    "a new corpus": ("init", ""),
    "reviews": ("import", "", "--into", "new"),
    "a shelf": ("import", "d.md", "--into", ""),
    "a claim": ("lookup", ""),
}


@pytest.mark.parametrize("arguments", EMPTY.values(), ids=EMPTY)
def test_an_empty_name_is_not_the_working_folder(here: Path, arguments: tuple[str, ...]) -> None:
    before = sorted(here.iterdir())
    done = run_here(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "fault of this program" not in done.err
    assert sorted(here.iterdir()) == before


def test_check_prints_json_on_the_short_word_too(here: Path) -> None:
    short = run_here("check", "d.md", "--json")
    assert short == run_here("check", "d.md", "--format", "json")
    assert short.data["schema"] == "factcheck/check/1"
    done = run_here("check", "d.md", "--json", "--format", "sarif")
    assert (done.status, done.out) == (2, "")
    assert (here / "d.md").read_text() == PLAIN


def test_a_file_that_cannot_be_found_does_not_hide_the_others(here: Path) -> None:  # noqa: ARG001
    done = run_here("check", "x" * 300, "d.md/x", "d.md", "no\n.md")
    assert done.status == 2
    assert "d.md:1:1: error: CONTRADICTED" in done.out
    assert done.err.count("\nfactcheck: ") == 3
    assert "no .md: No such file" in done.err


@pytest.mark.parametrize("columns", ["0", "1", "-5", "abc", "100000", ""])
@pytest.mark.parametrize("own", [0, 60])
def test_a_terminal_of_an_odd_width_is_written_to(
    environment: dict[str, str], here: Path, columns: str, own: int
) -> None:
    terminal = terminals.here(environment)
    done = terminal("lookup", PLAIN, columns=own, cwd=here, COLUMNS=columns)
    assert done.status == 1
    lines = re.sub(r"\x1b\[[\d;]*m", "", done.out).splitlines()
    assert max(map(len, lines)) == (own or 80)
    assert any("Baroness Casey" in line for line in lines)


OPTIONS = [
    *("--json", "--limit", "--topic", "-t", "--corpus", "--from", "--explain", "--format", "--id"),
    *("--baseline", "--exclude", "--include", "--fail-on", "--style", "--lookup", "-h", "--help"),
    *("--version", "--jobs", "--against", "--not-covered", "--no-color", "--quote", "--text", "--"),
    *("--kind", "--speaker", "--paragraph", "--by-date", "--by"),
]
SAFE = sorted({*COMMANDS} - {"init", "import", "index"})
"""Commands that write nothing if they are not told where."""
WORDS = [
    "d.md",
    "loop.md",
    ".",
    "..",
    "no/such",
    "history",
    "number",
    "builtin",
    "-",
    "1",
    "-1",
    "",
]
ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=12)
ARGUMENT = (
    st.sampled_from([*OPTIONS, *WORDS])
    | ANY
    | st.builds("{}={}".format, st.sampled_from(OPTIONS), ANY)
)


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SAFE) | ANY, st.lists(ARGUMENT, max_size=5))
def test_any_command_line_ends_with_a_status(here: Path, command: str, rest: list[str]) -> None:
    if any(re.match("-o|--(w|o)", one) for one in rest):  # these write, or watch
        return
    done = run_here(command, *rest)
    assert done.status in {0, 1, 2, 3, 4}
    assert "Traceback" not in done.err
    assert "fault of this program" not in done.err
    assert not UNSAFE.search((done.out + done.err).replace("\n", ""))
    assert {one.name for one in here.iterdir()} == {"d.md", "loop.md"}
