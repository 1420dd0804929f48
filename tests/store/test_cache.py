"""The cache: whatever happens to it, the answer is right, and nothing half-made is used."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from ponds import claims, write_ponds
from processes import Done, ended
from thoroughness import some

from factcheck.lookup.looking_up import look_up
from factcheck.store import cache
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.places import clear_old
from factcheck.store.reading import Store

Sample = Callable[[Iterable, int], list]
QUERY = "Ulmen Pond is 52 metres deep"
LIMITED = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv[1:] = sys.argv[2:]
runpy.run_module("factcheck", run_name="__main__")
"""
"""Runs the command with no room for a file of more than so many bytes."""
KILLED = """
import os, runpy, signal, sys
left = int(sys.argv[1])
def count(event, arguments):
    global left
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa")
    if writes or event in ("os.mkdir", "os.rename", "os.rmdir", "os.remove"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.argv[1:] = sys.argv[2:]
sys.addaudithook(count)
runpy.run_module("factcheck", run_name="__main__")
"""
"""Runs the command and kills it as it is about to change the disk again after so many times."""


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of indexes, the test's own and not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


@pytest.fixture
def scripted(environment: dict[str, str], ponds: Path) -> Callable[..., subprocess.Popen]:
    """Return a function that starts a script with a number, to look the query up."""

    def started(script: str, number: int, cache_home: Path) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-c", script, str(number), "lookup", QUERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment | {"FACTCHECK_CORPUS": str(ponds), "XDG_CACHE_HOME": str(cache_home)},
        )

    return started


def right(store: Store) -> bool:
    found = look_up(QUERY, store)
    first = store.claim(found.matches[0].number)
    return found.verdict == "contradicted" and first.id == "ulmen-depth"


def answered(done: Done) -> bool:
    return done.status == 1 and "CONTRADICTED" in done.out and "(ulmen-depth)" not in done.out


