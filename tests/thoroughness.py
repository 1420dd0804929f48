"""How thoroughly: as a rule a sample, always the same; `make test-whole` tries all there is."""

import os
import sys
from collections.abc import Iterable
from typing import TypeVar

WHOLE = bool(os.environ.get("FACTCHECK_WHOLE")) or "--update-golden" in sys.argv


def examples(number: int) -> int:
    """Return how many of so many invented texts to try."""
    return number if WHOLE else number // 5


Item = TypeVar("Item")


def some(items: Iterable[Item], every: int) -> list[Item]:
    """Return one item of so many, always the same; or all, if WHOLE."""
    return [*items][:: 1 if WHOLE else every]
