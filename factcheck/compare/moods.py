"""Compare moods: what was tried, ordered, planned, wished or claimed, and what was done."""

from collections import Counter
from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Profile
from factcheck.compare.reason import Effect, Reason

KEPT = (
    "attempt",
    "order",
    "future",
    "wish",
    "possible",
    "condition",
    "likely",
    "claimed",
    "against",
    "suspected",
)
"""Moods that no paraphrase drops."""
ADDED = ("attempt", "order", "future", "wish", "possible", "condition", "proved", "against")
"""And those that none adds; that something is likely, or claimed, says less than that it is."""
MOSTLY = 0.6
"""In what mood so many of a claim's wordings have a word, none has it otherwise."""
WORDS = {
    "attempt": "attempted", "order": "ordered", "future": "will", "wish": "called for",
    "possible": "may", "condition": "if", "likely": "likely", "claimed": "claimed",
    "proved": "proved", "against": "against", "suspected": "on suspicion of",
}  # fmt: skip


def mood_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each mood that the query leaves out or adds."""
    pairs = [(u, h) for u, h in alignment.met if u.kind == "word"]
    ours = frozenset().union(*(unit.operators for unit, _ in pairs), alignment.query.moods)
    theirs = frozenset().union(*(held.operators for _, held in pairs))
    needed = theirs
    if not alignment.own:
        needed = theirs.union(*(_needed(held.key, alignment.claim) for _, held in pairs))
    for mood in KEPT:
        if mood in needed - ours and not _said_by(mood, alignment):
            yield Reason("mood", "", WORDS[mood], Effect.OPENS)
    for mood in ADDED:
        if mood in ours and mood not in theirs | alignment.phrase.moods:
            kind = "condition" if mood == "condition" else "mood"
            yield Reason(kind, WORDS[mood], "", Effect.OPENS)


def _said_by(mood: str, alignment: Alignment) -> bool:
    """Whether it is said who claims it, or will be: what is alleged has a verdict of its own."""
    told = {deed.actor for deed in alignment.query.deeds if deed.role == "speaker"}
    said = bool(told & alignment.claim.speaker) or bool(alignment.claim.accuser)
    return mood == "claimed" and said


def _needed(key: str, claim: Profile) -> set[str]:
    """Return the moods in which most of a claim's wordings have a word."""
    held = claim.by_key.get(key, ())
    often = Counter(mood for one in held for mood in one.operators)
    return {mood for mood, times in often.items() if times >= MOSTLY * len(held)}
