"""What a review can do without costs only itself, and is told."""

import json
from typing import Any

import pytest

LINE = {
    "claim": "The pond is sold",
    "publisher": "Pond Facts",
    "url": "https://check.example/1",
    "rating": "False",
}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2020-02-29", "2020-02-29"),
        ("2021-05-05T12:00:00Z", "2021-05-05"),
        ("2021-05-05T23:59:59.999-11:00", "2021-05-05"),
        ("2021-05-05 12:00", "2021-05-05"),
        ("2021-05-05 12:00:00 UTC", "2021-05-05"),
        ("2021-05-05T12", "2021-05-05"),
        ("2021-05-05T12:00:00.5+02:00[Europe/Berlin]", "2021-05-05"),
        ("2031-2-3", "2031-02-03"),
        ("20310203", "2031-02-03"),
        ("20310203T101112Z", "2031-02-03"),
        ("2031/02/03", "2031-02-03"),
        ("2031/2/3 9:05 pm", "2031-02-03"),
        ("2031.02.03", "2031-02-03"),
        ("03.02.2031", "2031-02-03"),
        ("3.2.2031, 10:11", "2031-02-03"),
        ("25/02/2031", "2031-02-25"),
        ("2/25/2031 10:11:12 AM", "2031-02-25"),
        ("04/04/2031", "2031-04-04"),
        ("25-02-2031", "2031-02-25"),
        ("Feb 3, 2031", "2031-02-03"),
        ("FEBRUARY 3 2031", "2031-02-03"),
        ("3 February 2031", "2031-02-03"),
        ("3rd of February, 2031", "2031-02-03"),
        ("3-Feb-2031", "2031-02-03"),
        ("Sept. 3rd, 2031 at 9:05 AM EST", "2031-09-03"),
        ("Wednesday, May 7, 2031", "2031-05-07"),
        ("Mon, 03 Feb 2031 10:11:12 +0000", "2031-02-03"),
        ("Mon Feb 03 2031 10:11:12 GMT+0000 (Coordinated Universal Time)", "2031-02-03"),
        ("May 2021", "2021-05"),
        ("", None),
        (None, None),
    ],
)
def test_a_date_in_a_common_form_is_taken(read, text: str | None, day: str | None) -> None:
    (found,) = read("x.jsonl", LINE | {"date": text, "claim_date": text})
    assert (found.date, found.reviews[0].date) == (day, day)


@pytest.mark.parametrize(
    "text",
    "21|20210|20211305|2021-5|2021-00|2021-02-29|0000-00-00|2021-05T12:00|2021T12|2021-05-05X|"
    "2021-05-05T|2021-05-05T1|２０２１|2021/2022|2021/05|1620172800|+2021|02/03/2031|2-3-2031|"
    "30/02/2031|13/13/2031|02.25.2031|Feb 30, 2031|3 Smarch 2031|3/2/31|last spring|3 février 2031|"
    "2021-05-05/2021-05-07|99999999999999999999".split("|"),
)
def test_a_date_that_is_not_sure_costs_only_the_date(read, text: str) -> None:
    found, told = read("x.jsonl", LINE | {"date": text})
    assert [found] == read("x.jsonl", LINE)
    assert told == f"1:1: the date of the review '{text}' can't be read for sure; taken without it"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"claim_date": "2021-13"}, "the date of the claim '2021-13' can't be read for sure"),
        ({"claim_date": 2021}, "the date of the claim is not text"),
        (
            {"date": "a\x1bb"},
            "the date of the review holds a control character or half of a character",
        ),
        ({"title": ["No"]}, "the title is not text"),
        ({"title": "x" * 501}, "the title is longer than 500 characters"),
        ({"title": "\ud800"}, "the title holds a control character or half of a character"),
        ({"language": "in English"}, "the language 'in English' is not a language tag"),
        ({"language": {}}, "the language is not text"),
    ],
    ids=str,
)
def test_what_else_is_optional_costs_only_itself(
    read, changes: dict[str, Any], reason: str
) -> None:
    found, told = read("x.jsonl", LINE | changes)
    assert [found] == read("x.jsonl", LINE)
    assert told == f"1:1: {reason}; taken without it"


def test_all_that_is_lost_is_told(read) -> None:
    bad = LINE | {"date": "spring", "claim_date": "spring", "title": 1, "language": "?"}
    found, *told = read("x.jsonl", bad)
    assert [found] == read("x.jsonl", LINE)
    assert len(told) == 4


def test_of_a_review_that_is_refused_nothing_more_is_told(read) -> None:
    assert read("x.jsonl", LINE | {"date": "spring", "claimant": 5}) == [
        "1:1: the claimant is not text"
    ]


def test_a_key_that_stands_twice_is_no_guess(read) -> None:
    text = json.dumps(LINE)[:-1]
    assert read("x.jsonl", f'{text}, "rating": "False"}}') == read("x.jsonl", LINE)
    assert read("x.jsonl", f'{text}, "rating": "True"}}\n{text}}}') == [
        "1:1: the rating stands twice, each time differently",
        *read("x.jsonl", LINE),
    ]
    assert read("x.jsonl", f'{text}, "Rating": "True"}}') == [
        "1:1: the rating stands twice, each time differently"
    ]
