"""Part a text that says several things."""

import re
from bisect import bisect_left

from factcheck.text.asking import FINITE

JOINT = re.compile(
    r"(?<![.!?;:…])[.!?;:…]++\s++"
    r"|,\s++(?:but|whereas|while|and|so)\s++"
    r"|(?<!\s)\s++(?:but|whereas|while|(and))\s++"
)
"""Each run of marks or of white space is gone through once, however long it is."""
WORD = re.compile(r"\S+")
REACH = 20
"""In so many characters it shows whether a clause starts afresh."""
SHORTEST = 3
"""Fewer words say nothing by themselves."""
MOST = 100
"""So many clauses at most; what follows is one with the last."""
AFRESH = frozenset("nobody none nothing everybody everyone no-one somebody someone".split())
"""What speaks of other people than before says something of its own: `and nobody cared`."""


def parts(text: str) -> list[str]:
    """Return the clauses of `text` that could stand alone, in order; at least one, at most `MOST`.

    A bare `and` joins clauses only if there is a verb on both of its sides.
    Nothing is parted inside quotation marks.
    """
    words = _Words(text)
    found = []
    start = 0
    for joint in JOINT.finditer(text):
        before, after = (start, joint.start()), (joint.end(), len(text))
        parted = all(words.stand(*one, bare=bool(joint[1])) for one in (before, after))
        if parted and not _quoted(text, joint.end()):
            found.append(text[start : joint.start()].strip())
            start = joint.end()
            if len(found) == MOST - 1:
                break
    return [*found, text[start:].strip()]


class _Words:
    """Where the words and the verbs of a text start, so that each is looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = [(word.start(), word[0]) for word in WORD.finditer(text)]
        self.starts = [at for at, _ in words]
        self.verbs = [at for at, word in words if _is_verb(word)]

    def stand(self, start: int, end: int, *, bare: bool) -> bool:
        """Whether a clause says something by itself; behind or before a `bare` and, with a verb."""
        count = bisect_left(self.starts, end) - bisect_left(self.starts, start)
        if count > 1 and starts_afresh(self.text[start : min(end, start + REACH)]):
            return True
        verb = bisect_left(self.verbs, end) > bisect_left(self.verbs, start)
        return count >= SHORTEST and (verb or not bare)


def _is_verb(word: str) -> bool:
    bare = word.strip(".,;:!?…\"'“”‘’()").lower()
    return bare in FINITE or (bare.endswith("ed") and len(bare) > 4)


def starts_afresh(clause: str) -> bool:
    """Whether a clause speaks of everybody or nobody, whoever was spoken of before."""
    first, _, rest = clause.lower().partition(" ")
    return first in AFRESH or (first == "no" and rest.startswith("one "))


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at this place."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
