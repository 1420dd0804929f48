"""Read JSON from text that comes in pieces: value by value, each with its place.

Only the piece that is being read is held. A value is read again from its start
when its end has not come yet; what is wrong with it is told as soon as no more
text can put it right.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from factcheck.importing.decoding import MAX_LENGTH, TOO_LONG, Place, UnreadableError, advanced
from factcheck.importing.fields import Number, merged

TERM = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)(?=.)")
"""What stands before a name of schema.org where its context is not left to do so."""


def term(key: str) -> str:
    """Return a key by its bare name: `schema:url` and `https://schema.org/url` are `url`."""
    return TERM.sub("", key, count=1) if key.startswith(("schema:", "http")) else key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return merged((term(key), value) for key, value in pairs)


number = lru_cache(maxsize=10_000)(Number)
"""Numbers are kept once each: a long list of short ones takes little memory."""
DECODER = json.JSONDecoder(
    strict=False,
    parse_int=number,
    parse_float=number,
    parse_constant=number,
    object_pairs_hook=_object,
)
SPACE = re.compile(r"[ \t\n\r]*")
MARGIN = 16
"""Nothing that was cut off is found wrong further from the end than this, but for a string."""


class JsonText:
    """JSON that is read as far as it is needed, and dropped once it was used.

    Attributes:
        place: Where the next character stands.
        used: How many characters were used up.
    """

    def __init__(self, texts: Iterator[str], place: Place = (1, 1)) -> None:
        """Start before the first of `texts`, which starts at `place` of its file."""
        self._texts, self._held, self._at = texts, "", 0
        self.place, self.used = place, 0

    def _more(self) -> bool:
        """Read at least as much as is held; return False at the end of the text."""
        kept = self._held[self._at :]
        texts, length = [kept], 0
        while length <= len(kept) and (text := next(self._texts, None)) is not None:
            texts.append(text)
            length += len(text)
        if len(texts) > 1:
            self._held, self._at = "".join(texts), 0
        return len(texts) > 1

    def _move(self, end: int) -> None:
        self.place = advanced(self.place, self._held, self._at, end)
        self.used += end - self._at
        self._at = end

    def fault(self, message: str, at: int | None = None) -> UnreadableError:
        """Return what is wrong, at `at` of the text that is held or at the next character."""
        place = self.place if at is None else advanced(self.place, self._held, self._at, at)
        return UnreadableError(place, message)

    def sign(self) -> str:
        """Skip white space; return the next character, or an empty string at the end."""
        while True:
            space = SPACE.match(self._held, self._at)
            if space and space.end() > self._at:
                self._move(space.end())
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def took(self, sign: str) -> bool:
        """Whether `sign` comes next; if so, go past it."""
        if self.sign() != sign:
            return False
        self._move(self._at + 1)
        return True

    def take(self, sign: str) -> None:
        """Go past `sign`, or raise UnreadableError."""
        if not self.took(sign):
            raise self.fault(f"not JSON: Expecting '{sign}' delimiter")

    def key(self) -> str:
        """Go past a key and its colon; return its bare name, or raise UnreadableError."""
        if self.sign() != '"':
            raise self.fault("not JSON: Expecting a key in double quotes")
        key = term(str(self.value()))
        self.take(":")
        return key

    def held_object(self, without: Iterable[str]) -> dict[str, Any] | None:
        """Go past the object that comes next and return it.

        `None` if it isn't held whole, or has a key of `without`.
        """
        value: dict[str, Any]
        try:
            value, end = DECODER.raw_decode(self._held, self._at)
        except (json.JSONDecodeError, RecursionError):
            return None  # reading it member by member tells why
        if end - self._at > MAX_LENGTH or not value.keys().isdisjoint(without):
            return None
        self._move(end)
        return value

    def value(self) -> Any:
        """Go past a whole value and return it, or raise UnreadableError."""
        self.sign()
        while True:
            value, end = self._tried()
            if end - self._at > MAX_LENGTH:
                raise self.fault(TOO_LONG)
            if end > self._at and (self._is_whole(end) or not self._more()):
                self._move(end)
                return value

    def _tried(self) -> tuple[Any, int]:
        """Return the value and its end, or read more and return an end before the value."""
        try:
            return DECODER.raw_decode(self._held, self._at)
        except json.JSONDecodeError as error:
            self._read_on(error)
            return None, -1
        except RecursionError:
            raise self.fault("nested too deeply") from None

    def _is_whole(self, end: int) -> bool:
        """Whether no further text can belong to what ends there, as to a number."""
        return self._held[end - 1] in '}]"' or end + MARGIN < len(self._held)

    def _read_on(self, error: json.JSONDecodeError) -> None:
        """Read more text, if that can put `error` right; else raise UnreadableError."""
        cut = error.pos + MARGIN >= len(self._held) or error.msg.startswith("Unterminated string")
        if cut and len(self._held) - self._at > MAX_LENGTH:
            raise self.fault(TOO_LONG)
        if not cut or not self._more():
            raise self.fault(f"not JSON: {error.msg}", error.pos)
