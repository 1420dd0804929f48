"""Which words of a clause stand there as its verbs, and not as nouns that look like one."""

from factcheck.text.clauses import Clause
from factcheck.text.contexts import PARTICLES
from factcheck.text.related import is_mostly_verb, is_people
from factcheck.text.units import RISEN, Unit
from factcheck.text.verbs import (
    ARTICLES,
    BEING,
    HAVING,
    IRREGULAR,
    LEADING,
    MODALS,
    PAST,
    SMALL,
)

ADJECTIVES = ("ed", "ly", "al", "ive", "ent", "ant", "ous", "ic", "ful")
"""Endings of adjectives and adverbs."""
JOINED = frozenset("based related backed led run".split())
"""What makes one word of a noun before it: `group-based`."""
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
NOUNS = DAYS | {"including", "included"}
"""What looks like a verb behind `to`, or by its ending."""
OWN = frozenset("his her its their my our".split())
HELPERS = BEING | HAVING | MODALS | frozenset("also still even only just now already then".split())
BACK = 4
"""So many tokens before a word its article may stand, or so many adverbs before a participle."""


def acts(clause: Clause, at: int) -> bool:
    """Whether a verb stands at `at`, and no word for what kind the noun behind it is.

    `To local crews`, `of singing crews` and `a newly named crew` have what looks like one.
    """
    unit = clause.here.get(at)
    if at >= len(clause.said) or clause.said[at] in NOUNS or (unit and unit.kind != "word"):
        return False
    if _ends_phrase(clause, at) or _is_owned(clause, at):
        return False
    if unit is None:
        return at in clause.verbs or at in clause.speech
    if _is_sure(clause, at, unit):
        return True
    if at not in clause.verbs or _is_noun(clause, at, unit):
        return at in clause.speech
    return not _qualifies(clause, at, unit)


def _is_sure(clause: Clause, at: int, unit: Unit) -> bool:
    """Whether a word can be no noun where it stands: `Rusk voices hope`, `crews singing`."""
    said, before = clause.said, clause.here.get(at - 1)
    if unit.said in RISEN or (" " in unit.said and unit.said.split()[-1] in PARTICLES):
        return True
    if said[at].endswith("ing"):
        following = said[unit.end] if unit.end < len(said) else ""
        return following in SMALL or (before is not None and is_plural(before))
    voiced = said[at].endswith("s") and unit.end in clause.here and not is_people(said[at])
    return voiced and before is not None and before.kind == "name"


def _is_noun(clause: Clause, at: int, unit: Unit) -> bool:
    """Whether what has the form of a verb is a noun: `sexual abuse cases`, `arrests were made`."""
    said, behind, before = clause.said, unit.end, clause.here.get(at - 1)
    if before is not None and before.figure is not None and not said[at].endswith("ed"):
        return True
    following = said[behind] if behind < len(said) else ""
    if is_base(said[at]) and (following == "of" or _is_compound(clause, at)):
        return True
    listed = not following.isalnum() and at > 1 and said[at - 2] in {"and", "or"}
    led = behind in clause.verbs or following in BEING | HAVING or at - 2 in clause.verbs
    if said[at].endswith("s") and (led or listed):  # `storms and boat fires`
        return True
    done = at - 1 in clause.verbs and said[at - 1] not in HELPERS
    return done and not said[at].endswith(("ed", "ing")) and said[at] not in PAST | IRREGULAR


def _qualifies(clause: Clause, at: int, unit: Unit) -> bool:
    """Whether it says of what kind the noun behind it is."""
    said, following = clause.said, clause.here.get(unit.end)
    if following is None or following.said in LEADING or following.at in clause.verbs:
        return False
    if not at and not following.said.endswith("ly"):
        return not said[at].endswith(("ing", "ed"))
    if is_mostly_verb(said[at]):
        return False
    before = said[at - 1] if at else ""
    going = said[at].endswith("ing") and before in LEADING
    near = said[max(0, at - BACK) : at]
    led = next((one for one in reversed(near) if not one.endswith("ly")), "")
    done = said[at].endswith("ed") and led in SMALL
    return before == "to" or going or done or said[at] in JOINED


def _ends_phrase(clause: Clause, at: int) -> bool:
    """Whether a word in its base form ends what an article opens: `a locally led review`."""
    said = clause.said
    if not at or not is_base(said[at]) or not said[at - 1].endswith(ADJECTIVES):
        return False
    back = at - 1
    while back >= max(0, at - BACK) and back in clause.here and not said[back].endswith("s"):
        back -= 1
    return back < at - 1 and said[back] in ARTICLES | OWN


def _is_owned(clause: Clause, at: int) -> bool:
    """Whether what stands at `at` is somebody's: `Rusk's 2031 launch of it`."""
    before = clause.here.get(at - 1)
    if before is not None and before.kind == "date":
        at, before = before.at, clause.here.get(before.at - 1)
    if before is not None:
        return False  # `St Oswin's` is a name
    return list(clause.said[at - 1 : at]) == ["'"] or list(clause.said[at - 2 : at]) == ["'", "s"]


def _is_compound(clause: Clause, at: int) -> bool:
    """Whether a noun or an adjective stands before a word: `the boat sail` is no verb's form."""
    before = clause.here.get(at - 1)
    if before is None or before.kind != "word" or before.said.endswith(("s", "ly")):
        return False
    return not is_people(before.said)


def is_base(token: str) -> bool:
    """Whether a verb would have no ending in this form."""
    return not token.endswith(("ed", "s", "ing")) and token not in PAST | IRREGULAR


def is_plural(unit: Unit) -> bool:
    """Whether a noun has the ending of the plural."""
    return unit.kind == "word" and unit.said.endswith("s") and not unit.said.endswith("ss")
