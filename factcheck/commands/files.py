"""Read and write users' files: whole, in UTF-8, and never over what is there unasked."""

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


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write `text` to `path` whole or not at all.

    Raises:
        UsageError: The file exists and `force` is off, or it can't be written.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        if force:
            Path(name).replace(path)
        else:
            os.link(name, path)  # fails if the file exists, however late it came
            Path(name).unlink()
    except FileExistsError as error:
        Path(name).unlink()
        raise UsageError(f"{path} exists; --force overwrites it") from error
    except OSError as error:
        Path(name).unlink()
        raise UsageError(f"{path}: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write `lines` in the place of the file `path`, whole or not at all.

    Raises:
        OSError: That can't be done; the file is as it was.
    """
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}-", delete=False
    ) as file:
        new = Path(file.name)
        try:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
            new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
