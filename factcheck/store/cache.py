"""The index of a corpus' kept shelves in the user's cache folder.

It is keyed by the content of their files and of this program, so a change makes
another. It is built beside its place and moved there whole, and sealed with the
hash of each of its files, so that a killed build is never seen and a damaged
file is noticed.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.corpus.regular import content
from factcheck.problem import CorpusError, Problem
from factcheck.store import section
from factcheck.store.places import PRIVATE, clear_old, close_to_others, make_cache
from factcheck.store.reading import Kept
from factcheck.store.section import Section
from factcheck.store.stamps import blake2b, hashed
from factcheck.store.trust import is_all_trusted

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

PACKAGE = Path(__file__).parents[1]
SEAL = "seal.json"
KEPT_NAME = "kept-"
NEWEST = 16
"""So many indexes stay in the cache; older ones go when a new one is made."""


def key_of(root: Path, files: Iterable[Path]) -> str:
    """Return a hash of all that an index is made from: the corpus' files, and this program.

    Raises:
        CorpusError: A file can't be read.
    """
    digest = blake2b(digest_size=16)
    digest.update(_program())
    for path in files:
        try:
            held = content(path)
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            raise CorpusError([Problem(path, 0, 0, message)]) from error
        digest.update(f"{path.relative_to(root)}\0{len(held)}\0".encode("utf-8", "surrogateescape"))
        digest.update(held)
    return digest.hexdigest()


def key_of_shelf(path: Path) -> str:
    """Return a hash of where a long shelf lies, and of this program."""
    place = os.fsencode(os.path.realpath(path))  # a path's own fails if it is linked to itself
    return blake2b(_program() + place, digest_size=16).hexdigest()


def program_files() -> Iterator["os.DirEntry[str]"]:
    """Yield the files of this program that an index depends on, in the same order everywhere."""
    for folder in (".", "text", "compare", "corpus", "store"):
        entries = sorted(os.scandir(PACKAGE / folder), key=lambda entry: entry.name)
        yield from (entry for entry in entries if entry.is_file())


def _program() -> bytes:
    """Return what changes with this program."""
    parts = []
    for entry in program_files():
        stat = entry.stat()
        parts.append(f"{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}\0")
    return "".join(parts).encode()


def opened(folder: Path) -> Kept | None:
    """Return the index in `folder`; `None` if it is missing, damaged, another's or unreadable.

    It must be the one that belongs there: its seal names what it was made from.
    """
    try:
        seal = json.loads(content(folder / SEAL))
        files = seal["files"]
        if seal["of"] != folder.name or not is_all_trusted(folder):
            return None
        contents = {name: content(folder / name, sys.maxsize) for name in files}
        if any(hashed(contents[name]) != files[name] for name in files):
            return None
        shared = json.loads(contents["shared.json"])
        return Kept(Section(section.opened(folder), shared["size"]), shared)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def built(corpus: "Corpus", folder: Path) -> Kept:
    """Compile the kept shelves of `corpus` into `folder`.

    Raises:
        OSError: That can't be done.
    """
    from factcheck.store.compiling import compile_kept
    from factcheck.store.workshop import workshop

    make_cache(folder.parent)
    with workshop(folder.parent) as shop:
        made = shop / "index"
        made.mkdir(mode=PRIVATE)
        compile_kept(corpus, made)
        _seal(made, folder.name)
        _place(made, folder, shop / "damaged")
    _prune(folder)
    found = opened(folder)
    if found is None:
        raise OSError(0, "the new index cannot be read back")
    return found


def _seal(folder: Path, name: str) -> None:
    """Write down what the index is of, and the hash of each file; last, so that it means all."""
    parts = list(folder.iterdir())
    close_to_others(parts)
    files = {p.name: hashed(p.read_bytes()) for p in sorted(parts) if not p.name.startswith(".")}
    (folder / SEAL).write_text(json.dumps({"of": name, "files": files}), encoding="utf-8")
    close_to_others([folder / SEAL])


def _place(made: Path, folder: Path, aside: Path) -> None:
    """Move a new index to its place; one that another process put there may stay."""
    if folder.exists() and opened(folder) is None:
        with suppress(FileNotFoundError):  # another process was faster
            folder.rename(aside)
    try:
        made.rename(folder)
    except OSError:
        if opened(folder) is None:
            raise


def _prune(newest: Path) -> None:
    """Delete all but the newest indexes, and what nobody needs."""
    import shutil

    made = {}
    for path in newest.parent.glob(f"{KEPT_NAME}*"):
        with suppress(FileNotFoundError):  # another process deletes too
            made[path] = path.stat().st_mtime
    for path in sorted(made, key=made.__getitem__, reverse=True)[NEWEST:]:
        if path != newest:
            shutil.rmtree(path, ignore_errors=True)
    clear_old(newest.parent)
