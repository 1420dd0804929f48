"""Read files that must be regular ones: a pipe or a device would never end."""

import os
from errno import EISDIR
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

LARGEST = 200_000_000
"""Bytes; a file that is read whole is no larger."""


def opened(path: Path) -> BinaryIO:
    """Return the regular file `path`, open for reading.

    Raises:
        OSError: It can't be opened, or is a folder, a pipe or a device.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    kind = os.fstat(handle).st_mode
    if not S_ISREG(kind):
        os.close(handle)
        if S_ISDIR(kind):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
        raise OSError(0, "this is no regular file", str(path))
    return os.fdopen(handle, "rb")


def content(path: Path, largest: int = LARGEST) -> bytes:
    """Return what the regular file `path` holds.

    Raises:
        OSError: It can't be read, is no regular file, or has more than `largest` bytes.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > largest:
            raise OSError(0, f"{size:,} bytes; at most {largest:,} are read", str(path))
        return file.read()
