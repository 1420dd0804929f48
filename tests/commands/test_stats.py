"""What `stats` promises: its numbers are those of what `list` lists, each named."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from processes import Done
from rich.cells import cell_len

from factcheck.record import Claim
from factcheck.show.counting import BY, counts, ranked
from factcheck.show.drawing import bars

Run = Callable[..., Done]


def test_stats_write_so(run: Run, golden: Callable[[str, str], None]) -> None:
    done = run("stats")
    assert (done.status, done.err) == (0, "")
    golden("stats.txt", done.out)


def test_topics_are_counted_as_topics_counts_them(run: Run) -> None:
    topics = [json.loads(line) for line in run("topics", "--json").out.splitlines()]
    counted = run("stats", "--json").data["topic"]
    assert {one["topic"]: one["claims"] for one in counted} == {
        one["topic"]: one["claims"] for one in topics
    }


@pytest.mark.parametrize("by", ["kind", "paragraph"])
def test_each_number_is_that_of_what_is_listed(
    run: Run, by: str, sample: Callable[[Iterable, int], list]
) -> None:
    for one in sample(run("stats", "--json").data[by], 6):
        listed = run("list", f"--{by}", str(one[by])).out
        assert listed.count("\n") == one["claims"]


def test_every_claim_has_one_kind_and_one_who_asserts_it(run: Run) -> None:
    data = run("stats", "--json").data
    for by in ("kind", "speaker"):
        assert sum(one["claims"] for one in data[by]) == data["claims"]


@pytest.mark.parametrize("by", BY)
def test_one_count_may_be_asked_for(run: Run, by: str) -> None:
    every = run("stats").out.splitlines()
    assert run("stats", "--by", by).out.splitlines() == [
        line for line in every if line.startswith(f"{by}\t")
    ]
    assert set(run("stats", "--json", "--by", by).data) == {"claims", by}


def test_an_unknown_count_is_wrong_usage(run: Run) -> None:
    done = run("stats", "--by", "topics")
    assert (done.status, done.out) == (2, "")
    assert "did you mean 'topic'?" in done.err


def test_a_topic_narrows_it(run: Run) -> None:
    listed = run("list", "--topic", "vote").out.count("\n")
    assert run("stats", "--json", "--topic", "vote").data["claims"] == listed


def test_paragraphs_of_several_sources_are_told_apart(run: Run, ponds: Path) -> None:
    done = run("stats", "--by", "paragraph", FACTCHECK_CORPUS=ponds)
    assert "paragraph\tgazette, paragraph 1\t1\n" in done.out
    assert "paragraph\tpond-atlas, paragraph 1\t1\n" in done.out


def test_a_claim_of_nobody_is_counted_too() -> None:
    found = counts([Claim("a", "It is so.", "reviewed")])
    assert ranked(found, "speaker") == [("not named", 1)]
    assert ranked(found, "paragraph") == []


@pytest.mark.parametrize("width", [20, 40, 80])
def test_bars_fit_and_are_as_long_as_the_numbers_say(width: int) -> None:
    drawn = [line.plain for line in bars([("a rather long name", 40), ("b", 20), ("c", 1)], width)]
    lengths = [line.count("█") for line in drawn]
    assert all(cell_len(line) <= width for line in drawn)
    assert lengths[0] >= lengths[1] >= lengths[2] >= 1
    assert abs(lengths[0] - 2 * lengths[1]) <= 1
    assert [line.split()[-2] for line in drawn] == ["40", "20", "1"]