def indexes(folder: Path) -> list[Path]:
    """Return all that lies in the cache, hidden or not."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_first_opening_builds_and_the_next_only_reads(ponds: Path, cached: Path) -> None:
    assert right(open_corpus(ponds, Watch(pytest.fail, str)))
    before = stamps(cached)
    assert right(open_corpus(ponds, Watch(pytest.fail, str)))
    assert stamps(cached) == before
    assert len(indexes(cached)) == 1


@pytest.mark.parametrize(
    "name", ["claims/ponds.yaml", "sources/gazette.yaml", "sources/pond-atlas.fingerprint"]
)
def test_a_changed_file_of_the_corpus_makes_another_index(
    ponds: Path, cached: Path, name: str
) -> None:
    open_corpus(ponds, Watch(pytest.fail, str))
    with (ponds / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    open_corpus(ponds, Watch(pytest.fail, str))
    assert len(indexes(cached)) == 2


def test_a_changed_claim_is_seen_at_once(ponds: Path, cached: Path) -> None:
    open_corpus(ponds, Watch(pytest.fail, str))
    shelf = ponds / "claims" / "ponds.yaml"
    text = shelf.read_text(encoding="utf-8").replace("in which season", "on which day")
    shelf.write_text(text, encoding="utf-8")
    caveats = open_corpus(ponds, Watch(pytest.fail, str)).claim(0).caveats
    assert caveats == ("The atlas does not say on which day it was measured.",)
    assert len(indexes(cached)) == 2


@pytest.mark.parametrize(
    "name", ["record.py", "text/lexicon.txt", "compare/profile.py", "store/reading.py"]
)
def test_a_changed_program_makes_another_index(
    ponds: Path, cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    package = shutil.copytree(cache.PACKAGE, tmp_path / "program", ignore=ignored)
    monkeypatch.setattr(cache, "PACKAGE", package)
    open_corpus(ponds, Watch(pytest.fail, str))
    os.utime(package / name, (1, 1))
    open_corpus(ponds, Watch(pytest.fail, str))
    assert len(indexes(cached)) == 2


def part(path: Path) -> str:
    """Return what a file of an index is called in every index."""
    return path.suffix if len(path.stem) == 32 else path.name


def rewrite(path: Path, content: bytes) -> None:
    """Put another file in the place of `path`; this process may still have the old one mapped."""
    new = path.with_name("new")
    new.write_bytes(content)
    new.replace(path)


def truncated(path: Path) -> None:
    rewrite(path, path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    rewrite(path, b"")


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def flipped(path: Path, part: float) -> None:
    content = bytearray(path.read_bytes())
    if content:
        content[int((len(content) - 1) * part)] ^= 0x21
        rewrite(path, bytes(content))


DAMAGE = {
    "truncated": truncated,
    "emptied": emptied,
    "removed": Path.unlink,
    "made a folder": made_a_folder,
    "first byte": lambda path: flipped(path, 0),
    "byte in the middle": lambda path: flipped(path, 0.5),
    "last byte": lambda path: flipped(path, 1),
}


@pytest.mark.parametrize("damage", some(DAMAGE.values(), 6), ids=some(DAMAGE, 6))
def test_a_damaged_index_is_made_anew(
    ponds: Path, cached: Path, damage: Callable[[Path], None], sample: Sample
) -> None:
    """As a rule each damage is done to every fourth file, half of them to others."""
    open_corpus(ponds, Watch(pytest.fail, str))
    (index,) = indexes(cached)
    parts = sorted(map(part, index.iterdir()))
    assert len(parts) == len(set(parts)) > 8
    turn = [*DAMAGE.values()].index(damage) % 2
    for name in sample(parts[turn:] + parts[:turn], 4):
        (path,) = (path for path in index.iterdir() if part(path) == name)
        damage(path)
        assert right(open_corpus(ponds, Watch(pytest.fail, str))), name
        assert indexes(cached) == [index], name


@pytest.mark.parametrize("place", ["index", "seal.json"])
def test_what_stands_in_the_place_of_an_index_gives_way(
    ponds: Path, cached: Path, place: str
) -> None:
    open_corpus(ponds, Watch(pytest.fail, str))
    (index,) = indexes(cached)
    if place == "index":
        shutil.rmtree(index)
        index.write_text("not an index")
    else:
        rewrite(index / place, b'{"../../../ponds/claims/ponds.yaml": "0"}')
    assert right(open_corpus(ponds, Watch(pytest.fail, str)))
    assert index.is_dir()


def test_a_killed_build_is_never_used(
    ponds: Path,
    tmp_path: Path,
    scripted: Callable[..., subprocess.Popen],
    run: Callable[..., Done],
    sample: Sample,
) -> None:
    """Kill it before each of its changes to the disk; the next look-up is right all the same.

    As a rule one of nine is tried.
    """
    killed = []
    for first in range(2, 23, 9):  # the first two make the folders above
        homes = {number: tmp_path / str(number) for number in sample(range(first, first + 9), 10)}
        started = {n: scripted(KILLED, n, home) for n, home in homes.items()}
        statuses = {n: ended(process).status for n, process in started.items()}
        killed += [n for n, status in statuses.items() if status == -9]
        if any(status == 1 for status in statuses.values()):
            break
    assert len(sample(range(5), 10)) <= len(killed) < 20
    for number in killed:
        home = tmp_path / str(number)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(home))
            assert right(open_corpus(ponds, Watch(pytest.fail, str)))
        whole = [p for p in indexes(home / "factcheck") if not p.name.startswith(".")]
        assert len(whole) == 1
    last = run("lookup", QUERY, FACTCHECK_CORPUS=ponds, XDG_CACHE_HOME=tmp_path / str(killed[-1]))
    assert answered(last)
    assert last.err == ""


def test_what_another_process_deletes_meanwhile_costs_nothing(cached: Path) -> None:
    cached.mkdir(parents=True)
    done = Event()

    def come_and_go() -> None:
        while not done.is_set():
            (cached / "kept-short").mkdir()
            (cached / "kept-short").rmdir()

    with ThreadPoolExecutor(1) as other:
        other.submit(come_and_go)
        try:
            for _ in range(500):
                clear_old(cached)
        finally:
            done.set()


def test_only_the_newest_indexes_stay(tmp_path: Path, cached: Path) -> None:
    for number in range(cache.NEWEST + 2):
        changed = [claim | {"caveats": [f"Caveat {number}."]} for claim in claims()]
        store = open_corpus(write_ponds(tmp_path / str(number), changed), Watch(pytest.fail, str))
        assert store.claim(0).caveats == (f"Caveat {number}.",)
    assert len(indexes(cached)) == cache.NEWEST


@pytest.mark.parametrize(("state", "processes"), [("none", 4), ("damaged", 2)], ids=str)
def test_processes_that_build_at_once_leave_one_index(
    ponds: Path, cached: Path, start: Callable[..., subprocess.Popen], state: str, processes: int
) -> None:
    if state == "damaged":
        open_corpus(ponds, Watch(pytest.fail, str))
        emptied(indexes(cached)[0] / "shared.json")
    settings = {"FACTCHECK_CORPUS": ponds, "XDG_CACHE_HOME": cached.parent}
    started = [start("lookup", QUERY, **settings) for _ in range(processes)]
    done = [ended(process) for process in started]
    assert all(map(answered, done))
    assert [one.err for one in done] == [""] * len(done)
    assert [path.name.startswith(".") for path in indexes(cached)] == [False]


@pytest.mark.parametrize("blocked", ["cache", "cache/factcheck"])
def test_a_file_in_the_way_of_the_cache_costs_one_warning(
    ponds: Path, tmp_path: Path, run: Callable[..., Done], blocked: str
) -> None:
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).write_text("not a folder")
    done = run("lookup", QUERY, FACTCHECK_CORPUS=ponds, XDG_CACHE_HOME=tmp_path / "cache")
    assert answered(done)
    assert done.err.startswith(f"factcheck: the cache in {tmp_path / 'cache' / 'factcheck'} can't")
    assert done.err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_that_may_not_be_written_costs_one_warning(
    ponds: Path, tmp_path: Path, run: Callable[..., Done]
) -> None:
    (tmp_path / "cache").mkdir(mode=0o500)
    done = run("lookup", QUERY, FACTCHECK_CORPUS=ponds, XDG_CACHE_HOME=tmp_path / "cache")
    assert answered(done)
    assert done.err.count("\n") == 1


def test_no_home_folder_costs_one_warning(ponds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(uid: int) -> None:
        raise KeyError(uid)

    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    warnings: list[str] = []
    assert right(open_corpus(ponds, Watch(warnings.append, str)))
    assert len(warnings) == 1


def test_a_full_disk_costs_one_warning(
    ponds: Path,  # noqa: ARG001 - the scripts read it
    tmp_path: Path,
    scripted: Callable[..., subprocess.Popen],
) -> None:
    sizes = [0, 300, 30_000]
    started = {size: scripted(LIMITED, size, tmp_path / str(size)) for size in sizes}
    for size, process in started.items():
        done = ended(process)
        assert answered(done), (size, done)
        assert done.err.count("\n") == 1, (size, done)
        assert done.err.startswith("factcheck: the cache in "), (size, done)
        assert indexes(tmp_path / str(size) / "factcheck") == []
