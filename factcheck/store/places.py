"""Where indexes lie in the user's cache, and how they get there whole.

An index is made in a workshop beside its place and moved there by a rename, so
none is ever seen half-made, however its maker ends. No other user can read it:
the corpus may be private.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

from factcheck.store.trust import is_trusted_at

WORKSHOP = ".building-"
DAY = 24 * 60 * 60
PRIVATE = 0o700
PROBE = 1 << 20
"""So many bytes tell a disk that is full."""


def cache_folder() -> Path:
    """Return the folder for indexes that this platform's users expect.

    It is one that can't be written if the user has no home folder.
    """
    try:
        return user_cache_path("factcheck", appauthor=False, opinion=False)
    except RuntimeError:
        return Path(os.devnull) / "factcheck"


def make_cache(folder: Path) -> None:
    """Make the folder for indexes, if there is none.

    Raises:
        OSError: It can't be made, or belongs to another user, who could change what lies there.
    """
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    if not is_trusted_at(folder):
        raise OSError(0, "it belongs to another user", str(folder))


@contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """Give a folder beside `place` to make it in, and clear it away afterwards.

    Raises:
        OSError: It can't be made.
    """
    make_cache(place.parent)
    with tempfile.TemporaryDirectory(prefix=f"{WORKSHOP}{place.name}-", dir=place.parent) as made:
        yield Path(made)


@contextmanager
def locked(place: Path, waiting: Callable[[str], object] = str) -> Iterator[None]:
    """Let one process at a time work at `place`, a folder, or a file that is made if need be.

    The lock of one that was killed is free. `waiting` is told in a sentence if
    another process has it.

    Raises:
        OSError: It can't be opened, or made.
    """
    try:
        import fcntl
    except ImportError:  # Windows: two may make the same, and one of them is kept
        yield
        return
    flags = os.O_RDONLY if place.is_dir() else os.O_RDWR | os.O_CREAT
    handle = os.open(place, flags, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting(f"waiting for another factcheck, which is at work in {place}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def close_to_others(paths: Iterable[Path]) -> None:
    """Let no other user read these files."""
    for path in paths:
        path.chmod(0o600)


def unwritten(folder: Path | None, error: Exception) -> OSError:
    """Return why an index could not be written into `folder`: its `error` seldom says."""
    try:
        if folder:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(bytes(PROBE))
                file.flush()
                os.fsync(file.fileno())
    except OSError as real:
        return real
    return OSError(0, f"the index can't be written: {error}")


def clear_workshops(place: Path) -> None:
    """Delete what makers of `place` left that were killed; its lock says that none is at work."""
    for path in place.parent.glob(f"{WORKSHOP}{place.name}-*"):
        shutil.rmtree(path, ignore_errors=True)


def clear_leftovers(folder: Path) -> None:
    """Delete what processes that were killed a day ago left in `folder`."""
    locks = [one for one in folder.glob("*.lock") if not one.with_suffix("").exists()]
    for path in (*folder.glob(f"{WORKSHOP}*"), *folder.glob("*/.seal-*"), *locks):
        with suppress(OSError):  # another process deletes too
            if path.stat().st_mtime < time.time() - DAY:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
