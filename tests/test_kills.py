"""Killed at any moment, the next run is right, and no file is ever half-written.

`make test-kills` kills a hundred times each; as a rule only a few are tried.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from feeds import write_feeds
from ponds import write_ponds
from processes import Done, ended
from reviewed import reviewed, write_long

from factcheck.corpus.lines import numbered, read_line
from factcheck.lookup.across import look_up_across
from factcheck.store.opening import Opening, Watch, open_corpus

KILLS = int(os.environ.get("FACTCHECK_KILLS", "0"))
kills = pytest.mark.skipif(not KILLS, reason="make test-kills kills")
Begun = Callable[[subprocess.Popen], bool]
QUIET = Watch(pytest.fail, str)


class Killing:
    """Kills a command at random moments of its life, until that came in time often enough.

    Attributes:
        left: So many kills have still to come in time.
    """

    def __init__(self, start: Callable[..., subprocess.Popen], longest: float) -> None:
        """Take how processes are started, and how many seconds the command takes."""
        self.start, self.longest, self.left = start, longest, KILLS
        self.random = Random(KILLS)  # noqa: S311 - nothing secret

    def kill(self, *arguments: str | Path, begun: Begun = lambda _: True, **settings: Any) -> int:
        """Start the command, wait until it has begun to write, and kill it; return its status.

        If it had ended by then, it takes less than thought.
        """
        process = self.start(*arguments, **settings)
        wait_until(begun, process)
        seconds = self.random.uniform(0, self.longest)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            self.left -= 1
        elif not process.returncode:
            self.longest = seconds
        return process.returncode


def wait_until(begun: Begun, process: subprocess.Popen) -> None:
    """Wait until a process has begun to write, or has ended; leave it the processor meanwhile."""
    while not begun(process) and process.poll() is None:
        time.sleep(0.0002)


@pytest.fixture
def killing(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done]
) -> Callable[..., Killing]:
    """Return a function that runs a command once to its end, to kill it from then on."""

    def measured(*arguments: str | Path, **settings: str | Path) -> Killing:
        started = time.monotonic()
        run(*arguments, **settings)
        return Killing(start, time.monotonic() - started)

    return measured


@kills
def test_a_killed_index_is_made_anew(
    killing: Callable[..., Killing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    root = tmp_path / "lakes"
    write_long(root, [reviewed(number) for number in range(1_000)])
    kills, size = killing("index", "--corpus", root, **cache), 1_000
    while kills.left:
        size -= 1  # each time another file, so that there is something to do
        claims = [reviewed(one) for one in range(size)]
        write_long(root, claims)
        kills.kill("index", "--corpus", root, **cache)
        store = open_corpus(root, QUIET)
        assert store.size == len(claims)
        answer = look_up_across(claims[-1]["statement"], store.each)
        assert store.claim(answer.matches[0].number).id == claims[-1]["id"]
        assert Opening(root, QUIET, 1).faults() == []


@kills
def test_a_killed_import_leaves_the_shelf_as_it_was_or_as_it_will_be(
    killing: Callable[..., Killing], run: Callable[..., Done], tmp_path: Path
) -> None:
    paths, _, _ = write_feeds(tmp_path / "feeds", 1_000)
    clean = tmp_path / "clean"
    kills = killing("import", *paths, "--into", clean)
    whole = (clean / "claims" / "fact-checks.jsonl").read_bytes()
    root = tmp_path / "published"
    shelf = root / "claims" / "fact-checks.jsonl"
    while kills.left:
        kills.kill("import", *paths, "--into", root)
        if shelf.exists():
            assert shelf.read_bytes() == whole
            shelf.unlink()
    assert run("import", *paths, "--into", root).status == 1
    assert shelf.read_bytes() == whole
    assert [path.name for path in shelf.parent.iterdir()] == [shelf.name]
    with shelf.open("rb") as file:
        assert all(read_line(shelf, *line).claim for line in numbered(file))


@kills
def test_a_killed_export_leaves_the_old_file_or_the_new(
    killing: Callable[..., Killing], run: Callable[..., Done], tmp_path: Path
) -> None:
    path = tmp_path / "claims.md"
    kills = killing("export", "-o", path)
    new = path.read_bytes()
    while kills.left:
        path.write_text("the old file")
        kills.kill("export", "--force", "-o", path)
        assert path.read_bytes() in {new, b"the old file"}
    assert run("export", "--force", "-o", path).status == 0
    assert path.read_bytes() == new
    assert list(tmp_path.iterdir()) == [path]


@kills
def test_a_killed_site_leaves_the_old_one_or_the_new_and_never_a_part(
    start: Callable[..., subprocess.Popen],
    run: Callable[..., Done],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = ("site", "--corpus", write_ponds(tmp_path_factory.mktemp("corpora") / "ponds"))
    sites = []
    for title in ("Old", "New"):
        assert run(*made, "-o", tmp_path / title, "--title", title).status == 0
        sites.append(held(tmp_path / title))
        shutil.rmtree(tmp_path / title)
    out, command = tmp_path / "out", (*made, "-o", tmp_path / "out", "--title")
    run(*command, "Old")
    kills = writing(start, makes(tmp_path), *command, "New")
    while kills.left:
        run(*command, "Old")
        assert kills.kill(*command, "New", begun=makes(tmp_path)) in {0, -9}
        assert held(out) in (*sites, {})  # nothing: killed between its going and the other's coming
    assert run(*command, "New").status == 0
    assert held(out) == sites[1]
    assert [*tmp_path.iterdir()] == [out]


CLAIM = (
    *("--text", "sources/example-gazette.txt", "--topic", "market-hall", "--kind", "event"),
    *("--quote", "We warned about that pipe twice", "--asserted-by", "Ada Brandt"),
    *("--statement", "Brandt spoke of a pipe.", "--caveat", "Which pipe: unclear."),
)


def makes(folder: Path) -> Callable[[subprocess.Popen], bool]:
    """Return whether a process makes a file in `folder`."""
    return lambda process: any(folder.glob(f".factcheck-{process.pid}-*"))


def writing(
    start: Callable[..., subprocess.Popen], begun: Begun, *arguments: Any, **settings: Any
) -> Killing:
    """Run a command to its end, to kill it from then on once it has begun to write."""
    process = start(*arguments, **settings)
    wait_until(begun, process)
    started = time.monotonic()
    assert ended(process).status == 0
    return Killing(start, max(time.monotonic() - started, 0.001))


def held(folder: Path) -> dict[str, bytes]:
    """What a folder holds, without what is still being made."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".factcheck-" not in str(path.relative_to(folder))
    }


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".factcheck-*"))


