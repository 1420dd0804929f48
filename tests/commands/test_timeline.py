"""What `timeline` promises: earliest first, no date surer than it is, and nothing dropped."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from ponds import claims, hostile_claims, hostile_sources, write_ponds
from processes import Done

from factcheck.show.dated import Entry
from factcheck.show.timeline import timeline
from factcheck.show.timeline_svg import svg

Run = Callable[..., Done]
SVG = "{http://www.w3.org/2000/svg}"
ENTRY = Entry("2019", "The weir was repaired.", "weir", "", (), True, (2019, 1, 1), (2019, 12, 31))  # noqa: FBT003
SPAN = ENTRY._replace(date="1990 to 2012", id="span", first=(1990, 1, 1), last=(2012, 12, 31))
ALLEGED = ENTRY._replace(
    id="mill",
    note="alleged by the club",
    replies=("Reply of the owner: he denies it.",),
    sure=False,
)


def texts(picture: str) -> str:
    return " ".join(one.text or "" for one in ET.fromstring(picture).iter(f"{SVG}text"))  # noqa: S314


def test_a_timeline_writes_so(run: Run, golden: Callable[[str, str], None]) -> None:
    done = run("timeline", "--topic", "vote")
    assert (done.status, done.err) == (0, "factcheck: 9 claims have no date\n")
    golden("timeline.txt", done.out)


def test_a_picture_is_so(run: Run, golden: Callable[[str, str], None], tmp_path: Path) -> None:
    file = tmp_path / "time.svg"
    root = write_ponds(tmp_path / "ponds")
    done = run("timeline", "--svg", file, FACTCHECK_CORPUS=root)
    assert done == Done(0, "", "factcheck: 1 claim has no date\n")
    golden("timeline.svg", file.read_text(encoding="utf-8"))


def test_json_has_the_days_between_which_a_date_lies(run: Run) -> None:
    done = run("timeline", "--json")
    entries = [json.loads(line) for line in done.out.splitlines()]
    assert all(one["date"] for one in entries)
    assert all(a["first"] <= b["first"] for a, b in pairwise(entries))
    assert (entries[0]["first"], entries[0]["last"]) == ("1997-01-01", "2013-12-31")


def test_dated_and_undated_are_all_of_them(run: Run) -> None:
    done = run("timeline")
    undated = int(re.search(r"(\d+) claims have no date", done.err)[1])
    assert done.out.count("\n") + undated == run("list").out.count("\n")


def test_an_inferred_date_says_so_everywhere(run: Run, tmp_path: Path) -> None:
    records = [one | {"date": "2019~", "date_inferred": "From the paint."} for one in claims()]
    root = write_ponds(tmp_path / "ponds", records)
    assert "2019~\tFrom the paint.\t" in run("timeline", FACTCHECK_CORPUS=root).out
    assert run("timeline", "--svg", tmp_path / "a.svg", FACTCHECK_CORPUS=root).status == 0
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert texts(picture).count("about 2019, inferred") == len(records)
    assert 'class="sure"' not in picture


def test_a_picture_holds_each_entry_whole() -> None:
    told = texts(svg([SPAN, ENTRY, ALLEGED], 2))
    assert "mill (alleged by the club)" in told
    assert "Reply of the owner: he denies it." in told
    assert "2 claims have no date." in told


def test_a_picture_holds_no_character_that_xml_lacks() -> None:
    told = texts(svg([ENTRY._replace(statement="a\ufffe\uffff & <b>")], 0))
    assert "a�� & <b>" in told


def test_a_picture_can_be_read_without_being_seen() -> None:
    root = ET.fromstring(svg([SPAN, ALLEGED], 0))  # noqa: S314
    names = {one.get("id"): one.text for one in root}
    assert root.get("aria-labelledby") == "title desc"
    assert names["title"]
    assert "2 dated claims" in names["desc"]
    (held,) = (one for one in root if one.get("role") == "list")
    assert [one.get("role") for one in held] == ["listitem"] * 2


def test_a_mark_lies_where_its_days_are() -> None:
    open_span = SPAN._replace(first=None)
    root = ET.fromstring(svg([open_span, SPAN, ENTRY], 0))  # noqa: S314
    marks = [one for one in root.iter(f"{SVG}rect") if one.get("class")]
    left = [float(one.get("x")) for one in marks]
    right = [float(one.get("x")) + float(one.get("width")) for one in marks]
    assert left[0] == left[1] < right[0] == right[1] < left[2] < right[2]


def test_a_hostile_corpus_makes_a_sound_picture(run: Run, tmp_path: Path) -> None:
    evil = "</title><script>alert(1)</script> & ]]>"
    records = [
        one | {"statement": f"{evil} {n}", "date": "2019"} for n, one in enumerate(hostile_claims())
    ]
    root = write_ponds(tmp_path / "ponds", records, hostile_sources())
    done = run("timeline", "--svg", tmp_path / "a.svg", FACTCHECK_CORPUS=root)
    assert done.status == 0, done.err
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert not list(ET.fromstring(picture).iter(f"{SVG}script"))  # noqa: S314
    assert "<script>alert(1)</script>" in texts(picture)


def test_a_picture_is_not_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "time.svg"
    file.write_text("mine", encoding="utf-8")
    done = run("timeline", "--svg", file)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"factcheck: {file} exists; --force overwrites it\n"
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("timeline", "--svg", file, "--force").status == 0
    assert file.read_text(encoding="utf-8").endswith("</svg>\n")


def test_without_any_date_no_picture_is_made(run: Run, tmp_path: Path) -> None:
    undated = [{k: v for k, v in one.items() if k != "date"} for one in claims()]
    root = write_ponds(tmp_path / "ponds", undated)
    done = run("timeline", "--svg", tmp_path / "a.svg", FACTCHECK_CORPUS=root)
    assert (done.status, done.out) == (3, "")
    assert not (tmp_path / "a.svg").exists()


def test_a_picture_and_json_exclude_each_other(run: Run, tmp_path: Path) -> None:
    assert run("timeline", "--json", "--svg", tmp_path / "a.svg").status == 2


@pytest.mark.parametrize(("width", "lines"), [(200, 4), (80, 4), (30, 6)])
def test_each_entry_stands_by_itself_with_its_date_first(width: int, lines: int) -> None:
    drawn = list(timeline([SPAN, ALLEGED], width))
    assert len(drawn) == lines
    assert all(line.cell_len <= width for line in drawn)
    told = "\n".join(line.plain for line in drawn)
    for one in (SPAN, ALLEGED):
        assert one.date in told
        assert one.id in told
        assert one.note in told


@pytest.mark.parametrize("name", ["x.png", "x", "x.svg.txt"])
def test_a_picture_of_another_kind_is_refused_and_the_right_name_is_told(
    run: Run, tmp_path: Path, name: str
) -> None:
    done = run("timeline", "--svg", name, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    meant = done.err.strip().rpartition("such as ")[2]
    assert not [*tmp_path.iterdir()]
    assert run("timeline", "--svg", meant, cwd=tmp_path).status == 0
    assert run("timeline", "--svg", "UPPER.SVG", cwd=tmp_path).status == 0
