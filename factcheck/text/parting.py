"""Part a text that says several things, each part with the subject that it is said of."""

import re
from itertools import islice

from factcheck.text.asking import FINITE
from factcheck.text.figures import SPELLED
from factcheck.text.related import is_mostly_verb
from factcheck.text.verbs import HELPING, PAST

LEVELS = 3
"""Sentences and clauses are parted first, then verbs of one subject, then lists of things."""
JOINTS = (
    re.compile(
        r"[.!?;…]+\s+|\s+[–—-]\s+|,?\s+(?:but|whereas|while|yet)\s+|,\s+(?:and\s+|so\s+|then\s+)?|\s+and\s+",
        re.IGNORECASE,
    ),
    re.compile(r",?\s+(?:and|then|or)\s+|,\s+", re.IGNORECASE),
    re.compile(r",?\s+(?:and|or|then)\s+|,\s+", re.IGNORECASE),
)
MOST = 100
"""So many joints are looked at; what follows is one with the last part."""
REACH = 200
"""In so many characters it shows what a part opens with."""
ATTRIBUTION = 7
"""So many words with one for saying at their end say whose words the clause before are."""
SPEAKING = frozenset("said says wrote writes claimed claims argues argued".split())
ADVERBS = frozenset("also then later even still now already never not".split())
LINKING = frozenset("because since as after before when once if unless until".split())
"""What opens a text so says how its clauses stand to each other; no clause alone has that."""
REFERRING = re.compile(r", something\b", re.IGNORECASE)
"""What opens so is said of all that stands before it."""
PRONOUNS = frozenset("he she it they we there".split())
"""What stands for the subject of the clause before."""


def parts(text: str, level: int = 0) -> list[str]:
    """Return the clauses of `text` that could stand alone, in order; at least one.

    Args:
        text: As typed.
        level: 0 parts what has a subject and a verb of its own; 1 also what has a verb
            and shares its subject; 2 also what shares both, as the members of a list do.
            What is shared is said again in each part.

    Nothing is parted inside quotation marks, nor what a word such as `because` opens.
    """
    text = " ".join(text.split())  # no joint is looked for at every blank of a row of them
    if any(_bare(word) in LINKING for word in text.split(None, 1)[:1]) or REFERRING.search(text):
        return [text]
    found: list[str] = []
    subject = verb = ""
    for piece in _pieces(text, level):
        words = piece.split()
        at = _first_verb(words)
        pronoun = bool(words) and _bare(words[0]) in PRONOUNS
        unclear = pronoun and bool(found) and _names_two(found[-1])
        if not found:
            found.append(piece)
        elif _attributes(words):
            found[-1] = f"{found[-1]}, {piece}"
        elif at is None:
            found.append(f"{subject} {verb} {piece}")
        elif _leads(words[:at]) and not subject:
            found[-1] = f"{found[-1]}, {piece}"  # `food for crews, theirs too, was sold`
        elif _leads(words[:at]) or (pronoun and not unclear):
            found.append(f"{subject} {' '.join(words[pronoun:])}")
        else:
            found.append(piece)
        if at and not pronoun:
            subject = " ".join(words[:at])
        if at is not None:
            verb = " ".join(words[at : _last_verb(words, at) + 1])
    return found


def _attributes(words: list[str]) -> bool:
    """Whether words only say whose the clause before them are: `the crew said`."""
    said = len(words) <= ATTRIBUTION and _bare(words[-1]) in SPEAKING
    return said or _bare(words[0]) == "according"


def _names_two(piece: str) -> bool:
    """Whether a clause has a name behind its verb, too: then `he` may be either."""
    words = piece.split()
    at = _first_verb(words)
    return at is not None and any(word[0].isupper() for word in words[at + 1 :])


def _pieces(text: str, level: int) -> list[str]:
    """Return the pieces between the joints at which a level parts."""
    cuts = [0]
    for joint in islice(JOINTS[level].finditer(text), MOST - 1):
        after = text[joint.end() : joint.end() + REACH].split()
        sure = joint[0][0] in ".!?;…"
        if _quoted(text, joint.start()) or _counts(text, joint) or not after:
            continue
        bare = joint[0].strip() in {"and", ","}
        listed = bare and not level and _first_verb(text[cuts[-1] : joint.start()].split()) is None
        if sure or (_opens(after, level, bare=bare) and not listed):
            cuts += [joint.start() + sure, joint.end()]
    cuts.append(len(text))
    pieces = (text[a:b].strip(" ,") for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return [piece for piece in pieces if piece]


def _opens(after: list[str], level: int, *, bare: bool) -> bool:
    """Whether words open a part at this level."""
    at = _first_verb(after)
    if level == 0:
        return at is not None and (at > 0 or not bare) and _before_joint(after, at)
    return level == LEVELS - 1 or (at is not None and _leads(after[:at]))


def _leads(words: list[str]) -> bool:
    """Whether nothing but adverbs stands before a verb: its subject is that of the verb before."""
    return all(_bare(word).endswith("ly") or _bare(word) in ADVERBS for word in words)


def _before_joint(after: list[str], at: int) -> bool:
    """Whether a verb comes before the next comma or `and`: the subject is no list."""
    return not any(word.endswith(",") or _bare(word) == "and" for word in after[:at])


def _counts(text: str, joint: re.Match[str]) -> bool:
    """Whether an `and` stands in `between 1997 and 2013` or `five hundred and fifty`."""
    before = text[max(0, joint.start() - REACH) : joint.start()].lower().split()[-2:]
    if (
        joint[0].strip() == "and"
        and before
        and (before[:1] == ["between"] or before[-1] in SPELLED)
    ):
        return True
    return _is_title(text, joint)


def _is_title(text: str, joint: re.Match[str]) -> bool:
    """Whether an `and` stands in a name, as in `the Health and Care Act`."""
    start, end = joint.span()
    before = text[max(0, start - REACH) : start].split()[-2:]
    after = text[end : end + REACH].split()[:2]
    words = [*before, *after]
    return joint[0].strip() == "and" and len(words) == 4 and all(w[0].isupper() for w in words)


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'“”‘’()").lower()


def _first_verb(words: list[str]) -> int | None:
    for at, word in enumerate(words):
        bare = _bare(word)
        if bare in FINITE or bare in PAST or (bare.endswith("ed") and len(bare) > 4):
            return at
        named = at > 0 and words[at - 1][0].isupper() and words[at - 1][-1].isalpha()
        if named and word == bare and bare.endswith("s") and is_mostly_verb(bare):
            return at  # a headline: `Cooper promises`
    return None


def _last_verb(words: list[str], at: int) -> int:
    """Return where a group of verbs ends, as `would make` or `was given`."""
    last = at
    while last + 1 < len(words) and _bare(words[last]) in HELPING:
        last += 1
    return last


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at this place."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
