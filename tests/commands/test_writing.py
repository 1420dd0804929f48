"""What is written, and where: links, devices and modes stay; what is half made goes away."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done, ended

ONE = ("export", "--id", "figures-500000-abused")


def test_a_link_stays_and_its_file_is_written(run: Callable[..., Done], tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    link.symlink_to(real)
    assert run(*ONE, "-o", link).status == 2
    assert real.read_text() == "old"
    assert run(*ONE, "-o", link, "--force").status == 0
    assert link.is_symlink()
    assert real.read_text() == run(*ONE).out


def test_a_file_that_is_overwritten_keeps_its_mode(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    path = tmp_path / "private.md"
    path.touch(0o600)
    assert run(*ONE, "-o", path, "--force").status == 0
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_pipe_takes_what_is_written(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = start(*ONE, "-o", pipe)
    assert pipe.read_text() == run(*ONE).out
    assert ended(process).status == 0
    assert pipe.is_fifo()


def test_a_shelf_that_is_a_link_stays_one(run: Callable[..., Done], tmp_path: Path) -> None:
    assert run("init", tmp_path / "mine").status == 0
    shelf = tmp_path / "mine" / "claims" / "market-hall.yaml"
    real = shelf.rename(tmp_path / "mine" / "shelf.yaml")
    shelf.symlink_to(real)
    claim = ("--quote", "We warned about that pipe twice", "--statement", "Brandt spoke of a pipe.")
    more = ("--kind", "event", "--asserted-by", "Ada Brandt", "--caveat", "Which pipe: unclear.")
    text = ("--text", "sources/example-gazette.txt", "--topic", "market-hall")
    done = run("add", "claim", *text, *claim, *more, cwd=tmp_path / "mine")
    assert done.status == 0, done.err
    assert shelf.is_symlink()
    assert "Brandt spoke of a pipe." in real.read_text()


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_batch_over_processes_ends_without_a_traceback(
    environment: dict[str, str], tmp_path: Path, number: int
) -> None:
    batch = tmp_path / "claims.txt"
    batch.write_text("Casey made 12 recommendations\n" * 50_000)
    for seconds in (0.3, 0.7):
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "lookup", "--from", batch, "--jobs", "2"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, number)
        done = ended(process)
        assert (done.status, done.err) == (128 + number, "")
