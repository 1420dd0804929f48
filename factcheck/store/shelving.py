"""Make the index of a long shelf: in the cache, or in memory."""

import os
import time
from pathlib import Path

from factcheck.problem import ChangedError
from factcheck.store.long import Making, compile_long
from factcheck.store.places import locked, workshop
from factcheck.store.sealing import Seal, opened, write_seal
from factcheck.store.section import Section
from factcheck.store.stamps import renewed, stamped

PARALLEL = 20_000_000
"""Bytes; a smaller shelf is read by one process in less time than others take to start."""


def made(path: Path, folder: Path, making: Making) -> Section:
    """Make the index of the shelf `path` in `folder`, unless another process does so just now.

    Raises:
        CorpusError: Something is wrong with the shelf, or it changed meanwhile.
        OSError: The folder can't be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.with_suffix(".lock")):
        found = opened(path, folder, making.known.key)
        if found:
            return found
        with workshop(folder) as shop:
            index = shop / "index"
            index.mkdir()
            write_seal(index, _compiled(path, index, making))
            if folder.exists():
                folder.rename(shop / "old")
            index.rename(folder)
    section = opened(path, folder, making.known.key)
    if section is None:
        raise OSError(0, "the new index cannot be read back")
    return section


def in_memory(path: Path, making: Making) -> Section:
    """Return an index of the shelf `path` that no file holds.

    One process makes it: where no file can be written, others may not start.
    """
    done = compile_long(path, None, making._replace(jobs=1))
    return Section(done.made, done.claims)


def _compiled(path: Path, folder: Path, making: Making) -> Seal:
    at = time.time_ns()
    before = stamped(path)
    jobs = making.jobs if before.size > PARALLEL else 1
    done = compile_long(path, folder, making._replace(jobs=jobs))
    if renewed(path, before, trusted=before.is_settled(at)) is None:
        raise ChangedError(path)
    parts = [Path(entry) for entry in os.scandir(folder) if entry.is_file()]
    files = {part.name: stamped(part) for part in parts if not part.name.startswith(".")}
    refers = making.known.key if done.refers else ""
    return Seal(str(path.resolve()), before, at, refers, done.claims, files)
