"""Measure look-ups in Arrow by one process and by two, in Spark and in Dask on two cores.

    python tools/bench_engine.py [COUNT [CLAIMS]]

Each is a whole process from Parquet to Parquet, run with few posts and with COUNT: the
first is what it takes to start, the rest tells the posts a second. They run in turn, and
medians count; where others use the machine too, what the processors did says most. With
CLAIMS claims of `make_corpus.py`, 100,000 as a rule, and with the built-in corpus it is
measured what an executor needs to have the index. Prints Markdown tables, and how busy
the machine was.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

import clusters  # noqa: E402
from make_corpus import write_corpus  # noqa: E402
from posts import write_posts  # noqa: E402

import factcheck.arrow  # noqa: E402

COUNT, CLAIMS, FEW = 20_000, 100_000, 64
FILES = 16
ROUNDS = 3
MEGABYTE = 1_000_000


class Taken(NamedTuple):
    """What a command took, in seconds: of the clock, and of all processors."""

    wall: float
    cpu: float


Run = Callable[[Path, Path], Sequence[str | Path]]
"""Returns the command that looks the posts of one folder up and writes into another."""


def main() -> None:
    """Measure what the command line asks for, or one thing of it in a process of its own."""
    if sys.argv[1:2] == ["--files"]:
        jobs, source, target, *corpus = sys.argv[2:]
        look_files_up(int(jobs), Path(source), Path(target), *corpus)
    elif sys.argv[1:2] == ["--open"]:
        print(json.dumps(opening(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        measure(*map(int, sys.argv[1:] or [COUNT]))


def measure(count: int, claims: int = CLAIMS) -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = {"XDG_CACHE_HOME": str(folder / "cache")}
        os.environ.update(own)
        print(f"load before: {os.getloadavg()[0]:.1f}\n")
        engines(folder, count, clusters.settings(os.environ, folder))
        print(f"\nload between: {os.getloadavg()[0]:.1f}\n")
        indexes(folder, count, claims)
        print(f"\nload after: {os.getloadavg()[0]:.1f}")


def engines(folder: Path, count: int, environment: dict[str, str]) -> None:
    """Print how many posts a second each way takes, and what it takes to start."""
    statements = clusters.statements()
    few = write_posts(folder / "few", FEW, statements, FILES)
    many = write_posts(folder / "many", count, statements, FILES)
    runs: dict[str, Run] = {
        "one process": partial(_files, 1),
        "two processes": partial(_files, 2),
        "Spark, local[2]": partial(_spark, "local[2]"),
        "Spark, two executors": partial(_spark, "local-cluster[2,1,1024]"),
        "Dask, two workers": lambda source, out: clusters.dask(source, out).command,
    }
    taken: dict[str, list[tuple[Taken, Taken]]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            pair = [_timed(run, one, folder, environment) for one in (few, many)]
            taken[name].append((pair[0], pair[1]))
    print(f"| {count:,} posts | posts a second | of one process | CPU ms a post | start, s |")
    print("|---|---|---|---|---|")
    rates = {name: _rates(pairs, count - FEW, "wall") for name, pairs in taken.items()}
    for name, pairs in taken.items():
        both = zip(rates[name], rates["one process"], strict=True)
        ratio = median(mine / one for mine, one in both)
        work = f"{1000 / median(_rates(pairs, count - FEW, 'cpu')):.2f}"
        work = "–" if "Spark" in name else work  # its Pythons' time is told to nobody
        start = median(first.wall for first, _ in pairs)
        print(f"| {name} | {median(rates[name]):,.0f} | {ratio:.2f} | {work} | {start:.1f} |")


def _rates(pairs: Sequence[tuple[Taken, Taken]], count: int, clock: str) -> list[float]:
    """Return how many posts were looked up in a second of a clock, the start left out."""
    return [count / (getattr(many, clock) - getattr(few, clock)) for few, many in pairs]


def _files(jobs: int, source: Path, out: Path) -> Sequence[str | Path]:
    return [sys.executable, __file__, "--files", str(jobs), source, out]


def _spark(master: str, source: Path, out: Path) -> Sequence[str | Path]:
    return clusters.spark(master, "", source, out).command


def _timed(run: Run, source: Path, folder: Path, environment: dict[str, str]) -> Taken:
    out = folder / "out"
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(run(source, out), env=environment, cwd=folder, capture_output=True, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(out)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def look_files_up(jobs: int, source: Path, target: Path, corpus: str = "builtin") -> None:
    """Look the posts of each file up, in this process or in so many others."""
    target.mkdir()
    paths = sorted(source.iterdir())
    work = partial(_look_file_up, target=target, corpus=corpus)
    if jobs == 1:
        list(map(work, paths))
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        list(pool.map(work, paths))


def _look_file_up(path: Path, target: Path, corpus: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    posts = pq.ParquetFile(path)
    schema = pa.schema([*posts.schema_arrow, *factcheck.arrow.SCHEMA])
    with pq.ParquetWriter(target / path.name, schema) as file:
        for batch in factcheck.arrow.lookup(posts.iter_batches(), column="text", corpus=corpus):
            file.write_batch(batch)


def indexes(folder: Path, count: int, claims: int) -> None:
    """Print what an index is to pack, to send, to unpack and to open."""
    write_corpus(claims, folder / "synthetic")
    print("| | pack, s | sent, MB | unpack, s | open, ms | memory, MB | CPU ms a post |")
    print("|---|---|---|---|---|---|---|")
    for name, corpus in (("built-in", "builtin"), (f"{claims:,} claims", folder / "synthetic")):
        with clusters.factcheck.open(corpus):
            pass  # an index is in the cache
        packed = folder / "packed"
        taken = [_seconds(factcheck.arrow.pack, packed, corpus)]
        archive = Path(shutil.make_archive(str(packed), "zip", packed))
        taken.append(_seconds(shutil.unpack_archive, archive, folder / "there"))
        posts = write_posts(folder / "posts", count, clusters.statements(corpus), FILES)
        found = _alone("--open", folder / "there", posts)
        size = archive.stat().st_size / MEGABYTE
        print(
            f"| {name} | {taken[0]:.2f} | {size:.1f} | {taken[1]:.2f} | {found['open']:.0f}"
            f" | {found['memory']:.0f} | {found['work']:.2f} |",
            flush=True,
        )
        for one in (packed, posts, folder / "there"):
            shutil.rmtree(one)


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def _alone(*arguments: str | Path) -> dict[str, float]:
    command = [sys.executable, __file__, *arguments]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def opening(corpus: Path, posts: Path) -> dict[str, float]:
    """Return what this process takes to open a packed corpus, and then to look posts up.

    The memory is what no other process shares, beyond that of Python and pyarrow.
    """
    import psutil
    import pyarrow.parquet as pq

    table = pq.read_table(posts)
    process = psutil.Process()
    before = process.memory_full_info().uss
    start = time.perf_counter()
    held = factcheck.arrow.lookup(table.to_batches(1_000), column="text", corpus=corpus)
    opened = time.perf_counter()
    used = time.process_time()
    rows = sum(batch.num_rows for batch in held)
    used = time.process_time() - used
    grown = process.memory_full_info().uss - before
    open_ms = (opened - start) * 1000
    return {"open": open_ms, "work": used / rows * 1000, "memory": grown / MEGABYTE}


if __name__ == "__main__":
    main()
