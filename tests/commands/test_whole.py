"""Whole or not at all: on a full disk, beside others, after a kill, and never elsewhere."""

import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import Done, ended

CSV = "claim,publisher,url,rating\nThe moon is cheese,A,https://a.example/1,False\n"
SOURCE = ("--outlet", "Fenwick Post", "--kind", "newspaper")
CLAIM = (
    *("--text", "sources/example-gazette.txt", "--topic", "market-hall", "--kind", "event"),
    *("--quote", "We warned about that pipe twice", "--asserted-by", "Ada Brandt"),
    *("--statement", "Brandt spoke of a pipe.", "--caveat", "Which pipe: unclear."),
)
OTHER = [*CLAIM[:3], "pipes", *CLAIM[4:]]
WORKSHOP = ".factcheck-123-abcd_012"
MARKER = "made-by-factcheck"


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """What is in a folder: the bytes of files, where links lead, `None` for folders."""

    def content(path: Path) -> bytes | str | None:
        if path.is_symlink():
            return str(path.readlink())
        return path.read_bytes() if path.is_file() else None

    return {str(path.relative_to(folder)): content(path) for path in folder.rglob("*")}


def files(folder: Path) -> set[str]:
    return {name for name, content in contents(folder).items() if content is not None}


@pytest.fixture
def mine(run: Callable[..., Done], tmp_path: Path) -> Path:
    """A corpus as `init` makes it; reviews, a text and a draft are beside it."""
    assert run("init", tmp_path / "mine").status == 0
    (tmp_path / "reviews.csv").write_text(CSV)
    (tmp_path / "wrong.md").write_text("The market hall was closed for eleven months.\n" * 3)
    (tmp_path / "pump.txt").write_text("The pump of the mill failed on Monday.\n" * 200)
    return tmp_path / "mine"


def marked(folder: Path) -> Path:
    """A workshop in `folder` as a killed run leaves one."""
    left = folder / WORKSHOP
    left.mkdir()
    (left / MARKER).write_text(
        "factcheck makes files here before they take their place. "
        "What a killed run left is deleted.\n"
    )
    (left / "new").write_text("half a fi")
    return left


WRITING = {
    "init": ("init", "../new"),
    "init in a folder": ("init", "../there"),
    "add source": ("add", "source", "../pump.txt", *SOURCE),
    "add claim": ("add", "claim", *OTHER),
    "add claim to a shelf": ("add", "claim", *CLAIM),
    "import": ("import", "../reviews.csv", "--into", "."),
    "export": ("export", "-o", "../cited.md"),
    "fingerprint": ("fingerprint", "../pump.txt", "-o", "../pump.fingerprint"),
    "baseline": ("check", "../wrong.md", "--write-baseline", "../known.json"),
}


@pytest.fixture
def cramped(run: Callable[..., Done], mine: Path) -> Callable[..., Done]:
    """Return a function that runs a command in the corpus, which can write so many bytes a file."""

    def done(size: int, *command: str) -> Done:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            return run(*command, cwd=mine)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return done


