"""An index is used only where it belongs, if nobody else made it; and nobody else can read it."""

import ctypes
import os
import resource
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import claims, write_ponds
from processes import Done, ended
from reviewed import reviewed, write_long
from thoroughness import some

from factcheck.lookup.looking_up import look_up
from factcheck.store.locks import locked
from factcheck.store.opening import Opening, Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.workshop import MARKER, TOLD

DEPTH = "Ulmen Pond has a depth of 41 metres"
QUIET = Watch(pytest.fail, str)
NOBODY = 65_534
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away"
)


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of indexes, the test's own and not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A corpus with a kept and a long shelf."""
    root = write_ponds(tmp_path / "both")
    write_long(root, [reviewed(number) for number in range(20)])
    return root


def caveat(store: Store) -> str:
    return store.claim(look_up(DEPTH, store).matches[0].number).caveats[0]


def folders(cached: Path) -> list[Path]:
    """Return the indexes in the cache."""
    return sorted(path for path in cached.iterdir() if path.is_dir())


def test_an_index_of_another_corpus_in_its_place_is_not_used(tmp_path: Path, cached: Path) -> None:
    other = [claims()[0] | {"caveats": ["Another wording."], "related": []}]
    open_corpus(write_ponds(tmp_path / "other", other), QUIET)
    (planted,) = folders(cached)
    root = write_ponds(tmp_path / "ponds")
    planted.rename(Opening(root, QUIET, 1).place())
    assert caveat(open_corpus(root, QUIET)).startswith("The atlas does not say")


@pytest.mark.usefixtures("cached")
def test_a_long_index_in_anothers_place_is_not_used(both: Path) -> None:
    open_corpus(both, QUIET)
    shelf = both / "claims" / "lake-reviews.jsonl"
    copied = shelf.with_name("copied.jsonl")
    shelf.rename(copied)
    opening = Opening(both, QUIET, 1)
    opening.place_of(shelf).rename(opening.place_of(copied))
    assert Opening(both, QUIET, 1).long == {copied: None}


@root_only
@pytest.mark.parametrize("what", ["folder", "file"])
def test_an_index_of_another_user_is_made_anew(both: Path, cached: Path, what: str) -> None:
    open_corpus(both, QUIET)
    for folder in folders(cached):
        os.chown(folder if what == "folder" else next(folder.glob("*.store")), NOBODY, NOBODY)
    opening = Opening(both, QUIET, 1)
    assert opening.kept is None
    assert set(opening.long.values()) == {None}
    open_corpus(both, QUIET)
    assert all(path.stat().st_uid == 0 for path in cached.rglob("*"))


@root_only
def test_a_cache_of_another_user_costs_one_warning(
    ponds: Path, cached: Path, run: Callable[..., Done]
) -> None:
    cached.mkdir(parents=True)
    os.chown(cached, NOBODY, NOBODY)
    done = run("lookup", DEPTH, "--corpus", ponds, XDG_CACHE_HOME=cached.parent)
    assert done.status == 0
    assert done.err == (
        f"factcheck: the cache in {cached} can't be used (it belongs to another user); "
        "going on without it\n"
    )
    assert list(cached.iterdir()) == []


@root_only
def test_who_became_root_by_sudo_may_use_his_own(
    ponds: Path, cached: Path, run: Callable[..., Done]
) -> None:
    cached.mkdir(parents=True)
    os.chown(cached, NOBODY, NOBODY)
    settings = {"XDG_CACHE_HOME": cached.parent, "SUDO_UID": str(NOBODY)}
    assert run("lookup", DEPTH, "--corpus", ponds, **settings).err == ""


def test_no_other_user_can_read_an_index(both: Path, cached: Path) -> None:
    before = os.umask(0)
    try:
        open_corpus(both, QUIET)
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (cached, *cached.rglob("*"))}
    assert {modes[path] for path in (cached, *folders(cached))} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_what_is_no_file_in_an_index_is_not_waited_for(both: Path, cached: Path) -> None:
    open_corpus(both, QUIET)
    for folder in folders(cached):
        for part in sorted(path.suffix or path.name for path in folder.iterdir()):
            path = next(path for path in folder.iterdir() if path.name.endswith(part))
            path.unlink()
            os.mkfifo(path)
            assert Opening(both, QUIET, 1).faults() != [], part
            assert caveat(open_corpus(both, QUIET))
            assert Opening(both, QUIET, 1).faults() == [], part


def obey_modes() -> None:
    """Let the process that root starts write only where the modes of files allow it."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


@pytest.mark.skipif(sys.platform != "linux", reason="root writes anywhere elsewhere")
def test_a_sound_index_that_may_only_be_read_is_used(
    both: Path, cached: Path, environment: dict[str, str]
) -> None:
    """Were it compiled anew, a warning would say that it can't be kept."""
    open_corpus(both, QUIET)
    own = environment | {"XDG_CACHE_HOME": str(cached.parent)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "factcheck", "lookup", DEPTH, "--corpus", str(both)]
    for path in (*cached.rglob("*"), cached):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        process = subprocess.Popen(command, env=own, preexec_fn=obey_modes, **pipes)  # noqa: PLW1509
        done = ended(process)
        assert (done.status, done.err) == (0, "")
    finally:
        for path in (cached, *folders(cached)):
            path.chmod(0o700)


def test_killed_builds_are_cleared_by_the_next(both: Path, cached: Path) -> None:
    left = cached / ".factcheck-12345-abcd_123"
    (left / "index").mkdir(parents=True)
    (left / MARKER).write_bytes(TOLD)
    open_corpus(both, QUIET)
    assert not left.exists()


def test_locks_and_seals_that_were_left_go_after_a_day(both: Path, cached: Path) -> None:
    open_corpus(both, QUIET)
    (index, *_) = folders(cached)
    left = [index / ".seal-killed", cached / "long-gone.lock"]
    for path in left:
        path.touch()
        os.utime(path, (time.time() - 25 * 3600,) * 2)
    (cached / "long-young.lock").touch()
    write_long(both, [reviewed(number) for number in range(21)])
    open_corpus(both, QUIET)
    assert not any(path.exists() for path in left)
    assert (cached / "long-young.lock").exists()
    assert len(list(cached.glob("*.lock"))) == 2


def test_who_waits_for_another_process_says_so_once(both: Path) -> None:
    said: list[str] = []
    script = "import fcntl, os, sys; h = os.open(sys.argv[1], os.O_RDONLY); fcntl.flock(h, 2); "
    script += "print(flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(both)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()

        def waiting() -> None:
            said.append("another is at work")
            other.communicate()

        with locked(both, waiting):
            pass
    assert said == ["another is at work"]


@pytest.mark.parametrize("kind", ["kept", "long"])
@pytest.mark.parametrize("room", some([400, 0, 30_000], 6))
def test_a_full_disk_is_told_as_what_it_is(
    both: Path, run: Callable[..., Done], tmp_path: Path, kind: str, room: int
) -> None:
    """The index says that its writer was killed; what the disk says is told."""
    if kind == "long":
        shutil.rmtree(both / "sources")
        (both / "claims" / "ponds.yaml").unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        done = run("lookup", DEPTH, "--corpus", both, XDG_CACHE_HOME=tmp_path / "home")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    reasons = {line.partition("(")[2].partition(")")[0] for line in done.err.splitlines()}
    assert reasons == {"File too large"}
