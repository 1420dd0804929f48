"""Open a corpus for look-ups: its index from the user's cache folder, made if need be.

An index is keyed by the content of the corpus' files and of this program, so a
change makes another. It is built beside its place and moved there whole, and
sealed with the hash of each of its files, so that a killed build is never seen
and a damaged file is noticed. Whatever goes wrong with the cache, the corpus
is compiled in memory instead.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import tantivy

from factcheck.corpus.files import corpus_files
from factcheck.problem import CorpusError, Problem
from factcheck.store.reading import Store

try:
    from _blake2 import blake2b  # hashlib's own; hashlib itself loads OpenSSL: 3 ms
except ImportError:
    from hashlib import blake2b

Say = Callable[[str], None]
PACKAGE = Path(__file__).parents[1]
SEAL = "seal.json"
WORKSHOP = ".building-"
DAY = 24 * 60 * 60
KEPT = 4
"""So many indexes stay in the cache; older ones go when a new one is made."""


def builtin_root() -> Path:
    """Return the folder of the built-in corpus: in the package, or the checkout around it."""
    packaged = PACKAGE / "builtin"
    return packaged if packaged.is_dir() else PACKAGE.parent


def corpus_root() -> Path:
    """Return the folder of the corpus in use: FACTCHECK_CORPUS, or else the built-in one."""
    chosen = os.environ.get("FACTCHECK_CORPUS")
    return Path(chosen) if chosen else builtin_root()


def open_corpus(root: Path, warn: Say, tell: Say) -> Store:
    """Return the corpus at `root`, ready for look-ups.

    Args:
        root: The folder that holds `claims/` and `sources/`.
        warn: Told once, in a sentence, if the cache can't be used.
        tell: Told what takes a second, if the corpus has to be compiled.

    Raises:
        CorpusError: Something is wrong with the corpus; it names every problem.
    """
    folder = cache_folder() / _key(root, corpus_files(root))
    opened = _opened(folder)
    if opened:
        return opened
    tell("checking and compiling the corpus; this is done once")
    return _built(root, folder, warn)


def cache_folder() -> Path:
    """Return the folder for indexes that this platform's users expect."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = _home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or _home() / ".cache"
    return Path(base) / "factcheck"


def _home() -> Path:
    """Return the user's home folder, or a place that can't be written if there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


def _key(root: Path, files: Iterable[Path]) -> str:
    """Return a hash of all that an index is made from: the corpus, and this program."""
    digest = blake2b(digest_size=16)
    for path in files:
        try:
            content = path.read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            raise CorpusError([Problem(path, 0, 0, message)]) from error
        digest.update(
            f"{path.relative_to(root)}\0{len(content)}\0".encode("utf-8", "surrogateescape")
        )
        digest.update(content)
    for folder in (".", "text", "compare", "corpus", "store"):
        for entry in sorted(os.scandir(PACKAGE / folder), key=lambda entry: entry.name):
            if entry.is_file():
                stat = entry.stat()
                digest.update(f"{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _opened(folder: Path) -> Store | None:
    """Return the index in `folder`, or `None` if it is missing, damaged or can't be read."""
    try:
        seal = json.loads((folder / SEAL).read_bytes())
        contents = {name: (folder / name).read_bytes() for name in seal}
        if any(_hash(contents[name]) != seal[name] for name in seal):
            return None
        index = tantivy.Index.open(str(folder))
        index.config_reader(reload_policy="manual")
        return Store(index, json.loads(contents["shared.json"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _built(root: Path, folder: Path, warn: Callable[[str], None]) -> Store:
    """Check and compile the corpus at `root`, into `folder` if that can be done."""
    import tempfile  # with these, 150 ms that a look-up can't afford

    from factcheck.corpus.corpus import read_corpus
    from factcheck.store.compiling import compile_corpus

    corpus = read_corpus(root)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=folder.parent) as workshop:
            made = Path(workshop) / "index"
            made.mkdir()
            compile_corpus(corpus, made)
            _seal(made)
            _place(made, folder, Path(workshop) / "damaged")
        _prune(folder)
        store = _opened(folder)
        if store:
            return store
        reason = "the new index cannot be read back"
    except OSError as error:
        reason = error.strerror or str(error)
    warn(f"the cache in {folder.parent} can't be used ({reason}); going on without it")
    return compile_corpus(corpus, None)


def _seal(folder: Path) -> None:
    """Write down the hash of each file; last of all, so that a seal means a whole index."""
    files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    seal = {path.name: _hash(path.read_bytes()) for path in files}
    (folder / SEAL).write_text(json.dumps(seal), encoding="utf-8")


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _place(made: Path, folder: Path, aside: Path) -> None:
    """Move a new index to its place; one that another process put there may stay."""
    if folder.exists() and _opened(folder) is None:
        with suppress(FileNotFoundError):  # another process was faster
            folder.rename(aside)
    try:
        made.rename(folder)
    except OSError:
        if _opened(folder) is None:
            raise


def _prune(newest: Path) -> None:
    """Delete all but the newest indexes, and what builds killed a day ago left behind."""
    import shutil
    import time

    made = {}
    for path in newest.parent.iterdir():
        with suppress(FileNotFoundError):  # another process deletes too
            made[path] = path.stat().st_mtime
    indexes = [path for path in made if not path.name.startswith(".")]
    old = sorted(indexes, key=made.__getitem__, reverse=True)[KEPT:]
    old += [p for p in made if p.name.startswith(WORKSHOP) and made[p] < time.time() - DAY]
    for path in old:
        if path != newest:
            shutil.rmtree(path, ignore_errors=True)
