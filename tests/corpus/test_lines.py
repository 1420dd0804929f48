"""A long shelf is read line by line, with the checks and the messages of the YAML."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import reviewed

from factcheck.corpus import rules
from factcheck.corpus.lines import MAX_LINE, line_problems, numbered, read_line
from factcheck.corpus.shape import shaped
from factcheck.corpus.yaml_reading import Document
from factcheck.record import Claim, as_data

PATH = Path("lakes.jsonl")
TOO_LONG = "7:1: this line is longer than 1,000,000 bytes, which no claim is"
LEAF = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
KEYS = st.sampled_from(Claim._fields)
JSON = st.recursive(
    LEAF,
    lambda held: st.lists(held, max_size=3) | st.dictionaries(KEYS, held, max_size=6),
    max_leaves=12,
)
TEXTS = st.sampled_from(["statement", "asserted_by", "date", "id"])


def told(raw: bytes | str) -> list[str]:
    raw = raw.encode() if isinstance(raw, str) else raw
    line = read_line(PATH, 7, raw)
    faults = list(rules.alone(line.claim)) if line.claim else []
    return [
        str(p).removeprefix("lakes.jsonl:")
        for p in (*line.problems, *line_problems(PATH, line, faults))
    ]


def review(url: str) -> dict[str, str]:
    return {"publisher": "p", "url": url, "rating": "r"}


def changed(**changes: Any) -> str:
    return json.dumps(reviewed(1, **changes))


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("statement", ["plain", "with “marks”, and é", 'a "quoted" word', "a\\b"])
def test_a_sound_line_is_its_claim(statement: str, ascii_only: bool) -> None:
    data = reviewed(1, statement=statement)
    line = read_line(PATH, 7, json.dumps(data, ensure_ascii=ascii_only).encode())
    assert line.problems == ()
    assert line.claim is not None
    given_back = {key: value for key, value in as_data(line.claim).items() if value}
    given_back["reviews"] = [{k: v for k, v in r.items() if v} for r in given_back["reviews"]]
    assert given_back == data


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("{", "7:2: not JSON: expecting property name enclosed in double quotes"),
        ("[1]", "7:1: expected a claim: {…} on one line"),
        ('{"id": "a", "id": "b"}', "7:1: not JSON: key 'id' stands twice"),
        ('{"id": NaN}', "7:1: not JSON: NaN is no number"),
        (b'{"id": "\xff"}', "7:9: not UTF-8: byte 0xff; save the file as UTF-8"),
        ("[" * 100_000, "7:1: not JSON: nested too deep"),
        (
            '{"a":"' + "x" * MAX_LINE + '"}',
            TOO_LONG,
        ),
        (changed(statement=""), "7:37: empty text"),
        (changed(statement=" x"), "7:37: space at the start or end of the text"),
        (changed(statement="x "), "7:37: space at the start or end of the text"),
        (changed(statement="a\u202eb"), "7:37: control character U+202E; take it out"),
        (changed(statement="a\x1bb"), "7:37: control character U+001B; take it out"),
        (changed(colour="red"), "unknown key 'colour'"),
        (changed(kind="reviewd"), "did you mean 'reviewed'?"),
        (changed(reviews=[]), "a reviewed claim has at least one of its reviews"),
        (changed(date="soon"), "'soon' is not an EDTF date"),
        (changed(reviews=[review("u")]), "'u' is no web address"),
        (changed(reviews=[review("javascript:x")]), "no web address"),
        (changed(kind="event"), "a claim has at least one of its caveats"),
        (changed(withdrawn={"date": "never", "why": "w"}), "'never' is not an EDTF date"),
    ],
)
def test_a_fault_is_told_with_its_place(raw: bytes | str, expected: str) -> None:
    found = told(raw)
    assert any(expected in one for one in found), found
    assert all(one.startswith("7:") for one in found)


@given(JSON)
def test_whatever_json_a_line_holds_it_is_a_claim_or_told(data: Any) -> None:
    line = read_line(PATH, 1, json.dumps(data).encode())
    assert (line.claim is None) == bool(line.problems)


@given(st.dictionaries(TEXTS, st.text(max_size=9)))
def test_a_line_is_as_sound_as_the_same_in_yaml(changes: dict[str, str]) -> None:
    data = reviewed(1, **changes)
    line = read_line(PATH, 1, json.dumps(data).encode())
    document = Document(PATH, data, {(): (1, 1)})
    filed, problems = shaped(document, Claim)
    controls = any(not text.isprintable() for text in changes.values())
    assert controls or bool(line.problems) == bool(problems)
    if not line.problems:
        assert filed is not None
        assert line.claim == filed.record


def test_lines_are_numbered_and_empty_ones_passed_over() -> None:
    content = b"\xef\xbb\xbfone\r\n\n  \ntwo\nthree"
    assert list(numbered(BytesIO(content))) == [(1, b"one"), (4, b"two"), (5, b"three")]


def test_a_line_that_is_too_long_is_never_held_whole() -> None:
    content = b"x" * (3 * MAX_LINE) + b"\nnext\n"
    first, second = numbered(BytesIO(content))
    assert (first[0], len(first[1])) == (1, MAX_LINE + 1)
    assert second == (2, b"next")
