"""Where files are made before they take their place: a hidden folder beside it.

Its name, its owner and a marker in it say surely that it is this program's, and a
lock says whether its maker still works. So the next run that writes there clears
what a killed one left, and nothing else.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.store.locks import hold, is_held, locked, opened

NAME = re.compile(r"\.factcheck-(\d+)-[a-z0-9_]{8}")
"""What a workshop is called: in the middle stands the number of its process."""
MARKER = "made-by-factcheck"
TOLD = (
    b"factcheck makes files here before they take their place. What a killed run left is deleted.\n"
)


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """Give a new folder in `folder` to make files in, and clear it away afterwards.

    No other user can read what is in it.

    Raises:
        OSError: It can't be made.
    """
    clear_leftovers(folder)
    made, lock = _made(folder)
    try:
        yield made
    finally:
        _remove(made)
        os.close(lock)


@contextmanager
def alone(folder: Path, tell: Callable[[str], object]) -> Iterator[Path]:
    """Let one process at a time work on the files of `folder`; give it a workshop there.

    `tell` is told of who must be waited for: "process 12".

    Raises:
        OSError: The folder can't be opened, or the workshop made.
    """
    with locked(folder, lambda: tell(_others(folder))), workshop(folder) as shop:
        yield shop


def clear_leftovers(folder: Path) -> None:
    """Delete the workshops in `folder` whose makers were killed."""
    if not hasattr(os, "O_NOFOLLOW"):  # Windows, which has no locks of folders either
        return
    with suppress(OSError):  # a folder that can't be read holds none that could be deleted
        for name in filter(NAME.fullmatch, os.listdir(folder)):  # noqa: PTH208 - paths are slow
            with suppress(OSError):  # another process clears too, or it isn't this user's
                _clear(folder / name)


def _clear(left: Path) -> None:
    lock = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if is_held(lock) and os.fstat(lock).st_uid == os.geteuid() and _is_ours(left):
            _remove(left)
    finally:
        os.close(lock)


def _is_ours(left: Path) -> bool:
    """Whether it holds the marker; one that was killed before it wrote that left nothing else."""
    names, marker = os.listdir(left), left / MARKER  # noqa: PTH208
    if not names:
        return True
    if marker.is_symlink() or not marker.is_file():
        return False
    found = marker.read_bytes()
    return found == TOLD or (names == [MARKER] and not found)


def _made(folder: Path) -> tuple[Path, int]:
    """Return a new workshop and its lock.

    Before it is locked, another process may take it for a leftover; then another is made.
    """
    while True:
        made = Path(tempfile.mkdtemp(prefix=f".factcheck-{os.getpid()}-", dir=folder))
        try:
            return made, _marked(made)
        except FileNotFoundError:
            continue
        except OSError as error:
            _remove(made)
            raise OSError(error.errno, error.strerror, str(folder)) from error
        except BaseException:
            _remove(made)
            raise


def _marked(made: Path) -> int:
    lock = opened(made, make=False)  # no file in the place of a folder that was cleared away
    try:
        hold(lock, lambda: None)
        (made / MARKER).write_bytes(TOLD)
    except BaseException:
        os.close(lock)
        raise
    return lock


def _remove(made: Path) -> None:
    """Delete a workshop, its marker last: it tells whose the rest is, should this be killed."""
    with suppress(OSError):
        for entry in list(os.scandir(made)):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            elif entry.name != MARKER:
                Path(entry.path).unlink()
    shutil.rmtree(made, ignore_errors=True)


def _others(folder: Path) -> str:
    """Return which processes have a workshop in `folder`."""
    found = {match[1] for name in os.listdir(folder) if (match := NAME.fullmatch(name))}  # noqa: PTH208
    return " and ".join(f"process {one}" for one in sorted(found)) or "another process"
