"""Part a text that says several things."""

import re

from factcheck.text.asking import FINITE

JOINT = re.compile(r"[.!?;:…]+\s+|,?\s+(?:but|whereas|while)\s+|,\s+(?:and|so)\s+|\s+(and)\s+")
SHORTEST = 3
"""Fewer words say nothing by themselves."""
AFRESH = frozenset("nobody none nothing everybody everyone no-one somebody someone".split())
"""What speaks of other people than before says something of its own: `and nobody cared`."""


def parts(text: str) -> list[str]:
    """Return the clauses of `text` that could stand alone, in order; at least one.

    A bare `and` joins clauses only if there is a verb on both of its sides.
    Nothing is parted inside quotation marks.
    """
    found = [""]
    start = 0
    for joint in JOINT.finditer(text):
        before, after = text[start : joint.start()], text[joint.end() :]
        if (
            _stands(before, joint[1])
            and _stands(after, joint[1])
            and not _quoted(text, joint.end())
        ):
            found[-1] = before.strip()
            found.append("")
            start = joint.end()
    found[-1] = text[start:].strip()
    return found


def _stands(clause: str, conjunction: str | None) -> bool:
    words = [word.strip(".,;:!?\"'“”‘’()").lower() for word in clause.split()]
    if starts_afresh(clause) and len(words) > 1:
        return True
    verb = any(word in FINITE or (word.endswith("ed") and len(word) > 4) for word in words)
    return len(words) >= SHORTEST and (verb or not conjunction)


def starts_afresh(clause: str) -> bool:
    """Whether a clause speaks of everybody or nobody, whoever was spoken of before."""
    first, _, rest = clause.lower().partition(" ")
    return first in AFRESH or (first == "no" and rest.startswith("one "))


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at this place."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
