"""Compare of whom, where and when something is said, and what a query adds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Held, Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.units import Unit


QUOTED = re.compile(r"[\"“”‘]|(?<!\w)'\w")
BORROWED = 2 / 3
"""More of a text than this may not come from wordings other than the one it is laid beside: words
of many wordings together say what none of them does."""


def added_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each word and name that the record hasn't, or has only here and there."""
    speaker = alignment.claim.speaker
    away = [p.unit for p in alignment.pairs if p.held and not p.here and p.held.key not in speaker]
    scattered = away if len(away) > BORROWED * len(alignment.pairs) else []
    for unit in (*alignment.open, *scattered):
        if unit.kind == "word":
            yield Reason("added", unit.said, "", Effect.OPENS)
        elif unit.kind == "name":
            yield _named(unit, alignment)


def _named(unit: Unit, alignment: Alignment) -> Reason:
    """Return the reason for a name that the record lacks.

    It excludes what is said if it takes the place of another of its kind, and all else is
    the record's. An accuser may say the same of others, too; and others the same, but not
    in the same words.
    """
    query, claim = alignment.query, alignment.claim
    kind = query.kinds.get(unit.term, "")
    role = _role(unit.term, query.deeds)
    theirs = [
        one
        for one in alignment.unsaid
        if claim.kinds.get(one.key) == kind and _role(one.key, alignment.phrase.deeds) == role
    ]
    speaks = role == "speaker" or (not theirs and role == "agent")
    if speaks and not theirs:
        theirs = [_speaker(name, claim) for name in claim.speaker if claim.kinds.get(name) == kind]
    sure = alignment.open == [unit] and (QUOTED.search(query.text) if speaks else not claim.accuser)
    if not (theirs and sure):
        return Reason("actor", unit.said, "", Effect.OPENS)
    named = "place" if kind == "place" else "speaker" if speaks else "actor"
    return Reason(named, unit.said, theirs[0].said, Effect.CONTRADICTS)


def _speaker(name: str, claim: Profile) -> Held:
    """Return who asserts a claim as a unit of it, whatever wordings name them."""
    known = claim.by_key.get(name)
    said = known[0].said if known else name[1:].replace("_", " ").title()
    return Held(name, said, 0, opposite=False, denied=False, under=False, operators=frozenset())


def _role(name: str, deeds: Iterable[Sequence[Any]]) -> str:
    return next((role for actor, role, *_ in deeds if actor == name), "")


def scope_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if the query names nothing of what limits the claim."""
    core = alignment.claim.core
    if core and not alignment.own and not any(held.key[0] == "@" for _, held in alignment.met):
        limit = next(one.said for p in alignment.claim.phrases for one in p.held if one.key in core)
        yield Reason("scope", "", limit, Effect.OPENS)
