"""Tell questions and search phrases from statements."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

WH = frozenset("who whom whose what which when where why how".split())
ASKING = frozenset("is are was were has have had do does did will would can could should".split())
TELLING = frozenset({"a", "an", "one"})
"""After a comma these tell what somebody is."""
COUNTING = frozenset("many much long often old far big".split())
FINITE = ASKING | frozenset(
    "be been being am shall may might must wants want need needs set got gave made took ran went "
    "said told knew saw led held kept left lost won met paid put sent sought spoke stood thought "
    "wrote became began broke brought built came chose cut drew fell felt found fought hid hit "
    "quit rose spent threw says tells calls denies backs gets makes takes gives goes comes".split()
)


def wants(said: Sequence[str]) -> str:
    """Return what a question's tokens ask for: `duration`, `figure`, `date`, or empty."""
    pairs = set(pairwise(said))
    if ("how", "long") in pairs:
        return "duration"
    if ("how", "many") in pairs or ("how", "much") in pairs:
        return "figure"
    return "date" if said[:1] == ["when"] else ""


def asks(said: Sequence[str]) -> str:
    """Return `yes_no` or `wh` for a question's tokens, or empty for no question."""
    first = said[0] if said else ""
    marks = [*takewhile(lambda token: not token[0].isalnum(), reversed(said))]
    questioned = "?" in marks
    second = said[1] if len(said) > 1 else ""
    if first in WH and (questioned or second in ASKING or second in COUNTING):
        return "wh"
    if questioned and first not in ASKING and WH & set(said):
        return "wh"
    if first in ASKING and (questioned or len(said) > 2):
        return "yes_no"
    return "yes_no" if questioned else ""


def asserts(said: Sequence[str]) -> bool:
    """Whether any word looks like a finite verb, or a full stop ends it, as in no search phrase.

    `No asylum for them` says that there is none, and `Dorn, a liar` what Dorn is.
    """
    verb = any(word in FINITE or (word.endswith("ed") and len(word) > 3) for word in said)
    denies = len(said) > 2 and said[0] == "no"
    tells = any(mark == "," and word in TELLING for mark, word in pairwise(said))
    return verb or denies or tells or len(said) > 7 or (len(said) > 2 and said[-1] == ".")
