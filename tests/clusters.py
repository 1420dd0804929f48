"""Engines that look posts up over several processes, run as a user would, and their killing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import factcheck
import factcheck.arrow

DOCS = Path(__file__).parents[1] / "docs"
LONGEST = 3_000
"""Seconds; no job here takes longer, on a busy machine either."""
EXECUTOR, PYTHON = "CoarseGrainedExecutorBackend", "pyspark.daemon"
"""What stands in the command lines of Spark's own processes, and of its Pythons, of which one
waits to fork others."""
LOST = {EXECUTOR: "Lost executor", PYTHON: "Lost task"}
TOLD = 1.0
"""Seconds in which an engine tells that it lost a process, as a rule."""
SEPARATE = {"spark.ui.enabled": "false", "spark.sql.files.maxPartitionBytes": "1m"}
"""Each file, if it is small, is a task of its own."""


def missing(package: str) -> str | None:
    """Return why an engine can't be run here; `None` if it can."""
    if package == "pyspark" and not shutil.which("java"):
        return "no Java runtime: apt-get install default-jre-headless"
    lacking = [name for name in (package, "psutil") if not find_spec(name)]
    return f"{lacking[0]} is not installed: make engines" if lacking else None


class Job(NamedTuple):
    """A script of docs/ that looks posts up in an engine.

    Attributes:
        command: What runs it, with its arguments.
        out: The folder that it writes.
        begun: Matches, in that folder, what is there once a part of the job is done.
        worker: What stands in the command line of a process that could be killed.
        lost: What the engine tells once it lost such a process with its work.
    """

    command: Sequence[str | Path]
    out: Path
    begun: str
    worker: str
    lost: str


def spark(master: str, worker: str, *arguments: str | Path) -> Job:
    """Return the job for Spark; `arguments` are those of its script."""
    settings = [f"--conf={name}={value}" for name, value in SEPARATE.items()]
    submit = Path(sys.executable).with_name("spark-submit")
    command = [submit, "--master", master, *settings, DOCS / "spark_lookup.py", *arguments]
    return Job(command, Path(arguments[1]), "_temporary/0/task_*", worker, LOST.get(worker, ""))


def dask(*arguments: str | Path) -> Job:
    """Return the job for Dask; `arguments` are those of its script."""
    command = [sys.executable, DOCS / "dask_lookup.py", *arguments]
    begun, worker, lost = "*.parquet", "multiprocessing.spawn", "Restarting worker"
    return Job(command, Path(arguments[1]), begun, worker, lost)


def spark_home(folder: Path) -> Path:
    """Return a Spark of links: a local cluster of its writes into the one that it runs from."""
    (spec,) = find_spec("pyspark").submodule_search_locations
    folder.mkdir()
    for path in Path(spec).iterdir():
        (folder / path.name).symlink_to(path)
    return folder


def settings(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Return what an engine's processes are started with; `folder` is for what they write."""
    home = spark_home(folder / "spark") if find_spec("pyspark") else folder
    local = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(home), "TMPDIR": str(folder)}
    return {**environment, **local, "PYSPARK_PYTHON": sys.executable}


def done(job: Job, environment: Mapping[str, str], *, kill: bool = False) -> None:
    """Run a job to its end; if asked, a worker is killed in the middle, and the engine lost it.

    All that it started is gone afterwards.
    """
    log = job.out.with_suffix(".log")
    with log.open("wb") as told, _running(job, environment, told) as process:
        while kill and job.lost not in log.read_text("utf-8", "replace"):
            _kill_one(job, process)
            time.sleep(TOLD)
        status = process.wait(LONGEST)
    assert status == 0, log.read_text("utf-8", "replace")[-5_000:]


@contextmanager
def _running(
    job: Job, environment: Mapping[str, str], told: Any
) -> Iterator[subprocess.Popen[bytes]]:
    import psutil

    folder = job.out.parent
    process = subprocess.Popen(job.command, env=environment, cwd=folder, stdout=told, stderr=told)
    try:
        yield process
    finally:
        if process.poll() is None:
            started = psutil.Process(process.pid).children(recursive=True)
            for one in started:
                one.kill()
            process.kill()
            process.wait()


def _kill_one(job: Job, process: subprocess.Popen[bytes]) -> None:
    """Kill one of a job's workers, at work, as soon as a part of the job is done.

    One that has just ended its work is nothing lost, so one call may not be enough.
    """
    victims: list[int] = []
    while not victims:
        assert process.poll() is None, "it ended before anything was lost"
        time.sleep(0.05)
        victims = _workers(job, process) if [*job.out.glob(job.begun)] else []
    with suppress(ProcessLookupError):
        os.kill(victims[-1], signal.SIGKILL)


def _workers(job: Job, process: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes of a job that could be killed and are at work."""
    import psutil

    working = []
    for one in psutil.Process(process.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            busy = job.worker != PYTHON or one.status() == psutil.STATUS_RUNNING
            if busy and job.worker in " ".join(one.cmdline()):
                working.append(one.pid)
    return working


def one_process(folder: Path, corpus: Path | str = "builtin") -> list[dict]:
    """Return what one process makes of the posts in a folder, in their order."""
    import pyarrow.parquet as pq

    found = []
    for path in sorted(folder.iterdir()):
        batches = pq.ParquetFile(path).iter_batches()
        for batch in factcheck.arrow.lookup(batches, column="text", corpus=corpus):
            found += batch.to_pylist()
    return found


def check_equal(out: Path, expected: list[dict]) -> None:
    """Check that an engine wrote the rows that were expected, and no other."""
    import pyarrow.parquet as pq

    rows = pq.read_table(sorted(out.glob("*.parquet"))).to_pylist()
    found = sorted(rows, key=lambda row: row["id"])
    assert len(found) == len(expected)
    assert [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]][:1] == []


def statements(corpus: Path | str = "builtin") -> list[str]:
    """Return what the claims of a corpus state."""
    with factcheck.open(corpus) as held:
        return [claim.statement for claim in held.claims]