@pytest.mark.parametrize(
    ("there", "placing"),
    [(False, False), (True, False), (True, True)],
    ids=["new folder", "folder that is there", "while files are placed in it"],
)
@kills
def test_a_killed_init_leaves_nothing_that_the_next_cannot_complete(
    start: Callable[..., subprocess.Popen],
    run: Callable[..., Done],
    tmp_path: Path,
    *,
    there: bool,
    placing: bool,
) -> None:
    kills = writing(start, makes(tmp_path), "init", tmp_path / "clean")
    whole, root = held(tmp_path / "clean"), tmp_path / "mine"
    making = makes(root if there else tmp_path)

    def begun(process: subprocess.Popen) -> bool:
        return (root / "README.md").exists() if placing else making(process)

    while kills.left:
        if placing:
            shutil.rmtree(root, ignore_errors=True)
        root.mkdir(exist_ok=True) if there else None
        assert kills.kill("init", root, begun=begun) in {0, -9}
        found = held(root)
        assert not found.items() - whole.items()
        if not there:
            assert found in ({}, whole)
        if found == whole:
            shutil.rmtree(root)
    assert run("init", root).status == 0
    assert held(root) == whole
    assert leftovers(tmp_path) == []


@kills
def test_a_killed_add_source_leaves_no_record_without_its_fingerprint(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], tmp_path: Path
) -> None:
    root = tmp_path / "mine"
    run("init", root)
    (tmp_path / "pump.txt").write_text("The pump of the mill failed on Monday. " * 500)
    command = ("add", "source", tmp_path / "pump.txt", "--corpus", root)
    command = (*command, "--outlet", "Fenwick Post", "--kind", "newspaper")
    sources = root / "sources"
    kills = writing(start, makes(sources), *command)
    whole = held(sources)
    while kills.left:
        if held(sources) == whole:
            (sources / "pump.yaml").unlink()
            (sources / "pump.fingerprint").unlink()
        assert kills.kill(*command, begun=makes(sources)) in {0, -9}
        found = held(sources)
        assert not found.items() - whole.items()
        assert "pump.fingerprint" in found or "pump.yaml" not in found
    if held(sources) != whole:
        assert run(*command).status == 0
    assert held(sources) == whole
    assert run("verify", "--corpus", root).status == 0


@kills
def test_a_killed_add_claim_leaves_the_shelf_as_it_was_or_as_it_will_be(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], tmp_path: Path
) -> None:
    root = tmp_path / "mine"
    run("init", root)
    shelf = root / "claims" / "market-hall.yaml"
    old = shelf.read_bytes()
    kills = writing(start, makes(shelf.parent), "add", "claim", *CLAIM, cwd=root)
    new = shelf.read_bytes()
    while kills.left:
        shelf.write_bytes(old)
        assert kills.kill("add", "claim", *CLAIM, begun=makes(shelf.parent), cwd=root) in {0, -9}
        assert shelf.read_bytes() in {old, new}
    shelf.write_bytes(old)
    assert run("add", "claim", *CLAIM, cwd=root).status == 0
    assert shelf.read_bytes() == new
    assert leftovers(root) == []


def test_no_process_outlives_the_one_that_it_works_for(tmp_path: Path) -> None:
    (tmp_path / "sleeps.py").write_text(
        "import os, time\n"
        "def sleeping(given):\n"
        "    return lambda item: (os.write(2, b'%d\\n' % os.getpid()), time.sleep(60))\n"
    )
    script = tmp_path / "work.py"
    script.write_text(
        "from factcheck.store.jobs import in_order\n"
        "from sleeps import sleeping\n"
        "list(in_order(sleeping, None, range(8), 2))\n"
    )
    with subprocess.Popen([sys.executable, script], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None  # where workers print: their output is their answers
        workers = {int(process.stderr.readline()) for _ in range(2)}
        process.kill()
    deadline = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, workers))


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for doesn't."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_ten_look_up_while_one_rebuilds(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], tmp_path: Path
) -> None:
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    root = tmp_path / "lakes"
    write_long(root, [reviewed(number) for number in range(500)])
    run("index", "--corpus", root, **cache)
    asked = reviewed(432)
    readers = []
    for number in range(10):
        if number % 5 == 0:
            claims = [reviewed(one) for one in range(500 + number)]
            written = write_long(tmp_path / "new", claims)
            written.replace(root / "claims" / written.name)
            readers.append(start("index", "--corpus", root, **cache))
        command = ("lookup", "--json", asked["statement"], "--corpus", root)
        readers.append(start(*command, **cache))
    done = [ended(process) for process in readers]
    assert [one.status for one in done] == [0] * len(readers)
    assert [one.err for one in done] == [""] * len(readers)
    answers = [json.loads(one.out) for one in done if one.out.startswith("{")]
    assert [answer["matches"][0]["id"] for answer in answers] == [asked["id"]] * 10
