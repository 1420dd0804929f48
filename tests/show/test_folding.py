"""Text in lines for a terminal: none too wide, nothing lost, parted between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.show.folding import wrapped

LINES = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "))


@given(LINES, st.integers(2, 90))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("width", [12, 20, 40])
def test_a_line_is_parted_between_words(width: int) -> None:
    text = "the article reports no answer of hers to the words themselves"
    assert " ".join(wrapped(text, width)) == text


def test_a_word_that_is_too_long_is_parted_and_no_text_is_a_line() -> None:
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrapped("", 10) == [""]
