"""Read and write users' files: whole, in UTF-8, and never over what is there unasked."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from factcheck.problem import UsageError


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
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        elif force:
            write_whole(path, [text])
        else:
            _link_new(path, text)
    except FileExistsError as error:
        raise UsageError(f"{path} exists{hint}") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def write_whole(path: Path, texts: Iterable[str]) -> None:
    """Write `texts` in the place of the file `path`, or of what it links to, whole or not at all.

    Raises:
        OSError: That can't be done; the file is as it was.
    """
    place = Path(os.path.realpath(path))
    if place.is_symlink():  # one that leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    new = _written_beside(place, texts)
    try:
        if place.exists():
            new.chmod(place.stat().st_mode & 0o777)
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _link_new(path: Path, text: str) -> None:
    new = _written_beside(path, [text])
    try:
        os.link(new, path)  # fails if the file exists, however late it came
    finally:
        new.unlink()


def _written_beside(place: Path, texts: Iterable[str]) -> Path:
    """Return a new file beside `place` that holds `texts` and is on the disk."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(texts)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
