"""Reading YAML: what is written is what is held, and whatever else is a problem with its place."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corpus import yaml_reading
from factcheck.corpus.yaml_reading import (
    CONTROL,
    MAX_BYTES,
    MAX_DEPTH,
    Document,
    read_yaml,
    strings,
)

HERE = Path(__file__).parent
PARSERS = [yaml_reading.Loader, yaml.SafeLoader]
Read = Callable[[str | bytes], Document]

PLAIN_TEXT = st.text(st.characters(codec="utf-8"), max_size=30).filter(
    lambda text: not CONTROL.search(text) and not yaml_reading.UNREADABLE.search(text)
)
NUMBERS = st.integers(-(10**17), 10**17) | st.integers(-4000, 4000).map(lambda n: n / 4)
DATA = st.recursive(
    PLAIN_TEXT | NUMBERS | st.booleans() | st.none(),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(PLAIN_TEXT, part, max_size=4),
    max_leaves=15,
)
SIGNS = (
    "a : - ? [ ] { } , & * ! | > ' \" # % @ ` ~ << = --- ... no 010 1. é 🦆 \\ \\ud800 \\U00110000"
)
MARKS = [": ", "- ", ", ", "? ", "&x ", "*x", "!t ", "|\n", "%YAML 1.1\n", "---\n", " ", "  ", "\n"]
ODD = ["\t", "\r", "\u2028", "\ufeff", "\x00", "\x85", "9" * 5000]
SCRAPS = st.lists(st.sampled_from([*SIGNS.split(), *MARKS, *ODD]), max_size=25).map("".join)
TURNED = """
    no Yes on OFF True NULL ~ 12:30 1:30:00 010 0x1F 1_000 +5 .5 5. 1.5e+3 .inf -.inf .nan
    2014-05-06 2014-05-06T10:00:00Z = <<
"""
MEANT = {"0": 0, "-7": -7, "0.5": 0.5, "true": True, "null": None, "": None, "1e3": "1e3"}
MEANT |= {
    text: text for text in ("2025-01~", "9,135", "y", "n", "--", "1.2.3", "0.5%", "Null and void")
}
MEANT |= {"'no'": "no", '"2014"': "2014", "'null'": "null", '""': ""}


class Quoting(yaml.SafeDumper):
    """Writes every text in quotes and nothing twice by reference."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("yaml") / "data.yaml"

    def read_back(content: str | bytes) -> Document:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_yaml(path)

    return read_back


def told(document: Document) -> list[str]:
    return [f"{p.line}:{p.column}: {p.message}" for p in document.problems]


@settings(deadline=None)
@given(data=DATA, unicode=st.booleans())
def test_quoted_data_is_read_back_as_it_was(read: Read, data: Any, *, unicode: bool) -> None:
    document = read(yaml.dump(data, Dumper=Quoting, allow_unicode=unicode))
    assert (document.data, document.problems) == (data, [])


@settings(deadline=None)
@given(data=DATA)
def test_every_value_has_a_place(read: Read, data: Any) -> None:
    document = read(yaml.dump(data, Dumper=Quoting))
    assert {path for path, _ in strings(data)} <= document.places.keys()
    assert all(line > 0 and column > 0 for line, column in document.places.values())


@pytest.mark.parametrize("parser", PARSERS)
@settings(deadline=None)
@given(text=SCRAPS | st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_stops_the_program(read: Read, parser: Any, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "Loader", parser)
        document = read(text)
    assert all(problem.line >= 0 and problem.message for problem in document.problems)


@settings(deadline=None)
@given(raw=st.binary(max_size=60))
def test_no_bytes_stop_the_program(read: Read, raw: bytes) -> None:
    document = read(raw)
    assert document.problems or raw.decode("utf-8-sig") is not None


@pytest.mark.parametrize("parser", PARSERS)
def test_both_parsers_find_the_same_places(read: Read, parser: Any) -> None:
    text = "é🦆: b\nclaims:\n  - id: 'a'\n    wordings: [b, 12, true, 2.5, null]\n    note: |\n"
    text += "      c\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "Loader", parser)
        document = read(text)
    assert document.data["claims"][0]["wordings"] == ["b", 12, True, 2.5, None]
    assert document.places["claims", 0, "wordings", 1] == (4, 19)
    assert document.places["claims", 0, "note"] == (5, 11)


@pytest.mark.parametrize(("text", "value"), MEANT.items())
def test_plain_scalars_mean_what_they_look_like(read: Read, text: str, value: Any) -> None:
    document = read(f"a: {text}\n")
    assert (document.data, document.problems) == ({"a": value}, [])
    assert type(document.data["a"]) is type(value)


@pytest.mark.parametrize("text", [*TURNED.split(), "9" * 19, "9" * 5000, "9" * 400 + ".0"])
def test_what_yaml_would_turn_into_something_else_is_refused(read: Read, text: str) -> None:
    quotes = f"'{text}' is not plain text to YAML; write \"{text}\" in quotes"
    assert told(read(f"a: {text}\n")) == [f"1:4: {quotes}"]


@pytest.mark.parametrize("key", ["no", "12", "2014-05-06", "true", "~"])
def test_a_key_is_always_text(read: Read, key: str) -> None:
    assert read(f"{key}: 1\n").data == {key: 1}


def test_each_later_copy_of_a_key_is_a_problem(read: Read) -> None:
    assert told(read("a: 1\nb: 2\na: 3\n'a': 4\n")) == [
        "3:1: key 'a' again; it is on line 1 already",
        "4:1: key 'a' again; it is on line 3 already",
    ]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 2, 1000, 100_000])
