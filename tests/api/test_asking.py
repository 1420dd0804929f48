"""What a program is told is what the command prints, and nothing is printed."""

import json
from collections.abc import Callable
from itertools import islice

import pytest
from processes import Done

import factcheck

RIGHT = "1,400 children were exploited in Rotherham"
WRONG = "Baroness Casey made 20 recommendations"
TEXTS = [
    RIGHT,
    WRONG,
    "1,400 Muslim children were exploited in Rotherham",
    "the inquiry will be chaired by a retired judge",
    "who announced the inquiry?",
    "Reform UK said the Conservatives failed and Casey made 12 recommendations",
    "the Bank of England cut interest rates",
]
MEANT = {"lookup": "Rotherham", "search": "Rotherham", "lookup_many": ["Rotherham"]}
"""What each takes."""
DRAFT = f"""# On the audit

{WRONG}. She made 12 recommendations.

The article says that she “makes 12 big recommendations to the government”.

<!-- factcheck: ignore number -- a joke -->
Baroness Casey made 30 recommendations.
"""


def printed(run: Callable[..., Done], *arguments: str, stdin: str = "") -> list:
    """Return the objects that the command prints."""
    done = run(*arguments, stdin=stdin.encode())
    return [json.loads(line) for line in done.out.splitlines()]


# ---- the same as the command


@pytest.mark.parametrize("text", TEXTS)
def test_an_answer_is_what_lookup_prints(
    corpus: factcheck.Corpus, run: Callable[..., Done], text: str
) -> None:
    answer = corpus.lookup(text)
    (told,) = printed(run, "lookup", "--json", text)
    assert answer.to_dict() == told
    assert (answer.verdict, answer.headline, answer.query) == (
        told["verdict"],
        told["headline"],
        text,
    )
    for kind in ("matches", "closest"):
        matches = getattr(answer, kind)
        assert [one.to_dict() for one in matches] == told[kind]
        assert [one.claim.id for one in matches] == [one["id"] for one in told[kind]]
        explained = [[why.explanation for why in one.reasons] for one in matches]
        assert explained == [[why["explanation"] for why in one["reasons"]] for one in told[kind]]
        assert [list(one.why) for one in matches] == [one["why"] for one in told[kind]]
        assert [one.wording for one in matches] == [one["wording"] for one in told[kind]]
    assert [part._asdict() for part in answer.parts] == told["parts"]
    assert [*answer.gaps] == told["gaps"]


def test_topics_and_a_limit_narrow_a_look_up_as_they_do_on_the_command_line(
    corpus: factcheck.Corpus, run: Callable[..., Done]
) -> None:
    options = ("--topic", "history", "--limit", "2")
    told = printed(run, "lookup", "--json", *options, RIGHT)
    assert [corpus.lookup(RIGHT, topics=["history"], limit=2).to_dict()] == told
    assert corpus.lookup(RIGHT, topics="history", limit=2).to_dict() == told[0]


def test_hits_are_what_search_prints(corpus: factcheck.Corpus, run: Callable[..., Done]) -> None:
    found = corpus.search("1400 Rotherham", limit=3)
    assert found.to_dict() == printed(run, "search", "--json", "1400 Rotherham", "--limit", "3")
    assert [hit.claim.id for hit in found] == [one["id"] for one in found.to_dict()]
    assert found.whole
    assert all(hit.text[start:end] for hit in found for start, end in hit.spans)
    assert len(corpus.search("Rotherham", limit=2)) == 2 < corpus.search("Rotherham").total


def test_findings_are_what_check_prints(corpus: factcheck.Corpus, run: Callable[..., Done]) -> None:
    findings = corpus.check(DRAFT)
    done = run("check", "--json", "-", stdin=DRAFT.encode())
    assert findings.to_dict() == json.loads(done.out.replace('"<stdin>"', '"<text>"'))
    assert [one.to_dict() for one in findings] == findings.to_dict()["findings"]
    assert {one.kind for one in findings} >= {"number", "misquoted"}
    assert [one.suppressed for one in findings if one.line == 8] == ["a joke"]
    for one in findings:
        assert one.said in DRAFT[one.start : one.end]
        assert one.claim is None or one.claim.id == one.to_dict()["claim"]["id"]


def test_claims_are_what_list_prints(corpus: factcheck.Corpus, run: Callable[..., Done]) -> None:
    told = printed(run, "list", "--json")
    assert [claim.to_dict() for claim in corpus.claims] == told
    assert corpus.claim(told[7]["id"]).to_dict() == told[7]
    assert corpus.claim(told[7]["id"]).sources[0].outlet == told[7]["reported_by"]


def test_topics_are_what_topics_prints(corpus: factcheck.Corpus, run: Callable[..., Done]) -> None:
    told = printed(run, "topics", "--json")
    assert [[*topic] for topic in corpus.topics] == [[*one.values()] for one in told]


