"""What a check found, for a renderer."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.drafts.finding import Finding
from factcheck.store.several import Corpora


class Report(NamedTuple):
    """What a check finds, and what can be said when it is done.

    Attributes:
        findings: Each as it is found; the others are complete only behind the last.
        counts: How many `files` and `sentences` were read, and how many got each verdict.
        faults: Why some drafts could not be read.
        corpus: What they were held against.
    """

    findings: Iterator[Finding]
    counts: Counter[str]
    faults: list[str]
    corpus: Corpora
