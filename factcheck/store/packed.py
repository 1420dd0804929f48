"""A packed corpus: its indexes in a folder that can be carried elsewhere, and opened there.

The indexes in a user's cache are keyed by where files lie and when they were written,
which says nothing on another machine. A packed one is keyed by what this program
consists of, and sealed with the hash of each file. It is opened as it is: nothing is
compiled, and nothing written but the empty locks of its indexes.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.corpus.regular import content
from factcheck.problem import CorpusError, Problem
from factcheck.store import cache, section
from factcheck.store.reading import Kept, Long, Store
from factcheck.store.section import Section
from factcheck.store.stamps import blake2b, stamped

PACKED = "packed.json"
"""What tells a packed corpus from others, and of what it consists."""
KEPT, LONG, SOURCES = "kept", "long", "sources"
OTHER = (
    "was packed by another version of factcheck than this; install the same one here and"
    " there, and pack the corpus again"
)
DAMAGED = "a file of a packed corpus, is damaged or missing; pack the corpus again"


def is_packed(root: Path) -> bool:
    """Whether a packed corpus lies in the folder `root`."""
    return os.path.isfile(root / PACKED)  # noqa: PTH113 - every corpus that is opened is asked


def program() -> str:
    """Return a hash of what this program consists of, wherever and whenever it was installed."""
    digest = blake2b(digest_size=16)
    for path in cache.program_files():
        held = Path(path).read_bytes()
        digest.update(f"{path.name}\0{len(held)}\0".encode())
        digest.update(held)
    return digest.hexdigest()


def opened(root: Path) -> Store:
    """Return the corpus that is packed in the folder `root`, ready for look-ups.

    Raises:
        CorpusError: It is damaged, or another version of this program packed it.
    """
    root = Path(os.path.realpath(root))
    try:
        seal = json.loads(content(root / PACKED))
        if seal["program"] != program():
            raise CorpusError([Problem(root, 0, 0, OTHER)])
        damaged = [*_damaged(root, seal["files"])]
        if not damaged:
            return _store(root, seal)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        damaged = [root / PACKED]
    raise CorpusError([Problem(path, 0, 0, DAMAGED) for path in damaged])


def _damaged(root: Path, files: dict[str, str]) -> Iterator[Path]:
    for name, known in files.items():
        try:
            if stamped(root / name).content == known:
                continue
        except OSError:
            pass
        yield root / name


def _store(root: Path, seal: dict[str, Any]) -> Store:
    shared = json.loads(content(root / KEPT / "shared.json"))
    kept = Kept(Section(section.opened(root / KEPT), shared["size"]), shared)
    return Store(kept, [_long(root, **shelf) for shelf in seal["long"]], root / SOURCES)


def _long(root: Path, topic: str, title: str, claims: int, *, quotes: bool) -> Long:
    index = section.opened(root / LONG / topic)
    return Long(Section(index, claims, quotes=quotes), topic, title)
