"""Escaped text means just its own characters in Markdown, wherever it is put."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.show.escaping import shown
from factcheck.show.markdown import markdown

SPECIALS = [
    *"\\`*_{}[]()<>#+-.!|~^$@&:=\"'/;%0123456789 \n\tabiAIxX",
    *"&amp; &#35; ](http://x) ![ [^1] <b> <!-- --- ... ``` ~~ > https://x.example/a_b".split(),
    *["a@b.example", "\x1b", "\u2028", "1. ", "10) ", "(a) ", "    "],
]
TEXT = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(SPECIALS)).map(
    "".join
)


def parser() -> MarkdownIt:
    """Return a parser of CommonMark, pipe tables, footnotes, definitions, maths and strikeout."""
    rules = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return rules.use(footnote_plugin).use(deflist_plugin).use(dollarmath_plugin)


PARSER = parser()


def words(text: str) -> str:
    """Return what a reader sees of `text`: control characters visible, white space collapsed."""
    return " ".join(shown(text).split())


def content(inline: Token) -> str:
    """Return the characters of an inline token, which must hold nothing but text."""
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "text_special"}, kinds
    return "".join(child.content for child in inline.children or [])


@given(TEXT)
def test_a_paragraph_holds_the_same_characters_and_no_markup(text: str) -> None:
    tokens = PARSER.parse(markdown(text))
    if not words(text):
        assert tokens == []
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert content(tokens[1]) == words(text)


@given(TEXT, TEXT)
def test_a_table_cell_stays_in_its_cell(first: str, second: str) -> None:
    tokens = PARSER.parse(f"| a | b |\n| --- | --- |\n| {markdown(first)} | {markdown(second)} |\n")
    cells = [content(token) for token in tokens if token.type == "inline"]
    assert cells == ["a", "b", words(first), words(second)]


@given(TEXT)
def test_a_block_quote_stays_a_paragraph(text: str) -> None:
    if words(text):
        kinds = [token.type for token in PARSER.parse(f"> {markdown(text)}\n>\n> — Atlas\n")]
        paragraph = ["paragraph_open", "inline", "paragraph_close"]
        assert kinds == ["blockquote_open", *paragraph, *paragraph, "blockquote_close"]


@given(TEXT)
def test_it_is_one_line(text: str) -> None:
    assert len(markdown(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text",
    ["A. Reed", "(a) one", "iv) four", "(12) twelve", "#. next", "% title", "@ example", "1."],
)
def test_the_lists_and_titles_of_pandoc_are_escaped(text: str) -> None:
    start = re.match(r"\(?(?:\w+)?\\", markdown(text))
    assert start is not None


@pytest.mark.parametrize("text", ["Yes. It did.", "1.5 metres", "It ended in 2013.", "e.g. this"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert markdown(text) == text


@pytest.mark.parametrize("text", ["2010--2013", "wait...", "a---b", "...."])
def test_dashes_and_dots_are_not_made_typographic(text: str) -> None:
    assert re.search(r"--|(?<!\\)\.\.\.", markdown(text)) is None
    assert markdown(text).replace("\\", "") == text
