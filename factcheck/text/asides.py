"""What stands between a subject and its verb to say more of it: `the head, who is ill, left`."""

from collections.abc import Sequence

from factcheck.text.verbs import HELPING, is_verb

OPENING = frozenset({"who", "which", "whom", "whose"})
LONGEST = 20
"""So many tokens an aside may have."""


def unfolded(said: Sequence[str]) -> list[str]:
    """Return tokens with each aside that commas hold moved behind all else, as a clause.

    So what is said of a subject stands beside it, and no `not` of the aside reaches it.
    """
    main: list[str] = []
    asides: list[str] = []
    at = 0
    while at < len(said):
        end = _end(said, at)
        if end:
            asides += [".", *said[at + 1 : end]]
            at = end + 1
        else:
            main.append(said[at])
            at += 1
    while asides and main and main[-1] == ".":
        main.pop()
    return main + asides


def _end(said: Sequence[str], at: int) -> int:
    """Return where an aside that begins at a comma ends; 0 if none does."""
    if said[at] != "," or at + 1 >= len(said) or said[at + 1] not in OPENING:
        return 0
    window = said[at + 2 : at + 2 + LONGEST]
    if "," not in window:
        return 0
    end = at + 2 + list(window).index(",")
    follows = end + 1 < len(said) and _opens(said, end + 1)
    return end if follows else 0


def _opens(said: Sequence[str], at: int) -> bool:
    return said[at] in HELPING or is_verb(said, at)
