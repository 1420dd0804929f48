"""Pages of a site as a test reads them: their elements, their text, and where their links lead."""

from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

VOID = frozenset({"meta", "link", "img", "input"})


class Tag(NamedTuple):
    """An element's name and its attributes."""

    name: str
    attributes: dict[str, str]


class Read(HTMLParser):
    """A page: its elements in order, its headings, and all that it shows as text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.unclosed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute, of whatever element."""
        return [tag.attributes[name] for tag in self.tags if name in tag.attributes]

    @property
    def headings(self) -> list[int]:
        levels = (tag.name[1:] for tag in self.tags if tag.name[0] == "h" and tag.name[1:])
        return [int(level) for level in levels if level.isdigit()]

    @property
    def form(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what it is made of, whatever it says."""
        return [(tag.name, tuple(tag.attributes)) for tag in self.tags]


def pages_in(folder: Path) -> dict[str, Read]:
    """Return every page of a site by its place."""
    return {
        path.relative_to(folder).as_posix(): Read(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }
