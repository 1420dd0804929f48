"""The built-in corpus keeps every rule of its own, and every quotation is exact."""

from collections import Counter
from pathlib import Path

import pytest

from factcheck.corpus.corpus import Corpus, examine
from factcheck.corpus.verifying import check_quotations
from factcheck.record import quotations_of
from factcheck.show.escaping import sic

ROOT = Path(__file__).parents[1]
HEADINGS = {30, 37, 47, 52, 57, 58}


def test_no_problem_anywhere() -> None:
    _, problems, unproved, unkept = examine(ROOT)
    assert [*problems, *unproved, *unkept] == []


def test_every_quotation_is_exact(corpus: Corpus) -> None:
    assert {check.fidelity for check in check_quotations(corpus)} == {"exact"}


def test_size(corpus: Corpus) -> None:
    assert 90 <= len(corpus.claims) <= 130
    assert 10 <= len(corpus.shelves) <= 14


def test_every_paragraph_but_the_headings_is_quoted(corpus: Corpus) -> None:
    quoted = {q.paragraph for claim in corpus.claims for q in quotations_of(claim)}
    assert set(range(1, 59)) - quoted == HEADINGS


def test_quotations_stay_under_two_thirds_of_the_article(corpus: Corpus) -> None:
    source = next(iter(corpus.fingerprints.values()))
    spans = [(q.start, q.end) for claim in corpus.claims for q in quotations_of(claim)]
    covered = {place for start, end in spans for place in range(start, end)}
    assert len(covered) < source.characters * 2 / 3


def test_every_claim_has_what_curation_asks(corpus: Corpus) -> None:
    for claim in corpus.claims:
        assert len(set(claim.wordings)) >= 9, claim.id
        assert len(claim.misreadings) + len(claim.boundaries) >= 2, claim.id
        assert claim.related, claim.id
        assert claim.statement.endswith("."), claim.id


def test_every_number_of_a_figure_claim_is_data(corpus: Corpus) -> None:
    assert not [claim.id for claim in corpus.claims if claim.kind == "figure" and not claim.figures]


def test_what_is_said_of_a_named_person_has_the_reply(corpus: Corpus) -> None:
    claims = {claim.id: claim for claim in corpus.claims}
    for name in ("musk-starmer-complicit", "musk-starmer-charges", "musk-called-out-starmer"):
        assert "denied" in claims[name].replies[0].quotation.text
    assert "upside down" in claims["musk-insulted-phillips"].replies[0].quotation.text


@pytest.mark.parametrize("word", ["true", "false"])
def test_no_statement_calls_anything_true_or_false(corpus: Corpus, word: str) -> None:
    texts = [text for claim in corpus.claims for text in (claim.statement, *claim.caveats)]
    assert not [text for text in texts if word in text.lower().split()]


def test_no_dates_but_the_articles(corpus: Corpus) -> None:
    years = Counter(claim.date[:4] for claim in corpus.claims if claim.date)
    assert set(years) <= {
        "1997",
        "2010",
        "2012",
        "2014",
        "2015",
        "2018",
        "2022",
        "2023",
        "2024",
        "2025",
    }


def test_misprints_are_marked(corpus: Corpus) -> None:
    errors = next(iter(corpus.sources.values())).errors
    texts = [q.text for claim in corpus.claims for q in quotations_of(claim)]
    marked = {text for text in texts if "[sic]" in sic(text, errors)}
    assert any("Rotheram" in text for text in marked)
    assert all("Rotheram [sic]" in sic(text, errors) for text in texts if "Rotheram" in text)
    assert sic("in Rotherham", errors) == "in Rotherham"
