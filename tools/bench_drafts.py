"""Measure `factcheck check` on drafts of Markdown, as whole processes, in one run.

A draft is ordinary prose with a wording of the corpus after each nine sentences. The
commands take turns, and what counts is how their times compare. Beside them stands
proselint, which checks the style of prose. Prints a Markdown table.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from prose import prose  # noqa: E402

RUNS = 5
SIZES = (250_000, 1_000_000, 4_000_000)
CLAIMS = 100_000
BIN = Path(sys.executable).parent
CHECK = [str(BIN / "factcheck"), "check", "--fail-on", "never", "--format", "json"]
TOGETHER = ["--corpus", "builtin", "--corpus"]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        drafts = [_draft(folder / f"{size}.md", size) for size in SIZES]
        subprocess.run([sys.executable, HERE / "make_corpus.py", str(CLAIMS), folder], check=True)
        subprocess.run([*CHECK, *TOGETHER, folder, os.devnull], check=True, capture_output=True)
        rows = {
            f"{size / 1e6:g} MB": [*CHECK, str(draft)]
            for size, draft in zip(SIZES, drafts, strict=True)
        }
        middle = str(drafts[1])
        rows["1 MB, one process"] = [*CHECK, "--jobs", "1", middle]
        rows[f"1 MB, {CLAIMS:,} claims besides"] = [*CHECK, *TOGETHER, str(folder), middle]
        rows["1 MB, proselint"] = [str(BIN / "proselint"), "check", middle]
        _print(rows)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(f"\nPeak memory of the largest process: {most:.0f} MB.")


def _draft(path: Path, size: int) -> Path:
    listed = [str(BIN / "factcheck"), "list", "--json"]
    done = subprocess.run(listed, capture_output=True, text=True, check=True)
    wordings = [word for line in done.stdout.splitlines() for word in _wordings(line)]
    ordinary = prose(size // 60)
    lines: list[str] = []
    for at in range(0, len(ordinary), 9):
        some = [*ordinary[at : at + 9], f"{wordings[at % len(wordings)]}."]
        lines.append(" ".join(some))
    path.write_text("\n\n".join(lines)[:size], encoding="utf-8")
    return path


def _wordings(line: str) -> list[str]:
    import json

    found: list[str] = json.loads(line)["wordings"]
    return found


def _print(rows: dict[str, Sequence[str]]) -> None:
    times: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(RUNS):
        for name, command in rows.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            times[name].append(time.perf_counter() - start)
    print("| draft | median s | times that of 1 MB (median of pairs) |\n|---|---|---|")
    for name, measured in times.items():
        pairs = zip(measured, times["1 MB"], strict=True)
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"| {name} | {statistics.median(measured):.1f} | {ratio:.2f} |")


main()
