"""Pieces of the comparison, each by its own rule."""

from collections.abc import Sequence

import pytest
from factcheck.compare.adding import added
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.likeness import likenesses
from factcheck.compare.nearness import asked
from factcheck.compare.profile import Phrase, keyed
from factcheck.record import Lexicon
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader

READER = Reader(table(Lexicon()))
SAID = "the keeper drained the northern lake in spring"
TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


def additions(query: str, wording: str) -> Sequence[str]:
    reading = READER.read(wording)
    keys = keyed(reading)
    phrase = Phrase(keys, reading.nots, reading.reversed, reading.steps)
    return added(asked(READER.read(query), {}, 0), keys, phrase)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (SAID, ()),
        (f"{SAID} and painted the harbour wall", ("painted", "harbour", "wall")),
        (f"{SAID} quietly", ()),
        ("the keeper emptied the northern loch in spring", ()),
        (f"after a shipwreck near Oslo {SAID}", ("shipwreck", "near", "oslo")),
    ],
)
def test_words_in_a_row_that_nobody_knows_are_an_addition(
    query: str, expected: tuple[str, ...]
) -> None:
    assert additions(query, SAID) == expected


def test_the_likest_text_has_the_same_words() -> None:
    texts = ["the lake was drained in May", "bees dance in the dark", "a draining of lakes"]
    first, second, third = likenesses("they drained the lake", texts)
    assert first > third > second


@given(TEXT, st.lists(TEXT, max_size=4))
def test_likeness_is_a_share(query: str, texts: list[str]) -> None:
    found = likenesses(query, texts)
    assert len(found) == len(texts)
    assert all(0 <= one <= 1 + 1e-9 for one in found)
