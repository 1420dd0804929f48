"""A corpus is read whole or not at all; every problem of every file is told at once, in order.

A file in broken/ starts with the problems that it must give, one a line. It is
read beside the lakes: source-… in place of their source, lexicon-… as their
lexicon, any other as a further file of claims.
"""

from pathlib import Path

import pytest

from factcheck.corpus.corpus import Corpus, examine, read_corpus
from factcheck.corpus.verifying import check_quotations
from factcheck.problem import CorpusError, Problem
from factcheck.record import Lexicon, Name, quotations_of

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
PLACES = {"source": "sources/atlas.yaml", "lexicon": "lexicon.yaml"}


def problems_of(root: Path) -> list[Problem]:
    with pytest.raises(CorpusError) as caught:
        read_corpus(root)
    return list(caught.value.problems)


def told(root: Path) -> list[str]:
    return [str(problem).removeprefix(f"{root}/") for problem in problems_of(root)]


def put(root: Path, name: str, text: str = "") -> Path:
    path = root / name
    path.write_text(text, encoding="utf-8")
    return path


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(root, name, text.replace(old, new))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_fault_is_told_with_its_place_and_cause(lakes: Path, broken: Path) -> None:
    text = broken.read_text(encoding="utf-8")
    path = put(lakes, PLACES.get(broken.stem.split("-")[0], "claims/ponds.yaml"), text)
    expected = [line[2:] for line in text.splitlines() if line.startswith("# ")]
    assert expected
    assert [str(p).removeprefix(f"{path}:") for p in problems_of(lakes)] == expected


def test_the_lakes_have_no_problem(lakes: Path) -> None:
    corpus, problems, unproved, _ = examine(lakes)
    assert (problems, unproved) == ([], [])
    assert corpus == read_corpus(lakes)
    assert [claim.id for claim in corpus.claims] == ["lake-depth", "pond-drained"]
    assert corpus.lexicon == Lexicon()


def test_what_a_curator_leaves_out_is_filled_in(lakes: Path) -> None:
    claims = read_corpus(lakes).claims
    assert [claim.topics for claim in claims] == [("lakes",), ("lakes",)]
    assert {quotation.source for claim in claims for quotation in quotations_of(claim)} == {"atlas"}
    assert claims[1].replies[0].quotation.source == "atlas"


def test_the_files_own_topic_comes_first(lakes: Path) -> None:
    put(lakes, "claims/ponds.yaml", "topic: ponds\ntitle: Ponds\nclaims: []\n")
    edit(
        lakes, "claims/lakes.yaml", "    kind: figure\n", "    kind: figure\n    topics: [ponds]\n"
    )
    corpus = read_corpus(lakes)
    assert corpus.claims[0].topics == ("lakes", "ponds")
    assert [shelf.topic for shelf in corpus.shelves] == ["lakes", "ponds"]


def test_a_lexicon_is_read_if_there_is_one(lakes: Path) -> None:
    put(
        lakes,
        "lexicon.yaml",
        "names:\n  - {name: Lake Example, kind: place, aliases: [the lake]}\n",
    )
    assert read_corpus(lakes).lexicon.names == (Name("Lake Example", "place", ("the lake",)),)


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_the_folder_may_have_any_name(lakes: Path, name: str) -> None:
    put(lakes, "lexicon.yaml", "same: [[lake, water]]\n")
    assert read_corpus(lakes.rename(lakes.with_name(name))).lexicon.same == (("lake", "water"),)


def test_faults_of_all_files_are_told_at_once_in_order(lakes: Path) -> None:
    put(lakes, "claims/ponds.yaml", "topic: ponds\ntitle: no\nclaims: []\n")
    put(lakes, "lexicon.yaml", "names: []\nsame: [[]]\nsames: []\n")
    edit(lakes, "claims/lakes.yaml", "kind: figure", "kind: figures")
    edit(lakes, "claims/lakes.yaml", "end: 363", "end: late")
    edit(lakes, "sources/atlas.yaml", '"2020~"', "soon")
    dates = "2014, 2024-05, 1997/2013 or 2025-01~"
    kinds = "event, figure, finding, statement, allegation, pledge, judgement, reviewed"
    assert told(lakes) == [
        f"claims/lakes.yaml:6:11: 'figures' is none of {kinds}; did you mean 'figure'?",
        "claims/lakes.yaml:36:14: expected a whole number, found 'late'",
        "claims/ponds.yaml:2:8: 'no' is not plain text to YAML; write \"no\" in quotes",
        "lexicon.yaml:3:1: unknown key 'sames'; did you mean 'same'?",
        f"sources/atlas.yaml:5:7: 'soon' is not an EDTF date, such as {dates}",
    ]


def test_broken_rules_and_lost_quotations_are_told_together(lakes: Path) -> None:
    edit(lakes, "claims/lakes.yaml", "its deepest point", "its widest point")
    edit(lakes, "claims/lakes.yaml", "related: [pond-drained]", "related: [pond-drain]")
    edit(lakes, "sources/atlas.yaml", '"2020~"', "soon")
    corpus, problems, unproved, _ = examine(lakes)
    assert corpus is not None
    assert {problem.path.name for problem in problems} == {"lakes.yaml", "atlas.yaml"}
    assert [p.message for p in unproved] == ["not in the source from 'widest point' on"]
    assert len(problems_of(lakes)) == 3


