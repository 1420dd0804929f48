"""The ways in which one word hangs on another, and which of them may be one.

A way is one of those named here or the preposition that leads a word to a noun; the one
that leads it to a verb has a `+` before it.
"""

SUBJECT, OBJECT, OWNER = "subject", "object", "owner"
ANY = "any"
BESIDE = "beside"
"""Side by side: a name and what it explains, or what a form of `be` joins."""
DONE = "done"
"""An object as the noun behind a participle is: `a broken promise`."""
GUESS = "guess"
"""No more than a guess: good enough to know of, not to be held to."""
LOCAL = frozenset({"in", "at"})
LOOSE = frozenset("about on over into of for regarding in at across within during".split())
"""Prepositions that stand for one another too often to tell anything apart."""
AGAINST = LOOSE - {"for"} | {"against"}
"""A report into theft may be one against it, but no call for it is."""
DOING = frozenset({"by", "from", "of"})
DOER = DOING | {SUBJECT, OWNER, BESIDE, "+by", "in"}
NEVER_DONE = frozenset({SUBJECT, OWNER, "by", "+by"})


def agree(one: str, other: str, *, alike: bool) -> bool:
    """Whether two ways may be one; `alike` if what is hung on is the same word in both.

    What is done isn't done to what does it. One verb takes one preposition, but another
    may take another: `criticised the crew`, `hit out at the crew`.
    """
    if {ANY, GUESS} & {one, other}:
        return True
    both = {OBJECT if way == DONE else way for way in (one, other)}
    if len(both) == 1:
        return True
    if any(" " in way for way in both):
        return False  # `in favour of`
    free = not alike or not any(way.startswith("+") for way in both)
    if OBJECT in both:
        return both.isdisjoint(NEVER_DONE) and (free or BESIDE in both)
    if both & {SUBJECT, OWNER}:
        return both <= DOER or (not alike and any(way.startswith("+") for way in both))
    bare = {way.lstrip("+") for way in both}
    loose = bare <= LOOSE or bare <= AGAINST
    same = len(bare) == 1 or loose or both <= DOING
    beside = free and BESIDE in both and both <= LOOSE | DOING | {BESIDE}
    return same or not alike or beside
