"""Every shape of file gives the same values, each review one, with exact places."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from feeds import SHAPES, write_feeds
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from factcheck.importing.reading import read_reviews
from factcheck.importing.taken import Taken
from factcheck.problem import Problem
from factcheck.record import Review

REVIEW = Review("Pond Facts", "https://check.example/1", "False", "2021-05-06", "No", "en")
TAKEN = Taken("The pond is sold", "A. Reed", "2021-05", (REVIEW,))
BARE = Taken(
    "The pond is sold", None, None, (REVIEW._replace(date=None, title=None, language=None),)
)
NODE = {
    "@type": "ClaimReview",
    "claimReviewed": "The pond is sold",
    "url": "https://check.example/1",
    "author": {"name": "Pond Facts"},
    "reviewRating": {"alternateName": "False"},
}
TEXTS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"]), min_size=1, max_size=30
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
DAYS = st.dates().map(str)
DATES = st.none() | DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])
REVIEWS = st.builds(
    Review,
    publisher=TEXTS,
    url=st.sampled_from(["https://check.example/1", "http://ü.example/?a=1&b=%20"]),
    rating=TEXTS,
    date=DATES,
    title=st.none() | TEXTS,
    language=st.sampled_from([None, "en", "pt-BR", "zh_Hant"]),
)
RECORDS = st.builds(
    Taken,
    statement=TEXTS,
    claimant=st.none() | TEXTS,
    date=DATES,
    reviews=REVIEWS.map(lambda review: (review,)),
)


TOKENS = [
    *'{}[]",:\\e1-. \n\r\t;',
    *(
        "\\ud83d",
        "true",
        "NaN",
        '"claims":[',
        '"@graph":',
        '"item":null',
        '"claim"',
        "url,claim,label",
    ),
    *(json.dumps(NODE), '"@type":"ClaimReview"', "<!--", "-->", "</script>", "<a b='"),
    '<script type="application/ld+json">',
]
"""What files of every shape are made of."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))
@given(st.lists(RECORDS, min_size=1, max_size=5), st.integers(1, 300))
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_gives_the_same_records(
    tmp_path: Path, name: str, records: list[Taken], chunk: int
) -> None:
    path = tmp_path / name
    path.write_text(SHAPES[name](records), encoding="utf-8", newline="")
    found = list(read_reviews(path, chunk=chunk))
    if name == "wrapped.json":  # which puts each third behind the others
        found, records = sorted(found, key=str), sorted(records, key=str)
    assert found == records


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 64, 1_000, 1_000_000])
def test_where_a_chunk_ends_changes_nothing(tmp_path: Path, chunk: int) -> None:
    paths, usable, broken = write_feeds(tmp_path / "feeds", 110)
    whole = [list(read_reviews(path)) for path in paths]
    assert [list(read_reviews(path, chunk=chunk)) for path in paths] == whole
    problems = [value for values in whole for value in values if isinstance(value, Problem)]
    assert (sum(map(len, whole)) - len(problems), len(problems)) == (usable, broken)


def test_every_break_of_the_invented_feeds_is_counted(tmp_path: Path) -> None:
    paths, usable, broken = write_feeds(tmp_path / "feeds", 11 * 230)
    values = [value for path in paths for value in read_reviews(path)]
    assert sum(isinstance(value, Taken) for value in values) == usable == 2_300
    assert sum(isinstance(value, Problem) for value in values) == broken == 230


