"""Patterns name what they name for git, in time that grows with the name alone."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from factcheck.drafts.files import drafts_in
from factcheck.drafts.ignoring import Patterns

NAMES = [
    *("a", "b", "ab", "ba", "a/b", "b/a", "a/b/a", "a/a/b/b", "ba/ab", "c/a/b", "ab/c/d"),
    *("a/c/c/b", " a", "a ", "*", "a]", "-", "!a", "#a", "\\", "a\\b"),
]
BITS = [
    *("a", "b", "c", "*", "**", "?", "/", "/**/", "**/", "/**", "\\a", "\\*", "\\\\", " ", "\\ "),
    *("[ab]", "[!a]", "[^b]", "[a-c]", "[[:alpha:]]", "[]a]", "[a\\]]", "[!]a]", "[a-]", "]", "-"),
    *("!", "#", "\\!", "\\#", "\r", "***"),
]
LINE = st.lists(st.sampled_from(BITS), min_size=1, max_size=5).map("".join)
GLUED = re.compile(r"[^/*]\*{2,}")
"""Stars behind another character: one star, says git's manual. Git itself cuts the plain
start of a line off first and may then read them as `**`."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", root], check=True)  # noqa: S607
    return root


def named_by_git(repository: Path, lines: list[str]) -> set[str]:
    (repository / ".gitignore").write_bytes("\n".join([*lines, ""]).encode())
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],  # noqa: S607
        cwd=repository,
        input="\0".join(NAMES).encode(),
        stdout=subprocess.PIPE,
        check=False,  # 1 says that nothing is ignored
    )
    return set(done.stdout.decode().split("\0")) - {""}


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@settings(max_examples=examples(60))
@example(["\\\\ "])
@example(["a\\ ", "b  "])
@given(st.lists(LINE.filter(lambda line: not GLUED.search(line)), min_size=1, max_size=3))
def test_what_is_named_is_what_git_ignores(repository: Path, lines: list[str]) -> None:
    patterns = Patterns(lines)
    if not patterns.faults:
        assert {name for name in NAMES if patterns.hold(name)} == named_by_git(repository, lines)


def test_stars_behind_another_character_are_one_star() -> None:
    assert [name for name in NAMES if Patterns(["a**/a"]).hold(name)] == ["a/a/b/b"]


@pytest.mark.parametrize(
    "line",
    ["[z-a]", "a[z-a]b", "\\", "a\\", "!", "[a", "a[", "[]", "[[:alfa:]]", "a//b", "x" * 1_001],
)
def test_a_line_that_names_nothing_is_told_and_the_others_hold(line: str) -> None:
    patterns = Patterns(["*.txt", line, "*.md"])
    ((number, told),) = patterns.faults
    assert (number, bool(told)) == (2, True)
    assert patterns.hold("a.md")
    assert patterns.hold("a.txt")
    assert not patterns.hold("a.py")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_line_is_read_and_any_name_held_against_it(line: str, name: str) -> None:
    patterns = Patterns([line])
    assert patterns.hold(name) in {True, False}
    assert len(patterns.faults) <= 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("*a" * 12 + "b", "a" * 255),
        ("*a*" * 120 + "b", "a" * 255),
        ("?*" * 120 + "b", "a" * 255),
        ("*" * 900 + "b", "a" * 255),
        ("**/a/" * 190 + "b", "a/" * 2_000 + "c"),
        ("**/" * 300 + "b", "a/" * 2_000 + "c"),
        ("[a-z]*" * 150 + "0", "a" * 255),
    ],
)
def test_no_pattern_takes_long(line: str, name: str) -> None:
    start = process_time()
    assert not Patterns([line]).hold(name)
    assert process_time() - start < 2  # a hundred times of what it takes; it took years


def test_a_folder_is_read_whatever_stands_in_its_gitignore(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (inner / "x").mkdir(parents=True)
    for name in ("a.md", "b.md", "x/c.md", "a" * 200 + ".md"):
        (inner / name).write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"\xff[\r\nb.md\r\n")
    (inner / ".gitignore").write_text("\\\nx/\n!\n" + "*a" * 12 + "b\n")
    told: list[str] = []
    found = [*drafts_in([inner], told.append, exclude=["!", "q"])]
    assert [path.name for path in found] == ["a.md", "a" * 200 + ".md"]
    assert sorted(one.split(": ")[0] for one in told) == [
        "--exclude !",
        f"{tmp_path / '.gitignore'}:1",
        f"{inner / '.gitignore'}:1",
        f"{inner / '.gitignore'}:3",
    ]


def test_links_to_themselves_and_out_of_a_folder_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / ".gitignore").symlink_to(".gitignore")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "a.md").write_text("")
    (tmp_path / "z.md").symlink_to("a.md")
    found = [*drafts_in([tmp_path, tmp_path / "loop.md"], pytest.fail)]
    assert found == [tmp_path / "a.md", tmp_path / "loop.md"]


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the innermost of 1,100 folders; they are cleared by hand: some Pythons can't."""
    monkeypatch.chdir(tmp_path)
    folders = [Path("d/" * depth) for depth in range(1, 1_101)]
    for folder in folders:
        folder.mkdir()
    yield folders[-1]
    for inner in folders[-1].iterdir():
        inner.unlink()
    for folder in reversed(folders):
        folder.rmdir()


def test_a_very_deep_folder_is_read(deep: Path) -> None:
    (deep / "a.md").write_text("")
    assert [*drafts_in([Path()], pytest.fail)] == [deep / "a.md"]


def test_what_the_rules_above_leave_out_is_left_out_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old/\n")
    (tmp_path / "old" / "x").mkdir(parents=True)
    (tmp_path / "old" / "x" / "a.md").write_text("")
    assert [*drafts_in([tmp_path / "old" / "x"], pytest.fail)] == []
    assert [*drafts_in([tmp_path / "old" / "x" / "a.md"], pytest.fail)] != []
