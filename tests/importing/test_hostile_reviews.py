"""Files that are made to stop the reading: they end, in little memory, with one problem."""

import csv
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from thoroughness import some

from factcheck.importing.reading import read_reviews
from factcheck.importing.taken import Taken
from factcheck.problem import Problem

MB = 1_000_000
REST = "; the rest of the file was not read"
TOO_LONG = "longer than 5,000,000 characters"
REVIEW = {"claim": "a", "publisher": "b", "url": "https://c.example", "rating": "d"}
ROW = "a,b,https://c.example,d,"
HEADER = "claim,publisher,url,rating,more\n"


@pytest.fixture
def bounded() -> Iterator[None]:
    """Fail a test that holds as much as its file does; what is traced takes twice as long."""
    tracemalloc.start()
    yield
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 55 * MB


def put(path: Path, head: str, filler: str, times: int, tail: str = "") -> Path:
    """Write `filler` as often as asked, between `head` and `tail`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        for _ in range(times):
            file.write(filler)
        file.write(tail)
    return path


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    ("name", "parts", "told"),
    [
        ("x.json", ('["', "x", '"]'), f"1:2: {TOO_LONG}{REST}"),
        ("x.json", ("", "1", ""), f"1:1: {TOO_LONG}{REST}"),
        ("x.json", ('{"', "x", '":1}'), f"1:2: {TOO_LONG}{REST}"),
        ("x.json", ('{"a":1,\n"claims":[{"a":"', "é", ""), f"2:11: {TOO_LONG}{REST}"),
        ("x.json", ("[", " \n", "x"), f"{30 * MB + 1}:1: not JSON: Expecting value{REST}"),
        ("x.jsonl", ("", "x", ""), f"1:1: a line {TOO_LONG}"),
        ("x.csv", ("claim,", "x", ""), f"1:1: a row {TOO_LONG}{REST}"),
        ("x.csv", (HEADER + '"', "x" * 999 + "\n", ""), f"2:1: a row {TOO_LONG}{REST}"),
        ("x.html", ("", "x", ""), f"1:1: a page longer than 50,000,000 characters{REST}"),
    ],
)
def test_a_value_without_an_end_is_not_held(
    tmp_path: Path, name: str, parts: tuple[str, str, str], told: str
) -> None:
    head, filler, tail = parts
    path = put(tmp_path / name, head, filler * (MB // len(filler)), 60, tail)
    assert [str(value).removeprefix(f"{path}:") for value in read_reviews(path)] == [told]


@pytest.mark.usefixtures("bounded")
def test_many_small_members_are_not_held(tmp_path: Path) -> None:
    members = "".join(f'"{key:0999}":1,' for key in range(1_000))
    path = put(tmp_path / "x.json", "\n{", members, 12)
    found = [str(value).removeprefix(f"{path}:") for value in read_reviews(path)]
    assert found == [f"2:1: {TOO_LONG}{REST}"]


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    ("name", "head", "record", "tail"),
    [
        ("x.json", "[{}", ",%s", "]"),
        ("x.json", '{"@graph":[{}', ",%s", "]}"),
        ("x.json", "{}", "%s", ""),
        ("x.jsonl", "{}\n", "%s\n", ""),
    ],
)
def test_a_long_file_is_not_held(
    tmp_path: Path, name: str, head: str, record: str, tail: str
) -> None:
    text = record % json.dumps(REVIEW | {"more": "x" * 200_000})
    path = put(tmp_path / name, head, text, 300, tail)
    values = read_reviews(path)
    assert isinstance(next(values), Problem)
    assert sum(isinstance(value, Taken) for value in values) == 300


@pytest.mark.usefixtures("bounded")
def test_a_long_table_is_not_held(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    path = put(tmp_path / "x.csv", HEADER, f'{ROW}"{"x" * 150_000}\n"\n', 500)
    for count, value in enumerate(read_reviews(path)):
        assert isinstance(value, Taken), count
        assert csv.field_size_limit() == limit
    assert count == 499


@pytest.mark.usefixtures("bounded")
def test_after_a_line_that_is_too_long_the_next_is_read(tmp_path: Path) -> None:
    good = json.dumps(REVIEW)
    path = put(tmp_path / "x.jsonl", good + '\n{"a": "', "x" * MB, 11, f'"}}\n{good}\n')
    first, long, last = read_reviews(path)
    assert first == last
    assert long == Problem(path, 2, 1, f"a line {TOO_LONG}")


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.html"])
@pytest.mark.parametrize("sign", ["[", '{"a":', '{"claims":[', '[{"claims":'])
def test_deep_nesting_is_one_problem(tmp_path: Path, name: str, sign: str) -> None:
    wrap = ('<script type="application/ld+json">', "</script>") if name == "x.html" else ("", "")
    path = put(tmp_path / name, wrap[0], sign, 100_000, wrap[1])
    (problem,) = read_reviews(path)
    assert isinstance(problem, Problem)
    assert "nested too deeply; the rest of the " in problem.message


@pytest.mark.parametrize(
    "filler", ["<", "<a ", "<!--", "</", "<![CDATA[", "&", "<script>", "<a b='", "<script a='"]
)
def test_a_page_of_broken_tags_ends(tmp_path: Path, filler: str) -> None:
    path = put(tmp_path / "x.html", "", filler, 200_000)
    assert list(read_reviews(path)) == [Problem(path, 1, 1, "no review stands in it")]


@pytest.mark.parametrize(
    ("filler", "told"),
    [
        ("<script></script>", 1),
        ("<script a='>'>x</script>", 1),
        ('<script type="application/ld+json">[5]</script>', 5_000),
    ],
)
def test_a_page_of_scripts_ends(tmp_path: Path, filler: str, told: int) -> None:
    path = put(tmp_path / "x.html", "", filler, 5_000)
    assert sum(1 for _ in read_reviews(path)) == told


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(
    "nodes",
    [
        [{"@id": "#a", "@type": "ClaimReview", "author": [{"@id": "#a"}] * 100}],
        [
            {"@id": "#a", "itemReviewed": [{"@id": "#b"}] * 200},
            {"@id": "#b", "itemReviewed": [{"@id": "#c"}] * 200},
            {"@id": "#c", "author": [{"name": "x"}] * 200},
            {"@type": "ClaimReview", "itemReviewed": [{"@id": "#a"}] * 200},
        ],
        [
            {"@id": "#a", "name": "x", "author": [{"name": "x"}] * 20_000},
            *[{"@type": "ClaimReview", "itemReviewed": {"@id": "#a"}}] * 1_000,
        ],
    ],
)
def test_nodes_that_refer_to_each_other_many_times_end(tmp_path: Path, nodes: list) -> None:
    path = put(tmp_path / "x.json", json.dumps(nodes), "", 0)
    assert all(isinstance(value, Problem) for value in read_reviews(path))


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("filler", some(["1,", '{"a":1},', "[],", '[{"@type":"WebPage"}],'], 4))
@pytest.mark.parametrize("head", ['{"a":[', "[["])
def test_a_record_of_many_values_takes_little_more(tmp_path: Path, head: str, filler: str) -> None:
    path = put(
        tmp_path / "x.json", head, filler, MB // 10 // len(filler), "0]" + "}]"[head == "[["]
    )
    assert isinstance(next(read_reviews(path)), Problem)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("value", ["1" * 5_000, "1e" + "9" * 5_000, "NaN", "-Infinity", "1" * MB])
def test_a_number_of_any_length_is_one_problem(tmp_path: Path, value: str) -> None:
    good = json.dumps(REVIEW)
    bad = good[:-1] + f', "claimant": {value}}}'
    path = put(tmp_path / "x.json", f"[{bad},{good}]", "", 0)
    problem, taken = read_reviews(path)
    assert problem == Problem(path, 1, 2, "the claimant is not text")
    assert isinstance(taken, Taken)


@pytest.mark.usefixtures("bounded")
def test_a_long_text_of_short_words_is_not_held_word_by_word(tmp_path: Path) -> None:
    rest = json.dumps({**REVIEW, "claim": ""}).partition('""')[2]
    path = put(tmp_path / "x.jsonl", '{"claim": "', "ab ", MB, f'"{rest}\n')
    assert list(read_reviews(path)) == [
        Problem(path, 1, 1, "the claim is longer than 5,000 characters")
    ]


@pytest.mark.usefixtures("bounded")
def test_a_key_many_times_over_is_one_problem(tmp_path: Path) -> None:
    keys = "".join(f',"rating":"{number}"' for number in range(MB // 20))
    path = put(tmp_path / "x.json", json.dumps(REVIEW)[:-1] + keys + "}", "", 0)
    assert list(read_reviews(path)) == [
        Problem(path, 1, 1, "the rating stands twice, each time differently")
    ]


def test_a_script_of_wrappings_only_ends(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">'
    path = put(tmp_path / "x.html", head, "// /* -->\n", 100_000, "</script>")
    (problem,) = read_reviews(path)
    assert isinstance(problem, Problem)
    assert "not JSON" in problem.message
