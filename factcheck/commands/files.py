"""Read and write users' files: whole, in UTF-8, and never over what is there unasked."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from factcheck.commands.console import near, warn
from factcheck.problem import UsageError
from factcheck.store.workshop import alone, workshop

NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""How a drive says that a file has one name there, as on a memory stick."""


def read_text(path: Path) -> str:
    """Return the text of `path`, its line ends as they are and without a byte-order mark.

    Raises:
        UsageError: It can't be read, or isn't UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def write_new(path: Path, text: str, *, force: bool, hint: str = "; --force overwrites it") -> None:
    """Write `text` to `path` whole or not at all; a device or a pipe just takes it.

    Raises:
        UsageError: The file exists and `force` is off, as `hint` says, or it can't be written.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    with told(path, hint):
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        elif force:
            write_whole(path, [text])
        else:
            _place_new(path, text)


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[Path]:
    """Give a path to write a file at, which takes the place `path` afterwards, whole or not at all.

    A device or a pipe is written to as it is.

    Raises:
        UsageError: The file exists and `force` is off, or it can't be written.
    """
    hint = "; --force overwrites it"
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    if path.exists() and not path.is_file():
        yield path
        return
    if os.path.lexists(path) and not force:  # before anything is worked out
        raise UsageError(f"{path} exists{hint}")
    place = path.resolve() if force else path
    with ExitStack() as stack:
        with told(path):
            shop = stack.enter_context(workshop(place.parent))
        yield shop / "new"
        with told(path, hint):
            _synced(shop / "new")
            if force:
                _replace(shop / "new", place)
            else:
                _link_new(shop / "new", path)


def _synced(new: Path) -> None:
    with new.open("rb") as file:
        os.fsync(file.fileno())


def _replace(new: Path, place: Path) -> None:
    """Put a new file in the place of another, whose permissions it takes."""
    if place.exists():
        new.chmod(place.stat().st_mode & 0o777)
    new.replace(place)


def write_whole(path: Path, texts: Iterable[str]) -> None:
    """Write `texts` in the place of the file `path`, or of what it links to, whole or not at all.

    Raises:
        UsageError: That can't be done; the file is as it was.
    """
    with told(path):
        with suppress(FileNotFoundError):
            path.stat()  # fails if links lead round in a circle
        place = path.resolve()
        with workshop(place.parent) as shop:
            _replace(written(shop / "new", texts), place)


def written(new: Path, texts: Iterable[str]) -> Path:
    """Return a new file that holds `texts` and is on the disk.

    Raises:
        OSError: It can't be written.
    """
    with new.open("x", encoding="utf-8", newline="") as file:
        file.writelines(texts)
        file.flush()
        os.fsync(file.fileno())
    return new


@contextmanager
def sole_writer(folder: Path) -> Iterator[Path]:
    """Let one process at a time write to `folder`; give it a workshop there.

    Raises:
        OSError: The folder can't be opened, or the workshop made.
    """

    def tell(others: str) -> None:
        warn(f"waiting for {others}, which writes to {near(folder)}; Ctrl-C gives up")

    with alone(folder, tell) as shop:
        yield shop


@contextmanager
def told(path: Path, hint: str = "") -> Iterator[None]:
    """Say of what goes wrong meanwhile that it is this file, which can't be written.

    Raises:
        UsageError: The file exists, as `hint` says, or it can't be written.
    """
    try:
        yield
    except FileExistsError as error:
        raise UsageError(f"{path} exists{hint}") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _place_new(path: Path, text: str) -> None:
    with workshop(path.parent) as shop:
        _link_new(written(shop / "new", [text]), path)


def _link_new(new: Path, path: Path) -> None:
    try:
        os.link(new, path)  # fails if the file exists, however late it came
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        _move_new(new, path)


def _move_new(new: Path, path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    new.rename(path)
