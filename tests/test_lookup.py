"""The rules of a verdict, on the built-in corpus and on a tiny one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.corpus import Corpus, read_corpus
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import look_up
from factcheck.store.compiling import compile_corpus
from factcheck.store.reading import Store

ROOT = Path(__file__).parents[1]
LAKES = compile_corpus(read_corpus(Path(__file__).parent / "corpus" / "lakes"), None)
HALL = compile_corpus(read_corpus(ROOT / "factcheck" / "starter"), None)
CORPUS = read_corpus(ROOT)
STORE = compile_corpus(CORPUS, None)


def ids(answer: Answer, store: Store = STORE) -> list[str]:
    return [store.claim(match.number).id for match in answer.matches]


def kinds(answer: Answer) -> set[str]:
    return {reason.kind for reason in answer.matches[0].judgement.decisive}


def test_every_text_of_a_claim_is_supported_by_it() -> None:
    for claim in CORPUS.claims:
        quotations = (quotation.text for quotation in claim.quotations)
        for text in (claim.statement, *claim.wordings, *quotations):
            answer = look_up(text, STORE)
            assert answer.verdict in {"supported", "found"}, text
            assert claim.id in ids(answer), text


def test_a_denial_is_not_taken_for_the_allegation_nor_against_it() -> None:
    for text in (
        "Starmer denied being complicit in the rape of Britain",
        "Phillips rejected being called an evil witch",
    ):
        assert look_up(text, STORE).verdict == "not_covered", text
    denied = look_up("Starmer vehemently denied failing to act as DPP", STORE)
    assert (denied.verdict, ids(denied)[0]) == ("supported", "politicians-starmer-denial")
    alleged = look_up("Starmer failed to act as DPP", STORE)
    assert (alleged.verdict, ids(alleged)[0]) == ("supported", "musk-called-out-starmer")
    assert STORE.claim(alleged.matches[0].number).replies


@pytest.mark.parametrize(
    ("text", "said", "recorded"),
    [
        ("the market hall was closed for ten weeks", "10 weeks", "11 weeks"),
        ("the market hall was closed for two years", "2 years", "11 weeks"),
        ("the market hall was closed for more than eleven weeks", "over 11 weeks", "11 weeks"),
        ("the market hall was closed for over eleven weeks", "over 11 weeks", "11 weeks"),
        ("the market hall was not closed for eleven weeks", "not closed", "closed"),
        ("a burst pipe did not shut Lower Fenwick's market hall", "not shut", "shut"),
        ("the burst pipe never shut the market hall", "not shut", "shut"),
    ],
)
def test_a_difference_has_both_values_as_people_say_them(
    text: str, said: str, recorded: str
) -> None:
    answer = look_up(text, HALL)
    assert answer.verdict == "contradicted"
    (found,) = answer.matches[0].judgement.differences
    assert (found.query, found.record) == (said, recorded)


def test_a_figure_is_not_held_against_one_that_the_query_has_too() -> None:
    text = "It made 15 recommendations, and Labour beat the amendment by over 200 votes."
    answer = look_up(text, STORE)
    near = (*answer.matches, *answer.closest)
    differences = [found for match in near for found in match.judgement.differences]
    assert ("15", "over 200") not in {(found.query, found.record) for found in differences}
    assert answer.verdict != "supported"


@pytest.mark.parametrize("clause", ["and nobody cared", "and no one noticed", "and everyone knew"])
def test_a_clause_on_everybody_or_nobody_is_one_more_claim(clause: str) -> None:
    for text, store in (
        ("1,400 children were exploited in Rotherham", STORE),
        ("Musk called Phillips an evil witch", STORE),
        ("a burst pipe flooded the cellar", HALL),
    ):
        assert look_up(text, store).verdict == "supported"
        answer = look_up(f"{text} {clause}", store)
        assert (answer.verdict, answer.matches) == ("not_covered", ())


def test_every_misreading_is_contradicted_by_its_claim() -> None:
    for claim in CORPUS.claims:
        for number, misreading in enumerate(claim.misreadings):
            answer = look_up(misreading.wording, STORE)
            assert answer.verdict == "contradicted", misreading.wording
            assert (ids(answer)[0], answer.matches[0].judgement.trap) == (claim.id, number)


@pytest.mark.parametrize(
    ("text", "verdict", "kind"),
    [
        ("1,400 children were sexually exploited in Rotherham", "supported", ""),
        ("fourteen hundred kids were exploited in Rotherham", "supported", ""),
        ("14,000 children were sexually exploited in Rotherham", "contradicted", "number"),
        ("1,400 children were sexually exploited in Oldham", "contradicted", "place"),
        ("a few children were sexually exploited in Rotherham", "contradicted", "number"),
        ("very few children were exploited in Rotherham", "contradicted", "number"),
        (
            "Keir Starmer found that 1,400 children were exploited in Rotherham",
            "contradicted",
            "speaker",
        ),
        ("Alexis Jay published her Rotherham report in 2016", "contradicted", "date"),
        (
            "the Rotherham report by Jay did not find that 1,400 children were exploited",
            "contradicted",
            "negation",
        ),
        ("every suspect in the Casey review was an Asian man", "contradicted", "quantifier"),
        ("By May 2024 around 550 suspects had been convicted", "contradicted", "status"),
        ("Jess Phillips called Elon Musk an evil witch", "contradicted", "direction"),
        ("Casey's report made fewer than ten recommendations", "contradicted", "number"),
        ("Labour won the vote by more than 150", "contradicted", "number"),
        (
            "nine women were convicted over a grooming scandal in Rochdale in 2012",
            "contradicted",
            "object",
        ),
    ],
)
def test_verdict_and_kind_of_difference(text: str, verdict: str, kind: str) -> None:
    answer = look_up(text, STORE)
    assert answer.verdict == verdict
    trapped = answer.matches[0].judgement.trap is not None
    assert not kind or kind in kinds(answer) or trapped


@pytest.mark.parametrize(
    "text",
    [
        "the Bank of England raised interest rates",
        "how to bake sourdough bread",
        "Casey was paid half a million pounds for the audit",
        "who will chair the national inquiry?",
        "how long will the national inquiry take?",
        "Liverpool won the league",
        "?!…",
        "大阪の天気はどうですか",
    ],
)
def test_what_the_corpus_is_silent_on_is_not_covered(text: str) -> None:
    answer = look_up(text, STORE)
    assert answer.verdict == "not_covered"
    assert answer.matches == ()


def test_a_question_is_judged_as_its_statement() -> None:
    assert (
        look_up("Was Tommy Robinson sentenced to jail for contempt of court?", STORE).verdict
        == "supported"
    )
    assert look_up("Did Casey make 20 recommendations?", STORE).verdict == "contradicted"


def test_what_asserts_nothing_is_found() -> None:
    assert look_up("how many recommendations did Casey make?", STORE).verdict == "found"
    assert look_up("Casey audit recommendations", STORE).verdict == "found"


def test_one_paragraph_supports_a_sentence_that_joins_its_claims() -> None:
    text = "the audit was damning, said the Home Secretary, and a national inquiry was announced"
    answer = look_up(text, STORE)
    assert answer.verdict == "supported"
    assert {"audit-called-damning", "inquiry-announced"} <= set(ids(answer))


@pytest.mark.parametrize("limit", [1, 2, 5, 9])
def test_matches_and_nearest_together_keep_the_limit(limit: int) -> None:
    for text in ("national inquiry", "1,400 children in Rochdale", "Casey audit cost"):
        answer = look_up(text, STORE, limit=limit)
        assert len(answer.matches) + len(answer.closest) <= limit


def test_a_topic_narrows() -> None:
    answer = look_up("Musk called Phillips an evil witch", STORE, topics=["vote"])
    assert answer.verdict == "not_covered"
    assert all("vote" in STORE.claim(match.number).topics for match in answer.closest)


@given(st.integers(1, 10**6))
def test_a_changed_figure_is_never_supported(value: int) -> None:
    answer = look_up(f"{value:,} children were sexually exploited in Rotherham", STORE)
    assert (answer.verdict == "supported") == (value == 1400)


@given(st.integers(1900, 2099))
def test_a_changed_year_is_never_supported(year: int) -> None:
    answer = look_up(f"Alexis Jay published her report on Rotherham in {year}", STORE)
    assert (answer.verdict == "supported") == (year == 2014)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = look_up(text, STORE)
    assert (answer.verdict == "not_covered") == (not answer.matches)
    assert all(0 <= match.judgement.score <= 1 for match in (*answer.matches, *answer.closest))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Lake Example is 41 metres deep", "supported"),
        ("Lake Example is 47 metres deep", "contradicted"),
        ("Lake Example is 58 metres deep", "contradicted"),
        ("the anglers accused the keeper of draining the pond", "supported"),
        ("the keeper accused the anglers of draining 12 ponds", "not_covered"),
        ("the mayor opened a swimming pool", "not_covered"),
    ],
)
def test_another_corpus_is_compared_by_the_same_rules(text: str, verdict: str) -> None:
    assert look_up(text, LAKES).verdict == verdict


def test_the_built_in_corpus_was_read(tmp_path: Path) -> None:
    assert isinstance(CORPUS, Corpus)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("did anyone deny it?", "found"),
        ("Elon Musk was complicit in the mass exploitation", "not_covered"),
        ("No one voted for the amendment", "contradicted"),
        ("Yvette Cooper announced $10 million for local inquiries", "not_covered"),
        ("Yvette Cooper announced €10 million for local inquiries", "not_covered"),
    ],
)
def test_what_readers_found_wrong(text: str, verdict: str) -> None:
    assert look_up(text, STORE).verdict == verdict


@pytest.mark.parametrize(
    "query",
    [
        "The government has implemented all of the recommendations.",
        "Cooper is the Leader of the Opposition.",
        "Starmer said his focus was on exports.",
        "Musk doubted that this was a step in the right direction.",
        "Casey's review found that suspects were rarely Asian men.",
    ],
)
def test_what_puts_something_else_in_its_place_is_not_supported(query: str) -> None:
    assert look_up(query, STORE).verdict in {"not_covered", "contradicted"}
