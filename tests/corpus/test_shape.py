"""Shape: data becomes a record, or problems that name the key and what was likely meant."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thoroughness import examples

from factcheck.corpus.shape import shaped
from factcheck.corpus.yaml_reading import Document, read_yaml
from factcheck.record import Claim, Figure, Lexicon, Name, Quotation, Reply, Shelf, Source

KEYS = st.sampled_from([*Shelf._fields, *Source._fields, *Lexicon._fields, *Claim._fields])
LEAVES = st.text(max_size=9) | st.integers() | st.floats() | st.booleans() | st.none()
DATA = st.recursive(
    LEAVES,
    lambda part: st.lists(part, max_size=5) | st.dictionaries(KEYS | st.text(max_size=5), part),
    max_leaves=15,
)
PASSAGE = {"text": "a", "speaker": "b", "paragraph": 1, "start": 0, "end": 1}
CLAIM = {
    "id": "a",
    "statement": "b",
    "kind": "event",
    "asserted_by": "c",
    "quotations": [PASSAGE],
    "caveats": ["d"],
    "wordings": ["e"],
}


def document(data: Any) -> Document:
    return Document(Path("data.yaml"), data, {(): (1, 1)})


def messages(data: Any, kind: type[Any] = Shelf) -> list[str]:
    return sorted(problem.message for problem in shaped(document(data), kind)[1])


def shelf(**claim: Any) -> dict[str, Any]:
    return {"topic": "t", "title": "u", "claims": [{**CLAIM, **claim}]}


@pytest.mark.parametrize("kind", [Shelf, Source, Lexicon])
@settings(deadline=None, max_examples=examples(50))
@given(data=DATA)
def test_any_data_is_a_record_or_problems(kind: type[Any], data: Any) -> None:
    filed, problems = shaped(document(data), kind)
    assert problems or isinstance(filed.record, kind)


@settings(deadline=None, max_examples=examples(50))
@given(
    data=st.fixed_dictionaries(
        dict.fromkeys(CLAIM, DATA), optional={"figures": DATA, "replies": DATA}
    )
)
def test_any_values_of_a_claim_are_a_record_or_problems(data: dict[str, Any]) -> None:
    filed, problems = shaped(document(shelf(**data)), Shelf)
    assert problems or isinstance(filed.record.claims[0], Claim)


def test_keys_become_fields_at_every_depth() -> None:
    figure = {"value": 4, "unit": "metres", "counts": "depth", "precision": "about"}
    reply = {"by": "f", "text": "g", "quotation": PASSAGE}
    filed, problems = shaped(document(shelf(figures=[figure], replies=[reply])), Shelf)
    passage = Quotation("a", "b", 1, 0, 1)
    (claim,) = filed.record.claims
    assert problems == []
    assert claim.figures == (Figure(4.0, "metres", "depth", "about"),)
    assert claim.replies == (Reply("f", "g", passage),)
    assert (claim.quotations, claim.topics, claim.date) == ((passage,), (), None)


def test_a_lexicon_may_be_empty_and_holds_names_and_pairs() -> None:
    data = {"names": [{"name": "a", "kind": "body"}], "opposites": [["deep", "shallow"]]}
    assert shaped(document({}), Lexicon)[0].record == Lexicon()
    filed, _ = shaped(document(data), Lexicon)
    assert filed.record == Lexicon((Name("a", "body"),), (), (("deep", "shallow"),))


@pytest.mark.parametrize("field", Claim._fields)
def test_a_key_with_a_letter_missing_is_recognised(field: str) -> None:
    hint = f"unknown key '{field[:-1]}'; did you mean '{field}'?"
    assert hint in messages(shelf(**{field[:-1]: "x"}))


@pytest.mark.parametrize("field", ["id", "statement", "kind"])
def test_each_key_that_must_be_there_is_missed(field: str) -> None:
    data = shelf()
    del data["claims"][0][field]
    assert messages(data) == [f"key '{field}' is missing"]


def test_every_other_key_may_be_left_out() -> None:
    assert messages(shelf()) == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("statement", 41, "expected text, found '41'; put it in quotes"),
        ("statement", 4.5, "expected text, found '4.5'; put it in quotes"),
        ("statement", True, "expected text, found 'True'; put it in quotes"),
        ("statement", None, "expected text, found nothing"),
        ("caveats", "one", "expected a list, found 'one'; start each entry with '- '"),
        ("caveats", None, "expected a list, found nothing; start each entry with '- '"),
        ("caveats", [["a"]], "expected text, found a list"),
        ("date", 2014, "expected text, found '2014'; put it in quotes"),
        ("quotations", [PASSAGE | {"start": "0"}], "expected a whole number, found '0'"),
        ("quotations", [PASSAGE | {"start": True}], "expected a whole number, found 'True'"),
        ("quotations", [[*PASSAGE.values()]], "expected keys and values, found a list"),
        ("quotations", [[]], "expected keys and values, found a list"),
        ("quotations", ["a"], "expected keys and values, found 'a'"),
        (
            "replies",
            [{"by": "a", "text": "b", "quotation": ["c"]}],
            "expected keys and values, found a list",
        ),
        ("statement", " ", "empty text"),
        ("caveats", ["a "], "space at the start or end of the text"),
    ],
)
def test_a_wrong_type_is_told_once(field: str, value: Any, message: str) -> None:
    assert messages(shelf(**{field: value})) == [message]


def test_long_text_is_cut_in_the_message() -> None:
    (message,) = messages(shelf(caveats="x" * 5000))
    assert len(message) < 150


def test_every_problem_of_a_file_is_told_at_once() -> None:
    data = shelf(kind="events", caveats="x", colour="y", statement=" ")
    assert len(messages(data)) == 4


def test_a_document_that_could_not_be_read_has_no_further_problems(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text("topic: [\n", encoding="utf-8")
    read = read_yaml(path)
    assert shaped(read, Shelf) == (None, read.problems)


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "null\n", "---\n"])
def test_a_file_without_data_is_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(text, encoding="utf-8")
    _, problems = shaped(read_yaml(path), Source)
    assert [problem.message for problem in problems] == ["the file is empty"]
