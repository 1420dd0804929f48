"""What the README shows is what the command prints."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import COMMANDS

README = Path(__file__).parents[1] / "README.md"
SESSION = re.compile(
    r"^\$ (factcheck lookup .*?) \| head -n (\d+)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE
)


def test_sessions_are_real(run: Callable, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")

    def real(found: re.Match[str]) -> str:
        done = run(*shlex.split(found[1])[1:])
        lines = done.out.splitlines(keepends=True)[: int(found[2])]
        return f"$ {found[1]} | head -n {found[2]}\n{''.join(lines)}"

    expected = SESSION.sub(real, text)
    if request.config.getoption("--update-golden"):
        README.write_text(expected, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == expected


def test_a_supported_a_contradicted_and_an_uncovered_claim_are_shown() -> None:
    shown = [found[3].splitlines()[0] for found in SESSION.finditer(README.read_text("utf-8"))]
    assert [line.split(":")[0] for line in shown] == ["SUPPORTED", "CONTRADICTED", "NOT COVERED"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`factcheck {command}" in README.read_text(
        "utf-8"
    ) or f"`{command}" in README.read_text("utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = (README.parent / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    names = re.findall(r'^  "([A-Za-z0-9]+)', listed[1], re.MULTILINE)
    table = README.read_text("utf-8").split("## Dependencies")[1].lower()
    assert names
    assert all(f"| {name.lower()} |" in table for name in names)
