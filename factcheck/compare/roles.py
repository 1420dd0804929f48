"""Compare who does what to whom, and who says it.

The order of words tells that only nearly, so all of a claim's wordings are asked, and
what hardly any of them has counts as odd.
"""

from collections import Counter
from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.deeds import Deed

TURNED = {"agent": "patient", "patient": "agent"}
DOING = frozenset({"agent", "speaker"})
PLAYED = {"agent": "does it", "patient": "has it done to them", "speaker": "says it"}
ODD = 0.25
"""A part that an actor has in so few of a claim's wordings is a slip of reading them."""


def role_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each actor who plays a part in the query and another in the record."""
    keys = {pair.held.key for pair in alignment.pairs if pair.held}
    acting = [deed for deed in alignment.query.deeds if deed.actor in keys]
    swapped = _swapped(acting, alignment.claim)
    for deed in acting:
        said = f"{alignment.query.units[deed.unit].said} {PLAYED.get(deed.role, '')}"
        if deed in swapped:
            sure = deed.actor[0] == "@"
            yield Reason("role", said, "", Effect.CONTRADICTS if sure else Effect.OPENS)
        elif deed.role != "other" and not _plays(deed, alignment.claim):
            kind = "speaker" if deed.role == "speaker" else "role"
            yield Reason(kind, said, "", Effect.OPENS)


def _swapped(acting: list[Deed], claim: Profile) -> list[Deed]:
    """Return the first two of whom the query has one over the other, and the record never so."""
    over = claim.over
    for one in acting:
        for other in acting:
            if one.role in DOING and other.role not in DOING and one.actor != other.actor:
                turned, same = over[other.actor, one.actor], over[one.actor, other.actor]
                if turned and same <= ODD * turned:
                    return [one]
    return []


def _plays(deed: Deed, claim: Profile) -> bool:
    """Whether the record has an actor in this part, or doesn't tell who has it."""
    parts = claim.parts[deed.actor]
    if deed.role == "speaker":
        told = deed.actor in claim.speaker or bool(parts["speaker"])
        return told or (deed.actor[0] != "@" and not claim.speaker)
    others: Counter[str] = claim.doers[deed.role, deed.verb]
    if others[deed.actor]:
        return True
    if deed.verb and sum(others.values()) >= ODD * len(claim.phrases):
        return False
    fitting = sum(times for role, times in parts.items() if _fits(role, deed.role))
    return fitting > ODD * sum(parts.values()) or not parts


def _fits(held: str, role: str) -> bool:
    return (held in DOING) if role == "agent" else (held not in DOING)
