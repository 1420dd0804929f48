"""A claim as the comparison sees it: everything that its own wordings allow.

Made once, when a corpus is compiled; `to_json` and `from_json` carry it.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from factcheck.text.reading import Reading

Standing = Literal["curated", "reviewed", "withdrawn"]
Recorded = tuple[float, str, str]
"""Value, unit and precision of a figure."""


class Phrase(NamedTuple):
    """A supporting wording as the comparison sees it.

    Attributes:
        keys: Its terms, and its figures and dates as `#1400` and `y2014`.
        nots, reversed, steps: As in `Reading`.
        order: What it says in its order, as `ordering.ordered` has it; empty where
            curators wrote so many wordings that no single one is held to it.
    """

    keys: frozenset[str]
    nots: int
    reversed: frozenset[str]
    steps: Mapping[str, int]
    order: tuple[str, ...] = ()


class Trap(NamedTuple):
    """A misreading as the comparison sees it.

    Attributes:
        text: Its words.
        terms: Its terms in order.
        keys: Its terms, and its figures and dates as `#1400` and `y2014`.
        own: Those of the keys that no supporting wording of the claim has.
        signs, steps: As in `Reading`.
        number: Which of the claim's misreadings it is, from 0.
        ordered: Whether the order of its terms tells: it says otherwise who, or to whom.
    """

    text: str
    terms: tuple[str, ...]
    keys: frozenset[str]
    own: frozenset[str]
    signs: Mapping[str, str]
    steps: Mapping[str, int]
    number: int
    ordered: bool


class Profile(NamedTuple):
    """What a claim's statement, wordings and quotations say, taken together.

    Attributes:
        keys: Every term of every phrase, and its figures and dates as `#1400` and
            `y2014`.
        reach: The same, and every key of its misreadings.
        texts: The words of each supporting wording: the statement, the wordings,
            then the quotations.
        phrases: Each of them.
        standing: `curated`, `reviewed` (others judged it, so it settles nothing by
            itself) or `withdrawn` (it settles nothing any more).
        accuser: The names of who makes an allegation; empty for any other claim.
        worded: Whether curators wrote other wordings of it.
        turning: The share of them that say not or refuse something.
        traps: Its misreadings.
        signs: For each term in how many phrases it is stated, and in how many
            turned round.
        figures: Value, unit and precision of each figure.
        years, months: All that the claim names.
        alone: The years that it names otherwise than as an end of a span.
        names: All names in it, and who asserts it.
        core: Names that at least half of the phrases have, and who asserts it.
        speaker: The names in `asserted_by`.
        places: Source and paragraph of each quotation.
        deeds: In how many phrases each deed of `Reading.deeds` stands.
        rivals: For each group of words that exclude one another, those it has and
            the word for each.
        steps: For each scale, the lowest and the highest step in any phrase.
        mostly: The terms, names apart, that nearly all phrases have, and which share
            of them, up to 1; empty where there are few.
    """

    keys: frozenset[str]
    reach: frozenset[str]
    texts: frozenset[str]
    phrases: tuple[Phrase, ...]
    standing: Standing
    accuser: frozenset[str]
    worded: bool
    turning: float
    traps: tuple[Trap, ...]
    signs: Mapping[str, tuple[int, int]]
    figures: tuple[Recorded, ...]
    years: frozenset[int]
    alone: frozenset[int]
    months: frozenset[int]
    names: frozenset[str]
    core: frozenset[str]
    speaker: frozenset[str]
    places: frozenset[str]
    deeds: Mapping[str, int]
    rivals: Mapping[str, Mapping[str, str]]
    steps: Mapping[str, tuple[int, int]]
    mostly: Mapping[str, float]

    def to_json(self) -> dict[str, Any]:
        """Return the profile as JSON-ready data."""
        data: dict[str, Any] = _listed(self)
        del data["reach"]  # follows from the rest
        return data


def from_json(data: Mapping[str, Any]) -> Profile:
    """Return the profile that `to_json` wrote."""
    keys = frozenset(data["keys"])
    return Profile(
        keys,
        keys.union(*(trap["own"] for trap in data["traps"])),
        frozenset(data["texts"]),
        tuple(map(_phrase, data["phrases"])),
        data["standing"],
        frozenset(data["accuser"]),
        data["worded"],
        data["turning"],
        tuple(
            Trap(
                trap["text"],
                tuple(trap["terms"]),
                frozenset(trap["keys"]),
                frozenset(trap["own"]),
                trap["signs"],
                trap["steps"],
                trap["number"],
                trap["ordered"],
            )
            for trap in data["traps"]
        ),
        {term: (plus, minus) for term, (plus, minus) in data["signs"].items()},
        tuple((f[0], f[1], f[2]) for f in data["figures"]),
        frozenset(data["years"]),
        frozenset(data["alone"]),
        frozenset(data["months"]),
        frozenset(data["names"]),
        frozenset(data["core"]),
        frozenset(data["speaker"]),
        frozenset(data["places"]),
        data["deeds"],
        data["rivals"],
        {scale: (low, high) for scale, (low, high) in data["steps"].items()},
        data["mostly"],
    )


def _phrase(data: Mapping[str, Any]) -> Phrase:
    return Phrase(
        frozenset(data["keys"]),
        data["nots"],
        frozenset(data["reversed"]),
        data["steps"],
        tuple(data["order"]),
    )


def keyed(reading: Reading) -> frozenset[str]:
    """Return a reading's terms, with its figures as `#1400` and its years as `y2014`."""
    figures = (f"#{figure.value:g}" for figure in reading.figures)
    return frozenset((*reading.terms, *figures, *(f"y{year}" for year in reading.years)))


def _listed(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return {key: _listed(getattr(value, key)) for key in value._fields}
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(_listed(item) for item in value)
    return [_listed(item) for item in value] if isinstance(value, tuple) else value
