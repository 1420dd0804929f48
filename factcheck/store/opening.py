"""Open a corpus for look-ups: its indexes from the user's cache, made if need be.

The kept shelves have one index, which any change of theirs makes anew. Each long
shelf has its own, which only a change of that shelf makes anew. Whatever goes
wrong with the cache, the corpus is compiled in memory instead.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.files import corpus_files
from factcheck.corpus.regular import opened
from factcheck.problem import ChangedError, CorpusError, Problem
from factcheck.store import cache, packed, sealing
from factcheck.store.jobs import cores
from factcheck.store.places import cache_folder
from factcheck.store.reading import Kept, Long, Store
from factcheck.store.section import Section

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

Say = Callable[[str], object]
TRIES = 3
"""How often a corpus is read again that changes while it is read."""


@contextmanager
def unwatched(what: str, size: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG001
    """Show nothing."""
    yield lambda _: None


class Watch(NamedTuple):
    """Who is told of what goes on.

    Attributes:
        warn: Told once, in a sentence, if the cache can't be used.
        tell: Told what takes a second.
        watching: Opens a view on what takes longer, as `shelving.Watching` says.
    """

    warn: Say
    tell: Say
    watching: Callable[[str, int], AbstractContextManager[Callable[[int], None]]] = unwatched


def open_corpus(root: Path, watch: Watch, jobs: int | None = None) -> Store:
    """Return the corpus in the folder `root`, ready for look-ups.

    Args:
        root: The folder that holds `claims/`, and `sources/` if they quote any; or a packed corpus.
        watch: Who is told.
        jobs: How many processes may work on a long shelf; `None` is one a core.

    Raises:
        CorpusError: Something is wrong with the corpus; it names every problem.
    """
    if packed.is_packed(root):
        return packed.opened(root)
    for _ in range(TRIES - 1):
        with suppress(ChangedError):
            return Opening(root, watch, jobs or cores()).store()
    return Opening(root, watch, jobs or cores()).store()


class Opening:
    """One try to open a corpus as it is now."""

    def __init__(self, root: Path, watch: Watch, jobs: int) -> None:
        """Take the folder, who is told, and how many processes may work."""
        self.root, self.watch, self.jobs = root, watch, jobs
        self.files = corpus_files(root)
        self.key = cache.key_of(root, self.files.kept)
        self.kept = cache.opened(self.place())
        self.long = {
            path: sealing.opened(path, self.place_of(path), self.key) for path in self.files.long
        }

    def place(self) -> Path:
        """Return the folder of the index of the kept shelves."""
        return cache_folder() / f"{cache.KEPT_NAME}{self.key}"

    def place_of(self, path: Path) -> Path:
        """Return the folder of the index of a long shelf."""
        return cache_folder() / f"{sealing.LONG_NAME}{cache.key_of_shelf(path)}"

    def store(self) -> Store:
        """Return the corpus, its missing indexes made."""
        if self.kept is None or None in self.long.values():
            self.watch.tell("checking and compiling the corpus; this is done once")
            corpus = self._read()
            self.kept = self.kept or self._make_kept(corpus)
            for path, found in self.long.items():
                self.long[path] = found or self._make_long(path, corpus)
        sections = [(path, found) for path, found in self.long.items() if found]
        long = [Long(found, path.stem, title(path)) for path, found in sections]
        return Store(self.kept, long, self.root / "sources")

    def faults(self) -> list[str]:
        """Return why the indexes don't match the corpus' files; each file is read to find out.

        Raises:
            CorpusError: Something is wrong with the corpus itself.
        """
        found = []
        if self.kept is None:
            self._read()  # what is wrong with the shelves themselves goes before
            found = ["claims/*.yaml: there is no index of it, or a damaged one"]
        for path in self.files.long:
            fault = sealing.fault(path, self.place_of(path), self.key)
            if fault:
                found.append(f"claims/{path.name}: {fault}")
        return found

    def _read(self) -> "Corpus":
        """Return the kept shelves, as they were when their key was made."""
        from factcheck.corpus.corpus import read_corpus

        corpus = read_corpus(self.root)
        if cache.key_of(self.root, self.files.kept) != self.key:
            raise ChangedError(self.root)
        return corpus

    def _make_kept(self, corpus: "Corpus") -> Kept:
        from factcheck.store.compiling import compile_kept

        self._check_ids(corpus)
        try:
            return cache.built(corpus, self.place())
        except OSError as error:
            self._go_without(error)
        return compile_kept(corpus, None)

    def _check_ids(self, corpus: "Corpus") -> None:
        """Refuse ids of kept claims that a long shelf has already."""
        from factcheck.store.long import used_again

        ids = {claim.id for claim in corpus.claims}
        problems: list[Problem] = []
        for path, section in self.long.items():
            if section and any(map(section.has, ids)):
                problems += used_again(path, ids.__contains__)
        if problems:
            raise CorpusError(problems)

    def _make_long(self, path: Path, corpus: "Corpus") -> Section:
        from factcheck.store.long import Known, Making
        from factcheck.store.shelving import in_memory, made

        topics = {shelf.topic for shelf in corpus.shelves} | {one.stem for one in corpus.long}
        known = Known(path.stem, topics, list(corpus.sources), corpus.fingerprints, self.key)
        _check_readable(path)
        making = Making(known, self._has, self.jobs, self.watch.watching)
        try:
            return made(path, self.place_of(path), making, self.watch.tell)
        except OSError as error:
            self._go_without(error)
        return in_memory(path, making)

    def _has(self, name: str) -> bool:
        """Whether a claim that is indexed already has this id."""
        sections = [self.kept.section] if self.kept else []
        return any(one and one.has(name) for one in (*sections, *self.long.values()))

    def _go_without(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        message = f"the cache in {cache_folder()} can't be used ({reason}); going on without it"
        self.watch.warn(message)


def _check_readable(path: Path) -> None:
    """Tell a shelf that can't be read from a cache that can't be written."""
    try:
        opened(path).close()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise CorpusError([Problem(path, 0, 0, message)]) from error


def title(path: Path) -> str:
    """Return what a long shelf is called: its file's name, in words."""
    return path.stem.replace("-", " ").capitalize()
