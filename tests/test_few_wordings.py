"""A corpus as a busy person keeps it: a statement, a quotation, hardly a wording.

The source is invented; an adversary wrote the queries, most of them wrong in ways
that share nearly all of a record's words.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus.corpus import read_corpus
from factcheck.lookup.looking_up import look_up
from factcheck.store.compiling import compile_corpus

HERE = Path(__file__).parent / "corpus" / "hospital"
STORE = compile_corpus(read_corpus(HERE), None)
QUERIES = [json.loads(line) for line in (HERE / "queries.jsonl").read_text().splitlines()]
WRONG = [query for query in QUERIES if query["expected"] != "supported"]
FAIR = [query for query in QUERIES if query["expected"] == "supported"]
ALLOWED = 0.02
VOUCHED = {"supported", "alleged", "found"}


@pytest.fixture(scope="module")
def verdicts() -> dict[str, str]:
    return {query["text"]: look_up(query["text"], STORE).verdict for query in QUERIES}


def test_hardly_a_wrong_wording_is_supported(
    verdicts: dict[str, str], golden: Callable[[str, str], None]
) -> None:
    passed = [one["text"] for one in WRONG if verdicts[one["text"]] in VOUCHED]
    assert len(passed) <= ALLOWED * len(WRONG)
    golden("few-wordings.txt", "".join(f"{text}\n" for text in passed))


def test_a_fair_wording_is_sooner_left_open_than_contradicted(verdicts: dict[str, str]) -> None:
    told = [verdicts[one["text"]] for one in FAIR]
    assert told.count("supported") > told.count("contradicted")
    assert told.count("contradicted") <= 0.03 * len(FAIR)


def test_an_allegation_is_not_contradicted_by_its_own_reply() -> None:
    text = "The Royal Society of Theatre Nurses accused Corvane Care of overcharging the trust"
    assert look_up(text, STORE).verdict == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Colin Strake committed fraud",
        "Peter Varga admitted fraud",
        "Peter Varga read the contract with Corvane Care before signing it",
        "Agency nurses received £38 an hour",
        "The waiting list at St Brannock's fell to 450",
        "Missed appointments fell from 240 to 310 a month",
        "17 children suffered serious harm after a cancellation",
        "Lindqvist claimed that the board ordered Helen Varga to hide the figures",
    ],
)
def test_what_shares_a_records_words_is_not_taken_for_it(text: str) -> None:
    assert look_up(text, STORE).verdict != "supported"
