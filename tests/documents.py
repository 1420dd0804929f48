"""The documents of the project, and what stands in their console blocks.

A block that begins with ```console is a session in a folder of its own. `$ ` begins a
command, `> ` goes on with it; all else is what the commands print. Blocks of what is not
run here, such as installing, begin with ```sh.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

from inprocess import run_with

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\n>(?: .*)?$)*)", re.MULTILINE)
CONTINUED = re.compile(r"\n> ?")
PLAIN = re.compile(r"""factcheck(?: [\w./=,:%-]+| '[^']*'| "[^"$`\\]*")*""")
"""A command in which nothing is left for a shell to do."""
MARK = "\x1e"


def name_of(path: Path) -> str:
    """Return a document's path in the project."""
    return path.relative_to(ROOT).as_posix()


def sessions(text: str) -> list[list[str]]:
    """Return the commands of each console block of a document, as a shell takes them."""
    return [commands_of(block) for block in CONSOLE.findall(text)]


def commands_of(block: str) -> list[str]:
    """Return the commands of a console block, as a shell takes them."""
    return [CONTINUED.sub("\n", shown) for shown in COMMAND.findall(block)]


def as_it_is(text: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Return a document with what its commands print today.

    Args:
        text: The document.
        folder: An empty one, for the files that its sessions make.
        environment: The processes' own, with the command `factcheck` on its `PATH`.
    """

    def real(found: re.Match[str]) -> str:
        place = folder / str(found.start())
        place.mkdir()
        return f"```console\n{_session(found[1], place, environment)}```"

    return CONSOLE.sub(real, text)


def _session(block: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Run a block's commands one after another; return them with what they print."""
    commands = commands_of(block)
    if all(map(PLAIN.fullmatch, commands)):
        printed = [_printed_here(command, folder, environment) for command in commands]
    else:
        printed = _printed_by_bash(commands, folder, environment)
    shown = COMMAND.findall(block)
    assert len(printed) == len(shown), f"bash can't read: {block}"
    return "".join(
        f"$ {command}\n{_ended(text)}" for command, text in zip(shown, printed, strict=True)
    )


def _printed_here(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Return what a command prints that needs no shell, run in this process."""
    told = BytesIO()
    streams = [TextIOWrapper(one, "utf-8", newline="") for one in (BytesIO(), told, told)]
    run_with(streams, *shlex.split(command)[1:], cwd=folder, environment=environment)
    return told.getvalue().decode()


def _printed_by_bash(
    commands: Iterable[str], folder: Path, environment: Mapping[str, str]
) -> list[str]:
    """Return what each command prints, run by one shell."""
    script = "".join(f"s=$?; printf '\\036'; (exit $s)\n{command}\n" for command in commands)
    done = subprocess.run(
        ["bash", "-c", script],  # noqa: S607
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode().split(MARK)[1:]


def _ended(text: str) -> str:
    """Return a text whose last line ends."""
    return text if text.endswith("\n") or not text else f"{text}\n"


def put_on_path(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment where `factcheck` is the one under test."""
    shim = folder / "factcheck"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n')
    shim.chmod(0o755)
    return {**environment, "PATH": f"{folder}:{environment['PATH']}"}
