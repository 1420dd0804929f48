"""Links of the documents lead somewhere: each file exists, and each heading in it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from documents import DOCS, DOCUMENTS, ROOT, name_of
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

READER = MarkdownIt("commonmark").enable("table").use(anchors_plugin, max_level=6)


def links(path: Path) -> Iterator[str]:
    """Yield where a document's links and images lead."""
    for block in READER.parse(path.read_text("utf-8")):
        for token in block.children or ():
            place = token.attrs.get("href") or token.attrs.get("src")
            if place is not None:
                yield str(place)


def headings(path: Path) -> set[str]:
    """Return the anchors of a document, as GitHub makes them."""
    tokens = READER.parse(path.read_text("utf-8"))
    return {str(token.attrs["id"]) for token in tokens if token.type == "heading_open"}


def is_whole(place: str, path: Path) -> bool:
    """Whether a link of the document at `path` leads to what exists in the project."""
    parts = urlsplit(place)
    if parts.scheme:
        return parts.scheme == "https"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_relative_to(ROOT) or not target.exists():
        return False
    return not parts.fragment or parts.fragment in headings(target)


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert [place for place in links(path) if not is_whole(place, path)] == []


@pytest.mark.parametrize(
    "place", ["missing.md", "#no-such-heading", "../../x.md", "http://x.example"]
)
def test_a_link_that_leads_nowhere_is_told(place: str) -> None:
    assert not is_whole(place, DOCS / "guide.md")


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    listed = {(ROOT / urlsplit(place).path).resolve() for place in links(ROOT / "README.md")}
    assert {*DOCS.glob("*.md")} <= listed
