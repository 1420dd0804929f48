"""How thoroughly: as a rule a sample, always the same; `make test-whole` tries all there is."""

import os

WHOLE = bool(os.environ.get("FACTCHECK_WHOLE"))


def examples(number: int) -> int:
    """Return how many of so many invented texts to try."""
    return number if WHOLE else number // 3
