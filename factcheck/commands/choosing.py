"""Which corpora are in use, and why."""

import os
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def builtin_root() -> Path:
    """Return the folder of the built-in corpus: in the package, or the checkout around it."""
    packaged = PACKAGE / "builtin"
    return packaged if packaged.is_dir() else PACKAGE.parent


def corpus_root() -> Path:
    """Return the folder of the corpus in use: FACTCHECK_CORPUS, or else the built-in one."""
    chosen = os.environ.get("FACTCHECK_CORPUS")
    return Path(chosen) if chosen else builtin_root()
