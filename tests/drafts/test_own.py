"""What `annotate` and `export` write of a claim is no finding, and nothing else passes for it."""

import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from shutil import which

import pytest
from thoroughness import some

from factcheck.api.corpora import Corpus
from factcheck.api.examining import Asked, Examination
from factcheck.api.opened import Opened
from factcheck.commands.annotate import _supported
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import Draft
from factcheck.drafts.finding import Finding
from factcheck.drafts.noting import noted
from factcheck.show.citing import NOTES, STYLES
from factcheck.store.reading import Store

DAY = date(2031, 2, 3)
BY_PANDOC = Path(__file__).with_name("annotated-by-pandoc.html")
"""A footnote of the claim `CITED`, as `pandoc -f markdown -t html` of the text of `annotated`."""
CITED = "policing-550-arrests"
EVERY = 6
"""Each form of an export is checked with one claim of so many, as a rule with half of them."""
FEWER = 8
"""`annotate` is, as a rule, with one of so many."""
ALLEGED = "musk-starmer-charges"
pandoc = pytest.mark.skipif(not which("pandoc"), reason="pandoc isn't here; a file of its is read")
Check = Callable[..., list[Finding]]
Sample = Callable[[Iterable, int], list]


@pytest.fixture(scope="module")
def check(store: Store) -> Check:
    def findings(text: str, extension: str = ".md") -> list[Finding]:
        draft = Draft(f"x{extension}", [text], extension)
        examination = Examination([draft], 0, Asked(Corpus(Opened([], store))))
        return [*examination.findings(Baseline(), lambda _: None)]

    return findings


def annotated(text: str, store: Store, form: str = "short") -> str:
    places, *_ = _supported(Path("x.md"), text, Corpus(Opened([], store)))
    names = {name for _, claims in places for name in claims}
    done = noted(text, places, {name: noted_of(name, store, form) for name in names})
    assert done is not None
    return done.text


def noted_of(name: str, store: Store, form: str = "full") -> str:
    number = store.number_of(name)
    assert number is not None
    return NOTES[form](store.claim(number), store, DAY)


def kinds(findings: list[Finding]) -> list[str]:
    return [one.kind.id for one in findings]


def html_of(text: str) -> str:
    command = ["pandoc", "-f", "markdown", "-t", "html"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def test_a_footnote_adds_no_finding_and_annotating_again_adds_nothing(
    store: Store, check: Check, sample: Sample
) -> None:
    for number, claim in enumerate(sample(store.claims(), FEWER)):
        form = "short" if number % 2 else "full"
        cited = annotated(f"{claim.statement}\n", store, form)
        assert f"[^{claim.id}]: " in cited
        assert kinds(check(cited)) == [], claim.id
        if number % EVERY == 0:
            assert annotated(cited, store, form) == cited


@pytest.mark.parametrize("style", STYLES)
def test_an_export_has_no_findings(store: Store, check: Check, sample: Sample, style: str) -> None:
    text = STYLES[style](sample([*store.claims()][::EVERY], 6), store, DAY)
    assert [(one.sentence, one.found) for one in check(text)] == []


@pandoc
@pytest.mark.parametrize("style", some(STYLES, 4))
def test_an_export_has_no_findings_as_html(
    store: Store, check: Check, sample: Sample, style: str
) -> None:
    text = html_of(STYLES[style](sample([*store.claims()][::EVERY], 6), store, DAY))
    assert [(one.sentence, one.found) for one in check(text, ".html")] == []


@pandoc
def test_footnotes_have_no_findings_as_html(store: Store, check: Check, sample: Sample) -> None:
    text = "\n\n".join(claim.statement for claim in sample([*store.claims()][::EVERY], 4))
    for form in sample(NOTES, 4):
        found = check(html_of(annotated(text, store, form)), ".html")
        assert [(one.sentence, one.found) for one in found] == []


def test_what_pandoc_made_of_a_footnote_has_no_findings(check: Check) -> None:
    text = BY_PANDOC.read_text(encoding="utf-8")
    assert "footnote-back" in text
    assert check(text, ".html") == []


@pytest.mark.parametrize(("of", "in_place"), [("550", "650"), ("May 2024", "May 2023")])
def test_a_footnote_that_somebody_changed_is_checked(
    store: Store, check: Check, of: str, in_place: str
) -> None:
    text = f"[^x]: {noted_of(CITED, store)}\n\nIt rained.[^x]\n"
    assert check(text) == []
    assert kinds(check(text.replace(of, in_place))) != []


def test_what_a_claim_quotes_is_the_writers_own_without_its_marks(
    store: Store, check: Check
) -> None:
    claim = store.claim(store.number_of(ALLEGED) or 0)
    quoted = claim.quotations[0].text
    cited = f"It rained.[^x]\n\n[^x]: {noted_of(ALLEGED, store)}\n"
    assert kinds(check(cited)) == []
    assert kinds(check(f"{cited}\n{quoted}.\n")) == ["unattributed"]


def test_a_caveat_of_a_claim_that_the_draft_does_not_print_is_checked(
    store: Store, check: Check, sample: Sample
) -> None:
    caveats = "\n\n".join(caveat for claim in sample(store.claims(), 4) for caveat in claim.caveats)
    assert len(check(caveats)) > 5


def test_the_statement_of_an_allegation_still_needs_its_reply(store: Store, check: Check) -> None:
    statement = store.claim(store.number_of("musk-insulted-phillips") or 0).statement
    assert kinds(check(f"{statement}\n")) == ["reply"]