@pytest.mark.parametrize("size", [0, 200])
@pytest.mark.parametrize("name", WRITING)
def test_where_there_is_no_room_nothing_is_left_and_the_place_is_named(
    cramped: Callable[..., Done], run: Callable[..., Done], mine: Path, name: str, size: int
) -> None:
    (mine.parent / "there").mkdir()
    run("list", cwd=mine)  # makes the index
    before = contents(mine.parent)
    done = cramped(size, *WRITING[name])
    assert done.status == 2
    assert done.err.endswith((f": {os.strerror(errno.EFBIG)}\n", ": disk I/O error\n"))
    assert done.err.removeprefix("factcheck: ").startswith(("../", "claims", str(mine)))
    assert WORKSHOP[:11] not in done.err
    assert contents(mine.parent) == before


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)]
    if (
        not (mount and umount)
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("no small disk can be mounted here")
    yield disk
    subprocess.run([umount, str(disk)], check=True)


@pytest.mark.parametrize(
    "command",
    [
        ("init", "disk/mine"),
        ("init", "disk"),
        ("import", "many.csv", "--into", "disk"),
        ("add", "source", "long.txt", "--corpus", "disk", *SOURCE),
        ("export", "-o", "disk/all.md"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_full_disk_is_told_plainly(
    run: Callable[..., Done], small: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    rows = (f"Claim {n} of many,A,https://a.example/{n},False\n" for n in range(2_000))
    (tmp_path / "many.csv").write_text(CSV + "".join(rows))
    (tmp_path / "long.txt").write_text(" ".join(map(str, range(5_000))))
    done = run(*command, cwd=tmp_path)
    assert done.status == 2
    assert re.fullmatch(rf"factcheck: disk[^:\n]*: {os.strerror(errno.ENOSPC)}\n", done.err)
    assert files(small) == set()


def test_what_a_killed_run_left_is_cleared_and_nothing_else(
    run: Callable[..., Done], mine: Path
) -> None:
    """A user's file may be called as ours were, or stand in a folder that is called as ours are."""
    claims, out = mine / "claims", mine.parent / "out"
    out.mkdir()
    theirs = {}
    for folder in (claims, out):
        for name in (
            ".fact-checks.jsonl-old",
            ".importing-mine",
            ".one.md-a1b2c3d4",
            ".factcheck-9-x",
        ):
            theirs[folder / name] = "mine"
        theirs[folder / ".factcheck-124-abcd0123" / "notes.txt"] = "mine"
        theirs[folder / ".factcheck-125-abcd0123" / MARKER] = "mine"
        theirs[folder / ".factcheck-126-abcd0123"] = "mine"
    for path, text in theirs.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    precious = mine.parent / "precious"
    precious.mkdir()
    (precious / MARKER).write_bytes((marked(precious) / MARKER).read_bytes())
    for folder in (claims, out):
        (folder / ".factcheck-127-abcd0123").symlink_to(precious)
    left = [marked(claims), marked(out)]
    (out / ".factcheck-128-abcd0123").mkdir()
    assert run("import", "../reviews.csv", "--into", ".", cwd=mine).status == 0
    assert run("export", "-o", out / "one.md").status == 0
    assert not any(path.exists() for path in (*left, out / ".factcheck-128-abcd0123"))
    assert {path: path.read_text() for path in theirs} == theirs
    assert (precious / WORKSHOP / "new").exists()


def test_a_killed_run_by_a_real_signal_is_cleared_by_the_next(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], mine: Path
) -> None:
    process = stopped_import(start, mine)
    process.kill()
    process.communicate()
    assert any(name.startswith("claims/.factcheck-") for name in contents(mine))
    assert run("add", "claim", *CLAIM, cwd=mine).status == 0
    assert not any(".factcheck-" in name for name in contents(mine))


def stopped_import(start: Callable[..., subprocess.Popen], mine: Path) -> subprocess.Popen:
    """An import that has begun, and is stopped in the middle."""
    pipe = mine.parent / "feed.csv"
    pipe.write_text(CSV * 10_000)
    process = start("import", pipe, "--into", ".", cwd=mine)
    deadline = time.monotonic() + 30
    while not list((mine / "claims").glob(f".factcheck-{process.pid}-*/claims")):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(signal.SIGSTOP)
    return process


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_run_leaves_nothing(
    start: Callable[..., subprocess.Popen], mine: Path, number: int
) -> None:
    before = contents(mine)
    process = stopped_import(start, mine)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    done = ended(process)
    assert done.status == 128 + number
    assert "Traceback" not in done.err  # what it had skipped by then may be told
    assert contents(mine) == before


def test_who_waits_says_so_and_goes_on_when_the_other_has_ended(
    start: Callable[..., subprocess.Popen], mine: Path
) -> None:
    first = stopped_import(start, mine)
    second = start("add", "claim", *CLAIM, cwd=mine)
    assert second.stderr
    told = second.stderr.readline().decode()
    assert told == (
        f"factcheck: waiting for process {first.pid}, which writes to claims; Ctrl-C gives up\n"
    )
    first.send_signal(signal.SIGCONT)
    assert ended(first).status in {0, 1}
    done = ended(second)
    assert (done.status, done.err) == (0, "")
    assert (mine / "claims" / "fact-checks.jsonl").exists()
    assert "Brandt spoke of a pipe." in (mine / "claims" / "market-hall.yaml").read_text()


LINKED = {
    "shelf": ("claims/fact-checks.jsonl", WRITING["import"]),
    "dangling shelf": ("claims/fact-checks.jsonl", WRITING["import"]),
    "claims": ("claims", WRITING["import"]),
    "claims for a claim": ("claims", WRITING["add claim"]),
    "shelf for a claim": ("claims/pipes.yaml", WRITING["add claim"]),
    "sources": ("sources", WRITING["add source"]),
    "record": ("sources/pump.yaml", WRITING["add source"]),
    "fingerprint": ("sources/pump.fingerprint", WRITING["add source"]),
}


@pytest.mark.parametrize("name", LINKED)
def test_no_link_out_of_the_corpus_is_followed(
    run: Callable[..., Done], mine: Path, name: str
) -> None:
    place, command = LINKED[name]
    link, outside = mine / place, mine.parent / "outside"
    if link.is_dir():
        link.rename(outside)
    elif not name.startswith("dangling"):
        outside.write_text("")
    link.symlink_to(outside)
    before = contents(mine.parent)
    done = run(*command, cwd=mine)
    assert done.status == 4
    assert f"{place}: this link leads out of the corpus" in done.err
    assert contents(mine.parent) == before


def test_a_link_that_leads_to_itself_is_told(run: Callable[..., Done], mine: Path) -> None:
    link = mine.parent / "round.md"
    link.symlink_to(link)
    for options in ((), ("--force",)):
        done = run("export", "-o", link, *options)
        assert done.status == 2
        assert done.err.startswith(f"factcheck: {link}")
        assert link.is_symlink()


def test_a_source_that_was_half_added_is_completed(run: Callable[..., Done], mine: Path) -> None:
    command = WRITING["add source"]
    assert run(*command, cwd=mine).status == 0
    whole = contents(mine)
    for name in ("pump.yaml", "pump.fingerprint"):
        (mine / "sources" / name).unlink()
        assert run(*command, cwd=mine).status == 0
        assert contents(mine) == whole
    again = run(*command, cwd=mine)
    assert (again.status, "pump.yaml exists; choose another name" in again.err) == (2, True)
    (mine / "sources" / "pump.yaml").unlink()
    (mine / "sources" / "pump.fingerprint").write_text("another")
    other = run(*command, cwd=mine)
    assert (other.status, "pump.fingerprint exists; choose" in other.err) == (2, True)
    assert not (mine / "sources" / "pump.yaml").exists()


def test_half_a_new_corpus_is_completed_and_a_users_file_never_taken(
    run: Callable[..., Done], mine: Path
) -> None:
    whole = contents(mine)
    (mine / "claims" / "market-hall.yaml").unlink()
    shutil.rmtree(mine / "schema")
    marked(mine)
    assert run("init", mine).status == 0
    assert contents(mine) == whole
    for name in ("README.md", "claims/mine.yaml"):
        shutil.rmtree(mine / "schema", ignore_errors=True)
        (mine / name).write_text("my own")
        before = contents(mine)
        done = run("init", mine)
        assert (done.status, "not empty" in done.err) == (2, True)
        assert contents(mine) == before


def test_a_new_corpus_in_the_working_folder(run: Callable[..., Done], tmp_path: Path) -> None:
    """Which stays the same folder: a shell that is in it finds the files."""
    here = tmp_path / "here"
    here.mkdir(0o700)
    node = here.stat().st_ino
    assert run("init", ".", cwd=here).status == 0
    assert (here.stat().st_ino, here.stat().st_mode & 0o777) == (node, 0o700)
    assert run("verify", cwd=here).status == 0