def test_one_unread_file_does_not_make_others_references_unknown(lakes: Path) -> None:
    put(lakes, "sources/atlas.yaml", "id: [\n")
    (problem,) = told(lakes)
    assert problem.startswith("sources/atlas.yaml:2:1: not YAML: ")
    edit(lakes, "claims/lakes.yaml", "topic: lakes", "topic: 41")
    assert len(told(lakes)) == 2


def test_quotations_are_not_proved_against_the_wrong_source(lakes: Path) -> None:
    put(lakes, "sources/gazette.yaml", "id: gazette\n")
    edit(lakes, "claims/lakes.yaml", "its deepest point", "its widest point")
    assert {line.split(":")[0] for line in told(lakes)} == {"sources/gazette.yaml"}


def test_several_sources_must_each_be_named(lakes: Path) -> None:
    put(lakes, "sources/gazette.yaml", "id: gazette\noutlet: G\nkind: newspaper\ncaveats: []\n")
    message = "'source' is missing; the corpus has 2 sources"
    assert told(lakes) == [
        f"claims/lakes.yaml:{place}: {message}" for place in ("9:9", "32:9", "41:11")
    ]


@pytest.mark.parametrize("folder", ["claims", "sources"])
def test_a_folder_without_data_is_a_problem(lakes: Path, folder: str) -> None:
    for path in (lakes / folder).glob("*.yaml"):
        path.rename(path.with_suffix(".txt"))
    advice = "a corpus has claims/ and sources/"
    kinds = ".yaml or .jsonl" if folder == "claims" else ".yaml"
    assert told(lakes) == [f"{folder}: no {kinds} file in this folder; {advice}"]
    (lakes / folder).rename(lakes / "elsewhere")
    assert told(lakes) == [f"{folder}: no such folder; {advice}"]
    put(lakes, folder)
    assert told(lakes) == [f"{folder}: no such folder; {advice}"]


def test_nothing_at_all_is_two_problems(tmp_path: Path) -> None:
    root = tmp_path / "none"
    assert [str(problem.path) for problem in problems_of(root)] == [
        f"{root}/claims",
        f"{root}/sources",
    ]


def test_hidden_files_and_other_kinds_are_passed_over(lakes: Path) -> None:
    for name in (".ponds.yaml", "notes.txt", "ponds.yaml~", "ponds.yaml.orig"):
        put(lakes, f"claims/{name}", "[")
    assert len(read_corpus(lakes).shelves) == 1


def test_a_file_that_cannot_be_read_is_told(lakes: Path) -> None:
    (lakes / "claims" / "folder.yaml").mkdir()
    (lakes / "claims" / "link.yaml").symlink_to("nowhere")
    (lakes / "claims" / "old.yaml").write_bytes(b"topic: caf\xe9\n")
    assert told(lakes) == [
        "claims/folder.yaml: cannot be read: Is a directory",
        "claims/link.yaml: cannot be read: No such file or directory",
        "claims/old.yaml:1:11: not UTF-8: byte 0xe9; save the file as UTF-8",
    ]


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"{}", b"[" * 100_000, b"\x00"])
def test_a_damaged_fingerprint_is_told_at_the_record(lakes: Path, raw: bytes) -> None:
    (lakes / "sources" / "atlas.fingerprint").write_bytes(raw)
    (problem,) = told(lakes)
    assert problem.startswith("sources/atlas.yaml:4:14: fingerprint 'atlas.fingerprint': ")


def test_a_fingerprint_of_another_text_proves_nothing(lakes: Path) -> None:
    text = (lakes / "sources" / "atlas.fingerprint").read_text(encoding="utf-8")
    damaged = text.replace(text.split('"')[-2], "0" * 12).replace("[66, ", "[67, ", 1)
    put(lakes, "sources/atlas.fingerprint", damaged)
    assert told(lakes)[0] == (
        "claims/lakes.yaml:12:16: the quotation does not stand at 66-117, but at 67-117"
    )


def test_the_corpus_that_comes_along_has_no_problem() -> None:
    corpus, problems, unproved, _ = examine(HERE.parents[1])
    assert [*problems, *unproved] == []
    assert corpus is not None


def test_it_has_about_a_hundred_claims_on_about_a_dozen_topics(builtin: Corpus) -> None:
    assert 90 <= len(builtin.claims) <= 130
    assert 10 <= len(builtin.shelves) <= 14


def test_each_of_its_topics_has_claims(builtin: Corpus) -> None:
    topics = {shelf.topic for shelf in builtin.shelves}
    assert all(shelf.claims for shelf in builtin.shelves)
    assert {topic for claim in builtin.claims for topic in claim.topics} == topics


def test_each_of_its_claims_has_four_wordings_or_more(builtin: Corpus) -> None:
    assert [claim.id for claim in builtin.claims if len(set(claim.wordings)) < 4] == []


def test_each_of_its_quotations_is_exact(builtin: Corpus) -> None:
    assert [check for check in check_quotations(builtin) if check.fidelity != "exact"] == []


def test_its_quotations_are_under_two_thirds_of_its_source(builtin: Corpus) -> None:
    for name, source in builtin.fingerprints.items():
        quoted = {
            offset
            for claim in builtin.claims
            for quotation in quotations_of(claim)
            if quotation.source == name
            for offset in range(quotation.start, quotation.end)
        }
        tokens = [window.start for window in source.exact]
        assert len(quoted) < source.characters * 2 / 3
        assert len(quoted.intersection(tokens)) < len(tokens) * 2 / 3


def test_a_file_that_would_be_passed_over_by_its_ending_is_told(lakes: Path) -> None:
    (lakes / "claims" / "more.yml").write_text("topic: more\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"more\.yml: this file would not be read"):
        read_corpus(lakes)
