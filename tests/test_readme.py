"""What the README shows is what the command prints."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import COMMANDS

README = Path(__file__).parents[1] / "README.md"
SESSION = re.compile(
    r"^\$ (factcheck lookup .*?) \| head -n (\d+)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE
)

INSTALL = "\n## Install\n"
STORY = re.compile(r"```console\n(\$ (?:factcheck init|echo|printf) (?:.*\n)*?)```", re.MULTILINE)
"""Sessions whose commands follow on from one another, each in a new folder."""


def test_sessions_are_real(run: Callable, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")

    def real(found: re.Match[str]) -> str:
        done = run(*shlex.split(found[1])[1:])
        lines = done.out.splitlines(keepends=True)[: int(found[2])]
        return f"$ {found[1]} | head -n {found[2]}\n{''.join(lines)}"

    first, rest = text.split(INSTALL)
    expected = SESSION.sub(real, first) + INSTALL + rest
    if request.config.getoption("--update-golden"):
        README.write_text(expected, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == expected


def test_stories_are_real(
    environment: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin" / "factcheck"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n')
    shim.chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{environment['PATH']}"

    def real(found: re.Match[str]) -> str:
        folder = tmp_path / str(found.start())
        folder.mkdir()
        told = ""
        for command in re.findall(r"^\$ (.*)$", found[1], re.MULTILINE):
            told += f"$ {command}\n"
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            done = subprocess.run(
                ["bash", "-c", command],  # noqa: S607
                cwd=folder,
                env=environment | {"PATH": path},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            told += done.stdout.decode()
        return f"```console\n{told}```"

    text = README.read_text(encoding="utf-8")
    expected = STORY.sub(real, text)
    if request.config.getoption("--update-golden"):
        README.write_text(expected, encoding="utf-8")
    assert expected == README.read_text(encoding="utf-8")
    assert len(STORY.findall(text)) == 4


def test_a_supported_a_contradicted_and_an_uncovered_claim_are_shown() -> None:
    first = README.read_text("utf-8").split(INSTALL)[0]
    shown = [found[3].splitlines()[0] for found in SESSION.finditer(first)]
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
    names = re.findall(r'^  "([A-Za-z0-9-]+)', listed[1], re.MULTILINE)
    table = README.read_text("utf-8").split("## Dependencies")[1].lower()
    assert names
    assert all(f"| {name.lower()} |" in table for name in names)
