"""What the pages of a site promise: all of a claim, whole links, and nothing from elsewhere."""

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from builtin import CORPUS, STORE
from processes import Done
from reading import Read, pages_in
from reviewed import reviewed, write_long

from factcheck.record import Correction, Withdrawal
from factcheck.show.blocks import claim_blocks
from factcheck.site.brief import brief
from factcheck.site.claim_page import claim_page
from factcheck.site.inert import inert
from factcheck.site.names import claim_path, file_name
from factcheck.site.page import Site, material
from factcheck.site.rendering import POLICY, Renderer
from factcheck.site.searching import OPENING, search_script
from factcheck.site.shelves import shelf_pages

SITE = Site("Sources", None, date(2025, 6, 15))
PLACED = re.compile(r" \(characters \d+ to \d+; ")


@pytest.fixture(scope="module")
def built(builtin_site: Path) -> dict[str, Read]:
    return pages_in(builtin_site)


@pytest.mark.parametrize("name", ["index", "claims/ulmen-mill"])
def test_a_page_is_so(pond_site: Path, golden: Callable[[str, str], None], name: str) -> None:
    text = (pond_site / f"{name}.html").read_text(encoding="utf-8")
    golden(f"site-{name.rpartition('/')[2]}.html", text)


def test_a_claim_has_a_page_that_says_all_that_show_says(built: dict[str, Read]) -> None:
    for claim in CORPUS.claims:
        read = built[claim_path(claim.id)].text
        for block in claim_blocks(claim, STORE, whole=True):
            for line in block.lines if block.label not in {"Claim", "Related"} else ():
                said = re.sub(r"^(Misread|Put right|Not said|Said): ", "", line)
                said = PLACED.sub(" (", said)
                for part in said.split("; ") if block.label == "Other wordings" else [said]:
                    assert " ".join(part.split()) in read, (claim.id, block.label)


def test_a_reply_stands_wherever_an_allegation_does(built: dict[str, Read]) -> None:
    alleged = [brief(claim) for claim in CORPUS.claims if claim.kind == "allegation"]
    assert alleged
    for path, page in built.items():
        for one in alleged:
            if one.statement in page.text and path != one.path:
                assert all(reply in page.text for reply in one.replies), path
                assert one.label in page.text


def test_every_allegation_has_a_reply_or_says_why_it_has_none() -> None:
    assert all(brief(one).replies for one in CORPUS.claims if one.kind == "allegation")


def test_a_misreading_stands_only_on_its_claim_with_what_puts_it_right(
    built: dict[str, Read], builtin_site: Path
) -> None:
    index = (builtin_site / "assets" / "claims.js").read_text(encoding="utf-8")
    for claim in CORPUS.claims:
        for one in claim.misreadings:
            assert json.dumps(one.wording, ensure_ascii=False)[1:-1] not in index
            has = [path for path, page in built.items() if f"Misread “{one.wording}" in page.text]
            assert claim_path(claim.id) in has
            assert all(one.correction in built[path].text for path in has if claim.id in path)


def test_a_withdrawn_and_a_corrected_claim_say_so_wherever_they_stand() -> None:
    gone = CORPUS.claims[0]._replace(
        withdrawn=Withdrawal("2025-06-01", "the source was withdrawn"),
        corrections=(Correction("2025-05-01", "the place", "it was misread"),),
    )
    gathered = material(STORE, (gone,), ())
    renderer = Renderer(SITE)
    pages = {page.path: Read(renderer.html(page)).text for page in shelf_pages(gathered)}
    pages["claim"] = Read(renderer.html(claim_page(gone, gathered, SITE))).text
    for path in ("claim", "corrections.html"):
        assert "since 1 June 2025: the source was withdrawn" in pages[path]
        assert "1 May 2025: the place (it was misread)" in pages[path]
    holding = [text for path, text in pages.items() if gone.statement in text]
    assert len(holding) > 3
    assert all("Withdrawn" in text for text in holding)
    assert "[withdrawn]" in search_script([gone])


def test_every_link_leads_to_a_page_of_the_site_or_to_the_web(
    built: dict[str, Read], builtin_site: Path
) -> None:
    files = {path.relative_to(builtin_site).as_posix() for path in builtin_site.rglob("*.*")}
    for path, page in built.items():
        ids = {f"#{one}" for one in page.values("id")}
        for place in page.values("href") + page.values("src"):
            parts = urlsplit(place)
            if parts.scheme:
                assert parts.scheme in {"http", "https"}
            elif not parts.path:
                assert place in ids, path
            else:
                target = PurePosixPath(path).parent / unquote(parts.path)
                found = (builtin_site / target).resolve().relative_to(builtin_site.resolve())
                assert not parts.path.startswith("/")
                assert found.as_posix() in files, (path, place)


def test_a_page_can_be_read_by_anybody(built: dict[str, Read]) -> None:
    for path, page in built.items():
        assert page.headings.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(page.headings)), path
        assert page.unclosed == page.open == [], path
        assert len(set(page.values("id"))) == len(page.values("id")), path
        names = [tag.name for tag in page.tags]
        assert all(names.count(one) == 1 for one in ("main", "header", "footer", "title"))
        assert page.tags[0].attributes["lang"] == "en"
        first = next(tag for tag in page.tags if tag.name == "a")
        assert first.attributes == {"class": "skip", "href": "#main"}


