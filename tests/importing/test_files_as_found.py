"""Files as spreadsheets, blogs and services really write them."""

import json
from typing import Any

import pytest

from factcheck.importing.taken import Taken
from factcheck.record import Review

BARE = Taken(
    "The pond is sold", None, None, (Review("Pond Facts", "https://c.example/1", "False"),)
)
LINE = {
    "claim": "The pond is sold",
    "publisher": "Pond Facts",
    "url": "https://c.example/1",
    "rating": "False",
}
HEADER = "claim,publisher,url,rating"
ROW = "The pond is sold,Pond Facts,https://c.example/1,False"
NODE = {
    "@type": "ClaimReview",
    "claimReviewed": "The pond is sold",
    "url": "https://c.example/1",
    "author": {"@type": "Organization", "name": "Pond Facts"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
EXPECTED = (
    "expected is a ClaimReview, a list under 'dataFeedElement' or '@graph' or 'claims', "
    "or an object that gives the claim, the publisher, the URL, the rating"
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("The mayor&#39;s&nbsp;pond", "The mayor's pond"),
        ("&#x201C;Sold&rdquo; &lt;b&gt;", "“Sold” <b>"),
        ("&amp;amp; &amp;#39;", "&amp; &#39;"),
        ("AT&T &copy 2 &nothing; & &; &#; &#xg;", "AT&T &copy 2 &nothing; & &; &#; &#xg;"),
        ("&notit; &ampere;", "&notit; &ampere;"),
        ("a&#8203;b &#x202e;c", "ab c"),
        ("a&#27;[31m &#0; &#xd800; &#1114112;", "a[31m � � �"),
        (f"&#{'9' * 5_000};"[:4_000], f"&#{'9' * 5_000};"[:4_000]),
    ],
)
@pytest.mark.parametrize("field", ["claim", "rating", "publisher", "claimant"])
def test_entities_are_decoded_once(read, field: str, written: str, meant: str) -> None:
    if field in ("publisher", "claimant", "rating") and len(written) > 500:
        return
    record = LINE | {"claimant": "A. Reed"} | {field: written}
    node = {
        **NODE,
        "claimReviewed": record["claim"],
        "author": {"name": record["publisher"]},
        "reviewRating": {"alternateName": record["rating"]},
        "itemReviewed": {"author": {"name": record["claimant"]}},
    }
    table = ";".join(record) + "\n" + ";".join(f'"{value}"' for value in record.values())
    page = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    files = {"x.jsonl": record, "x.json": node, "x.html": page, "x.csv": "sep=;\n" + table}
    for name, content in files.items():
        (found,) = read(name, content)
        values = {
            "claim": found.statement,
            "rating": found.reviews[0].rating,
            "publisher": found.reviews[0].publisher,
            "claimant": found.claimant,
        }
        assert values[field] == meant, name


def test_entities_in_a_url_and_a_title_are_decoded(read) -> None:
    given = {
        "url": "https://c.example/?a=1&#038;b=2&amp;copy=3&copy=4",
        "title": "No &ndash; it isn&#8217;t",
    }
    (found,) = read("x.jsonl", LINE | given)
    assert found.reviews[0].url == "https://c.example/?a=1&b=2&copy=3&copy=4"
    assert found.reviews[0].title == "No – it isn’t"


@pytest.mark.parametrize("first", ["sep={}", '"sep={}"', "SEP={}", "\ufeffsep={}", "\nsep={}"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|", "^"])
@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x"])
def test_the_first_line_may_say_what_parts_columns(read, name: str, first: str, sign: str) -> None:
    """Whatever stands in the header more often."""
    more = "a~b~c~d~e~f".replace("~", ";" if sign == "," else "_")
    head = first.format(sign)
    table = f"{head}\r\n{HEADER},{more}\r\n{ROW},\r\n".replace(",", sign)
    assert read(name, table) == [BARE]
    (told,) = read(name, table.replace("https:", "ftp:"))
    assert told == f"{head.count(chr(10)) + 3}:1: the URL 'ftp://c.example/1' is not a web address"


def test_a_tab_may_be_spelt_out(read) -> None:
    assert read("x.csv", f"sep=\\t\n{HEADER}\n{ROW}".replace(",", "\t")) == [BARE]


@pytest.mark.parametrize("text", ["sep=;", "sep=;\n", "sep=;\n\n \n"])
def test_a_table_that_only_says_its_sign_is_told(read, text: str) -> None:
    assert read("x.csv", text) == ["1:1: no review stands in it"]


@pytest.mark.parametrize("chunk", [1, 2, 7, 1_000_000])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(read, end: str, chunk: int) -> None:
    rows = [HEADER, ROW, "", '"The pond', 'is sold",' + ROW.split(",", 1)[1], "bad"]
    told = "6:1: the row has 1 fields, the header 4"
    assert read("x.csv", end.join(rows), chunk=chunk) == [BARE, BARE, told]
    records = [json.dumps(LINE), "", "{", json.dumps(LINE)]
    found = read("x.jsonl", end.join(records), chunk=chunk)
    assert [found[0], found[2]] == [BARE, BARE]
    assert found[1].startswith("3:2: not JSON")
    text = json.dumps(NODE, indent=1) + "\n]"
    lines, text = text.count("\n") + 1, text.replace("\n", end)
    assert read("x.json", text, chunk=chunk)[0] == BARE
    assert read("x.json", text, chunk=chunk)[1].startswith(f"{lines}:1: not JSON")


def test_lines_of_one_file_may_end_in_different_ways(read) -> None:
    text = f"{HEADER}\r{ROW}\r\n{ROW}\n{ROW}\n\rbad"
    assert read("x.csv", text) == [BARE, BARE, BARE, "6:1: the row has 1 fields, the header 4"]


@pytest.mark.parametrize("chunk", [1, 3, 1_000_000])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("end", [".x", ""])
def test_a_file_may_say_how_it_is_encoded(read, end: str, encoding: str, chunk: int) -> None:
    line = LINE | {"claim": "Der Teich 🦆 ist für immer verkauft"}
    table = f"{HEADER}\r\n{','.join(line.values())}\r\n"
    page = f'<script type="application/ld+json">{json.dumps(NODE)}</script>'
    for suffix, text in ((".csv", table), (".jsonl", json.dumps(line)), (".html", page)):
        raw = ("\ufeff" * (encoding == "utf-16-be") + text).encode(encoding)
        (found,) = read("x" + (suffix if end else ""), raw, chunk=chunk)
        assert found.statement in (line["claim"], BARE.statement)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, f"an empty object is no review; {EXPECTED}"),
        ({"claims": 5}, f"an object with 'claims' is no review; {EXPECTED}"),
        ({"a\x1b": 1, "b": 2}, f"an object with 'a�', 'b' is no review; {EXPECTED}"),
        (
            {str(key): 1 for key in range(12)},
            f"an object with {str([*'0123456789'])[1:-1]} and 2 more is no review; {EXPECTED}",
        ),
        ({"error": {"code": 400, "message": "Bad\n key"}}, "no review but an error: 'Bad key'"),
        ({"error": "gone"}, "no review but an error: 'gone'"),
        ({"error": None}, f"an object with 'error' is no review; {EXPECTED}"),
        ({"claim": "a"}, "the publisher is missing"),
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x"])
def test_what_is_no_review_is_told_with_what_was_expected(
    read, name: str, data: Any, told: str
) -> None:
    assert read(name, data) == [f"1:1: {told}"]


SOLD = "The pond is sold"
GERMAN = {"@value": "Verkauft", "@language": "de"}
ENGLISH = {"@value": SOLD, "@language": "en-GB"}


@pytest.mark.parametrize(
    ("claim", "language", "words"),
    [
        ({"@type": "Claim", "name": SOLD}, None, SOLD),
        ({"@type": "Claim", "text": SOLD, "name": "Pond"}, None, SOLD),
        (ENGLISH, None, SOLD),
        ([{"@type": "Claim", "name": [SOLD]}], None, SOLD),
        ([SOLD, SOLD], "en", SOLD),
        ([ENGLISH, GERMAN], None, SOLD),
        ([GERMAN, ENGLISH], None, "Verkauft"),
        ([GERMAN, ENGLISH], "en_US", SOLD),
        ([GERMAN, ENGLISH], "fr", "Verkauft"),
        ([GERMAN, SOLD], None, SOLD),
        ([GERMAN, SOLD], "de", "Verkauft"),
    ],
    ids=str,
)
def test_a_claim_may_be_an_object_or_in_several_languages(
    read, claim: Any, language: str | None, words: str
) -> None:
    (found,) = read("x.json", NODE | {"claimReviewed": claim, "inLanguage": language})
    assert found.statement == words


def test_several_claims_of_one_review_stay_together(read) -> None:
    (found,) = read("x.json", NODE | {"claimReviewed": ["The pond is sold", {"text": "It is dry"}]})
    assert found.statement == "The pond is sold; It is dry"


@pytest.mark.parametrize(
    "claim", [5, True, {}, {"@type": "Claim"}, ["a", 5], [["a", "b"]]], ids=str
)
def test_a_claim_without_words_is_told(read, claim: Any) -> None:
    assert read("x.json", NODE | {"claimReviewed": claim}) == ["1:1: the claim is not text"]


def test_a_claim_may_stand_elsewhere_in_the_graph(read) -> None:
    graph = [NODE | {"claimReviewed": {"@id": "#c"}}, {"@id": "#c", "text": "The pond is sold"}]
    assert read("x.json", {"@graph": graph}) == [BARE]
    assert read("x.json", graph[:1]) == [
        "1:2: the claim refers to '#c', which the file does not hold"
    ]


def prefixed(value: Any, prefix: str) -> Any:
    """Return `value` with `prefix` before each key and each type, as in expanded JSON-LD."""
    if isinstance(value, list):
        return [prefixed(one, prefix) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key if key.startswith("@") else prefix + key: f"{prefix}{one}"
        if key == "@type"
        else prefixed(one, prefix)
        for key, one in value.items()
    }


@pytest.mark.parametrize(
    "prefix", ["schema:", "http://schema.org/", "https://schema.org/", "http://www.schema.org/"]
)
@pytest.mark.parametrize("chunk", [10, 1_000_000])
def test_names_of_schema_org_may_be_written_in_full(read, prefix: str, chunk: int) -> None:
    feed = {
        "@type": "DataFeed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": [NODE], "url": "https://c.example"}],
    }
    for data in (NODE, [NODE], {"@graph": [NODE]}, feed, {"@type": "Article", "review": NODE}):
        assert read("x.json", prefixed(data, prefix), chunk=chunk) == [BARE]
    assert read("x.jsonl", prefixed(LINE, prefix), chunk=chunk) == [BARE]


