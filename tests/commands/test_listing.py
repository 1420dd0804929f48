"""What `list` promises: options only narrow or sort, and a mistaken one is named."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from ponds import claims, write_ponds
from processes import Done

from factcheck.record import KINDS
from factcheck.store.reading import Store

Run = Callable[..., Done]


def records(done: Done) -> list[dict]:
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def ids(done: Done) -> list[str]:
    assert done.status == 0, done.err
    return [line.split("\t")[0] for line in done.out.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_narrows_to_it(run: Run, store: Store, kind: str) -> None:
    listed = records(run("list", "--json", "--kind", kind))
    assert [one["id"] for one in listed] == [one.id for one in store.claims() if one.kind == kind]


def test_a_paragraph_narrows_to_what_is_quoted_from_it(run: Run, store: Store) -> None:
    quoting = [one.id for one in store.claims() if 33 in {q.paragraph for q in one.quotations}]
    assert ids(run("list", "--paragraph", "33")) == quoting


@pytest.mark.parametrize("name", ["Keir Starmer", "Starmer", "starmer", "the PM", "prime minister"])
def test_a_speaker_goes_by_any_name_of_his(run: Run, name: str) -> None:
    listed = records(run("list", "--json", "--speaker", name))
    assert {one["asserted_by"] for one in listed} >= {"Keir Starmer"}
    for one in listed:
        said = {one["asserted_by"], *(quote["speaker"] for quote in one["quotations"])}
        assert "Keir Starmer" in said


def test_an_outlet_speaks_only_in_what_it_asserts(run: Run) -> None:
    listed = records(run("list", "--json", "--speaker", "STV News"))
    assert {one["asserted_by"] for one in listed} == {"STV News"}


def test_a_speaker_whom_no_lexicon_knows_goes_by_a_word_of_the_name(run: Run, ponds: Path) -> None:
    for name in ("The council", "council", "COUNCIL"):
        done = run("list", "--speaker", name, FACTCHECK_CORPUS=ponds)
        assert ids(done) == ["ulmen-weir"]


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--speaker", "Muskk"), "did you mean 'Musk'?"),
        (("--speaker", "Yvette Coopr", "--topic", "vote"), "did you mean 'Yvette Cooper'?"),
        (("--speaker", "Jane Cooper"), "nobody of the name 'Jane Cooper'"),
        (("--speaker", ""), "nobody of the name ''"),
        (("--kind", "events"), "did you mean 'event'?"),
        (("--paragraph", "0"), "Invalid value for '--paragraph'"),
    ],
)
def test_what_is_unknown_is_wrong_usage(run: Run, options: tuple[str, ...], hint: str) -> None:
    done = run("list", *options)
    assert (done.status, done.out) == (2, "")
    assert hint in done.err


@pytest.mark.parametrize(
    "options", [("--paragraph", "999"), ("--speaker", "Musk", "--topic", "recommendations")]
)
def test_nothing_listed_is_said(run: Run, options: tuple[str, ...]) -> None:
    assert run("list", *options) == Done(0, "", "factcheck: no claim is so\n")


def test_options_narrow_together(run: Run) -> None:
    both = ids(run("list", "--speaker", "Musk", "--kind", "allegation"))
    assert both
    assert set(both) == set(ids(run("list", "--speaker", "Musk"))) & set(
        ids(run("list", "--kind", "allegation"))
    )


DATES = ("2021", "2019-05", "../2018", "2019-05-03?", "2019/..", "2019/2020", "201X", "2019-21")
IN_ORDER = ["../2018", "201X", "2019/2020", "2019/..", "2019-21", "2019-05-03?", "2021", ""]


def dated(root: Path, dates: tuple[str, ...]) -> Path:
    one = claims()[0] | {"related": []}
    made = [
        one | {"id": f"claim-{n}", "date": date, "wordings": [], "statement": f"Depth {n} is 41."}
        for n, date in enumerate(dates)
    ]
    return write_ponds(root, [{k: v for k, v in each.items() if v} for each in made])


def test_dates_sort_and_come_last_in_a_pipe(run: Run, tmp_path: Path) -> None:
    dates = (*(one for one in DATES if one != "2019-05"), "")
    root = dated(tmp_path / "ponds", dates)
    done = run("list", "--by-date", FACTCHECK_CORPUS=root)
    assert [line.split("\t")[2] for line in done.out.splitlines()] == IN_ORDER, done.err


def test_sorting_loses_nothing(run: Run) -> None:
    plain, by_date = run("list", "--json"), run("list", "--json", "--by-date")
    assert sorted(plain.out.splitlines()) == sorted(by_date.out.splitlines())
    dates = [one["date"] for one in records(by_date)]
    assert all(earlier is not None or later is None for earlier, later in pairwise(dates))
