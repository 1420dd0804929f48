"""Measure corpora of ten thousand to a million claims, and what else one could search them with.

    python tools/bench_scale.py [COUNT ...]

Each figure is of a process of its own, so that its memory is its own. Prints
Markdown tables.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

from make_corpus import write_corpus
from peers import PEERS

COUNTS = [10_000, 100_000, 1_000_000]
ASKED = 300
FEW = 20
"""So many queries are asked of a peer that takes longer than a second for each."""
TURNS = 9
FACTCHECK = [sys.executable, "-m", "factcheck"]
EVERY = 0.1
"""So often, in seconds, memory is looked at."""
MEGABYTE = 1_000_000


def main() -> None:
    """Measure what the command line asks for, or one thing of it in a process of its own."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(ONE[sys.argv[2]](Path(sys.argv[3]), sys.argv[4])))
        return
    counts = [int(count) for count in sys.argv[1:]] or COUNTS
    with tempfile.TemporaryDirectory() as folder:
        corpora = {count: Path(folder) / str(count) for count in counts}
        for count, corpus in corpora.items():
            write_corpus(count, corpus)
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        own(corpora)
        beside(corpora[max(counts)])


def own(corpora: dict[int, Path]) -> None:
    """Print what this program takes for each corpus."""
    print("| claims | text, MB | index, MB | claims/s | peak, MB | cold, ms | of the built-in's |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for count, corpus in corpora.items():
        made = _alone("index", corpus, "")
        cold, builtin = _cold(corpus)
        text = _size(corpus / "claims")
        print(
            f"| {count:,} | {text:.0f} | {made['size']:.0f} ({made['size'] / text:.2f}) "
            f"| {count / made['seconds']:,.0f} | {made['peak']:.0f} | {cold * 1000:.0f} "
            f"| {cold / builtin:.2f} |",
            flush=True,
        )
    print("\n| claims | lookup, ms: median | 95th | right in the first 5 | memory, MB: one | all |")
    print("|---|---|---|---|---|---|", flush=True)
    for count, corpus in corpora.items():
        warm, one = _alone("warm", corpus, ""), _alone("warm", corpus, "1")
        print(
            f"| {count:,} | {_times(warm)} | {warm['right']:.1%} "
            f"| {one['memory']:.0f} | {warm['memory']:.0f} |",
            flush=True,
        )


def beside(corpus: Path) -> None:
    """Print what the peers take for a corpus."""
    print("\n| | build, s | peak, MB | size, MB | ms: median | 95th | first 5 | memory, MB |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for name in PEERS:
        try:
            done = _alone("peer", corpus, name)
        except subprocess.CalledProcessError as error:
            print(f"| {name} | {error.stderr.strip().splitlines()[-1]} |", flush=True)
            continue
        print(
            f"| {name} | {done['seconds']:.0f} | {done['peak']:.0f} | {done['size']:.0f} "
            f"| {_times(done)} | {done['right']:.1%} | {done['memory']:.0f} |",
            flush=True,
        )


def _times(done: dict[str, Any]) -> str:
    return f"{done['median']:.1f} | {done['late']:.1f}"


def _alone(what: str, corpus: Path, argument: str) -> dict[str, Any]:
    """Measure one thing in a process of its own."""
    command = [sys.executable, __file__, "--one", what, str(corpus), argument]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _cold(corpus: Path) -> tuple[float, float]:
    """Return the seconds of a first look-up here and in the built-in corpus, in turns."""
    text = next(_queries(corpus))[0]
    large = [*FACTCHECK, "lookup", "--corpus", str(corpus), text]
    small = [*FACTCHECK, "lookup", "--corpus", "builtin", "Casey made 12 recommendations"]
    turns = [(_seconds(large), _seconds(small)) for _ in range(TURNS)]
    return median(turn[0] for turn in turns[1:]), median(turn[1] for turn in turns[1:])


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def _index(corpus: Path, _: str) -> dict[str, float]:
    command = [*FACTCHECK, "index", "--corpus", str(corpus)]
    start = time.perf_counter()
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _held_by(process.pid))
            time.sleep(EVERY)
    seconds = time.perf_counter() - start
    cache = Path(os.environ["XDG_CACHE_HOME"]) / "factcheck"
    newest = max(cache.glob("long-*/"), key=lambda folder: folder.stat().st_mtime)
    return {"seconds": seconds, "peak": peak, "size": _size(newest)}


def _warm(corpus: Path, first: str) -> dict[str, float]:
    from factcheck.lookup.across import look_up_across
    from factcheck.store.opening import Watch, open_corpus

    store = open_corpus(corpus, Watch(sys.exit, sys.exit))

    def find(text: str) -> list[int]:
        answer = look_up_across(text, store.each)
        return [match.number for match in (*answer.matches, *answer.closest)]

    return _asked(corpus, find, int(first or ASKED), lambda number: store.claim(number).id)


def _peer(corpus: Path, name: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        claims = list(_claims(corpus))
        start = time.perf_counter()
        find = PEERS[name](Path(folder), (statement for _, statement in claims))
        made = {"seconds": time.perf_counter() - start, "peak": _peak(), "size": _size(folder)}
        few = FEW if name.startswith(("rapidfuzz", "SQLite FTS5, any")) else ASKED
        return made | _asked(corpus, find, few, lambda number: claims[number][0])


def _asked(
    corpus: Path, find: Callable[[str], list[int]], count: int, name: Callable[[int], str]
) -> dict[str, float]:
    times, right = [], 0
    for (text, wanted), _ in zip(_queries(corpus), range(count), strict=False):
        start = time.perf_counter()
        found = find(text)
        times.append(time.perf_counter() - start)
        right += wanted in [name(number) for number in found[:5]]
    times = sorted(time * 1000 for time in times)
    late = times[int(len(times) * 0.95)]
    told = {"median": median(times), "late": late, "right": right / len(times)}
    return told | {"memory": _resident()}


def _queries(corpus: Path) -> Iterator[tuple[str, str]]:
    for line in (corpus / "queries.jsonl").open():
        data = json.loads(line)
        yield data["text"], data["id"]


def _claims(corpus: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((corpus / "claims").glob("*.jsonl")):
        for line in path.open():
            data = json.loads(line)
            yield data["id"], data["statement"]


def _size(folder: Path | str) -> float:
    return sum(path.stat().st_size for path in Path(folder).rglob("*")) / MEGABYTE


def _peak() -> float:
    """Return the most memory, in megabytes, that this process and its largest child held."""
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(here, below) * 1024 / MEGABYTE


def _held_by(session: int) -> float:
    """Return how much memory the processes of a session hold together, in megabytes."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            if os.getsid(int(process.name)) == session:
                total += int((process / "statm").read_text().split()[1])
    return total * resource.getpagesize() / MEGABYTE


def _resident() -> float:
    """Return how much memory this process holds now, in megabytes, what it maps included."""
    if not Path("/proc/self/statm").exists():
        return _peak()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / MEGABYTE


ONE = {"index": _index, "warm": _warm, "peer": _peer}

if __name__ == "__main__":
    main()
