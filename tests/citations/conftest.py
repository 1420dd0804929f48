"""The ponds with two misreadings, compiled, and the readers of what is written of them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import ATLAS, claims, write_ponds

from factcheck.corpus.corpus import read_corpus
from factcheck.store.compiling import compile_corpus
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store

MISREAD = [
    {
        "wording": "Ulmen Pond is 51 metres deep",
        "differs": "number",
        "correction": "The Pond Atlas gives 41 metres.",
    },
    {
        "wording": "Ulmen Pond is the deepest pond of the country",
        "differs": "place",
        "correction": "The Pond Atlas calls it the deepest of the county.",
    },
]


@pytest.fixture(scope="session")
def misread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the ponds, with misreadings; no test changes it."""
    known = claims()
    known[0]["misreadings"] = MISREAD
    root = write_ponds(tmp_path_factory.mktemp("misread") / "ponds", known)
    (root.parent / "atlas.txt").write_bytes(ATLAS.encode())
    return root


@pytest.fixture(scope="session")
def misread_store(misread: Path) -> Store:
    return compile_corpus(read_corpus(misread), misread / "sources")


@pytest.fixture(scope="session")
def hospital() -> Store:
    root = Path(__file__).parents[1] / "corpus" / "hospital"
    return open_corpus(root, Watch(pytest.fail, str))


@pytest.fixture(params=["misread_store", "store"], ids=["ponds", "built-in"])
def each_store(request: pytest.FixtureRequest) -> Store:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def pandoc() -> Callable[..., str]:
    """Return a function that has Pandoc convert a text; a test of it is skipped where it isn't."""
    if not shutil.which("pandoc"):
        pytest.skip("there is no pandoc here")

    def converted(text: str, *options: str) -> str:
        done = subprocess.run(
            ["pandoc", "--wrap=none", *options],  # noqa: S607
            input=text.encode(),
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout.decode()

    return converted
