"""Whatever a record holds, a page shows it as text and is built as if it held none of it."""

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from poisoned import ATTACKS, POISON, made
from reading import Read

from factcheck.show.escaping import UNSAFE
from factcheck.site.inert import inert
from factcheck.site.page import Site
from factcheck.site.searching import OPENING

SAFE_PATH = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9][a-z0-9_.-]*\.(?:html|svg|js|css|txt)")


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("bad"), POISON)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("good"), "word")


def shape(files: dict[str, str]) -> list[object]:
    return [Read(text).form for path, text in files.items() if path.endswith(".html")]


def test_a_page_is_built_alike_whatever_it_says(bad: dict[str, str], good: dict[str, str]) -> None:
    assert len(shape(bad)) > 12
    assert shape(bad) == shape(good)


def test_an_attack_is_shown_as_it_is_written(bad: dict[str, str]) -> None:
    read = Read(bad["claims/ulmen-mill.html"]).text
    for attack in ATTACKS:
        assert " ".join(inert(attack).split()) in read
    assert "root:" not in read


def test_a_claimreview_ends_no_script(tmp_path: Path) -> None:
    site = Site(POISON, "https://x.example/", date(2025, 6, 15), POISON)
    for path, text in made(tmp_path, POISON, site).items():
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        for script in scripts:
            assert json.loads(script)["@graph"], path
            assert not {*"<>&"} & {*script}


def test_no_page_and_no_script_holds_a_character_that_steers(bad: dict[str, str]) -> None:
    for path, text in bad.items():
        if path.split("/")[-1] not in {"minisearch.js", "minisearch.licence.txt"}:
            assert not UNSAFE.search(text.replace("\n", "")), path


def test_no_link_runs_anything(bad: dict[str, str]) -> None:
    for text in bad.values():
        for place in Read(text).values("href") if text.startswith("<!doctype") else ():
            assert re.match(r"[a-z0-9./_#-]+$", place)


def test_the_names_of_files_are_safe(bad: dict[str, str]) -> None:
    assert all(SAFE_PATH.fullmatch(path) and len(path) < 150 for path in bad)
    assert len({path.lower() for path in bad}) == len(bad)


def test_the_search_reads_an_attack_as_text(bad: dict[str, str]) -> None:
    script = bad["assets/claims.js"]
    rows = json.loads(script.removeprefix(OPENING).rstrip().removesuffix(";"))
    assert len(rows) == 4
    assert all(inert(POISON) in row[1] for row in rows)
    assert "<" not in script


def test_the_picture_is_sound_and_runs_nothing(bad: dict[str, str]) -> None:
    root = ET.fromstring(bad["timeline.svg"])  # noqa: S314
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "text", "g", "line"}
    assert not [n for e in root.iter() for n in e.attrib if n.startswith("on") or "href" in n]
