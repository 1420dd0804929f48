"""What is wrong with a sentence."""

from typing import NamedTuple

from factcheck.drafts.passage import Span


class Found(NamedTuple):
    """What is wrong with a sentence.

    Attributes:
        kind: The id of one of `kinds.KINDS`.
        span: Which part of the sentence it is about.
        said, recorded: The values that differ; empty if it is not about values.
        explanation: One plain sentence.
        claim: The claim that it departs from, by its id; `None` if it is near none.
        headline: What a look-up of the sentence leads with, if that is what is wrong; else empty.
    """

    kind: str
    span: Span
    said: str
    recorded: str
    explanation: str
    claim: str | None
    headline: str = ""
