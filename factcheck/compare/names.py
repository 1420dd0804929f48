"""Compare names: one that the record lacks, or that stands for another of its kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.compare.alignment import Alignment
from factcheck.compare.reason import Effect, Reason
from factcheck.text.reading import Reading
from factcheck.text.units import Unit

QUOTED = re.compile(r"[\"“”‘]|(?<!\w)'\w")
DEFINITE = frozenset("the this that these those".split())
CLEFT = (("it", "was"), ("it", "is"), ("that", "was"))
OWNER = 4
"""So many tokens from its start on a text whose subject is somebody's has the mark for it."""


def name_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each name that the record hasn't."""
    for unit in alignment.open:
        if unit.kind == "name":
            instead = _instead(unit, alignment) if alignment.open == [unit] else None
            yield instead or Reason("actor", unit.said, "", Effect.OPENS)


def _instead(unit: Unit, alignment: Alignment) -> Reason | None:
    """Return a reason that contradicts if a name takes the place of another, and excludes it.

    That somebody else did the same, or that it happened elsewhere, too, excludes nothing;
    but words in quotation marks are one person's, and `the report`, or `it was she who`,
    means the only one. An accuser may accuse others of the same.
    """
    query, claim = alignment.query, alignment.claim
    kind = query.kinds.get(unit.term, "")
    role = _role(unit.term, query.deeds)
    theirs = [
        one
        for one in alignment.unsaid
        if claim.kinds.get(one.key) == kind and _role(one.key, alignment.phrase.deeds) == role
    ]
    if role == "speaker" or (not theirs and role == "agent"):
        named, sure = "speaker", bool(QUOTED.search(query.text))
        persons = [name for name in claim.speaker if claim.kinds.get(name) == kind == "person"]
        theirs = theirs or [claim.speaker_as_held(name) for name in persons]
    else:
        named = "place" if kind == "place" else "actor"
        sure = not claim.accuser and _is_definite(query, unit)
    return Reason(named, unit.said, theirs[0].said, Effect.CONTRADICTS) if theirs and sure else None


def _is_definite(query: Reading, unit: Unit) -> bool:
    """Whether a text speaks of the only one: `the audit`, `Jay's report`, `it was she who …`."""
    if query.said[:2] in CLEFT:
        return True
    if query.said[0] in DEFINITE:
        return unit.at != 1  # `the Rusk audit` is his own
    return "'" in query.said[:OWNER] and unit.at > query.said.index("'")


def _role(name: str, deeds: Iterable[Sequence[Any]]) -> str:
    return next((role for actor, role, *_ in deeds if actor == name), "")
