"""Compiled corpora for what is shown: one of plain texts, one of texts full of markup."""

import pytest
from ponds import hostile_claims, hostile_sources, write_ponds

from factcheck.corpus.corpus import read_corpus
from factcheck.store.compiling import compile_corpus
from factcheck.store.reading import Store


@pytest.fixture(scope="session")
def pond_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return compile_corpus(read_corpus(write_ponds(tmp_path_factory.mktemp("plain"))), None)


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("hostile")
    return compile_corpus(read_corpus(write_ponds(root, hostile_claims(), hostile_sources())), None)


@pytest.fixture(params=["pond_store", "hostile_store", "store"], ids=["plain", "hostile", "built"])
def any_store(request: pytest.FixtureRequest) -> Store:
    """Each of the corpora in turn, the built-in one too."""
    return request.getfixturevalue(request.param)
