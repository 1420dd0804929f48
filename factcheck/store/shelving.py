"""Make the index of a long shelf: in the cache, or in memory."""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from factcheck.problem import ChangedError
from factcheck.store.locks import locked
from factcheck.store.long import Making, compile_long
from factcheck.store.places import (
    PRIVATE,
    clear_old,
    close_to_others,
    make_cache,
)
from factcheck.store.sealing import LONG_NAME, SEAL, Seal, opened, read_seal, write_seal
from factcheck.store.section import Section
from factcheck.store.stamps import renewed, stamped
from factcheck.store.workshop import workshop

MONTH = 30 * 24 * 60 * 60
PARALLEL = 20_000_000
"""Bytes; a smaller shelf is read by one process in less time than others take to start."""


def made(path: Path, folder: Path, making: Making, tell: Callable[[str], object]) -> Section:
    """Make the index of the shelf `path` in `folder`, unless another process does so just now.

    `tell` is told if that must be waited for.

    Raises:
        CorpusError: Something is wrong with the shelf, or it changed meanwhile.
        OSError: The folder can't be written.
    """
    make_cache(folder.parent)
    told = f"waiting for another factcheck, which makes the index of {path}"
    with locked(folder.with_suffix(".lock"), lambda: tell(told)):
        found = opened(path, folder, making.known.key)
        if found:
            return found
        with workshop(folder.parent) as shop:
            index = shop / "index"
            index.mkdir(mode=PRIVATE)
            seal = _compiled(path, index, making)
            write_seal(index, seal._replace(of=folder.name))
            if folder.exists():
                folder.rename(shop / "old")
            index.rename(folder)
    _prune(folder)
    section = opened(path, folder, making.known.key)
    if section is None:
        raise OSError(0, "the new index cannot be read back")
    return section


def _prune(newest: Path) -> None:
    """Delete the indexes of shelves that are gone, and those that lay unused for a month."""
    for index in newest.parent.glob(f"{LONG_NAME}*"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            unused = _age(index / SEAL) > MONTH  # told before the seal is read again
            lost = not Path(read_seal(index).path).exists()
            if index != newest and (lost or unused):
                shutil.rmtree(index)
                index.with_suffix(".lock").unlink()
    clear_old(newest.parent)


def _age(path: Path) -> float:
    """Return how long ago, in seconds, a file was read or written last, as far as is known."""
    found = path.stat()
    return time.time() - max(found.st_atime, found.st_mtime)


def in_memory(path: Path, making: Making) -> Section:
    """Return an index of the shelf `path` that no file holds.

    One process makes it: where no file can be written, others may not start.
    """
    done = compile_long(path, None, making._replace(jobs=1))
    return Section(done.made, done.claims, quotes=done.refers)


def _compiled(path: Path, folder: Path, making: Making) -> Seal:
    at = time.time_ns()
    before = stamped(path)
    jobs = making.jobs if before.size > PARALLEL else 1
    done = compile_long(path, folder, making._replace(jobs=jobs))
    if renewed(path, before, trusted=before.is_settled(at)) is None:
        raise ChangedError(path)
    parts = list(folder.iterdir())
    close_to_others(parts)
    files = {part.name: stamped(part) for part in parts if not part.name.startswith(".")}
    refers = making.known.key if done.refers else ""
    return Seal(folder.name, str(path.resolve()), before, at, refers, done.claims, files)