@pytest.mark.parametrize(
    "data",
    [
        NODE,
        [NODE],
        [[NODE]],
        {"@graph": [{"@type": "WebPage", "name": "No"}, NODE, {"@id": "#x"}]},
        {"@graph": NODE},
        {"@context": "https://schema.org", "@graph": [NODE], "name": "x"},
        [{"@graph": [NODE]}],
        {"dataFeedElement": [NODE]},
        {"dataFeedElement": [{"@type": "DataFeedItem", "item": NODE}]},
        {"dataFeedElement": [{"@type": "DataFeedItem", "item": [NODE]}]},
        NODE | {"@type": ["ClaimReview", "Article"]},
        NODE | {"@type": "http://schema.org/ClaimReview"},
        NODE | {"@type": ["schema:ClaimReview"]},
        NODE | {"@type": {"@value": "ClaimReview"}},
        NODE | {"claimReviewed": [{"@value": "The pond is sold", "@language": "en"}]},
        NODE | {"claimReviewed": "\n The pond\r\n\tis sold\x85 "},
        NODE | {"url": {"@id": "https://check.example/1"}},
        NODE | {"author": "Pond Facts"},
        NODE | {"author": ["Pond Facts"]},
        NODE | {"author": [{"@type": "Organization", "name": ["Pond Facts"]}]},
        NODE | {"author": {"@id": "#us"}, "publisher": {"name": "Pond Facts"}},
        NODE | {"author": None, "publisher": "Pond Facts"},
        NODE | {"reviewRating": "False"},
        NODE | {"reviewRating": [{"alternateName": ["False"]}]},
        NODE | {"reviewRating": {"name": "False", "alternateName": " ", "ratingValue": 1}},
        NODE | {"reviewRating": {"ratingValue": "False", "bestRating": 5}},
        NODE | {"itemReviewed": None, "datePublished": "", "name": " ", "inLanguage": []},
        NODE | {"@context": {"deep": [[[]]]}, "review": [NODE]},
        {
            "claims": [
                {
                    "text": "The pond is sold",
                    "claimReview": [
                        {
                            "publisher": {"site": "Pond Facts"},
                            "url": REVIEW.url,
                            "textualRating": "False",
                        }
                    ],
                }
            ]
        },
        {"claim": "The pond is sold", "site": "Pond Facts", "link": REVIEW.url, "label": "False"},
        {"@id": "#1", "@type": "Review", "claims": []}
        | {"claim": "The pond is sold", "site": "Pond Facts", "link": REVIEW.url, "label": "False"},
        {"@type": "NewsArticle", "author": {"name": "Somebody"}, "review": [NODE]},
        {"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "Article", "review": NODE}}]},
        {"@graph": [NODE | {"author": {"@id": "#us"}}, {"@id": "#us", "name": "Pond Facts"}]},
        {"@graph": [{"@id": "#us", "name": "Pond Facts"}, NODE | {"author": [{"@id": "#us"}]}]},
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["x.json", "x.JSONLD", "x.ndjson", "x"])
def test_what_is_written_differently_means_the_same(read, name: str, data: Any) -> None:
    assert read(name, data) == [BARE]
    assert read(name, json.dumps(data, ensure_ascii=False).encode("utf-8-sig")) == [BARE]


def test_every_field_of_a_claim_review_is_taken(read) -> None:
    more = {
        "itemReviewed": {
            "@type": "Claim",
            "author": {"name": "A. Reed"},
            "datePublished": "2021-05",
        },
        "datePublished": "2021-05-06T07:08:09.123+02:00",
        "headline": "No",
        "inLanguage": "en",
    }
    assert read("x.json", NODE | more) == [TAKEN]


@pytest.mark.parametrize(
    ("item", "claimant", "date"),
    [
        ({"author": "A. Reed"}, "A. Reed", None),
        ({"@type": "CreativeWork", "author": [{"name": "A"}, "B"]}, "A, B", None),
        ([{"author": {}}, {"author": {"name": "B"}, "datePublished": ["2020"]}], "B", "2020"),
        ({"author": {"url": "https://reed.example/me"}}, "reed.example", None),
        ([{"author": {"name": "A"}}, {"author": {"name": "B"}}], "A, B", None),
        ({"@type": "CreativeWork", "itemReviewed": {"author": "B"}}, "B", None),
        ({"author": {"@id": "https://reed.example/#me"}}, "reed.example", None),
        ("The pond", None, None),
    ],
)
def test_the_claimant_is_who_the_claim_is_by(read, item: Any, claimant: str, date: str) -> None:
    expected = BARE._replace(claimant=claimant, date=date)
    assert read("x.json", NODE | {"itemReviewed": item}) == [expected]


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        ({"alternateName": "Faux", "name": "False"}, "Faux"),
        ({"ratingValue": 2, "bestRating": 5, "worstRating": 1}, "2 of 5"),
        ({"ratingValue": "2.50", "bestRating": "5"}, "2.50 of 5"),
        ({"ratingValue": 2.50, "bestRating": None}, "2.5"),
        ({"ratingValue": -1, "bestRating": "True"}, "-1"),
        ({"ratingValue": 10**20, "bestRating": 1}, "100000000000000000000 of 1"),
        ([{"alternateName": "False"}, {"alternateName": "Misleading"}], "False; Misleading"),
        ({"ratingValue": "Pants on fire", "bestRating": "True"}, "Pants on fire"),
    ],
)
def test_a_rating_stays_in_its_publishers_words(read, rating: Any, words: str) -> None:
    (found,) = read("x.json", NODE | {"reviewRating": rating})
    assert found.reviews[0].rating == words


def test_a_graph_is_put_together_wherever_its_nodes_stand(read) -> None:
    review = NODE | {"itemReviewed": {"@id": "#claim"}}
    claim = {"@id": "#claim", "@type": "Claim", "author": {"@id": "#a"}, "datePublished": "2020"}
    person = {"@id": "#a", "@type": "Person", "name": "A. Reed"}
    expected = [BARE._replace(claimant="A. Reed", date="2020")]
    for nodes in permutations((review, claim, person)):
        assert read("x.json", {"@graph": [*nodes]}) == expected
        assert read("x.json", [*nodes]) == expected


def test_who_is_named_nowhere_is_told(read) -> None:
    graph = {"@graph": [NODE, NODE | {"itemReviewed": {"author": [{"@id": "#gone"}, "B"]}}]}
    told = "the claimant refers to '#gone', which the file does not hold"
    column = json.dumps(graph).rindex('{"@type": "ClaimReview"') + 1
    assert read("x.json", graph) == [BARE, f"1:{column}: {told}"]


