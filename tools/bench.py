"""Measure factcheck as whole processes beside a hello-world Typer app, in one run.

Times on a shared machine drift, so the two commands alternate and what counts
is the ratio, pair by pair. Prints a Markdown table.
"""

import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RUNS = 25
LINES = 2_000
CLAIM = "1,400 children were exploited in Rotherham"
FACTCHECK = [str(Path(sys.executable).with_name("factcheck")), "lookup"]
HELLO = """\
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    typer.echo(f"hello {name}")


app()
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        base = [sys.executable, str(hello)]
        print("| whole process | median ms | times hello (median of pairs) |")
        print("|---|---|---|")
        _row("hello-world Typer app", base, base, _piped)
        _row("lookup --json, cold", [*FACTCHECK, "--json", CLAIM], base, _piped)
        _row("lookup, piped", [*FACTCHECK, CLAIM], base, _piped)
        _row("lookup, on a terminal", [*FACTCHECK, CLAIM], base, _on_terminal)
        print(f"\nbatch: {_per_second(Path(folder)):,.0f} lookups a second through --from")


def _row(
    name: str, command: Sequence[str], base: Sequence[str], run: Callable[[Sequence[str]], float]
) -> None:
    run(command)
    pairs = [(run(command), run(base)) for _ in range(RUNS)]
    median = statistics.median(one for one, _ in pairs)
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"| {name} | {median * 1000:.0f} | {ratio:.2f} |")


def _piped(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def _on_terminal(command: Sequence[str]) -> float:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    while True:
        try:
            if not os.read(ours, 65_536):
                break
        except OSError:  # Linux reports the closed terminal so
            break
    process.wait()
    os.close(ours)
    return time.perf_counter() - start


def _per_second(folder: Path) -> float:
    listed = subprocess.run(
        [FACTCHECK[0], "list"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    claims = [line.split("\t")[1] for line in listed]
    queries = folder / "queries.txt"
    lines = [f"{claims[n % len(claims)]} {n}" for n in range(LINES)]
    queries.write_text("\n".join(lines), encoding="utf-8")
    command = [*FACTCHECK, "--from", str(queries), "--json"]
    return LINES / min(_piped(command) for _ in range(3))


main()
