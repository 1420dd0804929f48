"""ClaimReview: only of what has a verdict, by its field rules, and inert in a page."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from processes import Done
from pyld import jsonld

from factcheck.citations.claimreview import CONTRADICTED, Publisher, claimreview
from factcheck.record import Review, Withdrawal, caveats_of
from factcheck.store.reading import Store

BY = Publisher(
    "The Pond Desk", "https://desk.example/checks/", "https://desk.example/checks/{}".format
)
DAY = date(2025, 6, 15)
TEXT = {"type": "string", "minLength": 1}
WEB = {"type": "string", "pattern": "^https?://[^ ]+$"}


def typed(kind: str, required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["@type", *required.split()],
        "properties": {"@type": {"const": kind}, **properties},
    }


RATING = typed("Rating", "alternateName", alternateName=TEXT, ratingExplanation=TEXT)
RATING["additionalProperties"] = False  # a number would say what nothing here says
AUTHOR = {"type": "object", "required": ["name"], "properties": {"name": TEXT}}
WORK = {"type": "object", "required": ["@type", "publisher"], "properties": {"url": WEB}}
WORKS = {"type": "array", "items": WORK, "minItems": 1}
CLAIM = typed("Claim", "text", text=TEXT, author=AUTHOR, appearance=WORKS)
REVIEW = typed(
    "ClaimReview",
    "claimReviewed reviewRating url author itemReviewed",
    claimReviewed=TEXT,
    reviewRating=RATING,
    url=WEB,
    author=typed("Organization", "name url", name=TEXT, url=WEB),
    itemReviewed=CLAIM,
    reviewBody=TEXT,
    citation=WORKS,
)
"""What is required and recommended of the fields, and that there is no number in a rating."""
RULES = Draft7Validator(REVIEW)


def reviewed(store: Store) -> list[dict[str, Any]]:
    text = claimreview(list(store.claims()), store, BY, DAY)
    return json.loads(text)["@graph"] if text else []


def test_it_reads_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    text = claimreview(list(misread_store.claims()), misread_store, BY, DAY)
    golden("export-claimreview.json", text)


def test_it_keeps_the_rules_of_the_fields(each_store: Store) -> None:
    found = reviewed(each_store)
    assert found
    assert [error for one in found for error in RULES.iter_errors(one)] == []
    assert len({one["@id"] for one in found}) == len({one["url"] for one in found}) == len(found)


def test_each_misreading_and_each_allegation_is_reviewed_and_nothing_else(
    each_store: Store,
) -> None:
    claims = list(each_store.claims())
    wanted = [m.wording for one in claims for m in one.misreadings]
    wanted += [one.statement for one in claims if one.kind == "allegation"]
    assert sorted(one["claimReviewed"] for one in reviewed(each_store)) == sorted(wanted)


def test_a_misreading_stands_nowhere_but_as_what_is_contradicted(each_store: Store) -> None:
    for claim in each_store.claims():
        found = [
            one
            for one in json.loads(claimreview([claim], each_store, BY, DAY) or '{"@graph": []}')[
                "@graph"
            ]
            if one["reviewRating"]["alternateName"] == CONTRADICTED
        ]
        assert len(found) == len(claim.misreadings)
        for one, misreading in zip(found, claim.misreadings, strict=True):
            assert one["reviewRating"]["ratingExplanation"].startswith(misreading.correction)
            kept = {key: one[key] for key in one.keys() - {"claimReviewed", "itemReviewed"}}
            assert misreading.wording not in json.dumps(kept, ensure_ascii=False)
            assert all(caveat in one["reviewBody"] for caveat in caveats_of(claim))


def test_an_allegation_has_its_author_its_reply_and_where_it_is_reported(
    misread_store: Store,
) -> None:
    (found,) = [one for one in reviewed(misread_store) if "author" in one["itemReviewed"]]
    assert found["itemReviewed"]["author"] == {"name": "The anglers' club"}
    assert found["itemReviewed"]["appearance"][0]["headline"] == "An Atlas of Ponds"
    rating = found["reviewRating"]
    assert rating["alternateName"] == "Alleged by The anglers' club. The owner denies it."
    assert "the water is tested every week" in rating["ratingExplanation"]
    assert "not whether it is so" in rating["ratingExplanation"]


def test_no_rating_of_an_allegation_drops_whose_it_is_or_that_it_is_answered(
    each_store: Store,
) -> None:
    for claim in each_store.claims():
        if claim.kind != "allegation":
            continue
        text = claimreview([claim._replace(misreadings=())], each_store, BY, DAY)
        (found,) = json.loads(text)["@graph"]
        words = found["reviewRating"]["alternateName"]
        assert words.startswith(f"Alleged by {claim.asserted_by}")
        for reply in claim.replies:
            assert reply.text in words or f"{reply.by}" in words
            assert reply.text in found["reviewRating"]["ratingExplanation"]
        assert claim.replies or words.endswith("; no reply is reported")


def test_what_has_no_verdict_gets_none(misread_store: Store) -> None:
    depth, weir = misread_store.claim(0), misread_store.claim(1)
    gone = depth._replace(withdrawn=Withdrawal("2031", "The atlas took it back."))
    review = Review("Other Desk", "https://other.example", "False")
    rated = depth._replace(kind="reviewed", reviews=(review,))
    assert claimreview([weir, gone, rated], misread_store, BY, DAY) == ""


def test_a_reader_of_json_ld_finds_the_same(each_store: Store) -> None:
    data = json.loads(claimreview(list(each_store.claims()), each_store, BY, DAY))
    data["@context"] = {"@vocab": "https://schema.org/"}  # the real one lies on the web
    expanded = jsonld.expand(data)
    (nodes,) = [one["@graph"] for one in expanded] if "@graph" in expanded[0] else [expanded]
    kinds = [one["@type"] for one in nodes]
    assert kinds == [["https://schema.org/ClaimReview"]] * len(data["@graph"])
    told = [one["https://schema.org/claimReviewed"][0]["@value"] for one in nodes]
    assert told == [one["claimReviewed"] for one in data["@graph"]]


def test_it_ends_no_script_of_a_page(misread_store: Store) -> None:
    claim = misread_store.claim(3)._replace(statement="a </script><!-- b & c \u2028")
    text = claimreview([claim], misread_store, BY, DAY)
    assert text.isascii()
    assert not re.search("[<>&]", text)
    assert json.loads(text)["@graph"][0]["claimReviewed"].startswith("a </script><!-- b & c")


def test_it_can_be_imported_again_as_what_its_publisher_says(
    run: Callable[..., Done], misread: Path, tmp_path: Path
) -> None:
    by = ("--publisher", BY.name, "--base-url", BY.url)
    made = run("export", "--corpus", misread, "--format", "claimreview", *by, "-o", "r.json",
               cwd=tmp_path)  # fmt: skip
    assert made == Done(0, "", "")
    done = run("import", "r.json", "--into", "new", "--json", cwd=tmp_path)
    assert done.status == 0, done.err
    assert done.data["new_claims"] == 3
    found = run("lookup", "--json", "--corpus", "new", "Ulmen Pond is 51 metres deep", cwd=tmp_path)
    (match,) = [one for one in found.data["matches"] if "51" in one["statement"]]
    assert (found.data["verdict"], match["reviews"][0]["rating"]) == ("found", CONTRADICTED)


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("--publisher", "X"),
        ("--base-url", "https://x.example"),
        ("--publisher", "", "--base-url", "https://x.example"),
    ],
)
def test_who_publishes_and_where_must_be_said(
    run: Callable[..., Done], misread: Path, given: tuple[str, ...]
) -> None:
    done = run("export", "--corpus", misread, "--format", "claimreview", *given)
    assert (done.status, done.out) == (2, "")
    assert "add --publisher NAME --base-url https://…" in done.err


def test_where_nothing_has_a_verdict_nothing_is_written(
    run: Callable[..., Done], misread: Path, tmp_path: Path
) -> None:
    by = ("--publisher", BY.name, "--base-url", BY.url)
    done = run("export", "--corpus", misread, "--id", "ulmen-weir", "--format", "claimreview",
               *by, "-o", "r.json", cwd=tmp_path)  # fmt: skip
    assert done.status == 3
    assert "no misreading and no allegation" in done.err
    assert not (tmp_path / "r.json").exists()
