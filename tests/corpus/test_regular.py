"""Every file that a corpus names counts, whatever it is called; none is waited for without end."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import ATLAS, sources, write_ponds
from processes import Done
from reviewed import reviewed, write_long

from factcheck.corpus import regular
from factcheck.corpus.fingerprint import make
from factcheck.problem import CorpusError
from factcheck.store.opening import Watch, open_corpus

DEPTH = "Ulmen Pond has a depth of 41 metres"
NAMES = ["atlas.json", "atlas", "Ätlas 1.PRINT"]


KINDS = ["pipe", "device", "link to a device", "link to itself", "folder"]
QUIET = Watch(pytest.fail, str)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def named(root: Path, name: str) -> Path:
    """Write the ponds with a fingerprint of another name; return its path."""
    origins = [sources()[0] | {"fingerprint": name}, *sources()[1:]]
    write_ponds(root, origins=origins)
    return (root / "sources" / "pond-atlas.fingerprint").rename(root / "sources" / name)


@pytest.mark.parametrize("name", NAMES)
def test_a_fingerprint_of_any_name_is_part_of_what_an_index_is_of(
    tmp_path: Path, run: Callable[..., Done], name: str
) -> None:
    print_ = named(tmp_path / "ponds", name)
    done = run("lookup", "--json", DEPTH, "--corpus", tmp_path / "ponds").data
    assert done["matches"][0]["quotes"][0]["fidelity"] == "exact"
    print_.write_text(make(ATLAS.replace("41", "40")).dumps())
    done = run("lookup", DEPTH, "--corpus", tmp_path / "ponds")
    assert (done.status, done.out) == (4, "")
    print_.unlink()
    done = run("lookup", DEPTH, "--corpus", tmp_path / "ponds")
    assert (done.status, done.out) == (4, "")
    assert f"fingerprint '{name}': No such file" in done.err


@pytest.mark.usefixtures("own_cache")
def test_other_files_beside_the_sources_make_no_other_index(ponds: Path, tmp_path: Path) -> None:
    for number in range(2):
        (ponds / "sources" / "atlas.txt").write_text(f"{ATLAS}{number}")
        (ponds / "sources" / ".notes").write_text(json.dumps(number))
        os.mkfifo(ponds / "sources" / f"pipe-{number}")
        open_corpus(ponds, QUIET)
    assert len(list((tmp_path / "cache" / "factcheck").iterdir())) == 1


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("name", ["atlas.json", "atlas", "atlas.fingerprint"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_fingerprint_that_is_no_regular_file_is_a_problem(
    tmp_path: Path, name: str, kind: str
) -> None:
    print_ = named(tmp_path / "ponds", name)
    print_.unlink()
    make_odd(print_, kind)
    with pytest.raises(CorpusError) as told:
        open_corpus(tmp_path / "ponds", QUIET)
    assert str(print_) in str(told.value) or f"fingerprint '{name}'" in str(told.value)


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["claims/odd.yaml", "claims/odd.jsonl", "sources/odd.yaml", "lexicon.yaml"]
)
def test_a_file_of_a_corpus_that_is_no_regular_one_is_a_problem(
    ponds: Path, name: str, kind: str
) -> None:
    write_long(ponds, [reviewed(1)])
    make_odd(ponds / name, kind)
    with pytest.raises(CorpusError, match=f"{ponds / name}: "):
        open_corpus(ponds, QUIET)


@pytest.mark.parametrize("command", ["verify", "index", "list"])
def test_a_shelf_linked_to_itself_is_told_by_every_command(
    ponds: Path, run: Callable[..., Done], command: str
) -> None:
    make_odd(ponds / "claims" / "odd.jsonl", "link to itself")
    done = run(command, "--corpus", ponds)
    assert (done.status, done.out) == (4, "")
    assert f"{ponds / 'claims' / 'odd.jsonl'}: cannot be read: " in done.err


def make_odd(path: Path, kind: str) -> None:
    """Put something there that is no regular file; without leave to, another test fails as well."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        try:
            os.mknod(path, 0o20666, os.makedev(1, 5))  # what /dev/zero is
        except PermissionError:
            pytest.skip("only root can make a device")
    elif kind == "link to a device":
        path.symlink_to("/dev/zero")
    elif kind == "link to itself":
        path.symlink_to(path.name)
    else:
        path.mkdir()


def test_what_is_too_large_to_be_read_whole_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.touch()
    os.truncate(large, regular.LARGEST + 1)
    with pytest.raises(OSError, match="200,000,001 bytes; at most 200,000,000 are read"):
        regular.content(large)
