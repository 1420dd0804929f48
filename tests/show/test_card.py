"""The short answer fits a screen, and drops no attribution, denial or warning."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from builtin import CORPUS, STORE
from rich.console import Console

from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import look_up
from factcheck.show.card import card
from factcheck.show.plain import plain
from factcheck.show.screen import screen

UNRELATED = Path(__file__).parents[1] / "unrelated.txt"
ROWS = 24


def lines(answer: Answer) -> int:
    """Return how many lines of 80 columns an answer takes."""
    file = io.StringIO()
    Console(file=file, width=80).print(screen(card(answer, STORE)))
    return len(file.getvalue().splitlines())


def lengths(texts: Iterable[str]) -> dict[str, list[int]]:
    """Return by verdict how long the answers to some texts are."""
    found: dict[str, list[int]] = {}
    for text in texts:
        answer = look_up(text, STORE)
        found.setdefault(answer.verdict, []).append(lines(answer))
    return found


def test_an_answer_takes_half_a_screen_and_never_more_than_one(
    sample: Callable[[Iterable, int], list],
) -> None:
    said = [claim.statement for claim in CORPUS.claims]
    misread = [one.wording for claim in CORPUS.claims for one in claim.misreadings[:1]]
    unrelated = UNRELATED.read_text(encoding="utf-8").splitlines()[::6]
    for verdict, taken in lengths(sample([*said, *misread, *unrelated], 4)).items():
        most = 12 if verdict == "not_covered" else 14
        assert sum(taken) <= most * len(taken), verdict
        assert max(taken) <= ROWS


def test_a_claim_is_shown_with_whose_it_is_and_what_was_replied() -> None:
    for claim in CORPUS.claims:
        answer = look_up(claim.statement, STORE)
        best = STORE.claim(answer.matches[0].number)
        text = plain(card(answer, STORE))
        replied = [part for reply in best.replies for part in (reply.by, reply.text)]
        for told in (best.asserted_by, best.no_reply, best.caveats[0], best.id, *replied):
            assert (told or "") in text
        assert any(quotation.locator in text for quotation in best.quotations)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Casey made 20 recommendations", "CONTRADICTED · you say “20”; the record has “12”."),
        (
            "Did Casey make 12 recommendations?",
            "SUPPORTED · the source reports this from Baroness Casey.",
        ),
        (
            "Who is the CEO of Tesla?",
            "FOUND · The article describes Elon Musk as CEO of Tesla.",
        ),
        (
            "1,400 Muslim children were exploited in Rotherham",
            "CLOSE · the record doesn't say “Muslim”.",
        ),
        ("Musk", "FOUND · claims that speak of “Musk”."),
        ("a train crash in Norwich", "NOT COVERED · the corpus has nothing that settles this."),
        (
            "Starmer was complicit in the rape of Britain",
            "ALLEGED by Elon Musk · a reply is reported.",
        ),
    ],
)
def test_an_answer_leads_with_the_answer_or_the_difference(query: str, first: str) -> None:
    assert plain(card(look_up(query, STORE), STORE)).splitlines()[0] == first


def test_the_words_in_question_are_underlined_on_a_terminal() -> None:
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True, color_system="standard")
    console.print(screen(card(look_up("Casey made 20 recommendations", STORE), STORE)))
    assert "\x1b[3;4m12\x1b[0m" in file.getvalue()
