"""Dates, figures and sources in words."""

import pytest

from factcheck.record import Claim, Figure, Source
from factcheck.show.wording import (
    attribution,
    citation,
    claim_date,
    date_in_words,
    figure_in_words,
    in_marks,
)

SOURCE = Source(id="atlas", outlet="Pond Atlas", kind="report", caveats=())
CLAIM = Claim(
    id="c",
    statement="s",
    kind="finding",
    asserted_by="Rangers",
    quotations=(),
    caveats=(),
    wordings=(),
)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2014", "2014"),
        ("2024-05", "May 2024"),
        ("2024-05-07", "7 May 2024"),
        ("1997/2013", "1997 to 2013"),
        ("2025~", "about 2025"),
        ("2025-01?", "probably January 2025"),
        ("2024-12-31/2025-01-01", "31 December 2024 to 1 January 2025"),
        ("2024-21", "2024-21"),
        ("20XX", "20XX"),
        ("/2024", "an open date to 2024"),
    ],
)
def test_dates_read_as_people_write_them(edtf: str, expected: str) -> None:
    assert date_in_words(edtf) == expected


def test_an_inferred_date_says_so() -> None:
    dated = CLAIM._replace(date="2024", date_inferred="the page before")
    assert claim_date(dated) == "2024 [inferred: the page before]"
    assert claim_date(CLAIM) is None


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(1400, "children", "children", "exact"), "1,400: children"),
        (Figure(1400, "children", "children", "at-least"), "at least 1,400: children"),
        (Figure(0.07, "share", "of all", "exact"), "7%: of all"),
        (Figure(0.125, "share", "of all", "exact"), "12.5%: of all"),
        (Figure(0.005, "share", "of all", "under"), "under 0.5%: of all"),
        (Figure(10_000_000, "GBP", "funding", "exact", "year"), "£10,000,000: funding, per year"),
        (Figure(12_345_678_901, "GBP", "debt", "exact"), "£12,345,678,901: debt"),
        (Figure(2.5, "metres", "depth", "about"), "about 2.5: depth"),
    ],
)
def test_a_figure_keeps_every_digit_and_its_hedge(figure: Figure, expected: str) -> None:
    assert figure_in_words(figure) == expected


def test_a_citation_says_what_is_not_known() -> None:
    assert citation(SOURCE) == (
        "[author not given], [headline not given], Pond Atlas, [date not given], "
        "[web address not given]"
    )


def test_a_citation_gives_what_is_known() -> None:
    known = SOURCE._replace(
        author="A. Reed", title="Ponds", date="2021-11-05", url="https://atlas.example"
    )
    assert citation(known) == (
        "A. Reed, “Ponds”, Pond Atlas, 5 November 2021, https://atlas.example"
    )


def test_a_citation_marks_what_is_inferred() -> None:
    known = SOURCE._replace(date="2021~", inferred={"outlet": "the footer", "date": "the text"})
    assert "Pond Atlas [outlet inferred], [about 2021, inferred]" in citation(known)


def test_an_attribution_names_every_hand() -> None:
    assert attribution(CLAIM, SOURCE) == "Rangers, as reported by Pond Atlas"
    relayed = CLAIM._replace(through=("the survey",))
    assert attribution(relayed, SOURCE) == (
        "Rangers, as reported by the survey and then by Pond Atlas"
    )
    own = CLAIM._replace(asserted_by="Pond Atlas")
    assert attribution(own, SOURCE) == "Pond Atlas, in its own words"


@pytest.mark.parametrize("text", ["“Yes, he said.”", '"Yes"', "‘Yes’.", "“Yes, he said"])
def test_a_quotation_with_its_own_marks_gets_no_more(text: str) -> None:
    assert in_marks(text) == text


@pytest.mark.parametrize("text", ["“Yes”, he said", '"Half" true', "“Yes” and “no”"])
def test_one_that_only_begins_with_another_stands_in_marks(text: str) -> None:
    assert in_marks(text) == f"“{text}”"


def test_another_quotation_gets_marks() -> None:
    assert in_marks("Yes") == "“Yes”"
