"""Fingerprints: what stands in a text is exact at its place, and nothing else is."""

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from factcheck.corpus.fingerprint import TOKEN, WINDOW, WORD, Window, loads, make

MARKS = "\"'`´‘’‚‛“”„‟«»‹›"
DASHES = "‐‑‒–—―−-"
SPACES = " \t\n\u00a0\u2003"
PIECES = [
    "lake",
    "Lake",
    "a",
    "é",
    "𝔩𝔞𝔨𝔢",
    "🦆",
    "👩🏽‍🚒",
    "41",
    "don’t",
    "well-known",
    "“so”",
    "—",
    "(",
    ".",
    "_",
]
TEXT = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  ", "\n", "\n\n"])), max_size=40
).map(lambda pairs: "".join(piece + space for piece, space in pairs))
ANY_TEXT = TEXT | st.text(st.characters(codec="utf-8"), max_size=80)


def spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in TOKEN.finditer(text)]


@st.composite
def passages(draw: st.DrawFn, texts: st.SearchStrategy[str] = ANY_TEXT) -> tuple[str, int, int]:
    """A text with the place of some of it: five tokens or more, whole ones."""
    text = draw(texts.filter(lambda text: len(spans(text)) >= WINDOW))
    tokens = spans(text)
    first = draw(st.integers(0, len(tokens) - WINDOW))
    last = draw(st.integers(first + WINDOW - 1, len(tokens) - 1))
    return text, tokens[first][0], tokens[last][1]


@given(passages())
def test_what_stands_there_is_exact_at_its_place(place: tuple[str, int, int]) -> None:
    text, start, end = place
    proof = make(text).prove(text[start:end])
    assert proof.fidelity == "exact"
    assert (start, end) in proof.places
    assert proof.breaks_at is None


@given(passages())
def test_every_place_and_no_other_is_told(place: tuple[str, int, int]) -> None:
    text, start, end = place
    passage = text[start:end]
    starts, ends = map(set, zip(*spans(text), strict=True))
    expected = [
        (at, at + len(passage))
        for at in sorted(starts)
        if text.startswith(passage, at) and at + len(passage) in ends
    ]
    assert list(make(text).prove(passage).places) == expected


@given(TEXT, TEXT)
def test_only_what_stands_there_is_exact(text: str, passage: str) -> None:
    proof = make(text).prove(passage)
    assert proof.fidelity != "exact" or passage in text
    assert proof.fidelity == "absent" or len(spans(passage)) >= WINDOW


