"""Which files make up a corpus."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from factcheck.corpus import regular
from factcheck.problem import CorpusError, Problem

SHELF = ".yaml"
LONG = ".jsonl"
DATA = (SHELF, LONG, ".fingerprint", ".yml")
HEAD = 1_000
"""Bytes that tell JSON, which a fingerprint is, from other files that lie beside the sources."""


class Files(NamedTuple):
    """The files of a corpus, each kind sorted.

    Attributes:
        kept: The shelves, sources, fingerprints and lexicon, which are read whole.
        long: Shelves of JSON Lines, which are read line by line.
    """

    kept: tuple[Path, ...]
    long: tuple[Path, ...]


def corpus_files(root: Path) -> Files:
    """Return the files that make up the corpus at `root`.

    Raises:
        CorpusError: `claims/` is missing or holds no claims, or a file in a folder
            of the corpus is not one that may be read.
    """
    problems: list[Problem] = []
    lexicon = root / "lexicon.yaml"
    found = [lexicon] if os.path.lexists(lexicon) else []
    for folder in (root / "claims", root / "sources"):
        if fault := _fault(folder, root):
            problems.append(Problem(folder, 0, 0, fault))
        names = _names(folder)
        stray = [name for name in names if name.endswith(".yml")]
        message = "this file would not be read; its name must end in .yaml"
        problems += [Problem(folder / name, 0, 0, message) for name in stray]
        found += [folder / name for name in names if name.endswith(DATA)]
    found += _prints(root / "sources", names)
    claims = [path for path in found if path.parent == root / "claims"]
    kept = [path for path in claims if path.suffix == SHELF]
    long = sorted(path for path in claims if path.suffix == LONG)
    if not kept and not long:
        problems.append(_empty(root / "claims", f"{SHELF} or {LONG}"))
    if (kept or not long) and not any(
        path.parent == root / "sources" and path.suffix == SHELF for path in found
    ):
        problems.append(_empty(root / "sources", SHELF))
    problems += [Problem(path, 0, 0, fault) for path in found if (fault := _fault(path, root))]
    if problems:
        raise CorpusError(problems)
    return Files(tuple(sorted(set(found) - set(long))), tuple(long))


def check_writable(path: Path, root: Path) -> None:
    """Refuse to write to `path`, in a folder of the corpus at `root`, if that lies elsewhere.

    Raises:
        CorpusError: It, or its folder, is a link out of the corpus, or no file.
    """
    faults = [(one, _fault(one, root)) for one in (path.parent, path)]
    problems = [Problem(one, 0, 0, fault) for one, fault in faults if fault]
    if problems:
        raise CorpusError(problems)


def _empty(folder: Path, kind: str) -> Problem:
    what = f"no {kind} file in this folder" if folder.is_dir() else "no such folder"
    return Problem(folder, 0, 0, f"{what}; a corpus has claims/ and sources/")


def _names(folder: Path) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - half of the time that paths take
    except OSError:
        return []
    return [name for name in names if not name.startswith(".")]


def _prints(sources: Path, names: list[str]) -> Iterator[Path]:
    """Yield the files that may be fingerprints, though their names end otherwise.

    Which of them a record names is not known before it is read; a look-up reads none.
    """
    for name in names:
        if not name.endswith(DATA):
            with suppress(OSError), regular.opened(sources / name) as file:
                if file.read(HEAD).lstrip()[:1] in {b"{", b""}:
                    yield sources / name


def _fault(path: Path, root: Path) -> str | None:
    """Return why `path` may not be read: a pipe never ends, and a link may lead anywhere.

    What can't be read at all is told when that is tried, with all else that is wrong.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return "this link leads out of the corpus; copy what it leads to instead"
        kind = path.stat().st_mode
        return None if S_ISREG(kind) or S_ISDIR(kind) else "this is neither file nor folder"
    except (OSError, RuntimeError):
        return None
