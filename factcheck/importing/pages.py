"""Find the JSON-LD that publishers put into their pages."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from factcheck.importing.decoding import Place, UnreadableError

JSON_LD = "application/ld+json"
OPENING = re.compile(r"(?:\s+|<!\[CDATA\[|<!--|//|/\*|\*/)*")
GNISOLC = re.compile(r"(?:\s+|>\]\]|>--|//|\*/|/\*)*")
"""What wraps a script for the sake of old browsers and of XML; the closing signs backwards."""


class Script(NamedTuple):
    """The text of a script and where it starts."""

    place: Place
    text: str


class _Page(HTMLParser):
    """Gathers the scripts of a page that hold JSON-LD.

    Attributes:
        scripts: Those that were closed.
        open: Where the script starts that is not closed yet; `None` outside of one.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[Script] = []
        self.open: Place | None = None
        self._place: Place = (1, 1)
        self._texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a script of JSON-LD."""
        kind = dict(attrs).get("type") or ""
        if tag == "script" and kind.partition(";")[0].strip().lower() == JSON_LD:
            self.open, self._texts = self._here(), []

    def handle_data(self, data: str) -> None:
        """Keep the text of an open script."""
        if self.open:
            if not self._texts:
                self._place = self._here()
            self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close an open script."""
        if tag == "script" and self.open:
            self.scripts.append(Script(self._place, "".join(self._texts)))
            self.open = None

    def _here(self) -> Place:
        line, offset = self.getpos()
        return line, offset + 1


def scripts_of(page: str) -> Iterator[Script]:
    """Yield each script of `page` that holds JSON-LD.

    Raises:
        UnreadableError: The last one is not closed.
    """
    parser = _Page()
    parser.feed(page)
    parser.close()
    for script in parser.scripts:
        yield script._replace(text=unwrapped(script.text))
    if parser.open:
        raise UnreadableError(parser.open, "the script is not closed")


def unwrapped(text: str) -> str:
    """Return a script without the comment or CDATA signs around it, its places as they were."""
    opening, gnisolc = OPENING.match(text), GNISOLC.match(text[::-1])
    start = opening.end() if opening else 0
    end = len(text) - (gnisolc.end() if gnisolc else 0)
    return re.sub(r"[^\n]", " ", text[:start]) + text[start:end]
