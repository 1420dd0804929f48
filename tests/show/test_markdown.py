"""Escaped text means just its own characters in Markdown, wherever it is put."""

import re
import shutil
import subprocess
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.show.escaping import shown
from factcheck.show.markdown import link, markdown

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


ADDRESS = "https://ponds.example/"
ADDRESSES = {
    ADDRESS + "Stork_(bird)": "Stork_(bird)",
    ADDRESS + "a?b=1&c=2&copy;=3#d": "a?b=1&c=2&copy%3B=3#d",
    ADDRESS + "a[1]|b_c_d*e*": "a%5B1%5D%7Cb_c_d*e*",
    ADDRESS + "a b\tc": "a%20b%09c",
    ADDRESS + "open(ed": "open%28ed",
    ADDRESS + "((two))": "%28(two)%29",
    ADDRESS + '<b>"`{x}^\\': "%3Cb%3E%22%60%7Bx%7D%5E%5C",
    ADDRESS + "100%": "100%25",
    ADDRESS + "né\u202e": "n%C3%A9%E2%80%AE",
    ADDRESS + "end.": "end%2E",
    ADDRESS + "$x$~y~@z": "$x$~y~@z",
}


def href(markup: str) -> str:
    """Return where the one link of a paragraph leads."""
    (token,) = (one for one in PARSER.parse(markup) if one.type == "inline")
    (found,) = (one for one in token.children or [] if one.type == "link_open")
    return str(found.attrs["href"])


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_an_address_is_a_link_that_leads_there(address: str, expected: str) -> None:
    assert link(address) == f"<{ADDRESS}{expected}>"
    told = markdown(f"1. See *this*, {address}, and that.", [None, address])
    assert told == f"1\\. See \\*this\\*, {link(address)}, and that."
    assert href(told) == f"{ADDRESS}{expected}"
    cells = PARSER.parse(f"| a | b |\n| --- | --- |\n| {told} | c |\n")
    assert len([one for one in cells if one.type == "td_open"]) == 2


@given(TEXT)
def test_any_address_leads_to_itself(text: str) -> None:
    address = f"{ADDRESS}{text.replace(chr(37), '')}"
    known = re.sub(r"[\ud800-\udfff]", "?", address)
    assert unquote(href(markdown(f"See {address}", [address]))) == known


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "x", "https://"])
def test_what_is_no_web_address_is_no_link(address: str) -> None:
    assert "<" not in markdown(f"See {address} there", [address])


def test_an_address_within_another_word_is_no_link() -> None:
    assert "<" not in markdown(f"See {ADDRESS}more or x{ADDRESS}", [ADDRESS])


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_pandoc_makes_the_same_link(address: str, expected: str) -> None:
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "html"],  # noqa: S607
        input=f"See {link(address)}, there.".encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    (found,) = re.findall(r'href="([^"]*)"', done.stdout.decode())
    assert unescape(found) == f"{ADDRESS}{expected}"
