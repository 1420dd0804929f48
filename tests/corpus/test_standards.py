"""The standards of curation, both ways; the records are on a pond."""

import pytest

from factcheck.corpus.standards import of_claim
from factcheck.record import Claim, Figure, Quotation, Reply

SAYS = Quotation(
    "The weir had “held for two-thirds of a century”, 41 metres down.", "Atlas", 1, 0, 9
)
SOUND = Claim(
    "weir",
    'The Atlas says that the weir had "held for two-thirds of a century".',
    "event",
    "Atlas",
    (SAYS,),
    ("One gauge only, on the St. Anne side.",),
    ("the weir held for two-thirds of a century", "for two-thirds of a century the weir held"),
    figures=(
        Figure(2 / 3, "share", "of a century", "exact", said="two-thirds"),
        Figure(41, "metres", "depth", "exact"),
    ),
)
REPLY = Quotation("The owner says that it “leaks a little” in May.", "Atlas", 2, 10, 50)

FAULTY = [
    (SOUND._replace(caveats=("One.", "Two.", "Three.", "Four.", "Five.")), "at most 4 caveats"),
    (SOUND._replace(caveats=("One gauge only. It was old.",)), "a caveat is one sentence"),
    (SOUND._replace(statement='The weir "never leaked".'), "“never leaked”"),
    (SOUND._replace(figures=(Figure(2 / 3, "share", "of it", "exact"),)), "say in 'said'"),
    (SOUND._replace(figures=(Figure(40, "metres", "depth", "exact"),)), "say in 'said'"),
    (SOUND._replace(figures=(Figure(0.5, "share", "of it", "exact", said="half"),)), "“half”"),
    (SOUND._replace(wordings=("the weir held", "that weir has held")), "says no more than"),
]


@pytest.mark.parametrize(("claim", "told"), FAULTY)
def test_what_falls_short_is_told(claim: Claim, told: str) -> None:
    (problem,) = of_claim(claim)
    assert told in problem[1]


def test_a_sound_record_has_no_problem() -> None:
    assert list(of_claim(SOUND)) == []


def test_a_reply_may_carry_the_words_in_quotation_marks() -> None:
    answered = SOUND._replace(
        statement='The owner says that the weir "leaks a little".',
        replies=(Reply("The owner", "The owner says so.", REPLY),),
    )
    assert list(of_claim(answered)) == []
