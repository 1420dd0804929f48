"""What can't be taken is told with its place and its reason, once for each record."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.importing.reading import read_reviews
from factcheck.problem import Problem

LINE = {
    "claim": "The pond is sold",
    "publisher": "Pond Facts",
    "url": "https://check.example/1",
    "rating": "False",
}
NONE = "no column gives"
MEANT = "; did you mean 'rating'?"
REST = "; the rest of the file was not read"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"claim": None}, "the claim is missing"),
        ({"claim": " \n "}, "the claim is missing"),
        ({"claim": 7}, "the claim is not text"),
        ({"claim": ["a", "b"]}, "the claim is not text"),
        ({"claim": "x" * 5_001}, "the claim is longer than 5,000 characters"),
        ({"claim": "a\x1b[31m"}, "the claim holds a control character or half of a character"),
        ({"claim": "a\0b"}, "the claim holds a control character or half of a character"),
        ({"claim": "a\x9bb"}, "the claim holds a control character or half of a character"),
        ({"claim": "a\x1cb"}, "the claim holds a control character or half of a character"),
        ({"claim": "a\ud800"}, "the claim holds a control character or half of a character"),
        ({"publisher": ""}, "the publisher is missing"),
        ({"publisher": {"name": "x"}}, "the publisher is not text"),
        ({"publisher": "x" * 501}, "the publisher is longer than 500 characters"),
        (
            {"publisher": "\x1b]0;x\x07"},
            "the publisher holds a control character or half of a character",
        ),
        ({"url": ""}, "the URL is missing"),
        ({"url": "check.example/1"}, "the URL 'check.example/1' is not a web address"),
        ({"url": "ftp://check.example"}, "the URL 'ftp://check.example' is not a web address"),
        ({"url": "javascript:alert(1)"}, "the URL 'javascript:alert(1)' is not a web address"),
        ({"url": "https:///1"}, "the URL 'https:///1' is not a web address"),
        ({"url": "https://a b.example"}, "the URL 'https://a b.example' is not a web address"),
        ({"url": "https://[a"}, "the URL 'https://[a' is not a web address"),
        ({"url": f"ftp://{'x' * 60}"}, f"the URL 'ftp://{'x' * 53}…' is not a web address"),
        ({"url": f"https://{'x' * 1_993}"}, "the URL is longer than 2,000 characters"),
        ({"rating": None}, "the rating is missing"),
        ({"rating": 1.5}, "the rating is not text"),
        ({"rating": True}, "the rating is not text"),
        ({"rating": "x" * 1_001}, "the rating is longer than 1,000 characters"),
        ({"claimant": 1}, "the claimant is not text"),
        ({"claimant": "x" * 501}, "the claimant is longer than 500 characters"),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_record_is_told(read, changes: dict[str, Any], reason: str) -> None:
    assert read("x.jsonl", LINE | changes) == [f"1:1: {reason}"]


@pytest.mark.parametrize(
    "changes",
    [
        {"claim": "x" * 5_000},
        {"publisher": " " + "x" * 500},
        {"rating": "x" * 1_000},
        {"url": f"https://{'x' * 1_992}"},
        {"url": "HTTP://user@check.example:80/?a#b"},
        {"title": "x" * 500, "claimant": "\u202ex"},
    ],
)
def test_what_just_fits_is_taken(read, changes: dict[str, Any]) -> None:
    (found,) = read("x.jsonl", LINE | changes)
    assert not isinstance(found, str)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([], ["1:1: no review stands in it"]),
        ({"claims": []}, ["1:1: no review stands in it"]),
        ({"@graph": [{"@type": "WebPage"}, {"@id": "#a"}]}, ["1:1: no review stands in it"]),
        ({"@type": "WebPage", "name": "x"}, ["1:1: no review stands in it"]),
        (5, ["1:1: neither a review nor a list of them"]),
        ([None, [[1], True]], [f"1:{n}: neither a review nor a list of them" for n in (2, 8, 8)]),
        ({"item": None}, ["1:1: an item of a feed that holds nothing"]),
        (
            {"dataFeedElement": [{"@type": "DataFeedItem", "item": item} for item in (None, [])]},
            [
                "1:22: an item of a feed that holds nothing",
                "1:63: an item of a feed that holds nothing",
            ],
        ),
        ({"claims": [{"text": "x", "claimReview": []}]}, ["1:13: a claim without a review"]),
        ({"claims": [{"text": "x", "claimReview": {}}]}, ["1:13: a claim without a review"]),
        ({"@type": "ClaimReview"}, ["1:1: the claim is missing"]),
        (
            {"@type": "ClaimReview", "claimReviewed": "x", "author": {"name": 5}},
            ["1:1: the publisher is not text"],
        ),
        (
            {"@type": "ClaimReview", "claimReviewed": "x", "author": {"url": "https://[x"}},
            ["1:1: the publisher is missing"],
        ),
    ],
    ids=str,
)
def test_a_shape_that_holds_no_review_is_told(read, data: Any, told: list[str]) -> None:
    assert read("x.json", data) == told


@pytest.mark.parametrize("sign", ["NaN", "Infinity", "-Infinity", "1e5", "true", "{}"])
def test_a_rating_that_is_no_plain_number_is_refused(read, sign: str) -> None:
    node = {"@type": "ClaimReview", "author": "x", "claimReviewed": "y", "url": "https://x.example"}
    text = json.dumps(node | {"reviewRating": {"ratingValue": 0}}).replace("0}}", f"{sign}}}}}")
    assert read("x.json", text) == ["1:1: the rating is not text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[\n {"claim": "a"},\n\t {"claim": "é", "b" 1}]',
            [
                "2:2: the claim is missing",
                f"3:22: not JSON: Expecting ':' delimiter{REST}",
            ],
        ),
        ('[{"@id": 1}', [f"1:12: not JSON: Expecting ',' delimiter{REST}"]),
        ('[{"@id": 1},', [f"1:13: not JSON: Expecting value{REST}"]),
        ('[{"@id": 1},\n]', [f"2:1: not JSON: Expecting value{REST}"]),
        ('[{"@id": 1}}', [f"1:12: not JSON: Expecting ',' delimiter{REST}"]),
        ('[{"@id": "abc', [f"1:10: not JSON: Unterminated string starting at{REST}"]),
        ('{"claims": [', [f"1:13: not JSON: Expecting value{REST}"]),
        ('{"claims": []', [f"1:14: not JSON: Expecting ',' delimiter{REST}"]),
        ('{"claims": [],\n}', [f"2:1: not JSON: Expecting a key in double quotes{REST}"]),
        ('{"claims" []}', [f"1:11: not JSON: Expecting ':' delimiter{REST}"]),
        ("{claims: []}", [f"1:2: not JSON: Expecting a key in double quotes{REST}"]),
        ("[\n\0]", [f"2:1: not JSON: Expecting value{REST}"]),
        ("", ["1:1: no review stands in it"]),
        (" \n\ufeff", [f"2:1: not JSON: Expecting value{REST}"]),
        (
            "12 tru",
            [
                "1:1: neither a review nor a list of them",
                f"1:4: not JSON: Expecting value{REST}",
            ],
        ),
    ],
)
@pytest.mark.parametrize("chunk", [1, 5, 1_000_000])
def test_broken_json_ends_the_reading(read, text: str, told: list[str], chunk: int) -> None:
    told = [problem.replace("the claim is missing", "the publisher is missing") for problem in told]
    assert read("x.json", text, chunk=chunk) == told


def test_a_bad_line_is_one_problem_and_the_next_is_read(read) -> None:
    good = json.dumps(LINE)
    text = f'{good}\n{good[:20]}\n\n  {{"claim": 5}}\n[{good},1] x\r\n{good}'
    first, cut, number, again, one, rest, last = read("x.jsonl", text)
    assert first == again == last
    assert (cut, number, one, rest) == (
        "2:11: not JSON: Unterminated string starting at; the rest of the line was not read",
        "4:3: the claim is not text",
        f"5:{len(good) + 3}: neither a review nor a list of them",
        f"5:{len(good) + 6}: not JSON: Expecting value; the rest of the line was not read",
    )


@pytest.mark.parametrize("chunk", [1, 2, 3, 1_000_000])
@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("x.json", b'[{"claim": "\xc3\xa9"},\n {"a": "\xff"}]', ["2:9: not UTF-8: byte 0xff"]),
        ("x.json", b'[{"claim": "\xc3\xa9"},\n {"a": "\xc3', ["2:9: not UTF-8: byte 0xc3"]),
        (
            "x.jsonl",
            b'{"claim": "\xc3\xa9"}\n  {"a": "\xed\xa0\x80"}',
            ["2:10: not UTF-8: byte 0xed"],
        ),
        ("x.csv", b"claim,url,label,site\n,,,\n\xfe", ["3:1: not UTF-8: byte 0xfe"]),
        ("x.html", b"<p>\n\n\xe9", ["3:1: not UTF-8: byte 0xe9"]),
        ("x.json", b"\xff\xfe[\0]\0\0\xdc", ["1:3: not UTF-16-LE: byte 0x00"]),
        ("x.html", b"\xfe\xff\0a\0\r\0b\0", ["2:2: not UTF-16-BE: byte 0x00"]),
    ],
)
def test_bytes_that_are_no_text_end_the_reading(
    read, name: str, raw: bytes, told: list[str], chunk: int
) -> None:
    found = read(name, raw, chunk=chunk)
    assert found[-1:] == [f"{problem}{REST}" for problem in told]
    assert found[:-1] in (
        [],
        ["1:2: the publisher is missing"],
        ["1:1: the publisher is missing"],
        ["2:1: the claim is missing"],
    )


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (
            "claim,ratng,site",
            f"{NONE} the URL or the rating; the columns are 'claim', 'ratng', 'site'{MEANT}",
        ),
        (
            "x\x1b[31m",
            f"{NONE} the claim or the publisher or the URL or the rating; the columns are 'x�[31m'",
        ),
        ("claim,url,site,label,Site", "column 'site' stands twice"),
        (
            ",".join(["a"] * 25),
            f"{NONE} the claim or the publisher or the URL or the rating; the columns are "
            + ", ".join(["'a'"] * 20)
            + " and 5 more",
        ),
    ],
)
def test_a_table_without_its_columns_is_one_problem(read, header: str, told: str) -> None:
    assert read("x.csv", f"{header}\n1,2,3,4\n5,6\n") == [f"1:1: {told}"]


def test_rows_are_told_by_the_line_on_which_they_start(read) -> None:
    rows = (
        'claim,url,label,site,x\n"a\nb",https://x.example,c,d,\n\n"a\n\nb",,c,d,\na,b\n'
        'a,https://x.example,c,d,,\n"a ""b""",https://x.example,c,d,\0\na\0,https://x.example,c,d,\n'
        'a,https://x.example,c,"d\n'
    )
    multi, *told, quoted, nul, cut = read("x.csv", rows)
    assert (multi.statement, quoted.statement) == ("a b", 'a "b"')
    assert told == [
        "5:1: the URL is missing",
        "8:1: the row has 2 fields, the header 5",
        "9:1: the row has 6 fields, the header 5",
    ]
    assert nul == "11:1: the claim holds a control character or half of a character"
    assert cut == f"12:1: not a table: unexpected end of data{REST}"


def test_a_stray_quote_ends_the_reading_of_a_table(read) -> None:
    rows = 'claim,url,label,site\n"a" b,https://x.example,c,d\n'
    assert read("x.csv", rows) == [f"2:1: not a table: ',' expected after '\"'{REST}"]


def test_a_page_without_a_review_is_one_problem(read) -> None:
    assert read("x.html", "<p>") == ["1:1: no review stands in it"]
    page = '<script type="application/ld+json">{"@type": "WebPage"}</script>'
    assert read("x.html", page) == ["1:1: no review stands in it"]


def test_a_script_that_is_not_closed_is_told(read) -> None:
    page = '<p>\n <script type="application/ld+json">{"@type": "ClaimReview"}'
    assert read("x.html", page) == [f"2:2: the script is not closed{REST}"]


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for path, why in ((tmp_path, "Is a directory"), (tmp_path / "no", "No such file or directory")):
        assert list(read_reviews(path)) == [Problem(path, 0, 0, f"cannot be read: {why}")]