def test_references_in_a_circle_end(read) -> None:
    circle = {"@id": "#c", "@type": "Claim", "author": "B", "itemReviewed": {"@id": "#c"}}
    graph = {"@graph": [NODE | {"itemReviewed": {"@id": "#c"}}, circle]}
    assert read("x.json", graph) == [BARE._replace(claimant="B")]


def test_each_review_of_a_claim_is_one_value(read) -> None:
    good = {
        "publisher": {"name": "Pond Facts", "site": "x.example"},
        "url": REVIEW.url,
        "title": "No",
        "reviewDate": "2021-05-06T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
    }
    second = good | {"publisher": {"site": "x.example"}}
    reviews = [good, good | {"url": ""}, second, None]
    claim = {"text": "The pond is sold", "claimant": "A. Reed", "claimDate": "2021-05"}
    assert read("x.json", {"claims": [claim | {"claimReview": reviews}], "nextPageToken": "x"}) == [
        TAKEN,
        "1:13: the URL is missing",
        TAKEN._replace(reviews=(REVIEW._replace(publisher="x.example"),)),
        "1:13: a review of nothing",
    ]


@pytest.mark.parametrize(
    "header",
    [
        "claim_text,claimant,claim_date,reviewer_name,review_url,review_rating,review_date,review_title,language",
        "Claim Text,Claim-Author Name,CLAIM DATE,Publisher,URL,Rating,Date,Title,Lang",
        "claimReviewed,author of claim,claim_date,site,link,verdict,published,headline,lang",
        "statement,claim author,claimdate,review-author, url ,label,review date,title,language",
    ],
)
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_go_by_many_names(read, header: str, sign: str) -> None:
    cells = (
        "The pond is sold,A. Reed,2021-05,Pond Facts,https://check.example/1,False,2021-05-06,No,en"
    )
    table = f"\n{header}\r\n{cells}\r\n\r\n{cells}".replace(",", sign)
    assert read("x.csv", table) == [TAKEN, TAKEN]
    assert read("x", "\ufeff" + table) == [TAKEN, TAKEN]
    keys, values = header.split(","), cells.split(",")
    assert read("x.jsonl", dict(zip(keys, values, strict=True))) == [TAKEN]


def test_the_first_name_of_a_column_counts(read) -> None:
    table = "text,url,site,publisher,label,review_rating,x\na,http://x.example,b,c,d,e,f\n"
    expected = Taken("a", None, None, (Review("c", "http://x.example", "e"),))
    assert read("x.csv", table) == [expected]


def test_a_page_may_have_several_scripts(read) -> None:
    page = (
        "<!doctype html><script>{</script><p>a < b &amp; c\n"
        '<SCRIPT id=1 type=" Application/LD+JSON; charset=utf-8 "><!--\n{node}\n--></SCRIPT>'
        '<script type="application/ld+json">/*<![CDATA[*/[{node}]/*]]>*/ </script>\n'
        '  <script type="application/ld+json">\n  {"a" 1}</script>'
        '<script type="application/ld+json">{"@type": "WebPage"}</script>'
        '<script type="application/ld+json">{wrong}</script>'
    )
    wrong = {"@type": "ClaimReview", "claimReviewed": "The mayor&#39;s\npond"}
    text = page.replace("{node}", json.dumps(NODE)).replace("{wrong}", json.dumps(wrong))
    assert read("x.htm", text) == [
        BARE,
        BARE,
        "6:8: not JSON: Expecting ':' delimiter; the rest of the script was not read",
        "6:118: the publisher is missing",
    ]


@pytest.mark.parametrize("page", ["<!-- %s -->", "<!-- %s", "<!----><script>'%s'"])
def test_a_script_that_is_none_is_not_taken(read, page: str) -> None:
    script = '<script type="application/ld+json">{}'
    assert read("x.html", page % script) == ["1:1: no review stands in it"]


@pytest.mark.parametrize("before", ["<!-- <script> -->", "<script>'<!--'</script>", "<!-->"])
def test_a_script_after_other_things_is_taken(read, before: str) -> None:
    page = f'{before}<script type="application/ld+json">{json.dumps(NODE)}</script>'
    assert read("x.html", page) == [BARE]


def test_a_line_break_in_a_string_and_an_entity_are_taken(read) -> None:
    text = json.dumps(NODE).replace("The pond is", "The&nbsp;pond\nis")
    page = f'<script type="application/ld+json">{text}</script>'
    assert read("x", page) == [BARE]


def test_progress_tells_the_bytes_read(read) -> None:
    told: list[int] = []
    read("x.json", NODE, chunk=100, progress=told.append)
    size = len(json.dumps(NODE))
    assert told == [100, size, size]


@example("")
@example("{")
@given(st.lists(st.sampled_from(TOKENS)).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.html"])
def test_no_text_stops_the_reading(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    found = list(read_reviews(path, chunk=3))
    assert found
    assert found == list(read_reviews(path))
