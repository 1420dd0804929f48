"""A real terminal, for a command in this process or in one of its own."""

import os
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from io import TextIOWrapper
from pathlib import Path

import pytest
from inprocess import run_with
from processes import Done

fcntl = pytest.importorskip("fcntl", reason="needs a POSIX terminal")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")
Terminal = Callable[..., Done]
Start = Callable[..., Callable[[], int]]
"""Runs a command on a terminal, and returns what waits for its status."""


def here(environment: Mapping[str, str]) -> Terminal:
    """Return a function that runs the command on a terminal, in this process."""

    def begin(
        follower: int, command: tuple[str, ...], cwd: Path | None, own: Mapping[str, str]
    ) -> Callable[[], int]:
        with open(follower, "r+b", buffering=0, closefd=False) as raw:
            streams = [TextIOWrapper(raw, "utf-8", line_buffering=True) for _ in range(3)]
            status = run_with(streams, *command, cwd=cwd, environment=own)
        return lambda: status

    return _shown(environment, begin)


def apart(environment: Mapping[str, str]) -> Terminal:
    """Return a function that runs the command on a terminal, in a process of its own."""

    def begin(
        follower: int, command: tuple[str, ...], cwd: Path | None, own: Mapping[str, str]
    ) -> Callable[[], int]:
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), follower)
        started = [sys.executable, "-m", "factcheck", *command]
        return subprocess.Popen(started, env=own, cwd=cwd, **streams).wait

    return _shown(environment, begin)


def _shown(environment: Mapping[str, str], begin: Start) -> Terminal:
    """Return a function that runs the command on a terminal; both streams are its `out`."""

    def shown(
        *arguments: str, columns: int = 80, cwd: Path | None = None, **settings: object
    ) -> Done:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        changed = {name: str(value) for name, value in settings.items()}
        own = {**environment, "TERM": "xterm-256color", **changed}
        with ThreadPoolExecutor(1) as reader:
            output = reader.submit(read_all, leader)
            try:
                status = begin(follower, arguments, cwd, own)
            finally:
                os.close(follower)
            told = output.result().decode("utf-8").replace("\r\n", "\n")
        os.close(leader)
        return Done(status(), told, "")

    return shown


def read_all(leader: int) -> bytes:
    """Return all that is written to a terminal until its last writer has ended."""
    output = b""
    while True:
        try:
            more = os.read(leader, 65_536)
        except OSError:  # how Linux tells the end
            return output
        if not more:
            return output
        output += more
