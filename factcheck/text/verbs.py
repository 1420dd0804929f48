"""Which tokens are verbs, and in which voice, as far as their form and place tell."""

from collections.abc import Sequence

from factcheck.text.figures import FIGURE
from factcheck.text.related import is_mostly_verb

BEING = frozenset("was were is are be been being am 's get got gets getting gotten".split())
HAVING = frozenset("has have had having do does did".split())
MODALS = frozenset("will would shall should can could may might must to not never".split())
LEADING = frozenset(
    "of to for in on at with against about from into over between as under by after before "
    "during around than like through towards onto despite behind beside among without via "
    "outside inside near per across within throughout amid beyond upon amongst alongside".split()
)
LIGHT = frozenset(
    "make makes made making give gives gave given take takes took taken have has had put puts "
    "do does did done hand handed get gets got offer offered receive received".split()
)
"""Verbs that say little without a noun: what one makes is a promise."""
SMALL = frozenset(
    "the a an his her their its this that these those some all any no both other former new old "
    "several many most each every 's ' own".split()
)
THINGS = frozenset("something anything everything nothing".split())
BESIDE = MODALS | frozenset("also already still even only just now".split())
ARTICLES = frozenset({"a", "an", "the"})
IRREGULAR = frozenset(
    "given found told made taken sent held kept left lost won met paid put sought caught brought "
    "built chosen cut drawn fought hit seen shown spent thrown written known done said led run "
    "thought beaten hidden spoken broken driven let set read sold taught torn worn forced "
    "overseen undertaken withdrawn forgotten stolen frozen".split()
)
PAST = IRREGULAR | frozenset(
    "gave took wrote knew spoke became began chose drew fell hid rose came went got saw ran "
    "called stood sat felt heard flew grew blew threw woke stole swore tore wore froze forgot "
    "rode sang sank swam drank slept bought dealt fled hung meant paid rang shone shot slid "
    "stuck struck swung understood wept wound bent bled bred fed dug overcame overtook "
    "withdrew".split()
)
HELPING = BEING | HAVING | MODALS
GRAMMAR = SMALL | LEADING
NO_VERB = GRAMMAR | BEING | THINGS
GOING = BEING | LEADING | {"one", "ones"}
"""What a form in `-ing` stands behind where it is a verb."""
HELPED = BEING | PAST
BY_FAR = 6
"""So many tokens behind a verb's `by` may tell by how much: `won by a margin of over 200`."""
ASIDE = 4
"""So many tokens may stand between a form of `be` and its participle."""
ASKED = 12
"""And so many in a question that opens with it: `was the crew of the ferry seen?`"""


def is_verb(said: Sequence[str], at: int) -> bool:
    """Whether a token looks like a verb by its form or by what stands before it."""
    token = said[at]
    if token in NO_VERB or _is_auxiliary(said, at) or is_adverb(token):
        return False
    led = next((one for one in reversed(said[max(0, at - ASIDE) : at]) if not is_adverb(one)), "")
    if token in PAST or token in LIGHT or (token.endswith("ed") and len(token) > 4):
        return led not in ARTICLES  # `a dedicated taskforce`
    is_subject = bool(BEING.intersection(said[at + 1 : at + 2]))  # `the suspects were`
    if is_mostly_verb(token) and led not in GRAMMAR and (led or not at) and not is_subject:
        return True
    if not at and token.endswith("ing") and "," in said[2:ASKED]:
        return True  # `seeing the crew, she left`
    going = token.endswith("ing") and len(token) > 4 and led in GOING
    named = led == "to" and list(said[max(0, at - 2) : at - 1]) == ["according"]
    plural = led == "to" and token.endswith("s") and not token.endswith(("ss", "us"))
    return going or (led in MODALS and not named and not plural)  # `apologised to victims`


def is_adverb(token: str) -> bool:
    """Whether a word tells how something is done, as far as its form tells: `gladly`."""
    return token.endswith("ly") and not is_mostly_verb(token)


def _is_auxiliary(said: Sequence[str], at: int) -> bool:
    """Whether a form of `have` or `do` only helps the verb behind it."""
    if said[at] not in HAVING:
        return False
    following = said[at + 1 : at + ASIDE]
    after = [one for one in following if one not in BESIDE and not is_adverb(one)][:1]
    return bool(after) and (
        after[0] in HELPED or after[0].endswith(("ed", "en")) or said[at][:2] == "di"
    )


def is_passive(said: Sequence[str], verb: int) -> bool:
    """Whether the verb at this token is in the passive."""
    token = said[verb]
    if not (token.endswith(("ed", "en")) or token in IRREGULAR):
        return False
    for back in range(verb - 1, max(-1, verb - 1 - ASIDE), -1):
        if said[back] in BEING:
            return True
        if said[back] in HAVING:
            return False
        if said[back].isalpha() and not said[back].endswith("ly") and said[back] not in MODALS:
            break
    asked = verb < ASKED and said[0] in BEING and "who" not in said[:verb]
    if asked and not any(is_verb(said, one) for one in range(1, verb)):
        return True  # `was the crew seen?`
    led = list(said[verb + 1 : verb + 2]) == ["by"]
    return led and not any(token[0] == FIGURE for token in said[verb + 2 : verb + 2 + BY_FAR])
