"""Check what a file gives of one review, and make it a value."""

import html
import re
from html.entities import html5
from urllib.parse import urlsplit

from factcheck.importing.days import day_of
from factcheck.importing.fields import Fields, Number, Reference, Repeated, label, shortened
from factcheck.importing.taken import Taken
from factcheck.record import Review


class UnusableError(Exception):
    """A field can't be taken; the message says why."""


LIMITS = {"statement": 5_000, "url": 2_000, "rating": 1_000}
LIMIT = 500
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
INVISIBLE = re.compile(r"[\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""What shows as nothing, or turns the direction of what follows; no corpus holds it."""
ENTITY = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}")


def checked(fields: Fields) -> tuple[Taken | str, list[str]]:
    """Return the claim with its one review, and what had to be left out of it and why.

    In the place of the claim stands the first reason why it can't be used. Only what says
    nothing of who claimed or found what is left out: dates, the title and the language.
    """
    lost: list[str] = []
    try:
        return Taken(
            statement=_needed(fields, "statement"),
            reviews=(_review(fields, lost),),
            claimant=_text(fields, "claimant"),
            date=_optional(fields, "claim_date", lost),
        ), lost
    except UnusableError as error:
        return str(error), []


def _review(fields: Fields, lost: list[str]) -> Review:
    return Review(
        publisher=_needed(fields, "publisher"),
        url=_url(fields),
        rating=_needed(fields, "rating"),
        date=_optional(fields, "date", lost),
        title=_optional(fields, "title", lost),
        language=_optional(fields, "language", lost),
    )


def _optional(fields: Fields, name: str, lost: list[str]) -> str | None:
    """Return a field without which a review can be taken; add to `lost` why it can't be."""
    try:
        text = _text(fields, name)
        return CHECKS[name](text, name) if text and name in CHECKS else text
    except UnusableError as error:
        lost.append(str(error))
        return None


def _text(fields: Fields, name: str) -> str | None:
    """Return a field's text on one line; `None` if it is empty or not given."""
    value = getattr(fields, name)
    if value is None:
        return None
    if isinstance(value, Repeated):
        raise UnusableError(f"the {label(name)} stands twice, each time differently")
    if not isinstance(value, str) or isinstance(value, Number):
        raise UnusableError(f"the {label(name)} is not text")
    text = decoded(value)
    if CONTROL.search(text):
        raise UnusableError(f"the {label(name)} holds a control character or half of a character")
    limit = LIMITS.get(name, LIMIT)
    text = " ".join(INVISIBLE.sub("", text).split(None, limit))  # a rest of words is too long
    if isinstance(value, Reference):
        held = "which the file does not hold"
        raise UnusableError(f"the {label(name)} refers to '{shortened(text)}', {held}")
    if len(text) > limit:
        raise UnusableError(f"the {label(name)} is longer than {limit:,} characters")
    return text or None


def decoded(text: str) -> str:
    """Return `text` with the entities of HTML as the characters that they stand for.

    Once: `&amp;lt;` is `&lt;` then, for what else it may be nobody knows. What ends in no
    semicolon, as in `?a=1&copy=2`, or is no entity stays as it is.
    """
    return ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    known = entity[0][1] == "#" or entity[0][1:] in html5
    return html.unescape(entity[0]) if known else entity[0]


def _needed(fields: Fields, name: str) -> str:
    text = _text(fields, name)
    if text is None:
        raise UnusableError(f"the {label(name)} is missing")
    return text


def _url(fields: Fields) -> str:
    url = _needed(fields, "url")
    if " " in url or not _is_web_address(url):
        raise UnusableError(f"the URL '{shortened(url)}' is not a web address")
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # brackets that are no address
        return False


def _day(text: str, name: str) -> str:
    day = day_of(text)
    if day is None:
        raise UnusableError(f"the {label(name)} '{shortened(text)}' can't be read for sure")
    return day


def _language(text: str, _: str) -> str:
    if not LANGUAGE.fullmatch(text):
        raise UnusableError(f"the language '{shortened(text)}' is not a language tag")
    return text


CHECKS = {"date": _day, "claim_date": _day, "language": _language}
"""What else must be so of the text of a field."""