def test_a_graph_in_its_fullest_form_is_read(read) -> None:
    node = {
        "@type": ["http://schema.org/Review", "http://schema.org/ClaimReview"],
        "http://schema.org/claimReviewed": [{"@value": "The pond is sold"}],
        "http://schema.org/url": [{"@id": "https://c.example/1"}],
        "http://schema.org/author": [{"http://schema.org/name": [{"@value": "Pond Facts"}]}],
        "http://schema.org/reviewRating": [
            {"http://schema.org/alternateName": [{"@value": "False", "@language": "en"}]}
        ],
    }
    assert read("x.json", [node]) == [BARE]


def test_a_language_may_be_an_object(read) -> None:
    language = {"@type": "Language", "name": "English", "alternateName": "en"}
    (found,) = read("x.json", NODE | {"inLanguage": language})
    assert found.reviews[0].language == "en"


@pytest.mark.parametrize(
    "changes",
    [
        {"author": {"@id": "#a\n::error::x"}},
        {"url": "ftp://a\n::error::x"},
        {"itemReviewed": {"author": {"@id": "#\x1b[31m"}}},
        {"itemReviewed": {"author": {"@id": "#\ud800"}}},
        {"datePublished": "a\u2028::error::"},
    ],
    ids=ascii,
)
def test_a_message_is_one_inert_line(read, changes: dict[str, Any]) -> None:
    told = read("x.json", NODE | changes)[-1]
    assert told.isprintable()
    assert told.encode()
