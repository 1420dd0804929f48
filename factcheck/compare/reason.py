"""A reason for a verdict, as a value that explains itself."""

from enum import Enum
from typing import NamedTuple


class Effect(Enum):
    """What a reason does to a verdict."""

    CONTRADICTS = "contradicts"
    OPENS = "opens"
    NOTES = "notes"


class Reason(NamedTuple):
    """One point on which a wording departs from the record.

    Attributes:
        kind: `number`, `rate`, `date`, `place`, `actor`, `role`, `speaker`, `negation`,
            `quantity`, `mood`, `hedge`, `order`, `scope`, `added`, `rival` or `misreading`.
        said: The user's own words; empty if the wording lacks something.
        recorded: The record's own words; empty if it has none there.
        effect: What it does to the verdict.
    """

    kind: str
    said: str
    recorded: str
    effect: Effect
