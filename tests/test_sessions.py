"""What the documents show of Python is what Python shows, and so is the notebook.

`pytest tests/test_sessions.py --update-golden` rewrites it all in place.
"""

import re
from pathlib import Path

import nbformat
import pytest
from documents import DOCS, DOCUMENTS, README, name_of
from interpreted import PYCON, as_python_has_it, as_run

import factcheck
from factcheck.store.reading import Store

WITH_PYTHON = [path for path in DOCUMENTS if PYCON.search(path.read_text("utf-8"))]
NOTEBOOKS = sorted(DOCS.glob("*.ipynb"))
PAGE = DOCS / "python.md"


@pytest.fixture
def elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], store: Store
) -> None:
    """A folder of the session's own, and the index of the built-in corpus in the cache."""
    del store
    monkeypatch.setenv("XDG_CACHE_HOME", environment["XDG_CACHE_HOME"])
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("path", WITH_PYTHON, ids=name_of)
def test_a_session_shows_what_python_prints(path: Path, request: pytest.FixtureRequest) -> None:
    real = as_python_has_it(path.read_text("utf-8"))
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8")
    assert path.read_text("utf-8") == real


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_shows_what_its_cells_print(path: Path, request: pytest.FixtureRequest) -> None:
    real = as_run(nbformat.read(path, 4))
    nbformat.validate(real)
    if request.config.getoption("--update-golden"):
        nbformat.write(real, path)
    assert nbformat.read(path, 4) == real


def test_there_is_a_page_and_a_notebook_and_the_readme_has_a_session() -> None:
    assert {README, PAGE} <= {*WITH_PYTHON}
    assert [path.name for path in NOTEBOOKS] == ["notebook.ipynb"]


@pytest.mark.parametrize("name", sorted({*factcheck.__all__} - {"__version__"}))
def test_every_public_name_is_on_the_page(name: str) -> None:
    assert re.search(rf"`(factcheck\.)?{name}\b", PAGE.read_text("utf-8"))


@pytest.mark.parametrize("name", [n for n in vars(factcheck.Corpus) if not n.startswith("_")])
def test_all_that_a_corpus_is_asked_is_on_the_page(name: str) -> None:
    assert re.search(rf"`(corpus\.)?{name}\b", PAGE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("```pycon\n>>> 1 + 1\n3\n```", "```pycon\n>>> 1 + 1\n2\n```"),
        ("```pycon\n>>> a = 1\n>>> a\n```", "```pycon\n>>> a = 1\n>>> a\n1\n```"),
        (
            "```pycon\n>>> for n in (1, 2):\n...     print(n)\n```",
            "```pycon\n>>> for n in (1, 2):\n...     print(n)\n1\n2\n```",
        ),
        (
            "```pycon\n>>> {}[1]\n```",
            "```pycon\n>>> {}[1]\nTraceback (most recent call last):\n  ...\nKeyError: 1\n```",
        ),
    ],
)
def test_what_a_session_shows_wrongly_is_put_right(text: str, real: str) -> None:
    assert as_python_has_it(text) == real
