"""Who does what to whom, as far as the order of words tells."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BEING = frozenset("was were is are be been being get got gets getting".split())
NEEDING = frozenset("need needs needed".split())
BESIDE = frozenset("not never also often even still once later then since just only all".split())
APART = frozenset("of to for in on at with against about from into over between as".split())
UPON = frozenset("on of against at towards".split())
BLAMING = frozenset("for of over".split())
"""In `criticised him for failing` it is he who fails."""
PRONOUNS = frozenset("he she it they we i you".split())
SMALL = frozenset("the a an his her their its this all some these".split())
STOPS = frozenset(".,;:!?")
REACH = 6
"""So many words after a deed the one who does it, or has it done to him, may stand."""


class Heard(NamedTuple):
    """A word or phrase of a text that does something or names one who may.

    Attributes:
        at: Its first token.
        end: The token after its last.
        term: What it stands for; empty for `those` and the like.
        role: `actor`, `deed`, `converse` (a deed done to the one who seems to do it), or
            `act` (what one does to nobody).
    """

    at: int
    end: int
    term: str
    role: str


def deeds(said: Sequence[str], heard: Sequence[Heard]) -> frozenset[str]:
    """Return `agent DEED ACTOR` and `patient DEED ACTOR` for each deed in tokens `said`."""
    found = set()
    for index, deed in enumerate(heard):
        if deed.role == "act":
            doer = _subject(said, deed, heard[:index])
            found |= _told("agent", deed, doer)
        elif deed.role != "actor":
            ends = _ends(said, deed, heard[:index], heard[index + 1 :])
            if deed.role == "deed" and ends[1] is None and _is_participle(said, deed):
                ends = (None, None)
            agent, patient = ends if deed.role == "deed" else ends[::-1]
            found |= _told("agent", deed, agent) | _told("patient", deed, patient)
    return frozenset(found)


def _is_participle(said: Sequence[str], deed: Heard) -> bool:
    """Whether it may be one: `the men accused` is, `the men accused the others` is not."""
    past = said[deed.at].endswith("ed") or said[deed.end - 1].endswith("ed")
    return past and not (SMALL | {"that"}) & set(said[deed.end : deed.end + 1])


def _told(role: str, deed: Heard, actor: Heard | None) -> set[str]:
    return {f"{role} {deed.term} {actor.term}"} if actor and actor.term else set()


def _ends(
    said: Sequence[str], deed: Heard, earlier: Sequence[Heard], later: Sequence[Heard]
) -> tuple[Heard | None, Heard | None]:
    """Return who does a deed and to whom; `None` where the words don't tell."""
    near = [one for one in later if _reached(said, deed, one, later)]
    doer = next((one for one in near if _before(said, one) == "by"), None)
    owner = next((one for one in earlier[-1:] if said[one.end : deed.at] == ["'", "s"]), None)
    verb = said[deed.at].endswith("ed")
    parted = verb and list(said[deed.end : deed.end + 1]) == ["by"]
    if owner or (doer and not (verb or _passive(said, deed))):
        upon = next((one for one in near if _before(said, one) in UPON), None)
        return owner or doer, upon
    subject = _subject(said, deed, earlier)
    if parted or _passive(said, deed):
        return doer, subject
    follows = [one for one in near if _before(said, one) not in APART]
    return subject, follows[0] if follows else None


def _reached(said: Sequence[str], deed: Heard, actor: Heard, later: Sequence[Heard]) -> bool:
    """Whether an actor stands soon after a deed, in its clause, with no other deed between."""
    between = said[deed.end : actor.at]
    parted = any(one.role in {"deed", "converse"} and one.at < actor.at for one in later)
    return (
        actor.role == "actor"
        and len(between) <= REACH
        and STOPS.isdisjoint(between)
        and "that" not in between
        and (not parted or _before(said, actor) == "by")
    )


def _subject(said: Sequence[str], deed: Heard, earlier: Iterable[Heard]) -> Heard | None:
    """Return the actor nearest before a deed that no preposition and no `'s` sets apart."""
    if said[deed.at - 1] in PRONOUNS:
        return None
    blamed = said[deed.at].endswith("ing") and said[deed.at - 1] in BLAMING
    for one in reversed(list(earlier)):
        if not STOPS.isdisjoint(said[one.end : deed.at]):
            return None
        owning = list(said[one.end : one.end + 2]) == ["'", "s"]
        named = list(said[one.end : one.end + 1]) == ["to"] and _before(said, one) == "for"
        apart = _before(said, one) in APART and not (named or blamed)
        if one.role == "actor" and not owning and not apart:
            return one
    return None


def _before(said: Sequence[str], one: Heard) -> str:
    """Return the word before an actor, an article left out."""
    at = one.at - 1
    while at > 0 and said[at] in SMALL:
        at -= 1
    return said[at] if at >= 0 else ""


def _passive(said: Sequence[str], deed: Heard) -> bool:
    at = deed.at - 1
    while at > 0 and (said[at] in BESIDE or said[at].endswith("ly")):
        at -= 1
    before = said[at] if at >= 0 else ""
    if said[deed.at].endswith("ing"):
        return before in NEEDING
    return before in BEING or said[0] in BEING  # the latter in a question
