"""The command line, run in this process: hundreds of odd arguments in a second."""

import os
import sys
from collections.abc import Callable, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from processes import Done

from factcheck import cli

Run = Callable[..., Done]


def run_here(
    *arguments: str | bytes | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Done:
    """Run the command as `main` does, but for ending the process."""
    streams = [TextIOWrapper(BytesIO(), "utf-8", "backslashreplace", newline="") for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["factcheck", *map(os.fsdecode, arguments)])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), "utf-8", "surrogateescape"))
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        if environment is not None:
            patch.setattr(os, "environ", {**environment})
        if cwd:
            patch.chdir(cwd)
        status = cli._run()  # noqa: SLF001 - `main` ends the process
    texts = []
    for stream in streams:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return Done(status, *texts)
