"""Nothing that is shown can steer a terminal, and `[sic]` stands where a misprint does."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.show.escaping import dumps, shown, sic

ANY = st.text(st.characters(exclude_categories=()))
"""Any text, lone surrogates and control characters too."""
STEERING = {"Cc", "Cs", "Zl", "Zp"}
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def steering(text: str) -> set[str]:
    """Return the characters of `text` that a terminal might obey."""
    controls = {c for c in text if unicodedata.category(c) in STEERING and c != "\t"}
    return controls | (set(text) & set(DIRECTIONS))


@given(ANY)
def test_shown_text_steers_nothing_and_is_one_line(text: str) -> None:
    assert not steering(shown(text))


@given(ANY)
def test_shown_text_loses_nothing_else(text: str) -> None:
    kept = [c for c in text if not steering(c)]
    assert [c for c in shown(text.replace("\n", "")) if c != "�"] == [c for c in kept if c != "�"]


@pytest.mark.parametrize("character", ["\x1b", "\r", "\x7f", "\x9b", "\u2028", *DIRECTIONS])
def test_what_is_hidden_becomes_visible(character: str) -> None:
    assert shown(f"a{character}b") == "a�b"


@given(ANY)
def test_json_is_one_plain_line_that_reads_back_the_same(text: str) -> None:
    written = dumps({"query": text})
    assert json.loads(written) == {"query": text}
    assert not steering(written)
    assert written.splitlines() == [written]


def test_json_keeps_what_people_write() -> None:
    assert dumps("£10m – “naïve” 🦆") == '"£10m – “naïve” 🦆"'


@pytest.mark.parametrize(
    ("text", "errors", "expected"),
    [
        ("the poisened pond", ("poisened",), "the poisened [sic] pond"),
        ("the poisened pond", ("poison",), "the poisened pond"),
        ("Poisened, poisened", ("poisened",), "Poisened, poisened [sic]"),
        ("three month ago", ("three month",), "three month [sic] ago"),
        ("three months ago", ("three month",), "three months ago"),
        ("a (b", ("(b",), "a (b [sic]"),
        ("nothing", (), "nothing"),
    ],
)
def test_sic_marks_whole_words(text: str, errors: tuple[str, ...], expected: str) -> None:
    assert sic(text, errors) == expected
