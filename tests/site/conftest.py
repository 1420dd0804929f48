"""Sites made once: of the ponds, and of the built-in corpus."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import write_ponds
from processes import Done


@pytest.fixture(scope="session")
def pond_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ponds(tmp_path_factory.mktemp("corpora") / "ponds")


@pytest.fixture(scope="session")
def pond_site(
    run: Callable[..., Done], pond_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("sites") / "ponds"
    told = ("--title", "Ponds", "--base-url", "https://ponds.example/facts")
    assert run("site", "-o", out, "--corpus", pond_root, *told).status == 0
    return out


@pytest.fixture(scope="session")
def builtin_site(run: Callable[..., Done], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sites") / "builtin"
    assert run("site", "-o", out).status == 0
    return out
