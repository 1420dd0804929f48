"""Where a site is put: whole or not at all, and never in the place of anything else."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ponds import claims, write_ponds
from processes import Done

from factcheck.commands.site_folder import MARKER, place
from factcheck.problem import UsageError

MISSING = "factcheck: a site needs jinja2; install it with: pip install 'factcheck-corpus[site]'\n"
Run = Callable[..., Done]
NO_ADDRESSES = [
    *("", "https://a.example/ x", "https://a.example/\n", "facts.example", "ftp://a.example/"),
    *("https://", "https://a.example/?q", "https://a.b/#x", 'https://a.example/"', "javascript:1"),
    *("https://a.example:x/", "https://a.example/<b>", "https://me:word@a.example/"),
]


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_site_takes_the_place_of_an_older_one_wholly(
    run: Run, ponds: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a" / "b"
    asked = ("site", "-o", out, "--corpus", ponds)
    done = run(*asked)
    assert done == Done(0, f"{out}: a site of 4 claims; open {out}/index.html\n", "")
    assert "claims/ulmen-mill.html" in held(out)
    fewer = write_ponds(tmp_path / "fewer", claims()[:1] + claims()[1:2])
    assert run("site", "-o", out, "--corpus", fewer).status == 0
    assert "claims/ulmen-mill.html" not in held(out)
    assert [path.name for path in out.parent.iterdir()] == ["b"]


def test_the_same_corpus_makes_the_same_bytes(run: Run, ponds: Path, tmp_path: Path) -> None:
    for name in "ab":
        assert run("site", "-o", tmp_path / name, "--corpus", ponds).status == 0
    assert held(tmp_path / "a") == held(tmp_path / "b")


def test_an_empty_folder_is_taken(run: Run, ponds: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("site", "-o", tmp_path / "out", "--corpus", ponds).status == 0
    assert (tmp_path / "out" / "index.html").is_file()


@pytest.mark.parametrize("name", ["thesis.txt", "claims/own.html", ".git/config", "CNAME"])
def test_what_factcheck_did_not_make_stays(
    run: Run, ponds: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    for first in (False, True):
        if first:
            assert run("site", "-o", tmp_path / "out2", "--corpus", ponds).status == 0
            out = tmp_path / "out2"
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("mine")
        before = held(out)
        done = run("site", "-o", out, "--corpus", ponds)
        assert (done.status, done.out) == (2, "")
        assert ("did not make" if first else "no site that factcheck made") in done.err
        assert held(out) == before


def test_a_forged_marker_gives_nothing_away(run: Run, ponds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    (out / MARKER).write_text("anything")
    assert run("site", "-o", out, "--corpus", ponds).status == 2
    assert (out / "mine.txt").is_file()


def test_no_link_is_followed_out_of_the_folder(run: Run, ponds: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    assert run("site", "-o", out, "--corpus", ponds).status == 0
    (out / "claims" / "out.html").symlink_to(other / "mine.txt")
    assert "a link" in run("site", "-o", out, "--corpus", ponds).err
    (out / "claims" / "out.html").unlink()
    (tmp_path / "link").symlink_to(out)
    assert "name the folder itself" in run("site", "-o", tmp_path / "link", "--corpus", ponds).err
    assert (other / "mine.txt").read_text() == "mine"


def test_the_folder_that_somebody_is_in_is_not_replaced(
    run: Run, ponds: Path, tmp_path: Path
) -> None:
    (tmp_path / "out" / "below").mkdir(parents=True)
    for out, here in ((".", tmp_path / "out" / "below"), ("..", tmp_path / "out" / "below")):
        done = run("site", "-o", out, "--corpus", ponds, cwd=here)
        assert (done.status, "the folder you are in" in done.err) == (2, True)


def test_a_file_in_the_way_is_told(run: Run, ponds: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    done = run("site", "-o", tmp_path / "out", "--corpus", ponds)
    assert (done.status, "is no folder" in done.err) == (2, True)


def test_what_fails_midway_leaves_the_older_site(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise OSError(28, "No space left on device")

    place(tmp_path / "out", [("index.html", "old")])
    with pytest.raises(UsageError, match="No space left"):
        place(tmp_path / "out", files())
    assert held(tmp_path / "out")["index.html"] == b"old"
    assert os.listdir(tmp_path) == ["out"]  # noqa: PTH208


def test_two_pages_never_share_a_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        place(tmp_path / "out", [("a.html", "one"), ("a.html", "two")])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_an_address_that_is_none_is_refused(
    run: Run, ponds: Path, tmp_path: Path, url: str
) -> None:
    done = run("site", "-o", tmp_path / "out", "--corpus", ponds, "--base-url", url)
    assert (done.status, done.out) == (2, "")
    assert "--base-url" in done.err
    assert not (tmp_path / "out").exists()


def test_an_empty_title_is_refused(run: Run, ponds: Path, tmp_path: Path) -> None:
    done = run("site", "-o", tmp_path / "out", "--corpus", ponds, "--title", " ")
    assert (done.status, "--title" in done.err) == (2, True)


def test_without_jinja2_it_says_what_to_install(
    run: Run, ponds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = run("site", "-o", tmp_path / "out", "--corpus", ponds)
    assert done.status == 2
    assert done.err == MISSING
    assert os.listdir(tmp_path) == ["ponds"]  # noqa: PTH208


def test_a_corpus_at_fault_is_told_and_nothing_is_written(
    run: Run, ponds: Path, tmp_path: Path
) -> None:
    (ponds / "claims" / "ponds.yaml").write_text("topic: ponds\n")
    done = run("site", "-o", tmp_path / "out", "--corpus", ponds)
    assert (done.status, done.out) == (4, "")
    assert not (tmp_path / "out").exists()


def test_several_corpora_make_one_site(run: Run, ponds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("site", "-o", out, "--corpus", ponds, "--corpus", "builtin")
    assert (done.status, done.err) == (0, "")
    assert len(list((out / "claims").iterdir())) == 4 + 115
    assert all(":" not in path for path in held(out))
