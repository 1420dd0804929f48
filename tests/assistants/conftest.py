"""The corpora that assistants ask."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import Done

import factcheck
from factcheck.store.reading import Store


@pytest.fixture(scope="session")
def builtin(
    environment: dict[str, str],
    store: Store,  # noqa: ARG001 - whose index it uses
) -> Iterator[factcheck.Corpus]:
    """The built-in corpus, as a server has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", environment["XDG_CACHE_HOME"])
        with factcheck.open() as corpus:
            assert corpus.topics
            yield corpus


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Done]) -> Path:
    """The folder of a corpus as `init` makes it."""
    root = tmp_path_factory.mktemp("kept") / "fenwick"
    assert run("init", root).status == 0
    return root
