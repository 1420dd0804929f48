"""What the tools of an assistant say is what the command line says, with what belongs beside it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from processes import Done

from factcheck.api.corpora import Corpus
from factcheck.assistants.given import LONGEST_CLAIM
from factcheck.assistants.instructions import INSTRUCTIONS
from factcheck.assistants.tools import TOOLS, use
from factcheck.problem import UsageError
from factcheck.show.wording import MEANING

ALLEGED = "Starmer failed to act when he was director of public prosecutions"
ASKED = {
    "supported": "1,400 children were exploited in Rotherham",
    "alleged": ALLEGED,
    "contradicted": "Baroness Casey made 20 recommendations",
    "close": "1,400 Muslim children were exploited in Rotherham",
    "found": "Musk",
    "not_covered": "the inquiry will be chaired by a retired judge",
}
DRAFT = (
    "Baroness Casey made 20 recommendations. "
    "Badenoch said: “This is not a triumph for politicians.” "
    "Elon Musk called Jess Phillips an evil witch."
)
CALLS: list[tuple[str, dict[str, Any]]] = [
    *(("lookup_claim", {"text": text}) for text in ASKED.values()),
    ("search_claims", {"words": "Rotherham", "limit": 2}),
    ("search_claims", {"words": "zebra"}),
    ("get_claim", {"id": "musk-called-out-starmer"}),
    ("list_topics", {}),
    ("check_text", {"text": DRAFT}),
    ("check_text", {"text": "Nothing of the kind."}),
    ("verify_quotation", {"quotation": "makes 20 recommendations to the government"}),
    ("verify_quotation", {"quotation": "the weather in Lisbon was fine that day"}),
]


def lines(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize(("name", "asked"), CALLS)
def test_every_answer_has_the_form_that_its_tool_promises(
    builtin: Corpus, name: str, asked: dict[str, Any]
) -> None:
    told = use(name, asked, builtin)
    Draft202012Validator(TOOLS[name].answered).validate(told.data)
    assert json.loads(json.dumps(told.data)) == told.data
    assert told.text.strip()


@pytest.mark.parametrize("tool", TOOLS.values(), ids=[*TOOLS])
def test_every_form_is_a_schema_and_says_how_much_is_taken(tool: Any) -> None:
    for schema in (tool.given, tool.answered):
        Draft202012Validator.check_schema(schema)
        assert schema["type"] == "object"
    texts = [one for one in tool.given["properties"].values() if one["type"] == "string"]
    assert all(f"{one['maxLength']:,} characters" in one["description"] for one in texts)


@pytest.mark.parametrize(("verdict", "text"), ASKED.items())
def test_a_look_up_is_what_the_command_prints_and_what_it_means(
    run: Callable[..., Done], builtin: Corpus, verdict: str, text: str
) -> None:
    told = use("lookup_claim", {"text": text}, builtin)
    assert told.data == run("lookup", "--json", text).data | {"meaning": MEANING[verdict]}
    assert told.data["verdict"] == verdict
    assert told.text.startswith(f"{told.data['headline']}\n{MEANING[verdict]}\n")


@pytest.mark.parametrize("verdict", ["supported", "alleged", "contradicted", "close"])
def test_the_text_of_an_answer_leaves_out_nothing_that_belongs_beside_it(
    builtin: Corpus, verdict: str
) -> None:
    told = use("lookup_claim", {"text": ASKED[verdict]}, builtin)
    best = [*told.data["matches"], *told.data["closest"]][0]
    assert all(caveat in told.text for caveat in best["caveats"])
    assert all(reply["text"] in told.text for reply in best["replies"])
    assert all(reason["explanation"] in told.text for reason in best["reasons"])
    assert all(quote["locator"] in told.text for quote in best["quotes"])
    assert f"{best['asserted_by']}, as reported by {best['reported_by']}" in told.text
    assert best["statement"] in told.text


def test_topics_and_a_limit_narrow_a_look_up(builtin: Corpus) -> None:
    told = use("lookup_claim", {"text": "Musk", "topics": ["musk"], "limit": 1}, builtin)
    assert len(told.data["matches"]) + len(told.data["closest"]) == 1
    assert "Only this was searched: musk." in told.text


def test_a_search_is_what_the_command_prints(run: Callable[..., Done], builtin: Corpus) -> None:
    told = use("search_claims", {"words": "Rotherham", "limit": 2}, builtin)
    assert told.data["claims"] == lines(run("search", "Rotherham", "--limit", "2", "--json"))
    assert "the best 2 of" in told.text
    assert "Nothing is judged here" in told.text


def test_a_claim_and_the_topics_are_what_the_commands_print(
    run: Callable[..., Done], builtin: Corpus
) -> None:
    name = "musk-called-out-starmer"
    assert use("get_claim", {"id": name}, builtin).data["claim"] == run("show", name, "--json").data
    assert use("list_topics", {}, builtin).data["topics"] == lines(run("topics", "--json"))


def test_a_check_is_what_the_command_prints_with_quotations_replies_and_caveats(
    run: Callable[..., Done], builtin: Corpus
) -> None:
    told = use("check_text", {"text": DRAFT}, builtin)
    printed = run("check", "-", "--json", stdin=DRAFT.encode()).data
    for finding in printed["findings"]:
        finding["path"] = "text"
    assert {key: told.data[key] for key in printed} == printed
    assert [one["kind"] for one in told.data["findings"]] == ["number", "misquoted", "reply"]
    for finding in told.data["findings"]:
        assert finding["headline"] in told.text
        assert all(caveat in told.text for caveat in finding["claim"]["caveats"])
    assert "vouches for nothing" in told.text


def test_a_text_without_findings_is_not_vouched_for(builtin: Corpus) -> None:
    told = use("check_text", {"text": "It rained in Lisbon."}, builtin)
    assert told.data["findings"] == []
    assert "0 findings in 1 sentence." in told.text
    assert "vouches for nothing" in told.text


def test_a_quotation_comes_with_its_differences_and_whose_it_is(builtin: Corpus) -> None:
    asked = {"quotation": "This is not a triumph for politicians"}
    told = use("verify_quotation", asked, builtin)
    assert told.data["standing"] == "differs"
    assert told.data["differences"] == [{"said": "triumph", "recorded": "victory"}]
    assert told.data["matches"][0]["quotation"]["speaker"] == "Kemi Badenoch"
    assert "in words of Kemi Badenoch" in told.text
    assert "not whether they are so" in told.text


@pytest.mark.parametrize(
    ("name", "asked", "message"),
    [
        ("lookup", {}, "there is no such tool; did you mean 'lookup_claim'?"),
        ("lookup_claim", {}, "'text' is missing"),
        ("lookup_claim", {"text": ""}, "'text' is empty"),
        ("lookup_claim", {"text": 5}, "'text' must be of the type string"),
        ("lookup_claim", {"text": None}, "'text' must be of the type string"),
        ("lookup_claim", {"text": ["a"]}, "'text' must be of the type string"),
        ("lookup_claim", {"text": "a", "limit": 0}, "'limit' must be 1 or more"),
        ("lookup_claim", {"text": "a", "limit": 51}, "'limit' must be 50 or less"),
        ("lookup_claim", {"text": "a", "limit": "5"}, "'limit' must be of the type integer"),
        ("lookup_claim", {"text": "a", "limit": True}, "'limit' must be of the type integer"),
        ("lookup_claim", {"text": "a", "topics": "musk"}, "'topics' must be of the type array"),
        ("lookup_claim", {"text": "a", "topics": [1]}, "'topics.0' must be of the type string"),
        (
            "lookup_claim",
            {"text": "a", "topics": ["musc"]},
            "unknown topic 'musc'; did you mean 'musk'?",
        ),
        (
            "lookup_claim",
            {"text": "a", "topics": ["\x1b[31m"]},
            "unknown topic '\x1b[31m'",
        ),
        (
            "lookup_claim",
            {"text": "a", "topic": ["musk"]},
            "unknown argument 'topic'; did you mean 'topics'?",
        ),
        (
            "get_claim",
            {"id": "history-1400-rotherha"},
            "unknown claim 'history-1400-rotherha'; did you mean 'history-1400-rotherham'?",
        ),
        ("get_claim", {"id": "../../etc"}, "unknown claim '../../etc'; search_claims finds"),
        ("list_topics", {"x" * 500: 1}, f"unknown argument '{'x' * 100}…'"),
        (
            "check_text",
            {"text": "x" * 20_001},
            "'text' has 20,001 characters; at most 20,000 are taken",
        ),
        (
            "verify_quotation",
            {"quotation": "x " * 3_000},
            "'quotation' has 6,000 characters; at most 5,000 are taken",
        ),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(
    builtin: Corpus, name: str, asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        use(name, asked, builtin)
    assert str(raised.value).startswith(message)
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize("text", ["\x1b[31mMusk\x07", "\u202eMusk\u200f", "Musk\r\nMusk", "\0"])
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("lookup_claim", "text"),
        ("search_claims", "words"),
        ("check_text", "text"),
        ("verify_quotation", "quotation"),
    ],
)
def test_control_characters_come_back_in_no_text(
    builtin: Corpus, name: str, key: str, text: str
) -> None:
    told = use(name, {key: text}, builtin)
    assert not set(told.text) & set("\x1b\x07\u202e\u200f\r\0")


def test_a_claim_too_long_to_be_read_is_said_to_be(builtin: Corpus) -> None:
    text = "1,400 children were exploited in Rotherham. " * 400
    told = use("lookup_claim", {"text": text}, builtin)
    assert len(text) <= LONGEST_CLAIM
    assert "Only its first 5,000 characters were read." in told.text
    assert told.data["verdict"] in {"close", "not_covered"}


@pytest.mark.parametrize(
    "word",
    "true false attribution hedge caveats reply close not_covered allegation id [sic]".split(),
)
def test_the_instructions_say_how_to_quote(word: str) -> None:
    told = INSTRUCTIONS.replace("Always say who says it", "attribution").lower()
    assert word in told


def test_an_answer_is_small_enough_to_be_read(builtin: Corpus) -> None:
    told = use("lookup_claim", {"text": ASKED["supported"]}, builtin)
    assert len(told.text) < 5_000
