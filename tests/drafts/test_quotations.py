"""Quotations are found by their marks, and held against the source as editors print them."""

import pytest

from factcheck.drafts.checking import Checking
from factcheck.drafts.found import Found
from factcheck.drafts.quoting import quoted_in, restored
from factcheck.store.reading import Store

WRONG = "This is not a triumph for politicians."
RIGHT = "This is not a victory for politicians."
MARKS = ["“”", '""', "«»", "»«", "„“", "„”", "‹›", "›‹", "「」", "『』", "‘’", "''", "‚‘", "‚’"]


def found_in(sentence: str, store: Store) -> list[Found]:
    return [*Checking(store).check(sentence).found]


@pytest.mark.parametrize("marks", MARKS)
def test_quotations_have_marks_of_any_kind(store: Store, marks: str) -> None:
    first, last = marks
    (found,) = found_in(f"Badenoch said: {first}{WRONG}{last}", store)
    assert (found.kind, found.said, found.recorded) == ("misquoted", "triumph", "victory")
    assert found_in(f"Badenoch said: {first}{RIGHT}{last}", store) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It’s all of the victims’ own’, she said.", ["It’s all of the victims"]),
        ("'It's what we don't say here', she said.", ["It's what we don't say here"]),
        ("‘She said “so it is” there’, he wrote.", ["She said “so it is” there"]),
        ('The 6" pipe and the 7" pipe of the men\'s club.', []),
        ("A 5' wall and a 6' wall and the dogs' bowl.", []),
        ("The victims' families and the officers' union met.", []),
        ("In the '80s and '90s it was the members' own.", []),
        ("Rock 'n' roll was the boys' own music then.", []),
    ],
)
def test_an_apostrophe_or_an_inch_is_no_quotation_mark(text: str, expected: list[str]) -> None:
    assert [one.text for one in quoted_in(text)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "“[w]e must right the wrongs of the past”, Baroness Casey said.",
        "Badenoch said it was “[n]ot a victory for politicians”.",
        "Badenoch said that “[t]his is not a victory for politicians”.",
        "Badenoch said that “this is not a victory for politician[s]”.",
        "Badenoch said: “This is not … for politicians”.",
        "Badenoch said: “This is not [...] for politicians”.",
        "Badenoch said: “This is not […] for politicians”.",
        "Badenoch said: “This is not ... for politicians”.",
        "Badenoch said: “This is not, a victory: for politicians!”",
        "“Those who groom children, or who commit sexual offences will not be granted asylum”.",
        "“Those who groom children or who commit sexual offences, will not be granted asylum”.",
    ],
)
def test_what_an_honest_editor_does_is_no_finding(store: Store, sentence: str) -> None:
    assert found_in(sentence, store) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Badenoch said: “This is … a victory for politicians.”",
        "Badenoch said: “This is [...] a victory for politicians.”",
    ],
)
def test_a_gap_that_leaves_out_a_denial_is_told(store: Store, sentence: str) -> None:
    assert [one.kind for one in found_in(sentence, store)] == ["negated"]


def test_a_quotation_is_restored_only_in_the_source_s_own_words() -> None:
    assert (
        restored("[n]ot a … for all", "It was not a good day for all.") == "not a good day for all"
    )
    assert restored("a … for nobody", "It was not a good day for all.") is None
    assert restored("It was … a good day", "It was not a good day for all.") is None
    assert restored("He help[ed] them all", "He helps them all") == "He helps them all"


def test_a_passage_that_has_few_of_the_words_is_not_shown(store: Store) -> None:
    said = "It was for the survivors “who have been calling for this for decades”."
    (found,) = found_in(said, store)
    assert (found.kind, found.said, found.claim) == ("misquoted", "decades", None)
