"""The command line, run in this process: hundreds of odd arguments in a second."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

import pytest
from processes import Done

from factcheck import cli
from factcheck.commands.console import ended, prepare_streams

Run = Callable[..., Done]


def run_here(
    *arguments: str | bytes | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Done:
    """Run the command as `main` does, but for ending the process."""
    stdout = BytesIO()
    done = run_onto(stdout, *arguments, stdin=stdin, cwd=cwd, environment=environment)
    return done._replace(out=stdout.getvalue().decode())


def run_onto(
    stdout: BinaryIO | None,
    *arguments: str | bytes | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Done:
    """Run the command with its results going to `stdout`; `None` is a stream that is closed."""
    errors = BytesIO()
    streams = (
        TextIOWrapper(BytesIO(stdin), "utf-8", "surrogateescape"),
        stdout and TextIOWrapper(stdout, "utf-8", "backslashreplace", newline=""),
        TextIOWrapper(errors, "utf-8", "backslashreplace", newline=""),
    )
    status = run_with(streams, *arguments, cwd=cwd, environment=environment)
    return Done(status, "", errors.getvalue().decode())


def run_with(
    streams: Sequence[TextIOWrapper | None],
    *arguments: str | bytes | Path,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run the command with these three for its standard streams; return its exit status."""
    names = ("stdin", "stdout", "stderr")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["factcheck", *map(os.fsdecode, arguments)])
        for name, stream in zip(names, streams, strict=True):
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "__stdout__", streams[1])
        if environment is not None:
            set_environment(patch, environment)
        if cwd:
            patch.chdir(cwd)
        prepare_streams()
        status = ended([], cli._run())  # noqa: SLF001 - `main` ends the process
        used = [getattr(sys, name) for name in names]
    for given, stream in zip(streams, used, strict=True):
        if given and not given.closed:
            given.detach()
        elif not given:
            with suppress(OSError):  # what was closed can't be written
                stream.close()
    return status


def set_environment(patch: pytest.MonkeyPatch, environment: Mapping[str, str]) -> None:
    """Let this process have that environment and no more, in the place where libraries look."""
    for name in os.environ.keys() - environment.keys():
        patch.delenv(name)
    for name, value in environment.items():
        patch.setenv(name, value)
