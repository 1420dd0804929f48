"""What `search` promises: it finds a thing however it is written, marks it, and judges nothing."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import claims, write_ponds
from processes import Done

Run = Callable[..., Done]
MARK = re.compile("«([^»]*)»")


def found(done: Done) -> list[str]:
    return [line.split("\t")[0] for line in done.out.splitlines()]


def test_a_search_writes_so(run: Run, golden: Callable[[str, str], None]) -> None:
    done = run("search", "apology")
    assert (done.status, done.err) == (0, "")
    golden("search.txt", done.out)


@pytest.mark.parametrize(
    ("asked", "name", "marked"),
    [
        ("1400", "history-1400-rotherham", "1,400"),
        ("1,400", "history-1400-rotherham", "1,400"),
        ("twelve", "recommendations-twelve", "12"),
        ("12", "recommendations-twelve", "12"),
        ("£10 million", "funding-ten-million", "£10m"),
        ("Tories", "vote-unlikely-to-pass", "Conservatives"),
        ("the PM", "politicians-starmer-focus", "Keir Starmer"),
        ("rotherham", "history-1400-rotherham", "Rotherham"),
        ("2018", "history-robinson-contempt", "2018"),
        ("ITV", "musk-phillips-upside-down", "ITV"),
    ],
)
def test_it_is_found_however_it_is_written(run: Run, asked: str, name: str, marked: str) -> None:
    done = run("search", "--limit", "50", asked)
    lines = {line.split("\t")[0]: line for line in done.out.splitlines()}
    assert (done.status, done.err) == (0, "")
    assert marked in MARK.findall(lines[name])


def test_each_claim_that_is_found_has_every_word(run: Run) -> None:
    done = run("search", "--json", "Musk", "Phillips")
    for line in done.out.splitlines():
        claim = json.loads(line)
        assert "Musk" in line
        assert "Phillips" in line
        text = claim["found"]["text"]
        assert claim["found"]["words"] == [text[a:b] for a, b in claim["found"]["spans"]]


def test_if_no_claim_has_all_of_it_that_is_said(run: Run) -> None:
    done = run("search", "--limit", "50", "Casey xylophone")
    assert done.status == 0
    assert done.err == "factcheck: no claim has all of these words; each of these has some\n"
    assert set(found(done)) == set(found(run("search", "--limit", "50", "Casey")))


def test_a_length_of_time_is_no_bare_number(run: Run) -> None:
    assert run("search", "24").status == 3


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("xylophone", "what there is: factcheck topics"),
        ("harbour", "did you mean 'labour'?"),
        ("the", "no word to search for"),
        ("🦆", "no word to search for"),
        ("\x1b[31m\x07", "what there is: factcheck topics"),
    ],
)
def test_nothing_found_says_what_else_to_try(run: Run, asked: str, hint: str) -> None:
    for form in ((), ("--json",)):
        done = run("search", *form, "--", asked)
        assert (done.status, done.out) == (3, "")
        assert hint in done.err
        assert "\x1b" not in done.err


def test_a_word_put_right_is_named(run: Run) -> None:
    done = run("search", "Rotherhma")
    assert "«Rotherham»" in done.out
    assert "searched for “rotherham”" in done.err


def test_an_empty_search_is_wrong_usage(run: Run) -> None:
    assert run("search", " ").status == 2
    assert run("search").status == 2


def test_the_limit_says_how_many_are_left(run: Run) -> None:
    done = run("search", "--limit", "2", "Musk")
    total = len(found(run("search", "--limit", "50", "Musk")))
    assert len(found(done)) == 2
    assert done.err == f"factcheck: the best 2 of {total}; --limit {total} lists all\n"


def test_a_topic_narrows_it(run: Run) -> None:
    done = run("search", "--json", "--topic", "vote", "inquiry")
    assert all("vote" in json.loads(line)["topics"] for line in done.out.splitlines())
    assert "did you mean 'vote'" in run("search", "--topic", "votes", "inquiry").err


def test_what_is_alleged_is_marked_and_who_replies_named(run: Run, ponds: Path) -> None:
    done = run("search", "poisoned", FACTCHECK_CORPUS=ponds)
    who = "alleged by The anglers' club; The owner of the mill replies"
    assert done.out.rstrip("\n").split("\t")[2] == who


def test_a_misreading_is_no_hit(run: Run, tmp_path: Path) -> None:
    wrong = {"wording": "a walrus was seen", "differs": "object", "correction": "Herons were."}
    first, *others = claims()
    records = [first | {"misreadings": [wrong]}, *others]
    root = write_ponds(tmp_path / "ponds", records)
    done = run("search", "walrus", FACTCHECK_CORPUS=root)
    assert (done.status, done.out) == (3, ""), done.err


def test_several_corpora_are_searched_together(run: Run, ponds: Path) -> None:
    done = run("search", "2014", "--corpus", str(ponds), "--corpus", "builtin")
    assert "builtin:history-2014-jay-report" in found(done)
    done = run("search", "herons", "--corpus", str(ponds), "--corpus", "builtin")
    assert found(done) == ["ponds:ulmen-herons"]


@pytest.mark.parametrize("name", ["musk", "rotherham-1400", "national-inquiry"])
def test_an_unknown_id_whose_words_claims_have_is_to_be_searched_for(run: Run, name: str) -> None:
    done = run("show", name)
    assert (done.status, done.out) == (2, "")
    command = done.err.strip().partition("; claims that speak of it: factcheck ")[2]
    assert run(*shlex.split(command)).status == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("recommendation-twelve", "; did you mean 'recommendations-twelve'?\n"),
        ("kangaroo", "; all ids: factcheck list\n"),
        ("musk-kangaroo", "; all ids: factcheck list\n"),
    ],
)
def test_an_unknown_id_is_not_searched_for_if_it_is_a_slip_or_nothing_has_it(
    run: Run, name: str, told: str
) -> None:
    done = run("show", name)
    assert (done.status, done.err) == (2, f"factcheck: unknown claim '{name}'{told}")