def test_deep_nesting_is_a_problem_and_no_crash(read: Read, opening: str, depth: int) -> None:
    document = read(opening * depth)
    assert document.problems[-1].message == f"nested more than {MAX_DEPTH} deep"
    assert document.data is None


def test_the_deepest_nesting_allowed_is_read(read: Read) -> None:
    document = read("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH)
    assert document.problems == []
    assert [len(path) for path, _ in strings(document.data)] == [MAX_DEPTH]


@pytest.mark.parametrize("text", ["a: [b\n", "a: *b\n", "a: 'b\n", "a: b: c\n", "[" * 40])
def test_half_a_file_is_no_data(read: Read, text: str) -> None:
    document = read(text)
    assert document.data is None
    assert len(document.problems) == 1


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF", "\\x", "\\d"])
def test_an_escape_of_no_character_is_no_yaml(read: Read, parser: Any, escape: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "Loader", parser)
        (problem,) = told(read(f'a: "{escape}"\n'))
    assert "not YAML: " in problem


def test_an_unclosed_quote_names_the_line_it_opens_on(read: Read) -> None:
    (problem,) = told(read('a: b\nc: "d\ne: f\n'))
    assert problem.startswith("4:1: not YAML: ")
    assert problem.endswith(", begun on line 2")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a: caf\xe9", "1:7: not UTF-8: byte 0xe9; save the file as UTF-8"),
        ("a: é\né: ".encode() + b"\xff", "2:4: not UTF-8: byte 0xff; save the file as UTF-8"),
        (b"\xef\xbb\xbfa: \xff", "1:4: not UTF-8: byte 0xff; save the file as UTF-8"),
        (b"\xef\xbb\xbfa: b\nc: \xff", "2:4: not UTF-8: byte 0xff; save the file as UTF-8"),
        ("a: b".encode("utf-16"), "1:1: not UTF-8: byte 0xff; save the file as UTF-8"),
        ("a: é\n🦆: \a".encode(), "2:4: control character U+0007; take it out"),
        (b"a: \x00", "1:4: control character U+0000; take it out"),
        ("a: \ufffe".encode(), "1:4: control character U+FFFE; take it out"),
    ],
)
def test_bytes_that_are_no_text_have_a_place(read: Read, raw: bytes, expected: str) -> None:
    document = read(raw)
    assert told(document) == [expected]
    assert document.data is None


def test_a_byte_order_mark_is_no_part_of_the_text(read: Read) -> None:
    document = read("\ufeffa: b\n".encode())
    assert document.data == {"a": "b"}
    assert document.places["a",] == (1, 4)


def test_either_line_end_is_read(read: Read) -> None:
    assert read("a: b\r\nc:\r\n  - d\r\n").data == {"a": "b", "c": ["d"]}


@pytest.mark.parametrize("spare", [0, 1])
def test_a_file_over_the_size_limit_is_refused(read: Read, spare: int) -> None:
    document = read(b"#" * (MAX_BYTES + spare))
    message = "10,000,001 bytes; a data file holds at most 10,000,000: split it"
    assert told(document) == ([f"0:0: {message}"] if spare else [])


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    reasons = [read_yaml(tmp_path / f"{name}.yaml").problems for name in ("none", "folder", "link")]
    assert [str(problem).removeprefix(f"{tmp_path}/") for (problem,) in reasons] == [
        "none.yaml: cannot be read: No such file or directory",
        "folder.yaml: cannot be read: Is a directory",
        "link.yaml: cannot be read: No such file or directory",
    ]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text("a: b\n", encoding="utf-8")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert [p.message for p in read_yaml(path).problems] == [
            "cannot be read: Permission denied"
        ]
    else:
        pytest.skip("this user may read every file")


def test_a_problem_without_a_place_of_its_own_stands_at_what_holds_it(read: Read) -> None:
    document = read("a:\n  b: [1, 2]\n")
    assert document.problem(("a", "b", 1), "x")[1:3] == (2, 10)
    assert document.problem(("a", "c"), "x")[1:3] == (2, 3)
    assert document.problem(("d", "e"), "x")[1:3] == (1, 1)


@settings(deadline=None)
@given(number=st.decimals(min_value=-9999, max_value=9999, places=3))
def test_decimals_keep_their_value(read: Read, number: Any) -> None:
    assert math.isclose(read(f"a: {number}\n").data["a"], float(number))
