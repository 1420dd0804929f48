"""YAML is read strictly, without recursion, and never by raising."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.shape import shaped
from factcheck.corpus.yaml_reading import CONTROL, MAX_BYTES, Document, read_yaml
from factcheck.record import Shelf

TEXT = st.text(st.characters(codec="utf-8"), max_size=20).filter(
    lambda text: not CONTROL.search(text)
)
SCALAR = TEXT | st.integers(-(10**9), 10**9) | st.booleans() | st.none()
DATA = st.recursive(
    SCALAR,
    lambda one: st.lists(one, max_size=3) | st.dictionaries(TEXT, one, max_size=3),
    max_leaves=12,
)


def read(tmp_path: Path, content: bytes) -> Document:
    path = tmp_path / "data.yaml"
    path.write_bytes(content)
    return read_yaml(path)


@given(DATA)
def test_what_yaml_writes_is_read_back(data: object) -> None:
    text = yaml.safe_dump(data, default_style=None, allow_unicode=True)
    document = read(_folder(), text.encode())
    assert document.problems or document.data == data
    quoted = yaml.safe_dump(data, default_style='"', allow_unicode=True)
    strings = read(_folder(), quoted.encode())
    assert all("tag" in problem.message for problem in strings.problems)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    document = read(_folder(), content)
    assert document.problems or document.data is None or document.places


@given(DATA)
def test_any_data_is_a_record_or_a_problem(data: object) -> None:
    record, problems = shaped(Document(Path("data.yaml"), data, {(): (1, 1)}), Shelf)
    assert record or problems


_TEMP: list[Path] = []


@pytest.fixture(autouse=True)
def _one_folder(tmp_path: Path) -> None:
    _TEMP[:] = [tmp_path]


def _folder() -> Path:
    return _TEMP[0]


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- "])
def test_deep_nesting_ends_early(tmp_path: Path, opening: bytes) -> None:
    document = read(tmp_path, opening * 100_000)
    assert "nested more than 20 deep" in document.problems[0].message or opening == b"- "
    assert len(document.problems) == 1


def test_aliases_cannot_multiply(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    document = read(tmp_path, bomb.encode())
    assert (
        document.problems[-1].message == "'*a': anchors and aliases are not taken; repeat the text"
    )
    assert len(document.problems) == 3


def test_wrong_encoding_has_its_place(tmp_path: Path) -> None:
    document = read(tmp_path, "a: é\nbé: ".encode() + b"\xe9\n")
    assert [(p.line, p.column) for p in document.problems] == [(2, 5)]
    assert "byte 0xe9; save the file as UTF-8" in document.problems[0].message


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: b").data == {"a": "b"}


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    document = read(tmp_path, b"a: " + b"x" * MAX_BYTES)
    assert "split it" in document.problems[0].message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "No such file" in read_yaml(tmp_path / "none.yaml").problems[0].message


@pytest.mark.parametrize("text", ["a: [b", "a: b: c", "\tx", "a: *", "%TAG ! x"])
def test_broken_yaml_has_a_place(tmp_path: Path, text: str) -> None:
    problem = read(tmp_path, text.encode()).problems[0]
    assert problem.line >= 1
    assert problem.message.startswith("not YAML")


def test_every_value_has_its_place(tmp_path: Path) -> None:
    document = read(tmp_path, b"a:\n  - b: c\n    d: [e, f]\n")
    assert document.places["a", 0, "d", 1] == (3, 12)
    assert document.places["a", 0, "b"] == (2, 8)