@given(passages(), st.data())
def test_a_changed_letter_is_never_exact(place: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = place
    passage = text[start:end]
    letters = [match.start() for match in re.finditer(r"\w", passage)]
    assume(letters)
    at = data.draw(st.sampled_from(letters))
    changed = passage[:at] + data.draw(st.sampled_from("xX0é𝔵")) + passage[at + 1 :]
    assume(changed not in text)
    assert make(text).prove(changed).fidelity == "absent"


@given(passages(TEXT), st.data())
def test_other_marks_dashes_and_spaces_are_typographic(
    place: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, end = place
    passage = text[start:end]
    assume(len(WORD.findall(passage)) >= WINDOW)

    def another(match: re.Match[str]) -> str:
        kind = next(kind for kind in (MARKS, DASHES, SPACES) if match[0][0] in kind)
        return data.draw(st.sampled_from(kind))

    changed = re.sub(rf"[{MARKS}]|[{DASHES}]|[{SPACES}]+", another, passage)
    assume(changed not in text)
    proof = make(text).prove(changed)
    assert proof.fidelity == "typographic"
    assert any(start <= a < b <= end for a, b in proof.places)


@settings(deadline=None)
@example("")
@example("🦆")
@given(ANY_TEXT)
def test_a_fingerprint_is_read_back_as_it_was(text: str) -> None:
    made = make(text)
    assert loads(made.dumps()) == made


@given(ANY_TEXT)
def test_lengths_and_places_are_counted_in_code_points(text: str) -> None:
    made = make(text)
    lines = [match.start() for match in re.finditer("[^\n]+", text) if match[0].strip()]
    assert made.characters == len(text)
    assert made.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert list(made.paragraphs) == lines
    assert all(made.paragraph_at(start) == n for n, start in enumerate(lines, 1))


def test_offsets_count_each_emoji_and_astral_letter_as_one() -> None:
    text = "🦆🦆 𝔏𝔞𝔨𝔢 Example, e\u0301 41\n\nmetres deep 🏞 it is"
    passage = "Example, e\u0301 41\n\nmetres deep"
    made = make(text)
    assert made.prove(passage).places == ((8, 8 + len(passage)),)
    assert [made.paragraph_at(at) for at in (0, 8, text.index("metres"))] == [1, 1, 2]


def test_the_first_departing_token_is_named(atlas: str) -> None:
    proof = make(atlas).prove("Pond Example is four metres shallow, the keeper said")
    assert proof == replace(proof, fidelity="absent", places=(), breaks_at=28)


@pytest.mark.parametrize(
    ("passage", "breaks_at"),
    [
        ("Pond Example is four feet deep", 0),
        ("Pond Example is four metres deep, the keeper wrote", 45),
        ("Pond Example is four metres deep, the keeper said in 2019. And so on", 59),
        ("four metres deep", 0),
        ("", 0),
    ],
)
def test_absence_says_from_where(atlas: str, passage: str, breaks_at: int) -> None:
    proof = make(atlas).prove(passage)
    assert (proof.fidelity, proof.breaks_at) == ("absent", breaks_at)


@pytest.mark.parametrize(
    "passage",
    [
        "ake Example reaches 41 metres at its deepest",
        "Lake Example reaches 41 metres at its deep",
        "lake Example reaches 41 metres at its deepest",
        "Lake Example reaches 41metres at its deepest point",
        "Lake Example reaches 41 metres at its deepest point and no lake",
        "deepest point, and the surveyors wrote",
    ],
)
def test_parts_of_words_and_gaps_are_absent(atlas: str, passage: str) -> None:
    assert make(atlas).prove(passage).fidelity == "absent"


@pytest.mark.parametrize(
    "passage",
    [
        'and "no lake in the county is deeper", the surveyors wrote',
        "and no lake in the county is deeper, the surveyors wrote",
        "reaches 58 metres - but it is no lake",
        "Pond  Example is four metres deep",
        " Pond Example is four metres deep",
        "Pond Example is four metres deep\n",
    ],
)
def test_typography_is_told_from_words(atlas: str, passage: str) -> None:
    assert make(atlas).prove(passage).fidelity == "typographic"


def test_every_letter_of_a_passage_counts(atlas: str) -> None:
    source, passage = make(atlas), "The flooded quarry beside it reaches 58 metres"
    for at, letter in enumerate(passage):
        if letter != " ":
            changed = passage[:at] + letter.swapcase().replace(letter, "7") + passage[at + 1 :]
            assert source.prove(changed).fidelity == "absent", changed


def test_the_longest_run_says_where_a_passage_departs() -> None:
    source = make("a b c d e f g h. a b c d e z")
    assert source.prove("a b c d e f g x").breaks_at == 14


def test_a_run_must_not_be_broken() -> None:
    source = make("one two three four five. six seven eight nine ten")
    assert source.prove("one two three four five six seven eight nine ten").fidelity == "absent"


def test_every_repetition_is_a_place() -> None:
    assert make("a b c d e a b c d e").prove("a b c d e").places == ((0, 9), (10, 19))


def test_a_text_of_few_words_proves_nothing() -> None:
    assert make("only four words here").prove("only four words here").fidelity == "absent"


def test_no_words_of_the_text_are_in_its_fingerprint(atlas: str) -> None:
    written = json.loads(make(atlas).dumps())
    assert {type(value) for row in written["exact"] for value in row} == {int, str}
    assert all(re.fullmatch("[0-9a-f]{12}", row[2]) for row in written["exact"] + written["folded"])


def test_windows_are_five_tokens_each() -> None:
    exact = make("a b, c d e").exact
    assert [window[:2] for window in exact] == [(0, 8), (2, 10)]
    assert all(isinstance(window, Window) for window in exact)


WHOLE = json.loads(make("one two three four five six").dumps())


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '"text"', "{}", "[" * 100_000, "9" * 5000, "topic: lakes"]
    + [
        json.dumps(WHOLE | change)
        for change in (
            {"schema": "factcheck/fingerprint/2"},
            {"window": 4},
            {"hash": "md5"},
            {"characters": "many"},
            {"characters": float("inf")},
            {"characters": None},
            {"paragraphs": 1},
            {"paragraphs": [None]},
            {"exact": [[0, 1]]},
            {"exact": [[0, 1, "a", "b"]]},
            {"exact": [["a", "b", "c"]]},
            {"folded": None},
        )
    ]
    + [json.dumps({key: value for key, value in WHOLE.items() if key != gone}) for gone in WHOLE],
)
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a fingerprint of .*; make it anew with"):
        loads(text)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(WHOLE)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda part: (
                st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=3), part, max_size=2)
            ),
        ),
    )
)
def test_no_fingerprint_stops_the_program(change: dict[str, Any]) -> None:
    try:
        loads(json.dumps(WHOLE | change))
    except ValueError as error:
        assert "make it anew" in str(error)  # noqa: PT017
