"""Tell whether a file is still the one that was read, without reading it again.

A file's size, times and number on the disk change with its content: the time of
the last change (`ctime`) can't be set by any program. Only a file changed in the
moment before it was stamped could look the same, so such a one is read again.
"""

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from factcheck.corpus.regular import opened

try:
    from _blake2 import blake2b  # hashlib's own; hashlib itself loads OpenSSL: 3 ms
except ImportError:
    from hashlib import blake2b

__all__ = ["Stamp", "blake2b", "hashed", "renewed", "stamped"]
CHUNK = 1 << 20
MOMENT = 2_000_000_000
"""Nanoseconds; the coarsest file system, FAT, tells the time to two seconds."""


class Stamp(NamedTuple):
    """What tells a file from what it was or will be.

    Attributes:
        size: In bytes.
        modified, changed: `mtime` and `ctime`, in nanoseconds.
        node: Its number on the disk.
        content: The hash of its content.
    """

    size: int
    modified: int
    changed: int
    node: int
    content: str

    def is_of(self, found: os.stat_result) -> bool:
        """Whether nothing says that the file has changed."""
        return self[:4] == (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)

    def is_settled(self, at: int) -> bool:
        """Whether it was taken, at a time in nanoseconds, long enough after the last change."""
        return max(self.modified, self.changed) < at - MOMENT


def hashed(content: bytes) -> str:
    """Return the hash of `content`, 32 hexadecimal digits."""
    return blake2b(content, digest_size=16).hexdigest()


def stamp(file: BinaryIO, content: str) -> Stamp:
    """Return the stamp of an open file that was read, and whose content's hash is `content`."""
    found = os.fstat(file.fileno())
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, content)


def stamped(path: Path) -> Stamp:
    """Return the stamp of a file.

    Raises:
        OSError: It can't be read, or is no regular file.
    """
    digest = blake2b(digest_size=16)
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
        return stamp(file, digest.hexdigest())


def renewed(path: Path, known: Stamp, *, trusted: bool = True) -> Stamp | None:
    """Return the stamp of a file that is as `known` has it, or `None` if it is another.

    It is read only if its stamp differs, or isn't `trusted`.

    Raises:
        OSError: It can't be read.
    """
    if trusted and known.is_of(path.stat()):
        return known
    new = stamped(path)
    return new if new.content == known.content else None
