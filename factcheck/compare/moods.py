"""Compare moods: what was tried, ordered, planned, wished or claimed, and what was done."""

from collections.abc import Iterator, Sequence

from factcheck.compare.alignment import Alignment
from factcheck.compare.reason import Effect, Reason

BOTH = frozenset("attempt order future wish possible condition against denied".split())
"""Moods that no paraphrase drops or adds."""
KEPT = BOTH | {"likely", "unlikely", "claimed", "suspected"}
"""And those that none drops; to say that something is likely, or claimed, says less."""
ADDED = BOTH | {"proved", "done"}
"""And those that none adds."""
UNDONE = frozenset("attempt order future wish".split())
PRONOUNS = frozenset("he she it they".split())
DONE = frozenset("did has have was were".split())
DENIALS = frozenset(
    "deny denies denied denying denial reject rejects rejected rejecting dispute disputes disputed "
    "dismiss dismisses dismissed refute refutes refuted".split()
)
REFERRING = (("it",), ("this",), ("that",), ("them",))
"""Behind a denial it is what was said before that is denied."""
MOSTLY = 0.6
"""What so many of a claim's wordings have somebody deny is a denial."""


def mood_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each mood that the query leaves out or adds."""
    pairs = [(u, h) for u, h in alignment.met if u.kind == "word"]
    ours = frozenset().union(*(unit.operators for unit, _ in pairs), alignment.query.moods)
    theirs = frozenset().union(*(held.operators for _, held in pairs))
    needed, usual = theirs, alignment.claim.usual_moods
    if alignment.own:
        needed = theirs | alignment.phrase.moods.keys()
    else:
        needed = theirs.union(*(usual.get(held.key, ()) for _, held in pairs))
    for mood in sorted((needed - ours) & KEPT):
        word = _word(mood, alignment)
        if not _said_by(mood, alignment) and not _is_about(word, alignment):
            yield Reason("mood", "", word, Effect.OPENS)
    done = _carried_out(alignment.query.said)
    if done and ours & UNDONE and " ".join(alignment.phrase.words[-2:]) != done:
        yield Reason("mood", done, "", Effect.OPENS)
    denial = _denial_left_out(alignment)
    if denial:
        yield Reason("mood", "", denial, Effect.OPENS)
    added = ours - theirs - alignment.phrase.moods.keys()
    if "wish" in ours & theirs and alignment.query.moods.get("future") in {"would", "to be"}:
        added -= {"future"}  # `he hoped that it would be` says no more than `he hopes that it is`
    for unit, held in alignment.met:
        if unit.kind == "figure":  # `wanted 12 demands` has the mood of demands, but not of 12
            added |= unit.operators - held.operators - {"future"}
    for mood in sorted(added & ADDED):
        kind = "condition" if mood == "condition" else "mood"
        yield Reason(kind, alignment.query.moods.get(mood, ""), "", Effect.OPENS)


def _carried_out(said: Sequence[str]) -> str:
    """Return the words at a text's end that say that it was done: `…, and they did`."""
    last = [token for token in said[-4:] if token.isalpha()][-2:]
    told = len(last) == 2 and last[0] in PRONOUNS and last[1] in DONE
    return " ".join(last) if told else ""


def _denial_left_out(alignment: Alignment) -> str:
    """Return the word by which the wording has somebody deny what the query says; empty if none.

    What a record of an allegation has is the reply to it.
    """
    if alignment.claim.accuser:
        return ""
    left = [one for one in alignment.unsaid if one.said in DENIALS]
    met = {held.key for _, held in alignment.met}
    held = alignment.phrase.held
    words = alignment.phrase.words
    for one in left:
        after = held[held.index(one) + 1 :]
        if any(other.key in met and other.clause - one.clause in {0, 1} for other in after):
            return one.said
        if words[words.index(one.said) + 1 :][:1] in REFERRING:
            return one.said
    if any(unit.said in DENIALS for unit in alignment.query.units):
        return ""
    said = alignment.claim.said
    denying = [word for word in said if word in DENIALS]
    often = sum(said[word] for word in denying) > MOSTLY * len(alignment.claim.phrases)
    return denying[0] if often else ""


def _is_about(word: str, alignment: Alignment) -> bool:
    """Whether it is said of a figure that it is no exact one, if that is all the word says."""
    hedged = any(one.precision == "about" for one in alignment.query.figures)
    return word.startswith("estimate") and hedged


def _word(mood: str, alignment: Alignment) -> str:
    """Return the record's word for a mood, of the wording itself if it has one."""
    phrases = (alignment.phrase, *alignment.claim.phrases)
    return next(phrase.moods[mood] for phrase in phrases if mood in phrase.moods)


def _said_by(mood: str, alignment: Alignment) -> bool:
    """Whether it is said who claims it, or will be: what is alleged has a verdict of its own."""
    told = {deed.actor for deed in alignment.query.deeds if deed.role == "speaker"}
    said = bool(told & alignment.claim.speaker) or bool(alignment.claim.accuser)
    return mood == "claimed" and said
