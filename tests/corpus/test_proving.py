"""Proving: a quotation is proved by its words, its offsets and its paragraph."""

import pytest

from factcheck.corpus.fingerprint import Fingerprint, make
from factcheck.corpus.proving import absence, quotation_problem
from factcheck.record import Quotation

DEPTH = "Pond Example is four metres deep"


@pytest.fixture(scope="module")
def source(atlas: str) -> Fingerprint:
    return make(atlas)


def quoted(text: str = DEPTH, paragraph: int = 3, start: int = 248, end: int = 280) -> Quotation:
    return Quotation(text, "The keeper", paragraph, start, end)


def test_a_quotation_in_its_place_is_proved(source: Fingerprint) -> None:
    assert quotation_problem(quoted(), source) is None


@pytest.mark.parametrize(("start", "end"), [(247, 280), (248, 281), (0, 32), (280, 248), (-1, -1)])
def test_wrong_offsets_name_the_right_ones(source: Fingerprint, start: int, end: int) -> None:
    message = f"the quotation does not stand at {start}-{end}, but at 248-280"
    assert quotation_problem(quoted(start=start, end=end), source) == ("start", message)


@pytest.mark.parametrize("paragraph", [0, 1, 2, 4, 99])
def test_a_wrong_paragraph_names_the_right_one(source: Fingerprint, paragraph: int) -> None:
    expected = ("paragraph", "the quotation stands in paragraph 3")
    assert quotation_problem(quoted(paragraph=paragraph), source) == expected


def test_words_that_stand_twice_may_be_at_either_place() -> None:
    twice = make("a b c d e\na b c d e")
    assert quotation_problem(quoted("a b c d e", 1, 0, 9), twice) is None
    assert quotation_problem(quoted("a b c d e", 2, 10, 19), twice) is None
    assert quotation_problem(quoted("a b c d e", 2, 0, 9), twice) == (
        "paragraph",
        "the quotation stands in paragraph 1",
    )
    assert quotation_problem(quoted("a b c d e", 2, 1, 10), twice) == (
        "start",
        "the quotation does not stand at 1-10, but at 0-9 or 10-19",
    )


def test_other_typography_is_for_verify_to_name(source: Fingerprint) -> None:
    assert quotation_problem(quoted("Pond\u00a0Example is four metres deep"), source) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Pond Example is four metres wide", "not in the source from 'wide' on"),
        (
            "Pond Example is fourteen metres deep",
            "not in the source: its first 5 words don't stand there",
        ),
        (
            "four metres deep",
            "not proved: a quotation needs at least 5 words, or isn't in the source",
        ),
        (
            f"{DEPTH}, the keeper has said over and over to anyone who asked him",
            "not in the source from 'has said over and over to anyone who ask' on",
        ),
    ],
)
def test_absent_words_are_named(source: Fingerprint, text: str, message: str) -> None:
    assert absence(text, source.prove(text)) == message
    assert quotation_problem(quoted(text), source) == ("text", message)
