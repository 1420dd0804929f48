"""Pack a corpus, as `packed` reads it."""

import json
import os
import shutil
from errno import EEXIST
from pathlib import Path

from factcheck.store.jobs import cores
from factcheck.store.opening import Opening, Watch, title
from factcheck.store.packed import KEPT, LONG, PACKED, SOURCES, program
from factcheck.store.sealing import SEAL, read_seal
from factcheck.store.stamps import stamped
from factcheck.store.workshop import workshop


def pack(root: Path, folder: Path, watch: Watch) -> None:
    """Pack the corpus at `root` into `folder`, which is made; what is missing is compiled first.

    It is made whole, or not at all.

    Raises:
        CorpusError: Something is wrong with the corpus; it names every problem.
        FileExistsError: There is such a folder already.
        OSError: It, or the user's cache of indexes, can't be written.
    """
    opening = Opening(root, watch, cores())
    opening.store()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with workshop(folder.parent) as shop:
        made = shop / "packed"
        long = _gather(opening, made)
        files = {name: stamped(made / name).content for name in _names(made)}
        data = {"program": program(), "long": long, "files": files}
        (made / PACKED).write_text(json.dumps(data), encoding="utf-8")
        if os.path.lexists(folder):  # an empty one would be replaced
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(folder))
        made.rename(folder)


def _gather(opening: Opening, made: Path) -> list[dict[str, object]]:
    """Copy what makes up a packed corpus; return what must be known of its long shelves."""
    _copy(opening.place(), made / KEPT)
    if (opening.root / "sources").is_dir():  # claims that were only reviewed quote none
        _copy(opening.root / "sources", made / SOURCES)
    long: list[dict[str, object]] = []
    for path in opening.files.long:
        seal = read_seal(opening.place_of(path))
        _copy(opening.place_of(path), made / LONG / path.stem)
        told = {"topic": path.stem, "title": title(path)}
        long.append({**told, "claims": seal.claims, "quotes": bool(seal.refers)})
    return long


def _names(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _copy(source: Path, to: Path) -> None:
    """Copy a folder's own files but hidden ones, such as locks, and the seal of its old place."""
    to.mkdir(parents=True)
    for path in source.iterdir():
        if path.is_file() and path.name != SEAL and not path.name.startswith("."):
            shutil.copyfile(path, to / path.name)
