"""Open corpora together, and name all that is wrong with any of them."""

from collections.abc import Iterable
from pathlib import Path

from factcheck.problem import CorpusError, Problem
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.roots import Chosen
from factcheck.store.several import Corpora, Several


def open_together(corpora: Iterable[Chosen], watch: Watch) -> Corpora:
    """Return these corpora, ready for look-ups; `watch` is told what goes on.

    Raises:
        CorpusError: Something is wrong with any of them; it names every problem.
    """
    problems: list[Problem] = []
    stores = [(one.name, _opened(one.root, watch, problems)) for one in corpora]
    if problems:
        raise CorpusError(problems)
    sound = [(name, store) for name, store in stores if store]
    return sound[0][1] if len(sound) == 1 else Several(sound)


def _opened(root: Path, watch: Watch, problems: list[Problem]) -> Store | None:
    try:
        return open_corpus(root, watch)
    except CorpusError as error:
        problems += error.problems
        return None
