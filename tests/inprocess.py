"""The command line, run in this process: hundreds of odd arguments in a second."""

import os
import sys
from collections.abc import Callable, Mapping
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
    out, err = (one and written_as_text(one) for one in (stdout, BytesIO()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["factcheck", *map(os.fsdecode, arguments)])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), "utf-8", "surrogateescape"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        if environment is not None:
            patch.setattr(os, "environ", {**environment})
        if cwd:
            patch.chdir(cwd)
        prepare_streams()
        status = ended([], cli._run())  # noqa: SLF001 - `main` ends the process
        told = sys.stdout
    if out:
        out.detach()
    else:
        with suppress(OSError):
            told.close()
    return Done(status, "", err.buffer.getvalue().decode())


def written_as_text(stream: BinaryIO) -> TextIOWrapper:
    return TextIOWrapper(stream, "utf-8", "backslashreplace", newline="")
