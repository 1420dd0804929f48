"""Measure how time and memory grow with texts of odd shapes, each in a process of its own.

A text of 100 kB and one of 1 MB are read as a draft and line by line. What counts is the
ratio of the two times, less that of an empty text: up to ten it is linear. Prints a
Markdown table; names of shapes may be given as arguments.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from shapes import SHAPES  # noqa: E402

SMALL, LARGE = 100_000, 1_000_000
LIMIT = 300  # seconds
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
CHECK = ["check", "--jobs", "1", "--fail-on", "never", "--format", "json"]
WAYS = {
    "check .md": (".md", CHECK),
    "check .html": (".html", CHECK),
    "check .txt": (".txt", CHECK),
    "annotate": (".md", ["annotate"]),
    "lookup --from": (".txt", ["lookup", "--json", "--from"]),
}


class Cost(NamedTuple):
    """CPU seconds and peak memory in megabytes of one process."""

    seconds: float
    memory: float


def main() -> None:
    """Measure and print."""
    wanted = sys.argv[1:] or [*SHAPES]
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        _cost([FACTCHECK, "topics"])  # the index is made
        print("| shape | way | s for 1 MB | times 100 kB | peak MB |\n|---|---|---|---|---|")
        for shape in wanted:
            for way, small, large in _measured(shape, Path(name)):
                ratio = large.seconds / small.seconds
                cells = (shape, way, f"{large.seconds:.1f}", f"{ratio:.1f}", f"{large.memory:.0f}")
                print(f"| {' | '.join(cells)} |", flush=True)


def _measured(shape: str, folder: Path) -> Iterator[tuple[str, Cost, Cost]]:
    for way, (extension, command) in WAYS.items():
        place = folder / f"text{extension}"
        costs = []
        for size in (0, SMALL, LARGE):
            place.write_text(SHAPES[shape](size) if size else "", encoding="utf-8")
            costs.append(_cost([FACTCHECK, *command, str(place)]))
        start = costs[0].seconds
        less = [Cost(max(0.05, one.seconds - start), one.memory) for one in costs[1:]]
        yield way, less[0], less[1]


def _cost(command: list[str]) -> Cost:
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    process = subprocess.Popen(command, **pipes, stderr=subprocess.DEVNULL)
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        number, _, used = os.wait4(process.pid, os.WNOHANG)
        if number:
            return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
        time.sleep(0.01)
    process.kill()
    os.wait4(process.pid, 0)
    return Cost(float("inf"), float("inf"))


main()
