"""A fingerprint proves passages word for word and where; nothing else passes as exact."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.corpus.fingerprint import TOKEN, WINDOW, Fingerprint, loads, make

TEXT = (Path(__file__).parent / "lakes" / "atlas.txt").read_bytes().decode()
ATLAS = make(TEXT)
WORDS = st.lists(
    st.sampled_from(
        ["lake", "Éire", "𝒳𝒴", "41", "“quoted”", "don’t", "well-known", "—", "🙂", "a"]
    ),
    min_size=8,
    max_size=30,
)


@given(WORDS, st.data())
def test_a_passage_is_exact_where_it_stands(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    spans = [match.span() for match in TOKEN.finditer(text)]
    assume(len(spans) > WINDOW)
    first = data.draw(st.integers(0, len(spans) - WINDOW))
    last = data.draw(st.integers(first + WINDOW - 1, len(spans) - 1))
    start, end = spans[first][0], spans[last][1]
    proof = make(text).prove(text[start:end])
    assert proof.fidelity == "exact"
    assert (start, end) in proof.places
    assert all(text[a:b] == text[start:end] for a, b in proof.places)


@given(st.integers(0, len(TEXT) - 1), st.sampled_from("abcXYZ0189"))
def test_a_changed_letter_is_never_found(at: int, letter: str) -> None:
    assume(TEXT[at].isalnum() and TEXT[at] != letter)
    start = TEXT.rfind("\n", 0, at) + 1
    line_end = TEXT.find("\n", at)
    changed = TEXT[start:at] + letter + TEXT[at + 1 : line_end]
    assert ATLAS.prove(changed).fidelity == "absent"


@pytest.mark.parametrize(
    ("old", "new"),
    [("“", '"'), ("”", "'"), (" — ", " - "), (" — ", "—"), (" ", "  "), (" ", "\u00a0"), ("“", "")],
)
def test_marks_dashes_and_spaces_are_typography(old: str, new: str) -> None:
    passages = [
        "beside it “reaches some 58 metres”, the warden",
        "council reckless — the council denied",
    ]
    passage = next(passage for passage in passages if old in passage)
    assert ATLAS.prove(passage).fidelity == "exact"
    proof = ATLAS.prove(passage.replace(old, new))
    assert proof.fidelity == "typographic"
    assert proof.breaks_at is None


def test_an_absent_passage_says_from_where() -> None:
    passage = "Lake Example reaches 41 metres, and the ruined quarry beside it"
    proof = ATLAS.prove(passage)
    assert (proof.fidelity, passage[proof.breaks_at :]) == ("absent", "ruined quarry beside it")


@pytest.mark.parametrize("passage", ["", " ", "Lake Example", "41 metres, and", "?!"])
def test_too_little_proves_nothing(passage: str) -> None:
    assert ATLAS.prove(passage).fidelity == "absent"


def test_paragraphs_are_the_filled_lines() -> None:
    lines = [line for line in TEXT.splitlines() if line.strip()]
    starts = [TEXT.index(line) for line in lines]
    assert [ATLAS.paragraph_at(start) for start in starts] == [1, 2, 3]
    assert ATLAS.paragraph_at(starts[1] + 5) == 2


@given(st.text(max_size=80))
def test_a_fingerprint_is_read_back(text: str) -> None:
    assume(text.isprintable())
    made = make(text)
    assert loads(made.dumps()) == made


def test_equal_texts_only_have_equal_fingerprints() -> None:
    assert make(TEXT) == ATLAS
    assert make(TEXT.replace("41", "42")) != ATLAS


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"schema": "other"}', "[" * 100_000, ATLAS.dumps()[:-200]]
)
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"fingerprint|Expecting|delimiter|Unterminated|Extra"):
        loads(text)


def test_no_word_of_the_text_is_in_the_fingerprint() -> None:
    words = {word for word in re.findall(r"[A-Za-z]{5,}", TEXT)}
    assert not words & set(re.findall(r"[A-Za-z]{5,}", ATLAS.dumps()))
    assert isinstance(ATLAS, Fingerprint)
