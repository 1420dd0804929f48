"""Locks on files and folders, which the system frees when their holder ends, however it ends.

Where there are none (Windows, some network drives) nobody waits.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE, PAUSE = 1.0, 0.02
"""Seconds: so long one waits without a word, and so long between two looks."""


@contextmanager
def locked(place: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Let one process at a time work at `place`, a folder, or a file that is made if need be.

    `waiting` is called once if another process holds it for over a second.

    Raises:
        OSError: It can't be opened, or made.
    """
    handle = opened(place)
    try:
        hold(handle, waiting)
        yield
    finally:
        os.close(handle)


def opened(place: Path, *, make: bool = True) -> int:
    """Return a handle to lock; a folder needs no right to write, so it may be read-only.

    A file that isn't there is made, unless `make` is false.
    """
    if fcntl is None:
        return os.open(os.devnull, os.O_RDONLY)
    flags = os.O_RDWR | os.O_CREAT if make and not place.is_dir() else os.O_RDONLY
    return os.open(place, flags, 0o600)


def hold(handle: int, waiting: Callable[[], object]) -> None:
    """Lock an open file or folder; wait for whoever holds it."""
    start, told = monotonic(), False
    while is_held(handle) is False:
        if not told and monotonic() - start > PATIENCE:
            waiting()
            told = True
        sleep(PAUSE)


def is_held(handle: int) -> bool | None:
    """Lock an open file or folder if no other process has; return whether; `None`: no locks."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
