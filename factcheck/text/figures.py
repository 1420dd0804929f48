"""Read the figures in a text: their value, what they count and how they are hedged.

Spelled numbers are text2num's work (loaded only if one is there); the shares,
scales and hedges that it leaves alone are read here, token by token.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

SPELLED = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion".split()
)
SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9}
SCALES |= {"100": 100.0, "1000": 1e3, "1000000": 1e6, "1000000000": 1e9}
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
PARTS |= {"fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
HEDGES = {
    "at-most": ("up to", "at most", "no more than", "maximum of"),
    "at-least": ("at least", "no fewer than", "no less than", "minimum of"),
    "during": ("over",),
    "over": ("more than", "above", "upwards of", "excess of", "exceeding", "north of"),
    "under": ("less than", "fewer than", "under", "below", "short of"),
    "about": tuple("about around roughly approximately some nearly almost circa approx ~".split()),
}
ENDINGS = {name: tuple(f" {word}" for word in words) for name, words in HEDGES.items()}
BEFORE_UNIT = frozenset(
    "of the those these all their its her his every a an single plus more or so".split()
)
MONEY = dict.fromkeys("£ pound pounds quid".split(), "money")
MONEY |= dict.fromkeys("$ dollar dollars".split(), "dollars")
MONEY |= dict.fromkeys("€ euro euros".split(), "euros")
CURRENCIES = frozenset(MONEY.values())
"""Units of money; pounds are plain `money`."""
LONGEST = 20
"""Digits and marks; a longer number is none that anybody counts by."""
FIGURE = "\x01"
"""Opens the token that stands for a figure; its place in the list follows."""
ORDINALS = {"1st": "first", "2nd": "second"}
ORDINAL = re.compile(r"\b(?:1st|2nd)\b")
PART = [["of", word] for word in ("the", "those", "these", "his", "her", "their")]
Tokens = Sequence[str]


class Figure(NamedTuple):
    """A number as a text gives it.

    Attributes:
        value: A share is a fraction of 1.
        unit: The word that follows it, `share`, one of `CURRENCIES`, or empty.
        precision: One of `exact`, `about`, `at-least`, `over`, `at-most`, `under`,
            `during` for a bare `over`, which may mean that too, or `part` for some out
            of a number that another figure may count.
        text: As it was written.
    """

    value: float
    unit: str
    precision: str
    text: str


def spelled_out(text: str) -> str:
    """Return clean `text` with spelled numbers as digits."""
    if SPELLED.isdisjoint(text.replace("-", " ").split()):
        return text
    text = text.replace("-", " ")
    from text_to_num import alpha2digit  # 10 ms, and few texts need it

    digits: str = alpha2digit(text, "en", threshold=0)
    return ORDINAL.sub(lambda found: ORDINALS[found[0]], digits)


def figures(tokens: Tokens) -> tuple[list[Figure], list[str]]:
    """Return the figures in `tokens`, and the tokens with a mark in the place of each.

    A four-digit number from 1900 to 2099 that stands alone is a year and stays.
    """
    found: list[Figure] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        figure, taken = _figure(tokens, at)
        if figure:
            rest.append(f"{FIGURE}{len(found)}")
            found.append(figure)
            at += taken
        else:
            rest.append(tokens[at])
            at += 1
    return found, rest


def _figure(tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    token = tokens[at]
    if token in PARTS:
        return _part(tokens, at)
    if token in {"decade", "year"} and at and tokens[at - 1] in {"a", "full", "whole", "one"}:
        half = list(tokens[at + 1 : at + 4]) == ["and", "a", "half"]
        if half or token == "decade":
            size = 4 if half else 1
            unit = f"{token} ago" if list(tokens[at + size : at + size + 1]) == ["ago"] else token
            return Figure(1.0 + half / 2, unit, "exact", f"a {token}"), size
    if token == "dozen" or tokens[at + 1 : at + 2] == ["dozen"]:
        return _dozen(tokens, at)
    if not _is_number(token):
        return None, 1
    return _share(tokens, at) or _number(tokens, at)


def _share(tokens: Tokens, at: int) -> tuple[Figure, int] | None:
    """Read `2 in 3`, `2 out of 3`, `2 thirds` and `2 3rds`."""
    top = _value(tokens[at])
    words = list(tokens[at + 1 : at + 6])
    size = 1
    if words[:1] == ["-"]:
        words, size = words[1:], 2
    if "every" in words[1:3]:
        words.remove("every")
        size += 1
    if words[:1] == ["in"] and _whole(words[1:2]):
        return _fraction(tokens, at, top, _value(words[1]), size + 2)
    if words[:1] == ["/"] and _whole(words[1:2]):
        return _fraction(tokens, at, top, _value(words[1]), size + 2)
    if words[:2] == ["out", "of"] and _whole(words[2:3]):
        return _fraction(tokens, at, top, _value(words[2]), size + 3)
    if words and words[0] in PARTS:
        return _fraction(tokens, at, top, PARTS[words[0]], size + 1)
    if words[1:2] in (["rd"], ["rds"], ["th"], ["ths"]) and _whole(words[:1]) and top < 10:
        return _fraction(tokens, at, top, _value(words[0]), size + 2)
    return None


def _fraction(
    tokens: Tokens, at: int, top: float, bottom: float, size: int
) -> tuple[Figure, int] | None:
    if not 0 < top < bottom:
        return None
    return Figure(top / bottom, "share", _hedge(tokens, at), " ".join(tokens[at : at + size])), size


def _part(tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    """Read `half of them` and `a third of them`, but not `a third report` or `half a million`."""
    part, after = tokens[at], list(tokens[at + 1 : at + 3])
    halved = after[:1] in (["a"], ["an"]) and tokens[at + 2 : at + 3] and after[1] != "half"
    if part == "half" and halved:
        figure, taken = _figure(tokens, at + 2)
        if figure:
            half = figure._replace(value=figure.value / 2, precision=_hedge(tokens, at))
            return half._replace(text=f"half a {figure.text}"), taken + 2
    if part != "half" and after[:1] not in (["of"], ["the"]):
        return None, 1
    return Figure(1 / PARTS[part], "share", _hedge(tokens, at), part), 1


def _dozen(tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    many = 1.0 if tokens[at] == "dozen" else _value(tokens[at]) if _is_number(tokens[at]) else 0
    size = 1 if tokens[at] == "dozen" else 2
    if not many:
        return None, 1
    unit = _unit(tokens, at + size)
    return Figure(many * 12, unit, _hedge(tokens, at), " ".join(tokens[at : at + size])), size


def _number(tokens: Tokens, at: int) -> tuple[Figure | None, int]:
    value, size = _value(tokens[at]), 1
    if list(tokens[at + 1 : at + 4]) == ["and", "a", "half"] and tokens[at + 4 : at + 5]:
        value, size = value + 0.5, 4
    if (
        size == 1
        and _whole(tokens[at + 1 : at + 2])
        and len(tokens[at + 1]) == 3
        and len(tokens[at]) < 4
    ):
        value, size = value * 1000 + _value(tokens[at + 1]), 2
    following = tokens[at + size : at + size + 1]
    if following and following[0] in SCALES:
        value, size = value * SCALES[following[0]], size + 1
    elif following and following[0] in {"st", "nd", "rd", "th", "s"}:
        return None, 1
    hedge, text = _hedge(tokens, at), tokens[at] if size == 1 else f"{value:,.10g}"
    rest = list(tokens[at + size : at + size + 2])
    if rest[:1] in (["%"], ["percent"], ["pc"]) or rest == ["per", "cent"]:
        return Figure(value / 100, "share", hedge, f"{text}%"), size + (rest == ["per", "cent"]) + 1
    unit = _ranged(tokens, at + size) or _unit(tokens, at + size)
    currency = MONEY.get(tokens[at - 1] if at else "") or MONEY.get(unit)
    if currency:
        return Figure(value, currency, hedge, text), size
    if size == 1 and tokens[at].isdecimal() and 1900 <= value <= 2099:
        return None, 1
    part = list(tokens[at + size : at + size + 2]) in PART
    if list(tokens[at + size : at + size + 2]) == ["or", "so"]:
        hedge = "about"
    return Figure(
        value, unit, "part" if part and hedge in {"exact", "during"} else hedge, text
    ), size


def _is_number(token: str) -> bool:
    """Whether a token is a number that `_value` can read; so is each that starts with a digit."""
    return token[0].isdecimal() and len(token) <= LONGEST


def _value(token: str) -> float:
    digits = token.replace(",", "")
    return float(digits) if digits.count(".") < 2 else 0.0


def _whole(tokens: Tokens) -> bool:
    return bool(tokens) and tokens[0].isdecimal() and len(tokens[0]) <= LONGEST


def _hedge(tokens: Tokens, at: int) -> str:
    before = [t for t in tokens[max(0, at - 5) : at] if t not in {"a", "an", "£", "$", "€", "the"}]
    spoken = " " + " ".join(before[-3:])
    found = next((name for name, words in ENDINGS.items() if spoken.endswith(words)), "exact")
    return "over" if spoken.endswith(" for over") else found


def _ranged(tokens: Tokens, at: int) -> str:
    """Return what a number counts that stands first of two, as in `between 4 and 11 years`."""
    second = tokens[at + 1 : at + 2]
    if tokens[at : at + 1] in (["to"], ["and"], ["or"], ["-"]) and _whole(second):
        return _unit(tokens, at + 2)
    return ""


def _unit(tokens: Tokens, at: int) -> str:
    """Return the word counted; `years ago` is no length of time but a point in it."""
    if list(tokens[at + 1 : at + 2]) in (["ago"], ["back"]):
        return f"{tokens[at]} ago"
    if list(tokens[at : at + 1]) == ["the"]:
        return ""  # `from 700 the year before`
    while at < len(tokens) and (tokens[at] in BEFORE_UNIT or tokens[at].endswith(("ly", "-"))):
        at += 1
    return tokens[at] if at < len(tokens) and tokens[at].isalpha() else ""
