"""Killed at any moment, the next run is right, and no file is ever half-written.

`make test-kills` kills a hundred times each; as a rule only a few are tried.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from feeds import write_feeds
from processes import Done, ended
from reviewed import reviewed, write_long

from factcheck.corpus.lines import numbered, read_line
from factcheck.lookup.across import look_up_across
from factcheck.store.opening import Opening, Watch, open_corpus

KILLS = int(os.environ.get("FACTCHECK_KILLS", "6"))
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

    def kill(self, *arguments: str | Path, **settings: str | Path) -> None:
        """Start the command and kill it; if it had ended by then, it takes less than thought."""
        process = self.start(*arguments, **settings)
        seconds = self.random.uniform(0, self.longest)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            self.left -= 1
        else:
            self.longest = seconds


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


def test_a_killed_index_is_made_anew(
    killing: Callable[..., Killing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    root = tmp_path / "lakes"
    write_long(root, [reviewed(number) for number in range(4_000)])
    kills, size = killing("index", "--corpus", root, **cache), 4_000
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


def test_a_killed_import_leaves_the_shelf_as_it_was_or_as_it_will_be(
    killing: Callable[..., Killing], run: Callable[..., Done], tmp_path: Path
) -> None:
    paths, _, _ = write_feeds(tmp_path / "feeds", 3_000)
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


def test_no_process_outlives_the_one_that_it_works_for(tmp_path: Path) -> None:
    (tmp_path / "sleeps.py").write_text(
        "import os, time\n"
        "def sleeping(given):\n"
        "    return lambda item: (print(os.getpid(), flush=True), time.sleep(60))\n"
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


def test_twenty_look_up_while_one_rebuilds(
    start: Callable[..., subprocess.Popen], run: Callable[..., Done], tmp_path: Path
) -> None:
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    root = tmp_path / "lakes"
    write_long(root, [reviewed(number) for number in range(2_000)])
    run("index", "--corpus", root, **cache)
    asked = reviewed(1_234)
    readers = []
    for number in range(20):
        if number % 5 == 0:
            claims = [reviewed(one) for one in range(2_000 + number)]
            written = write_long(tmp_path / "new", claims)
            written.replace(root / "claims" / written.name)
            readers.append(start("index", "--corpus", root, **cache))
        command = ("lookup", "--json", asked["statement"], "--corpus", root)
        readers.append(start(*command, **cache))
    done = [ended(process) for process in readers]
    assert [one.status for one in done] == [0] * len(readers)
    assert [one.err for one in done] == [""] * len(readers)
    answers = [json.loads(one.out) for one in done if one.out.startswith("{")]
    assert [answer["matches"][0]["id"] for answer in answers] == [asked["id"]] * 20
