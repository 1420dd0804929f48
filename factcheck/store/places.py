"""Where indexes lie in the user's cache, and how they get there whole.

An index is made in a workshop beside its place and moved there by a rename, so
none is ever seen half-made, however its maker ends.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WORKSHOP = ".building-"
DAY = 24 * 60 * 60


def cache_folder() -> Path:
    """Return the folder for indexes that this platform's users expect."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = _home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or _home() / ".cache"
    return Path(base) / "factcheck"


def _home() -> Path:
    """Return the user's home folder, or a place that can't be written if there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


@contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """Give a folder beside `place` to make it in, and clear it away afterwards.

    Raises:
        OSError: It can't be made.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=place.parent) as made:
        yield Path(made)


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Let one process at a time work at `place`, a folder, or a file that is made if need be.

    The lock of one that was killed is free.

    Raises:
        OSError: It can't be opened, or made.
    """
    try:
        import fcntl
    except ImportError:  # Windows: two may make the same, and one of them is kept
        yield
        return
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def clear_leftovers(folder: Path) -> None:
    """Delete what makers that were killed a day ago left in `folder`."""
    for path in folder.glob(f"{WORKSHOP}*"):
        with suppress(FileNotFoundError):  # another process deletes too
            if path.stat().st_mtime < time.time() - DAY:
                shutil.rmtree(path, ignore_errors=True)
