"""What a look-up answers, on the built-in corpus and on two tiny ones."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from builtin import CORPUS, STORE
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
VOUCHED = {"supported", "alleged", "found"}


def ids(answer: Answer, store: Store = STORE) -> list[str]:
    return [store.claim(match.number).id for match in answer.matches]


def kinds(answer: Answer) -> set[str]:
    best = (*answer.matches, *answer.closest)[0]
    return {reason.kind for reason in best.judgement.decisive}


def test_every_text_of_a_claim_is_supported_by_it(sample: Callable[[Iterable, int], list]) -> None:
    for claim in sample(CORPUS.claims, 10):
        quotations = (quotation.text for quotation in claim.quotations)
        for text in (claim.statement, *claim.wordings, *quotations):
            answer = look_up(text, STORE, limit=10)  # six claims share a quotation
            assert answer.verdict in VOUCHED, text
            assert claim.id in ids(answer), text


def test_no_misreading_is_vouched_for(sample: Callable[[Iterable, int], list]) -> None:
    for claim in sample(CORPUS.claims, 6):
        for misreading in claim.misreadings:
            assert look_up(misreading.wording, STORE).verdict not in VOUCHED, misreading.wording


def test_a_reason_quotes_what_was_typed_and_what_the_record_has(
    sample: Callable[[Iterable, int], list],
) -> None:
    for claim in sample(CORPUS.claims, 3):
        for typed in (misreading.wording for misreading in claim.misreadings):
            found = (*(answer := look_up(typed, STORE)).matches, *answer.closest)[0]
            kept = STORE.claim(found.number)
            texts = [kept.statement, *kept.wordings, *(quote.text for quote in kept.quotations)]
            for one in found.judgement.reasons:
                if one.kind not in {"misreading", "boundary", "date", "rate"}:
                    assert stands(one.said, typed), (one, typed)
                    assert any(stands(one.recorded, text) for text in texts), (one, typed)


def stands(told: str, text: str) -> bool:
    """Whether what is told stands in a text, an ellipsis left out."""
    plain = text.lower().replace("’", "'")
    return all(part.lower().replace("’", "'") in plain for part in told.split(" … "))


def test_a_denial_is_not_taken_for_the_allegation_nor_against_it() -> None:
    denied = look_up("Starmer vehemently denied failing to act as DPP", STORE)
    assert (denied.verdict, ids(denied)[0]) == ("supported", "politicians-starmer-denial")
    alleged = look_up("Starmer failed to act as DPP", STORE)
    assert (alleged.verdict, ids(alleged)[0]) == ("alleged", "musk-called-out-starmer")
    assert STORE.claim(alleged.matches[0].number).replies
    told = look_up("Musk accused Starmer of failing to act as DPP", STORE)
    assert told.verdict == "supported"


@pytest.mark.parametrize(
    ("text", "said", "recorded"),
    [
        ("the market hall was closed for ten weeks", "ten", "eleven"),
        ("the market hall was closed for two years", "two years", "eleven weeks"),
        ("the market hall was closed for 12 weeks", "12", "eleven"),
        ("the market hall was not closed for eleven weeks", "not closed", "closed"),
    ],
)
def test_a_reason_has_both_values_as_people_say_them(text: str, said: str, recorded: str) -> None:
    answer = look_up(text, HALL)
    assert answer.verdict == "contradicted"
    (reason,) = answer.matches[0].judgement.decisive
    assert (reason.said, reason.recorded) == (said, recorded)


def test_what_is_foreign_in_each_clause_is_not_parted() -> None:
    foreign = "octopuses have blue blood"
    assert look_up(f"{foreign}, and squids have ink", STORE).parts == ()
    found = look_up(f"Baroness Casey made 12 recommendations, and {foreign}", STORE)
    assert [part.verdict for part in found.parts] == ["supported", "not_covered"]


@pytest.mark.parametrize("clause", ["and nobody cared", "and no one noticed", "and everyone knew"])
def test_a_clause_that_no_record_has_opens_the_whole(clause: str) -> None:
    for text, store in (
        ("1,400 children were exploited in Rotherham", STORE),
        ("Phillips turned down Oldham's request for a national inquiry", STORE),
        ("a burst pipe shut Lower Fenwick's market hall", HALL),
    ):
        assert look_up(text, store).verdict == "supported", text
        answer = look_up(f"{text} {clause}", store)
        assert (answer.verdict, answer.matches) == ("close", ())


@pytest.mark.parametrize(
    ("text", "verdict", "kind"),
    [
        ("1,400 children were sexually exploited in Rotherham", "supported", ""),
        ("fourteen hundred kids were exploited in Rotherham", "supported", ""),
        ("14,000 children were sexually exploited in Rotherham", "contradicted", "number"),
        ("1,400 children were sexually exploited in Oldham", "close", "actor"),
        ("Starmer accused the Conservatives of being far right", "close", "attachment"),
        ("£10m went to Baroness Casey", "close", "attachment"),
        ("Conservatives tabled the Schools Bill in January", "close", "attachment"),
        ("Police forces would order the government to reopen some cases", "close", "attachment"),
        ("Jay found 1,400 mostly Asian males sexually exploited children", "close", "number"),
        ("The 1,400 children in the Jay report were exploited in Oldham", "contradicted", "place"),
        ("1,400 Muslim children were sexually exploited in Rotherham", "close", "added"),
        ("Alexis Jay published her Rotherham report in 2016", "contradicted", "date"),
        ("Jay did not find that 1,400 children were exploited", "contradicted", "negation"),
        ("the suspects in Casey's review were Asian men", "close", "quantity"),
        ("By May 2024 around 550 suspects had been convicted", "close", "added"),
        ("Jess Phillips called Elon Musk an evil witch", "close", "role"),
        ("police reopened some historic grooming cases", "close", "mood"),
        ("Labour won the vote by more than 20", "close", "number"),
        ("nine women were convicted over a grooming scandal in Rochdale in 2012", "close", "added"),
    ],
)
def test_verdict_and_kind_of_reason(text: str, verdict: str, kind: str) -> None:
    answer = look_up(text, STORE)
    assert answer.verdict == verdict
    assert not kind or kind in kinds(answer)


@pytest.mark.parametrize(
    "text",
    [
        "the Bank of England raised interest rates",
        "how to bake sourdough bread",
        "Liverpool won the league",
        "?!…",
        "大阪の天気はどうですか",
    ],
)
def test_what_the_corpus_does_not_speak_of_is_not_covered(text: str) -> None:
    answer = look_up(text, STORE)
    assert answer.verdict == "not_covered"
    assert answer.matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "who will chair the national inquiry?",
        "how long will the national inquiry take?",
        "Casey was paid half a million pounds for the audit",
    ],
)
def test_what_the_sources_are_silent_on_is_settled_by_nothing(text: str) -> None:
    answer = look_up(text, STORE)
    assert answer.verdict in {"close", "not_covered"}
    assert answer.matches == ()


def test_a_question_is_judged_as_its_statement() -> None:
    asked = "Was Tommy Robinson sentenced to jail for contempt of court?"
    assert look_up(asked, STORE).verdict == "supported"
    assert look_up("Did Casey make 20 recommendations?", STORE).verdict == "contradicted"


def test_what_asserts_nothing_is_found() -> None:
    for text, claim in (
        ("how many recommendations did Casey make?", "recommendations-twelve"),
        ("how long did Casey's audit take?", "audit-rapid-three-month"),
        ("Casey audit recommendations", "recommendations-twelve"),
    ):
        answer = look_up(text, STORE)
        assert answer.verdict == "found"
        assert claim in ids(answer)


def test_a_sentence_is_as_strong_as_its_weakest_part() -> None:
    right = "Casey made 12 recommendations"
    for other, verdict in (
        ("Phillips turned down Oldham's request for a national inquiry", "supported"),
        ("Starmer failed to act as DPP", "alleged"),
        ("Alexis Jay published her Rotherham report in 2016", "contradicted"),
        ("the inquiry will be chaired by a judge", "close"),
    ):
        answer = look_up(f"{right}, and {other}.", STORE)
        assert answer.verdict == verdict
        assert answer.parts[0].verdict == "supported"


def test_an_allegation_that_stands_beside_a_fact_is_still_one() -> None:
    answer = look_up("Casey made 12 recommendations and Starmer failed to act as DPP", STORE)
    assert [part.verdict for part in answer.parts] == ["supported", "alleged"]


@pytest.mark.parametrize("limit", [1, 2, 5, 9])
def test_matches_and_nearest_together_keep_the_limit(limit: int) -> None:
    for text in ("national inquiry", "1,400 children in Rochdale", "Casey audit cost"):
        answer = look_up(text, STORE, limit=limit)
        assert len(answer.matches) + len(answer.closest) <= limit


def test_a_topic_narrows() -> None:
    answer = look_up("Musk called Phillips an evil witch", STORE, topics=["vote"])
    assert answer.matches == ()
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
    assert (answer.verdict in {"close", "not_covered"}) == (not answer.matches)
    assert all(0 <= match.score <= 1 for match in (*answer.matches, *answer.closest))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Lake Example is 41 metres deep", "supported"),
        ("Lake Example is 47 metres deep", "contradicted"),
        ("Lake Example is 58 metres deep", "contradicted"),
        ("the anglers accused the keeper of draining the pond", "supported"),
        ("the keeper drained the pond", "alleged"),
        ("the keeper accused the anglers of draining 12 ponds", "close"),
        ("the mayor opened a swimming pool", "not_covered"),
    ],
)
def test_another_corpus_is_compared_by_the_same_rules(text: str, verdict: str) -> None:
    assert look_up(text, LAKES).verdict == verdict


def test_the_built_in_corpus_was_read(tmp_path: Path) -> None:
    assert isinstance(CORPUS, Corpus)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "text",
    [
        "The government has implemented all of the recommendations.",
        "Cooper is the Leader of the Opposition.",
        "Starmer said his focus was on exports.",
        "Musk doubted that this was a step in the right direction.",
        "Casey's review found that suspects were rarely Asian men.",
        "Muslim grooming gangs exploited thousands of girls.",
        "500,000 children are abused every year.",
        "It is false that Musk called Phillips an evil witch.",
        "If Casey had made 12 recommendations, it would have been too few.",
        "Phillips called herself an evil witch.",
        "Musk apologised for calling Phillips an evil witch.",
        "Cooper stole £10 million from local inquiries.",
        "Yvette Cooper announced $10 million for local inquiries.",
        "Elon Musk was complicit in the mass exploitation.",
    ],
)
def test_what_says_more_or_else_than_the_record_is_not_vouched_for(text: str) -> None:
    assert look_up(text, STORE).verdict not in VOUCHED


def test_who_is_answered_by_the_claim_that_tells_least_besides() -> None:
    best = look_up("Who led the audit?", STORE).matches[0]
    assert CORPUS.claims[best.number].id == "audit-led-by-casey"
    best = look_up("How many recommendations did Casey make?", STORE).matches[0]
    assert CORPUS.claims[best.number].id == "recommendations-twelve"
