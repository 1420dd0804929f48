"""A baseline knows a draft however its path is typed, and from wherever the command runs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done

WRONG = "Casey made 20 recommendations.\n"


@pytest.fixture
def known(run: Callable[..., Done], tmp_path: Path) -> Path:
    """A baseline beside a folder with a draft."""
    (tmp_path / "posts" / "old").mkdir(parents=True)
    (tmp_path / "posts" / "d.md").write_text(WRONG)
    done = run("check", "posts", "--write-baseline", "known.json", cwd=tmp_path)
    assert done.status == 0
    return tmp_path / "known.json"


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        (".", "posts/d.md"),
        (".", "./posts/old/../d.md"),
        (".", "posts"),
        ("posts", "d.md"),
        ("posts/old", "../d.md"),
        ("posts/old", None),
    ],
)
def test_a_path_may_be_typed_in_any_way(
    run: Callable[..., Done], known: Path, folder: str, path: str | None
) -> None:
    typed = path or known.with_name("posts") / "d.md"
    done = run("check", typed, "--baseline", known, cwd=known.parent / folder)
    assert (done.status, done.err) == (0, "1 suppressed, in 1 sentence of 1 file\n")


def test_a_baseline_holds_no_path_of_a_machine(run: Callable[..., Done], known: Path) -> None:
    folder = known.parent
    data = json.loads(known.read_text())
    assert [one["path"] for one in data["findings"]] == ["posts/d.md"]
    place = folder / "posts" / "known.json"
    run("check", folder / "posts", "--write-baseline", place, cwd=folder)
    assert [one["path"] for one in json.loads(place.read_text())["findings"]] == ["d.md"]
    other = folder / "posts" / "old" / "d.md"
    other.write_text(WRONG)
    assert run("check", other, "--baseline", known, cwd=folder).status == 1


def test_standard_input_is_known_too(run: Callable[..., Done], tmp_path: Path) -> None:
    run("check", "-", "--write-baseline", "k.json", stdin=WRONG.encode(), cwd=tmp_path)
    done = run("check", "-", "--baseline", "../k.json", stdin=WRONG.encode(), cwd=_made(tmp_path))
    assert done.status == 0


def _made(folder: Path) -> Path:
    (folder / "sub").mkdir()
    return folder / "sub"


@pytest.mark.parametrize(("folder", "path"), [(".", "./posts/d.md"), ("posts", "d.md")])
def test_a_baseline_of_earlier_that_holds_paths_as_typed_is_read(
    run: Callable[..., Done], known: Path, folder: str, path: str
) -> None:
    old = known.read_text().replace("baseline/2", "baseline/1")
    assert old.count("baseline/1") == 1
    known.write_text(old)
    assert run("check", path, "--baseline", known, cwd=known.parent / folder).status == 0
    beside = known.parent / "posts" / "old" / "known.json"
    beside.write_text(old)
    assert run("check", "posts/d.md", "--baseline", beside, cwd=known.parent).status == 0
