"""A passage is cut around what was found in it, and doesn't lose what turns its meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lookup.marking import spans
from factcheck.lookup.searching import search_across
from factcheck.show.escaping import UNSAFE
from factcheck.show.excerpts import CLOSE, CUT, OPEN, excerpt, windowed
from factcheck.store.reading import Store

LONG = "The council said that it was not a reason for closing the weir, the «mill» or the pond."


def test_what_fits_is_whole() -> None:
    assert windowed(LONG, len(LONG)) == LONG


def test_what_is_cut_shows_the_hit_and_the_cut() -> None:
    found = windowed("A word " * 20 + "«heron»" + " a word" * 20, 40)
    assert "«heron»" in found
    assert found.startswith(CUT)
    assert found.endswith(CUT)


@pytest.mark.parametrize("width", range(52, 88))
def test_a_denial_near_the_hit_is_not_cut_away(width: int) -> None:
    assert "not a reason" in windowed(LONG, width)


@given(st.text("ab not", max_size=90), st.text("xy z", max_size=20), st.integers(10, 100))
def test_no_passage_is_wider_than_asked(before: str, hit: str, width: int) -> None:
    assert len(windowed(f"{before}{OPEN}{hit}{CLOSE} {before}", width)) <= width


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("Rangers counted 1,400 herons.", "1400", ["1,400"]),
        ("Twelve herons and 12 ducks.", "twelve", ["Twelve", "12"]),
        ("In May 2021 it was repaired.", "2021", ["2021"]),
        ("The anglers angled.", "angler", ["anglers"]),
        ("Nothing of that kind.", "heron", []),
    ],
)
def test_a_hit_is_marked_as_it_is_written(
    pond_store: Store, text: str, asked: str, marked: list[str]
) -> None:
    reader = pond_store.reader
    found = spans(text, reader.read(asked).keys, reader)
    assert [text[start:end] for start, end in found] == marked


def test_every_hit_of_any_corpus_is_marked_and_safe(any_store: Store) -> None:
    for name in ("41 metres", "pond", "Musk"):
        for hit in search_across(name, [any_store]).hits:
            shown = excerpt(hit, any_store)
            assert OPEN in shown.text
            assert not any(UNSAFE.search(part) or "\t" in part for part in shown)
