"""Rules: what the records of a corpus keep besides their shape."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.corpus import rules
from factcheck.corpus.fingerprint import make
from factcheck.corpus.shape import Filed, shaped
from factcheck.corpus.yaml_reading import Document
from factcheck.record import Claim, Lexicon, Quotation, Shelf, Source

PASSAGE = {"text": "one two three four five", "speaker": "a", "paragraph": 1, "start": 0, "end": 23}
SOURCE = {"id": "atlas", "outlet": "The atlas", "kind": "report", "caveats": []}
REPLY = {"by": "b", "text": "No.", "quotation": PASSAGE}


def claim_data(name: str = "one", **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "statement": f"Statement of {name}.",
        "kind": "statement",
        "asserted_by": "a",
        "quotations": [PASSAGE],
        "caveats": ["c"],
        "wordings": [f"{name} in {number} words" for number in ("few", "some", "many", "other")],
        **more,
    }


def filed(kind: type[Any], data: dict[str, Any], name: str = "data.yaml") -> Filed[Any]:
    record, problems = shaped(Document(Path(name), data, {(): (1, 1)}), kind)
    assert problems == []
    return record


def shelf(*claims: dict[str, Any], topic: str = "lakes") -> Filed[Shelf]:
    return filed(Shelf, {"topic": topic, "title": "T", "claims": [*claims]}, f"{topic}.yaml")


def source(name: str = "atlas", **more: Any) -> Filed[Source]:
    return filed(Source, SOURCE | {"id": name} | more, f"{name}.yaml")


def claim(**more: Any) -> Claim:
    return shelf(claim_data(**more)).record.claims[0]


def told(*shelves: Filed[Shelf], sources: tuple[Filed[Source], ...] | None = None) -> list[str]:
    known = (source(),) if sources is None else sources
    found = [*rules.each(shelves, known), *rules.across(shelves, known)]
    return [f"{problem.path}: {problem.message}" for problem in found]


def test_sound_records_have_no_problem() -> None:
    assert told(shelf(claim_data())) == []
    answered = claim_data("one", kind="allegation", replies=[REPLY], related=["two"])
    silent = claim_data("two", kind="allegation", no_reply="None is reported.", topics=["lakes"])
    assert told(shelf(answered), shelf(silent, topic="ponds")) == []


@pytest.mark.parametrize("name", ["a", "lake-1", "2014-vote", "x-y-z"])
def test_a_slug_may_be_an_id(name: str) -> None:
    assert told(shelf(claim_data(name))) == []


@pytest.mark.parametrize(
    "name", ["A", "a b", "a_b", "-a", "a-", "a--b", "é", "a/b", "../a", "a\u2010b"]
)
def test_anything_else_may_not(name: str) -> None:
    assert told(shelf(claim_data(name))) == [
        f"lakes.yaml: id '{name}' must be lower-case words joined by '-'"
    ]


def test_a_claim_may_be_called_like_its_source_or_its_topic() -> None:
    assert told(shelf(claim_data("atlas"), claim_data("lakes"))) == []


@pytest.mark.parametrize("times", [2, 3])
def test_each_id_is_used_once(times: int) -> None:
    copies = [shelf(claim_data(), topic=f"t{number}") for number in range(times)]
    found = [message for message in told(*copies) if "used" in message]
    assert found == [f"t{n}.yaml: id 'one' is used at t0.yaml:1 already" for n in range(1, times)]
    assert told(sources=(source("a"), source("a"))) == [
        "a.yaml: id 'a' is used at a.yaml:1 already"
    ]
    assert told(shelf(), shelf()) == ["lakes.yaml: topic 'lakes' is used at lakes.yaml:1 already"]


def test_wordings_count_as_equal_without_case_and_marks() -> None:
    one = claim_data("one", wordings=["a", "b", "c", "It's 41 metres!"])
    two = claim_data("two", wordings=["d", "e", "f", "it’s 41 metres"])
    assert told(shelf(one, two)) == ["lakes.yaml: this wording stands in 'one' already"]


def test_a_misreading_and_a_statement_are_wordings_too() -> None:
    misread = {"wording": "Statement of two.", "differs": "number", "correction": "c"}
    both = shelf(claim_data("one", misreadings=[misread]), claim_data("two"))
    assert told(both) == ["lakes.yaml: this wording stands in 'one' already"]


def test_claims_may_share_a_quotation() -> None:
    assert told(shelf(claim_data("one"), claim_data("two"))) == []


def test_a_wording_of_another_claim_may_be_a_quotation() -> None:
    other = {**PASSAGE, "text": "six seven eight nine ten"}
    two = claim_data("two", quotations=[other], wordings=["d", "e", "f", PASSAGE["text"]])
    assert told(shelf(claim_data("one"), two)) == []


@pytest.mark.parametrize("key", ["caveats", "quotations"])
def test_a_claim_has_caveats_and_quotations(key: str) -> None:
    assert [*rules.complete(claim(**{key: []}))] == [
        ((key,), f"a claim has at least one of its {key}")
    ]


@pytest.mark.parametrize("kind", ["event", "figure", "finding", "statement", "pledge", "judgement"])
def test_only_an_allegation_needs_a_reply(kind: str) -> None:
    assert [*rules.complete(claim(kind=kind))] == []
    assert [*rules.complete(claim(kind=kind, replies=[REPLY]))] == []


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ({}, [("kind",)]),
        ({"replies": [REPLY]}, []),
        ({"no_reply": "None."}, []),
        ({"replies": [REPLY], "no_reply": "None."}, [("no_reply",)]),
    ],
)
def test_an_allegation_has_replies_or_the_reason_for_none(
    more: dict[str, Any], at: list[Any]
) -> None:
    assert [place for place, _ in rules.complete(claim(kind="allegation", **more))] == at


def test_a_reason_for_a_date_needs_a_date() -> None:
    assert [*rules.dated(claim(date="2014~", date_inferred="r"))] == []
    assert [place for place, _ in rules.dated(claim(date_inferred="r"))] == [("date_inferred",)]
    assert [place for place, _ in rules.dated(claim(date="then", date_inferred="r"))] == [("date",)]


@pytest.mark.parametrize("sources", [["atlas", "gazette"], []])
def test_the_source_may_be_left_out_only_if_there_is_one(sources: list[str]) -> None:
    message = f"'source' is missing; the corpus has {len(sources)} sources"
    assert [*rules.sourced(claim(), ["atlas"])] == []
    assert [*rules.sourced(claim(replies=[REPLY]), sources)] == [
        (("quotations", 0), message),
        (("replies", 0, "quotation"), message),
    ]


def test_an_unknown_source_is_named_with_the_likely_one() -> None:
    named = claim(quotations=[PASSAGE | {"source": "atlsa"}, PASSAGE | {"source": "atlas"}])
    hint = "unknown source 'atlsa'; did you mean 'atlas'?"
    assert [*rules.sourced(named, ["atlas", "gazette"])] == [(("quotations", 0, "source"), hint)]


def test_only_what_a_source_states_can_be_inferred() -> None:
    assert told(sources=(source(date="2020", inferred={"date": "r", "outlet": "r"}),)) == []
    assert told(sources=(source(inferred={"title": "r", "colour": "r"}),)) == [
        "atlas.yaml: 'title' is said to be inferred, but the record has no such value",
        "atlas.yaml: 'colour' is said to be inferred, but the record has no such value",
    ]


def test_a_name_may_be_its_own_alias_but_no_others() -> None:
    def names(*aliases: list[str]) -> Filed[Lexicon]:
        rows = [{"name": f"N{n}", "kind": "person", "aliases": a} for n, a in enumerate(aliases)]
        return filed(Lexicon, {"names": rows})

    assert [*rules.check_lexicon(names(["N0", "n0", "a"], ["b"]))] == []
    (problem,) = rules.check_lexicon(names(["a"], ["A"]))
    assert problem.message == "'A' names N0 too; it must mean one of them"


def test_a_quotation_is_proved_only_against_its_own_source() -> None:
    prints = {"atlas": make("one two three four five"), "gazette": make("six seven eight nine ten")}
    unnamed, named = claim_data(), claim_data(quotations=[PASSAGE | {"source": "gazette"}])
    for data, sources, count in [
        (unnamed, ["atlas"], 0),
        (unnamed, ["gazette"], 1),
        (unnamed, ["atlas", "gazette"], 0),
        (unnamed, [], 0),
        (named, ["atlas", "gazette"], 1),
    ]:
        assert len([*rules.unproved([shelf(data)], sources, prints)]) == count


def test_every_quotation_of_a_claim_has_its_place() -> None:
    passage = Quotation(**PASSAGE)
    assert [*rules.placed_quotations(claim(replies=[REPLY]))] == [
        (("quotations", 0), passage),
        (("replies", 0, "quotation"), passage),
    ]