def test_claims_of_several_corpora_bear_the_name_of_theirs(corpora: factcheck.Corpus) -> None:
    answer = corpora.lookup(RIGHT)
    assert answer.matches[0].claim.id == "builtin:history-1400-rotherham"
    assert answer.matches[0].claim.corpus == "builtin"
    assert corpora.claim("history-1400-rotherham").id == "builtin:history-1400-rotherham"
    assert {topic.corpus for topic in corpora.topics} >= {"builtin"}


def test_an_outcome_is_what_a_table_says(corpus: factcheck.Corpus) -> None:
    outcome = corpus.lookup(RIGHT).outcome
    assert (outcome.verdict, outcome.claim) == ("supported", "history-1400-rotherham")
    assert outcome.place.startswith("STV News")


# ---- many


def test_many_are_answered_in_order_and_one_by_one(corpus: factcheck.Corpus) -> None:
    taken = []

    def texts() -> object:
        for text in TEXTS * 1000:
            taken.append(text)
            yield text

    answers = corpus.lookup_many(texts())
    assert taken == []
    assert [one.to_dict() for one in islice(answers, 3)] == [
        corpus.lookup(text).to_dict() for text in TEXTS[:3]
    ]
    assert taken == TEXTS[:3]


def test_one_of_many_that_is_no_text_has_an_error_and_the_others_their_answers(
    corpus: factcheck.Corpus,
) -> None:
    answers = [*corpus.lookup_many([RIGHT, None, WRONG, 1.5, "a\ud800\0b", ""])]
    errors = [one.error for one in answers]
    assert errors[1::2] == ["a text is needed, not NoneType", "a text is needed, not float", None]
    assert [one.verdict for one in answers] == [
        *("supported", "error", "contradicted", "error", "not_covered", "not_covered"),
    ]
    assert answers[1].to_dict() == {
        "schema": "factcheck/lookup/2",
        "query": "",
        "error": "a text is needed, not NoneType",
    }
    assert (answers[1].matches, answers[1].headline) == ((), "a text is needed, not NoneType")


# ---- what can't be asked


@pytest.mark.parametrize("ask", ["lookup", "search", "check"])
def test_what_is_no_text_is_refused(corpus: factcheck.Corpus, ask: str) -> None:
    with pytest.raises(TypeError, match="a text is needed, not int"):
        corpus.claim(3)
    with pytest.raises(TypeError, match="a text is needed, not NoneType"):
        getattr(corpus, ask)(None)


def test_one_text_is_not_taken_for_many(corpus: factcheck.Corpus) -> None:
    with pytest.raises(TypeError, match="lookup takes one"):
        corpus.lookup_many(RIGHT)


@pytest.mark.parametrize("ask", ["lookup", "search", "lookup_many"])
def test_a_limit_is_at_least_one(corpus: factcheck.Corpus, ask: str) -> None:
    with pytest.raises(ValueError, match="at least 1, not 0"):
        getattr(corpus, ask)(MEANT[ask], limit=0)
    with pytest.raises(TypeError, match="a whole number, not '3'"):
        getattr(corpus, ask)(MEANT[ask], limit="3")


def test_an_unknown_claim_is_a_key_that_is_not_there_and_says_what_was_meant(
    corpus: factcheck.Corpus,
) -> None:
    with pytest.raises(KeyError) as caught:
        corpus.claim("history-1400-rotheram")
    assert isinstance(caught.value, factcheck.UnknownError)
    assert str(caught.value) == (
        "unknown claim 'history-1400-rotheram'; did you mean 'history-1400-rotherham'?"
    )


@pytest.mark.parametrize("ask", ["lookup", "search", "lookup_many"])
def test_an_unknown_topic_is_refused_at_once(corpus: factcheck.Corpus, ask: str) -> None:
    with pytest.raises(factcheck.UnknownError, match="unknown topic 'histori'; did you mean"):
        getattr(corpus, ask)(MEANT[ask], topics=["histori"])


# ---- quiet


def test_nothing_is_printed(corpus: factcheck.Corpus, capfd: pytest.CaptureFixture[str]) -> None:
    answers = [*corpus.lookup_many(TEXTS)]
    assert [*map(repr, answers)]
    corpus.check(DRAFT)
    corpus.search("nothing of this kind")
    assert capfd.readouterr() == ("", "")


def test_what_is_shown_of_a_value_is_short_and_says_what_it_is(corpus: factcheck.Corpus) -> None:
    answer = corpus.lookup(RIGHT)
    assert repr(answer) == f"<Answer {answer.headline}>"
    assert repr(answer.matches[0]) == "<Match supported: history-1400-rotherham>"
    assert repr(answer.matches[0].claim).startswith("<Claim history-1400-rotherham: ")
    assert repr(corpus) == "factcheck.open('builtin')"


def test_what_is_shown_of_a_value_has_no_control_characters(corpus: factcheck.Corpus) -> None:
    odd = "Casey\x07 made 20\x1b recommendations \x9b"
    shown = [corpus.lookup(odd), *corpus.lookup(odd).matches, *corpus.check(odd)]
    shown += [*corpus.lookup_many([odd]), corpus.search(odd)]
    assert {type(one).__name__ for one in shown} == {"Answer", "Match", "Finding", "Found"}
    assert all(repr(one).isprintable() for one in shown)