def test_nothing_runs_or_loads_that_is_not_the_sites_own(built: dict[str, Read]) -> None:
    for page in built.values():
        policy = page.tags[3].attributes
        assert (policy["http-equiv"], policy["content"]) == ("Content-Security-Policy", POLICY)
        for tag in page.tags:
            assert not [name for name in tag.attributes if name.startswith("on") or name == "style"]
            if tag.name in {"script", "link", "img"} and tag.attributes.get("rel") != "canonical":
                place = tag.attributes.get("src") or tag.attributes["href"]
                assert not urlsplit(place).scheme
                assert not place.startswith("//")
            assert tag.name not in {"style", "iframe", "object", "base"}


def test_only_the_base_url_makes_permanent_addresses(pond_site: Path, builtin_site: Path) -> None:
    address = "https://ponds.example/facts/claims/ulmen-mill.html"
    page = pages_in(pond_site)["claims/ulmen-mill.html"]
    assert page.values("href").count(address) == 2  # for machines, and for readers
    assert f"Record: {address}, as of 15 June 2025." in page.text
    lost = pages_in(pond_site)["404.html"]
    assert all(place[0] in "/#" for place in lost.values("href"))
    rels = [one for page in pages_in(builtin_site).values() for one in page.values("rel")]
    assert "canonical" not in rels


def test_claimreview_is_in_the_pages_that_have_a_verdict_if_somebody_publishes_them() -> None:
    published = Site("Sources", "https://desk.example/", date(2025, 6, 15), "The Desk")
    sound = material(STORE, tuple(CORPUS.claims), ())
    renderer = Renderer(published)
    for claim in CORPUS.claims[::5]:
        html = renderer.html(claim_page(claim, sound, published))
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        told = [one for text in found for one in json.loads(text)["@graph"]]
        alleged = claim.kind == "allegation"
        assert len(told) == len(claim.misreadings) + alleged
        page = f"https://desk.example/{claim_path(claim.id)}"
        assert {one["url"].partition("#")[0] for one in told} <= {page}
        marks = [one["url"].partition("#")[2] for one in told[alleged:]]
        assert all(f'id="{mark}"' in html for mark in marks)
        assert "ld+json" not in Renderer(SITE).html(claim_page(claim, sound, SITE))


def test_a_citation_drops_nothing(pond_site: Path) -> None:
    read = pages_in(pond_site)["claims/ulmen-mill.html"].text
    cited = read.partition("Cite this")[2]
    for part in (
        "The anglers' club claims that the paper mill has poisoned Ulmen Pond.",
        "poisened [sic]",
        "Asserted by: The anglers' club, as reported by Pond Atlas.",
        "Reply of The owner of the mill: The owner denies it.",
        "An allegation: the source reports that it was made",
        "The atlas made no measurement of its own.",
        "The atlas counts quarries apart.",
    ):
        assert part in cited


def test_a_long_list_goes_on_over_pages(run: Callable[..., Done], tmp_path: Path) -> None:
    write_long(tmp_path / "lakes", [reviewed(number) for number in range(205)])
    assert run("site", "-o", tmp_path / "out", "--corpus", tmp_path / "lakes").status == 0
    pages = pages_in(tmp_path / "out")
    topics = [path for path in pages if path.startswith("topics/")]
    assert len(topics) == 3
    held = [path for topic in topics for path in pages[topic].values("href") if "claims/" in path]
    assert len(set(held)) == len(held) == 205
    assert "Page 1 of 3" in pages[min(topics)].text


def test_names_of_pages_are_safe_and_never_meet() -> None:
    odd = ["A b", "a b", "a-b", "../x", "con", "COM1", "a_2", "", ".", "é", "e", "x" * 500, "日本"]
    odd += ["</script>", "a\0b", "a/b", "a\\b", "\udcff", "nul", "two:a", "A B"]
    names = [file_name(one) for one in odd]
    assert len({name.lower() for name in names}) == len(odd)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,119}", name) for name in names)
    assert "con" not in names


def test_the_search_has_every_claim_and_reads_back(builtin_site: Path) -> None:
    script = (builtin_site / "assets" / "claims.js").read_text(encoding="utf-8")
    rows = json.loads(script.removeprefix(OPENING).rstrip().removesuffix(";"))
    assert [row[0] for row in rows] == [claim_path(claim.id) for claim in CORPUS.claims]
    assert [row[1] for row in rows] == [inert(brief(claim).statement) for claim in CORPUS.claims]
    assert not set(script) & set("<>&")


def test_no_page_calls_anything_true_or_false(pond_site: Path) -> None:
    text = " ".join(page.text for page in pages_in(pond_site).values())
    assert not re.search(r"\b(true|false)\b", text, re.IGNORECASE)


def test_a_page_that_lacks_a_value_is_a_fault_and_no_gap() -> None:
    from jinja2 import UndefinedError

    page = claim_page(CORPUS.claims[0], material(STORE, CORPUS.claims, ()), SITE)
    less = {name: value for name, value in page.values.items() if name != "caveats"}
    with pytest.raises(UndefinedError):
        Renderer(SITE).html(page._replace(values=less))
