"""Find the JSON-LD that publishers put into their pages.

Only the tags of scripts are parsed: for all else the time that `html.parser` takes
may grow with the square of the page's length.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from typing import NamedTuple

from factcheck.importing.decoding import Place, UnreadableError, advanced

JSON_LD = "application/ld+json"
MAX_TAG = 2_000
START = re.compile(r"<!--|<script(?=[\s/>])", re.IGNORECASE)
END = re.compile(r"</script", re.IGNORECASE)
COMMENT_END = re.compile("-->")
TAG_END = re.compile(">")
OPENING = re.compile(r"(?:\s+|<!\[CDATA\[|<!--|//|/\*|\*/){0,20}")
GNISOLC = re.compile(r"(?:\s+|>\]\]|>--|//|\*/|/\*){0,20}")
"""What wraps a script for the sake of old browsers and of XML; the closing signs backwards."""


class Script(NamedTuple):
    """The text of a script and where it starts."""

    place: Place
    text: str


class _Read(Exception):  # noqa: N818
    """The tag was read."""


class _Tag(HTMLParser):
    """Reads one opening tag.

    Attributes:
        is_json_ld: Whether it opens a script of JSON-LD.
        length: How many characters the tag has; 0 if there is none, or not its end.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.is_json_ld = False
        self.length = 0
        with suppress(_Read):
            self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Keep the first tag, and read no further: what follows may be long."""
        kind = dict(attrs).get("type") or ""
        self.is_json_ld = kind.partition(";")[0].strip().lower() == JSON_LD
        self.length = len(self.get_starttag_text() or "")
        raise _Read


def scripts_of(page: str) -> Iterator[Script]:
    """Yield each script of `page` that holds JSON-LD.

    Raises:
        UnreadableError: The last one is not closed.
    """
    at, place = 0, (1, 1)
    while found := START.search(page, at):
        place, at = advanced(place, page, at, found.start()), found.start()
        is_comment = found[0] == "<!--"
        tag = _Tag("" if is_comment else page[at : at + MAX_TAG])
        closing = COMMENT_END if is_comment else END if tag.length else TAG_END
        end = closing.search(page, at + tag.length)
        if tag.is_json_ld and not end:
            raise UnreadableError(place, "the script is not closed")
        if not end:
            return
        if tag.is_json_ld:
            start = at + tag.length
            yield Script(advanced(place, page, at, start), unwrapped(page[start : end.start()]))
        place, at = advanced(place, page, at, end.end()), end.end()


def unwrapped(text: str) -> str:
    """Return a script without the comment or CDATA signs around it, its places as they were."""
    opening, gnisolc = OPENING.match(text), GNISOLC.match(text[::-1])
    start = opening.end() if opening else 0
    end = len(text) - (gnisolc.end() if gnisolc else 0)
    return re.sub(r"[^\n]", " ", text[:start]) + text[start:end]
