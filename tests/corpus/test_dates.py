"""Dates: EDTF and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corpus.dates import bounds, date_problem

DATE_LIKE = st.lists(
    st.sampled_from("2014 05 31 - / .. ~ ? % X Y T Z : [ } ,".split()), max_size=10
).map("".join)
DATES = """
    2014 2024-05 2024-05-06 2016-02-29 1997/2013 2024-05-01/2024-06-30 2014/..
    2025-01~ 2025~ 2014? 2014% 201X 2014-XX 2014-21 [2014,2015]
"""
NO_DATES = """
    14 2014-5 2014-13 2014-00 2014-02-30 2015-02-29 2014-04-31 06/05/2014 2014.05
    2014-05-06/2014-02-29 tomorrow 2014-W05 2014-1X
"""


@pytest.mark.parametrize("text", DATES.split())
def test_edtf_is_taken(text: str) -> None:
    assert date_problem(text) is None


@pytest.mark.parametrize("text", ["", "May 2014", "circa 2014", "2014 - 05", *NO_DATES.split()])
def test_what_is_no_day_month_or_year_is_refused(text: str) -> None:
    assert date_problem(text) == (
        f"'{text}' is not an EDTF date, such as 2014, 2024-05, 1997/2013 or 2025-01~"
    )


@settings(deadline=None)
@given(text=DATE_LIKE | st.text(max_size=12))
def test_no_text_stops_the_program(text: str) -> None:
    assert date_problem(text) is None or text in date_problem(text)


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert date_problem("1984-1X") is not None
    date_problem("[")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", (2014, 1, 1), (2014, 12, 31)),
        ("2014-02", (2014, 2, 1), (2014, 2, 28)),
        ("2014-02-03", (2014, 2, 3), (2014, 2, 3)),
        ("2024-12~", (2024, 12, 1), (2024, 12, 31)),
        ("1997/2013", (1997, 1, 1), (2013, 12, 31)),
        ("../2013", None, (2013, 12, 31)),
        ("2013/..", (2013, 1, 1), None),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("-0044", (-44, 1, 1), (-44, 12, 31)),
        ("[..1760-12-03]", None, (1760, 12, 3)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: object, last: object) -> None:
    assert date_problem(text) is None
    assert bounds(text) == (first, last)
