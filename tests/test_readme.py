"""What the README and the pages in docs/ show is what the command prints.

`pytest tests/test_readme.py --update-golden` rewrites it all in place.
"""

import re
from pathlib import Path

import pytest
from documents import (
    DOCS,
    DOCUMENTS,
    README,
    ROOT,
    as_it_is,
    name_of,
    put_on_path,
    sessions,
)
from thoroughness import some

from factcheck.cli import COMMANDS
from factcheck.commands.lookup import STATUS

LONGEST = 150
"""Lines of the README."""
PARTS = {"add": ("add source", "add claim")}
"""Commands that have commands of their own."""
VERDICT = re.compile(r"^(\| ([a-z ]+) \| .* \| )\d( \|)$", re.MULTILINE)
UNRUN = re.compile(r"^```(?:sh|shell|bash)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITH_SESSIONS = [path for path in DOCUMENTS if sessions(path.read_text("utf-8"))]


@pytest.mark.parametrize("path", some(WITH_SESSIONS, 4), ids=name_of)
def test_a_console_block_shows_what_its_commands_print(
    path: Path, environment: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "bin").mkdir()
    text = path.read_text("utf-8")
    real = as_it_is(text, tmp_path, put_on_path(tmp_path / "bin", environment))
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8")
    assert path.read_text("utf-8") == real


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_what_is_not_run_shows_no_prompt_and_so_no_output(path: Path) -> None:
    unrun = UNRUN.findall(path.read_text("utf-8"))
    assert not [block for block in unrun if block.startswith("$ ") or "\n$ " in block]


def test_the_verdicts_and_their_exit_statuses_are_in_the_readme(
    request: pytest.FixtureRequest,
) -> None:
    text = README.read_text("utf-8")
    table = VERDICT.findall(text)
    assert {verdict.replace(" ", "_") for _, verdict, _ in table} == {*STATUS}
    real = VERDICT.sub(lambda row: f"{row[1]}{STATUS[row[2].replace(' ', '_')]}{row[3]}", text)
    if request.config.getoption("--update-golden"):
        README.write_text(real, encoding="utf-8")
    assert README.read_text("utf-8") == real


def test_a_supported_a_contradicted_a_close_and_an_uncovered_claim_come_first() -> None:
    first = README.read_text("utf-8").split("\n## ", 1)[0]
    shown = re.findall(r"^\$ factcheck lookup \"[^\"]+\"\n([A-Z ]+) ·", first, re.MULTILINE)
    assert shown == ["SUPPORTED", "CONTRADICTED", "CLOSE", "NOT COVERED"]


def test_the_readme_says_what_language_it_reads_and_that_it_serves_continuous_integration() -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert "English only" in text
    assert "continuous integration" in text


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("command", ["", *COMMANDS, *PARTS["add"]])
def test_the_help_of_every_command_is_in_the_docs(command: str) -> None:
    shown = sessions((DOCS / "commands.md").read_text("utf-8"))
    assert [" ".join(f"factcheck {command} --help".split())] in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_guide(command: str) -> None:
    assert re.search(rf"`(factcheck )?{command}\b", (DOCS / "guide.md").read_text("utf-8"))


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    names = re.findall(r'^  "([A-Za-z0-9-]+)', listed[1], re.MULTILINE)
    table = (DOCS / "dependencies.md").read_text("utf-8").lower()
    assert names
    assert all(f"| {name.lower()} |" in table for name in names)
