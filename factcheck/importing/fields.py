"""Check what a file gives of one review, and make it a value."""

import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from factcheck.importing.days import day_of
from factcheck.importing.taken import Taken
from factcheck.record import Review


class Number(str):
    """A JSON number as it is written: so none is too large, and none loses a digit."""

    __slots__ = ()


class Reference(str):
    """What refers to a node that the file does not hold."""

    __slots__ = ()


class Fields(NamedTuple):
    """What a file gives of one review, unchecked; `None` where it gives nothing."""

    statement: Any = None
    publisher: Any = None
    url: Any = None
    rating: Any = None
    claimant: Any = None
    claim_date: Any = None
    date: Any = None
    title: Any = None
    language: Any = None


class UnusableError(Exception):
    """A review can't be taken; the message says why."""


LABELS = {
    "statement": "claim",
    "url": "URL",
    "claim_date": "date of the claim",
    "date": "date of the review",
}
"""What a field is called in a message, if not by its name."""
LIMITS = {"statement": 5_000, "url": 2_000, "rating": 1_000}
LIMIT = 500
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
INVISIBLE = re.compile(r"[\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""What shows as nothing, or turns the direction of what follows; no corpus holds it."""
LANGUAGE = re.compile(r"[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}")


def label(name: str) -> str:
    """Return what the field `name` is called in a message."""
    return LABELS.get(name, name)


def taken(fields: Fields) -> Taken | str:
    """Return the claim with its one review, or the first reason why that can't be used."""
    try:
        return Taken(
            statement=_needed(fields, "statement"),
            reviews=(_review(fields),),
            claimant=_text(fields, "claimant"),
            date=_date(fields, "claim_date"),
        )
    except UnusableError as error:
        return str(error)


def _review(fields: Fields) -> Review:
    return Review(
        publisher=_needed(fields, "publisher"),
        url=_url(fields),
        rating=_needed(fields, "rating"),
        date=_date(fields, "date"),
        title=_text(fields, "title"),
        language=_language(fields),
    )


def _text(fields: Fields, name: str) -> str | None:
    """Return a field's text on one line; `None` if it is empty or not given."""
    value = getattr(fields, name)
    if value is None:
        return None
    if isinstance(value, Reference):
        held = "which the file does not hold"
        raise UnusableError(f"the {label(name)} refers to '{shortened(value)}', {held}")
    if not isinstance(value, str) or isinstance(value, Number):
        raise UnusableError(f"the {label(name)} is not text")
    if CONTROL.search(value):
        raise UnusableError(f"the {label(name)} holds a control character or half of a character")
    text = " ".join(INVISIBLE.sub("", value).split())
    limit = LIMITS.get(name, LIMIT)
    if len(text) > limit:
        raise UnusableError(f"the {label(name)} is longer than {limit:,} characters")
    return text or None


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


def _date(fields: Fields, name: str) -> str | None:
    text = _text(fields, name)
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise UnusableError(f"the {label(name)} '{shortened(text)}' is not a date")
    return day


def _language(fields: Fields) -> str | None:
    text = _text(fields, "language")
    if text and not LANGUAGE.fullmatch(text):
        raise UnusableError(f"the language '{shortened(text)}' is not a language tag")
    return text


def shortened(text: str) -> str:
    """Return as much of `text` as fits into a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"
