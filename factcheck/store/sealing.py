"""Seal the index of a long shelf, and open one whose seal holds.

Unlike the index of the kept shelves it is too large to be read each time to see
that it is whole, so the stamps of its files and of the shelf's tell that.
"""

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.corpus.regular import content
from factcheck.store import section
from factcheck.store.section import Section
from factcheck.store.stamps import Stamp, hashed, renewed
from factcheck.store.trust import is_all_trusted

SEAL = "seal.json"
LONG_NAME = "long-"


class Seal(NamedTuple):
    """What an index was made from, and of what it consists; last written, so that it means all.

    Attributes:
        of: The name of the folder that it belongs into, which tells the shelf and the program.
        path: The shelf.
        shelf: Its stamp.
        at: When it was stamped, in nanoseconds.
        refers: The key of the kept shelves if any claim refers to them, else empty.
        claims: How many there are.
        files: The stamps of the index' files by name.
    """

    of: str
    path: str
    shelf: Stamp
    at: int
    refers: str
    claims: int
    files: dict[str, Stamp]


def opened(path: Path, folder: Path, kept: str) -> Section | None:
    """Return the index in `folder` of the shelf `path`, or `None` if another must be made.

    `kept` is the key of the kept shelves, which some of its claims may refer to.
    """
    try:
        seal = read_seal(folder)
        if seal.refers not in {"", kept} or not _is_whole(path, folder, seal):
            return None
        return Section(section.opened(folder), seal.claims, quotes=bool(seal.refers))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_whole(path: Path, folder: Path, seal: Seal) -> bool:
    shelf = renewed(path, seal.shelf, trusted=seal.shelf.is_settled(seal.at))
    files = {name: renewed(folder / name, known) for name, known in seal.files.items()}
    sound = {name: new for name, new in files.items() if new}
    if shelf is None or len(sound) < len(files):
        return False
    if shelf != seal.shelf or sound != seal.files or not seal.shelf.is_settled(seal.at):
        with suppress(OSError):  # it may not be ours to write
            write_seal(folder, seal._replace(shelf=shelf, at=time.time_ns(), files=sound))
    return True


def fault(path: Path, folder: Path, kept: str) -> str | None:
    """Return why the index in `folder` is not that of the shelf `path`; `None` if it is.

    Every file is read whole, however little its stamp says that it changed.
    """
    try:
        seal = read_seal(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "there is no index of it, or a damaged one"
    if seal.refers not in {"", kept}:
        return "the index is older than what its claims refer to"
    try:
        if renewed(path, seal.shelf, trusted=False) is None:
            return "the index is of another state of this file"
        lost = [n for n, s in seal.files.items() if not renewed(folder / n, s, trusted=False)]
    except OSError as error:
        return f"a file cannot be read: {error.strerror}"
    return f"{lost[0]}, a file of the index, is damaged" if lost else None


def read_seal(folder: Path) -> Seal:
    """Return the seal of the index in `folder`.

    Raises:
        OSError: It can't be read.
        ValueError: It is broken, or of another index, or something there is another user's.
    """
    told, _, text = content(folder / SEAL).partition(b"\n")
    if told.decode() != hashed(text):
        raise ValueError("the seal is broken")
    data: dict[str, Any] = json.loads(text)
    files = {name: Stamp(*found) for name, found in data["files"].items()}
    seal = Seal(**{**data, "shelf": Stamp(*data["shelf"]), "files": files})
    if seal.of != folder.name or not is_all_trusted(folder):
        raise ValueError("this index does not belong here")
    return seal


def write_seal(folder: Path, seal: Seal) -> None:
    """Seal an index; what is there is replaced at one stroke, or stays."""
    text = json.dumps(seal._asdict()).encode()
    import tempfile

    handle, name = tempfile.mkstemp(prefix=".seal-", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(hashed(text).encode() + b"\n" + text)
    Path(name).replace(folder / SEAL)
