"""A small corpus on lakes, and the built-in one."""

import shutil
from pathlib import Path

import pytest

from factcheck.corpus.corpus import Corpus, read_corpus

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    """The folder of a valid corpus of one source and two claims, the test's own to change."""
    for name in ("claims", "sources"):
        shutil.copytree(HERE / "lakes" / name, tmp_path / "lakes" / name)
    return tmp_path / "lakes"


@pytest.fixture(scope="session")
def atlas() -> str:
    """The text of the lakes' only source."""
    return (HERE / "lakes" / "atlas.txt").read_bytes().decode()


@pytest.fixture(scope="session")
def builtin() -> Corpus:
    """The corpus that the program comes with."""
    return read_corpus(ROOT)
