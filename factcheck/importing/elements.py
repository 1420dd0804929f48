"""Find the values in JSON that may be or hold a record, without holding them all."""

from collections.abc import Iterator
from typing import Any

from factcheck.importing.decoding import MAX_LENGTH, TOO_LONG, Place, UnreadableError
from factcheck.importing.fields import merged
from factcheck.importing.json_text import JsonText

LISTS = ("dataFeedElement", "@graph", "claims")
"""Keys whose list of records is read item by item."""


def elements(text: JsonText) -> Iterator[tuple[Place, Any]]:
    """Yield each value that may be or hold a record, with its place.

    These are the items of a list at the top or under one of `LISTS` in an object
    at the top, then that object without them; several values may stand at the top.

    Raises:
        UnreadableError: It is not JSON, or an element is too large or too deep.
    """
    while sign := text.sign():
        if sign == "[":
            yield from _items(text)
        elif sign == "{":
            yield from _members(text)
        else:
            yield text.place, text.value()


def _items(text: JsonText) -> Iterator[tuple[Place, Any]]:
    text.take("[")
    if text.took("]"):
        return
    while True:
        text.sign()
        yield text.place, text.value()
        if text.took("]"):
            return
        text.take(",")


def _members(text: JsonText) -> Iterator[tuple[Place, Any]]:
    """Yield what the lists of an object hold, then the object with these lists empty."""
    place, kept = text.place, 0
    whole = text.held_object(without=LISTS)  # as most are: much faster than by members
    if whole is not None:
        yield place, whole
        return
    rest: list[tuple[str, Any]] = []
    text.take("{")
    more = not text.took("}")
    while more:
        start, key = text.used, text.key()
        if key in LISTS and text.sign() == "[":
            rest.append((key, []))
            yield from _items(text)
        else:
            rest.append((key, text.value()))
            kept += text.used - start
        if kept > MAX_LENGTH:
            raise UnreadableError(place, TOO_LONG)
        more = not text.took("}")
        if more:
            text.take(",")
    yield place, merged(rest)
