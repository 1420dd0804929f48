"""A compiled corpus gives back what was put in, in memory as on disk."""

from pathlib import Path

import pytest
from ponds import claims, sources, write_ponds

from factcheck.corpus.corpus import Corpus, read_corpus
from factcheck.record import Quotation, quotations_of
from factcheck.store.compiling import compile_corpus
from factcheck.store.reading import Store
from factcheck.store.weights import Weights

TERMS = ["pond", "deep", "metr", "weir"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus(write_ponds(tmp_path_factory.mktemp("corpus")))


@pytest.fixture(scope="module")
def compiled(corpus: Corpus) -> Store:
    return compile_corpus(corpus, None)


def test_every_record_comes_back_unchanged(corpus: Corpus, compiled: Store) -> None:
    assert list(compiled.claims()) == list(corpus.claims)
    assert compiled.sources == corpus.sources
    assert sorted(compiled.ids_from("")) == sorted(claim.id for claim in corpus.claims)


def test_the_built_in_corpus_comes_back_unchanged(store: Store) -> None:
    for number, claim in enumerate(store.claims()):
        assert store.number_of(claim.id) == number
        assert all(quotation.source in store.sources for quotation in quotations_of(claim))


def test_an_index_on_disk_gives_the_same_candidates(
    corpus: Corpus, compiled: Store, tmp_path: Path
) -> None:
    on_disk = compile_corpus(corpus, tmp_path)
    assert on_disk.candidates(TERMS) == compiled.candidates(TERMS)
    assert list(on_disk.claims()) == list(compiled.claims())
    weights = [on_disk.weights.get(term) for term in TERMS]
    assert weights == [compiled.weights.get(term) for term in TERMS]
    assert None not in weights


def test_two_compilations_hold_the_same(corpus: Corpus, tmp_path: Path) -> None:
    shared = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        compile_corpus(corpus, tmp_path / name)
        shared.append((tmp_path / name / "shared.json").read_bytes())
    assert shared[0] == shared[1]


def test_candidates_keep_to_topics_and_limit(compiled: Store) -> None:
    assert len(compiled.candidates(TERMS, limit=2)) == 2
    assert len(compiled.candidates(TERMS, topics=["ponds"])) == len(claims())
    assert compiled.candidates(TERMS, topics=["unheard-of"]) == []
    assert compiled.candidates([]) == []
    assert compiled.candidates(["unheard-of"]) == []


def test_topics_count_their_claims(compiled: Store) -> None:
    assert compiled.topics == [("ponds", "Ponds", len(claims()))]
    assert len(list(compiled.claims(["ponds"]))) == len(claims())
    assert list(compiled.claims(["unheard-of"])) == []


def test_sources_of_a_claim_start_with_the_main_one(compiled: Store) -> None:
    names = [source.id for source in compiled.sources_of(compiled.claim(0))]
    assert names == ["pond-atlas", "gazette"]


def test_fidelity_says_how_a_quotation_was_proved(compiled: Store) -> None:
    atlas, gazette = compiled.claim(0).quotations
    assert compiled.fidelity(atlas) == "exact"
    assert compiled.fidelity(gazette) == "unread"


def test_weights_fall_with_frequency() -> None:
    found = Weights({"a": 3, "b": 1, "c": 1}, [], 3)
    assert 0 < found.get("a", 0.0) < found.get("b", 0.0) == found.get("c", 0.0) == 1
    assert found.get("d") is None
    assert found.get("d", 0.5) == 0.5


def test_a_folder_that_cannot_be_written_is_an_oserror(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"\S"):
        compile_corpus(corpus, tmp_path / "missing" / "folder")


def test_a_quotation_without_source_gets_the_only_one(tmp_path: Path) -> None:
    (claim,) = (claim for claim in claims() if claim["id"] == "ulmen-weir")
    for quotation in claim["quotations"]:
        del quotation["source"]
    corpus = read_corpus(write_ponds(tmp_path / "one", [claim], sources()[:1]))
    (found,) = compile_corpus(corpus, None).claims()
    assert isinstance(found.quotations[0], Quotation)
    assert found.quotations[0].source == "pond-atlas"
