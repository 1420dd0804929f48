"""Verifying: each quotation is exact, typographic, absent or unread, and says why."""

from pathlib import Path

import pytest

from factcheck.corpus.corpus import Corpus, examine, read_corpus
from factcheck.corpus.fingerprint import make
from factcheck.corpus.verifying import against_text, check_quotations

QUOTED = "Lake Example reaches 41 metres at its deepest point"


@pytest.fixture
def corpus(lakes: Path) -> Corpus:
    return read_corpus(lakes)


def rewritten(root: Path, old: str, new: str) -> Corpus:
    path = root / "claims" / "lakes.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    corpus, *_ = examine(root)
    assert corpus is not None
    return corpus


def test_each_quotation_is_checked_replies_too(corpus: Corpus) -> None:
    checks = check_quotations(corpus)
    assert [(check.claim, check.source, check.locator) for check in checks] == [
        ("lake-depth", "atlas", "paragraph 2"),
        ("pond-drained", "atlas", "paragraph 4"),
        ("pond-drained", "atlas", "paragraph 4"),
    ]
    assert {(check.fidelity, check.reason) for check in checks} == {("exact", "")}


@pytest.mark.parametrize(
    ("new", "fidelity", "reason"),
    [
        (
            "Lake\u2003Example reaches 41 metres at its deepest point",
            "typographic",
            "differs from the source in quotation marks, dashes or spaces only",
        ),
        (
            "Lake Example reaches 41 metres at its shallowest point",
            "absent",
            "not in the source from 'shallowest point' on",
        ),
    ],
)
def test_a_departure_is_told_with_its_reason(
    lakes: Path, new: str, fidelity: str, reason: str
) -> None:
    check = check_quotations(rewritten(lakes, QUOTED, new))[0]
    assert (check.fidelity, check.reason, check.text) == (fidelity, reason, new)


def test_without_a_fingerprint_a_quotation_is_unread(lakes: Path) -> None:
    path = lakes / "sources" / "atlas.yaml"
    text = path.read_text(encoding="utf-8").replace("fingerprint: atlas.fingerprint\n", "")
    path.write_text(text, encoding="utf-8")
    corpus = read_corpus(lakes)
    assert {(check.fidelity, check.reason) for check in check_quotations(corpus)} == {
        ("unread", "source 'atlas' has no fingerprint to check against")
    }
    assert against_text(corpus, "atlas", "")[0] == (
        "source 'atlas' has no fingerprint; make one with `factcheck fingerprint`"
    )


def test_the_right_text_agrees(corpus: Corpus, atlas: str) -> None:
    assert against_text(corpus, "atlas", atlas) == []
    assert corpus.fingerprints["atlas"] == make(atlas)


def test_a_text_changed_elsewhere_is_not_the_fingerprints(corpus: Corpus, atlas: str) -> None:
    changed = atlas.replace("four metres", "nine metres")
    assert against_text(corpus, "atlas", changed) == [
        "the fingerprint of 'atlas' is not this text's"
    ]


def test_a_shifted_text_disagrees_with_every_quotation(corpus: Corpus, atlas: str) -> None:
    found = against_text(corpus, "atlas", " " + atlas)
    assert len(found) == 4
    assert found[1] == f"lake-depth: the text at 66-117 is not '{QUOTED}'"


def test_another_sources_quotations_are_not_compared(corpus: Corpus) -> None:
    assert against_text(corpus, "gazette", "") == [
        "source 'gazette' has no fingerprint; make one with `factcheck fingerprint`"
    ]
