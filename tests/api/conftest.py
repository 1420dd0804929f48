"""The built-in corpus, and it beside another, as a program opens them."""

from collections.abc import Iterator

import pytest
from reviewed import reviewed, write_long

import factcheck
from factcheck.store.reading import Store


@pytest.fixture(scope="session")
def corpus(store: Store) -> Iterator[factcheck.Corpus]:  # noqa: ARG001 - its index is in the cache
    with factcheck.open() as opened:
        yield opened


@pytest.fixture(scope="session")
def corpora(
    store: Store,  # noqa: ARG001 - the same
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[factcheck.Corpus]:
    """The built-in corpus and one of a long shelf."""
    lakes = tmp_path_factory.mktemp("lakes")
    write_long(lakes, [reviewed(number) for number in range(60)])
    with factcheck.open("builtin", lakes) as opened:
        yield opened
