"""What stands around a token, which tells how it is read: closed classes of English."""

from collections.abc import Sequence

from factcheck.text.dates import is_month, is_year
from factcheck.text.figures import FIGURE
from factcheck.text.related import is_mostly_verb
from factcheck.text.verbs import LEADING

MEASURES = frozenset({"to", "by", "from"})
APPROXIMATE = frozenset(
    "about around some roughly nearly almost a the £ $ € over just only".split()
)
STANDING = frozenset("is are was were 's".split())
PARTICLES = frozenset("up down off out in on away back over".split())
SEEKING = frozenset("seek seeks seeking sought".split())
ASIDE = 5
"""So many tokens behind it the `to` of what is sought may stand."""
DETERMINERS = frozenset("the a an his her their its this that these those".split())
AMOUNTS = frozenset("many few several some any all no more fewer".split())
ENDING = frozenset("in at over from for by with".split())
"""Prepositions behind which a quantity no longer holds."""
DENIALS = frozenset("deny denies denied denying".split())
TELLING = frozenset("tell tells told telling".split())
ORDERLESS = frozenset("that , . : he she it they we will would has had was were is are".split())
"""What stands behind a `told` that orders nobody: `told them that …`."""
HARM = frozenset(
    "abus accus action alleg assault attack case charg claim commit complaint crackdown crime "
    "evid fight measur offenc oper protest sentenc step theft use violenc warn".split()
)
"""What is done against somebody or something, who isn't against it: stems."""


def is_counted(said: Sequence[str], at: int) -> bool:
    """Whether a figure stands at `at`, or behind a word such as `about`."""
    after = [token for token in said[at : at + 2] if token not in APPROXIMATE]
    return bool(after) and after[0][0] == FIGURE


def has_moved(said: Sequence[str], at: int) -> bool:
    """Whether the `up` at `at` tells of a rise: `lists are up`, `lists up from 40`."""
    behind = said[at - 1 : at]
    if _is_headed(said, at):
        return True
    after = [token for token in said[at + 1 : at + 3] if token not in MEASURES]
    return (bool(behind) and behind[0] in STANDING) or (bool(after) and after[0][0] == FIGURE)


def _is_headed(said: Sequence[str], at: int) -> bool:
    """Whether a headline's `up` follows a noun: `catches up after the storm`."""
    behind, after = said[at - 1] if at else "", said[at + 1] if at + 1 < len(said) else ""
    plural = behind.endswith("s") and not is_mostly_verb(behind)
    return plural and (after in LEADING or not after)


def is_particle(said: Sequence[str], at: int) -> bool:
    """Whether a word such as `up` stands at `at`."""
    return at < len(said) and said[at] in PARTICLES


def is_attempt(said: Sequence[str], at: int) -> bool:
    """Whether somebody tries what follows: `sought in January to sell it`."""
    if said[at] not in SEEKING:
        return False
    for place, token in enumerate(said[at + 1 : at + 1 + ASIDE], at + 1):
        if not (token in ENDING or is_year(token) or is_month(said, place)):
            return token == "to"
    return False


def is_harm(said: Sequence[str], stemmed: Sequence[str], at: int) -> bool:
    """Whether the word at `at` is an `against` that opposes nothing: `theft against the choir`."""
    return said[at] == "against" and at > 0 and stemmed[at - 1] in HARM


def is_denial(said: Sequence[str], at: int) -> bool:
    """Whether something that somebody does is denied: `denied failing`, `denies that it fell`."""
    after = said[at + 1] if at + 1 < len(said) else ""
    doing = after.endswith("ing") and len(after) > 4
    return said[at] in DENIALS and (after in {"that", "any", "it"} or doing)


def is_order(said: Sequence[str], at: int) -> bool:
    """Whether somebody is told what to do: `told the crews to sail`."""
    behind = said[at + 1 : at + 1 + ASIDE]
    told = said[at] in TELLING and "to" in behind[1:]
    return told and not ORDERLESS.intersection(behind[: behind.index("to")])


def is_noun(said: Sequence[str], at: int) -> bool:
    """Whether a word stands where only a noun can: `nine recommendations`, `the claim`."""
    before = said[at - 1] if at else ""
    counted = before[:1] == FIGURE and not said[at].endswith("ed")  # `£9m pledged for it`
    return counted or is_year(before) or before in DETERMINERS | AMOUNTS


def measure(said: Sequence[str], at: int) -> str | None:
    """Return the `to`, `by` or `from` before a figure; `None` if none is."""
    back = at - 1
    while back >= 0 and said[back] in APPROXIMATE:
        back -= 1
    return said[back] if back >= 0 and said[back] in MEASURES else None
