"""A difference between a query and a claim, as a value that explains itself."""

from typing import NamedTuple


class Difference(NamedTuple):
    """One point on which the query departs from the record.

    Attributes:
        kind: One of `record.ASPECTS`.
        query: The query's value.
        record: The record's value, in words.
        explanation: One plain sentence.
    """

    kind: str
    query: str
    record: str
    explanation: str
