"""The corpora that assistants ask."""

from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done

from factcheck.api.corpora import Corpus
from factcheck.store.reading import Store


@pytest.fixture(scope="session")
def builtin(store: Store) -> Corpus:
    """The built-in corpus, as a server has it."""
    return Corpus(["builtin"], store)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Done]) -> Path:
    """The folder of a corpus as `init` makes it."""
    root = tmp_path_factory.mktemp("kept") / "fenwick"
    assert run("init", root).status == 0
    return root
