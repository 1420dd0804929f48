"""A packed corpus: what opens elsewhere says the same, and nothing is made or trusted there."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from ponds import write_ponds
from reviewed import reviewed, write_long

import factcheck
from factcheck.arrow import pack
from factcheck.store.packed import PACKED

QUERIES = (
    "Ulmen Pond is 52 metres deep",
    "Ulmen Pond has a depth of 41 metres",
    "the paper mill has poisoned the pond",
    reviewed(11)["statement"],
    "the Bank of England cut interest rates",
)


@pytest.fixture
def mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with kept claims and a long shelf, and a cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = write_ponds(tmp_path / "mixed")
    write_long(root, [reviewed(number) for number in range(40)])
    return root


@pytest.fixture
def packed(mixed: Path, tmp_path: Path) -> Path:
    """The same, packed, and carried away from where it was packed, with no cache."""
    pack(tmp_path / "here", mixed)
    shutil.make_archive(str(tmp_path / "carried"), "zip", tmp_path / "here")
    shutil.unpack_archive(tmp_path / "carried.zip", tmp_path / "there" / "mixed")
    shutil.rmtree(tmp_path / "here")
    shutil.rmtree(tmp_path / "cache")
    return tmp_path / "there" / "mixed"


def held(folder: Path) -> dict[Path, bytes]:
    """Return what all files of a folder hold but locks."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path: path.read_bytes() for path in paths}


def said(root: Path) -> list[dict]:
    with factcheck.open(root) as corpus:
        return [answer.to_dict() for answer in corpus.lookup_many(QUERIES)]


def test_it_answers_as_the_corpus_does(packed: Path, mixed: Path) -> None:
    found = said(packed)
    assert found == said(mixed)
    assert len({answer["verdict"] for answer in found}) > 3


def test_it_has_the_claims_the_topics_and_the_findings_of_the_corpus(
    packed: Path, mixed: Path
) -> None:
    with factcheck.open(packed) as one, factcheck.open(mixed) as other:
        assert [c.to_dict() for c in one.claims] == [c.to_dict() for c in other.claims]
        assert one.topics == other.topics
        draft = "“Ulmen Pond is 52 metres deep,” says the Pond Atlas."
        assert one.check(draft).to_dict() == other.check(draft).to_dict()


def test_opening_it_makes_no_index_and_changes_no_file(packed: Path, tmp_path: Path) -> None:
    before = held(packed)
    said(packed)
    assert held(packed) == before
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is mapped")
def test_its_indexes_are_mapped_into_memory_where_they_lie(packed: Path) -> None:
    with factcheck.open(packed) as corpus:
        corpus.lookup(QUERIES[0])
        mapped = Path("/proc/self/maps").read_text("utf-8")
    assert str(packed / "kept") in mapped
    assert str(packed / "long" / "lake-reviews") in mapped


def test_a_file_that_is_damaged_or_missing_is_named(packed: Path) -> None:
    for path, content in held(packed).items():
        for damaged in (content[:-1], None):
            path.unlink()
            if damaged is not None:
                path.write_bytes(damaged)
            with pytest.raises(factcheck.CorpusError) as raised:
                factcheck.open(packed)
            named = [problem.path for problem in raised.value.problems]
            assert named[:1] == [packed / "claims" if path.name == PACKED else path] or damaged
            assert named == [path] or path.name == PACKED
            path.write_bytes(content)
    said(packed)


def test_what_another_version_packed_is_refused(packed: Path) -> None:
    seal = json.loads((packed / PACKED).read_text("utf-8"))
    (packed / PACKED).write_text(json.dumps(seal | {"program": "0" * 32}), encoding="utf-8")
    with pytest.raises(factcheck.CorpusError, match="another version of factcheck"):
        factcheck.open(packed)


def test_one_of_reviewed_claims_alone_is_packed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_long(tmp_path / "lakes", [reviewed(11)])
    pack(tmp_path / "packed", tmp_path / "lakes")
    assert said(tmp_path / "packed") == said(tmp_path / "lakes")


def test_it_is_packed_into_a_new_folder_only(mixed: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(FileExistsError):
        pack(tmp_path / "mine", mixed)
    assert not [*(tmp_path / "mine").iterdir()]


def test_a_corpus_at_fault_is_not_packed(mixed: Path, tmp_path: Path) -> None:
    (mixed / "lexicon.yaml").write_text("names: [", encoding="utf-8")
    with pytest.raises(factcheck.CorpusError):
        pack(tmp_path / "packed", mixed)
    assert not (tmp_path / "packed").exists()


def test_without_a_cache_it_cannot_be_packed_and_nothing_is_left(
    mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(OSError, match="cache"):
        pack(tmp_path / "packed", mixed)
    assert not (tmp_path / "packed").exists()
