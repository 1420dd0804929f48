"""Who chose a corpus is told when it is wrong, and a stranger chooses none."""

import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import write_ponds
from processes import Done

NOBODY = 65_534
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away"
)
TABLES = {
    "factcheck.toml": 'corpus = "ponds"\n',
    "pyproject.toml": '[tool.factcheck]\ncorpus = "ponds"\n',
}


@pytest.fixture
def drafts(tmp_path: Path, ponds: Path) -> Path:
    """A folder of drafts, below the one that holds the ponds."""
    assert ponds.parent == tmp_path
    (tmp_path / "drafts").mkdir()
    return tmp_path / "drafts"


@root_only
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("linked", [False, True])
def test_settings_of_another_user_are_not_obeyed(
    run: Callable[..., Done], tmp_path: Path, drafts: Path, name: str, linked: bool
) -> None:
    settings = tmp_path / name
    settings.write_text(TABLES[name])
    if linked:
        settings.rename(tmp_path / "own.toml")
        settings.symlink_to("own.toml")
    os.chown(settings, NOBODY, NOBODY, follow_symlinks=False)
    done = run("corpus", cwd=drafts)
    assert (done.status, done.out) == (2, "")
    assert f"{settings} belongs to another user" in done.err
    assert "--corpus" in done.err
    assert "builtin: " in run("corpus", "--corpus", "builtin", cwd=drafts).out
    assert "ponds: " in run("corpus", cwd=drafts, SUDO_UID=str(NOBODY)).out


@root_only
def test_a_project_of_another_user_without_a_table_is_none_of_our_business(
    run: Callable[..., Done], tmp_path: Path, drafts: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'theirs'\n")
    os.chown(tmp_path / "pyproject.toml", NOBODY, NOBODY)
    assert "builtin: " in run("corpus", cwd=drafts).out


@pytest.mark.parametrize("command", ["corpus", "list"])
def test_who_named_a_missing_corpus_is_told(
    run: Callable[..., Done], tmp_path: Path, drafts: Path, command: str
) -> None:
    missing = run(command, "--corpus", "pond", cwd=tmp_path)
    assert missing.status == 2
    assert missing.err == "factcheck: --corpus pond: no such folder; did you mean 'ponds'?\n"
    missing = run(command, cwd=tmp_path, FACTCHECK_CORPUS="bultin")
    assert (missing.status, missing.err) == (
        4,
        "bultin: no such folder, though FACTCHECK_CORPUS names it; did you mean 'builtin'?\n",
    )
    settings = tmp_path / "factcheck.toml"
    settings.write_text('corpus = ["bultin", "none/at/all", "factcheck.toml"]')
    missing = run(command, cwd=drafts)
    assert (missing.status, missing.out) == (4, "")
    assert missing.err.splitlines() == [
        f"{tmp_path}/bultin: no such folder, though {settings} names it; did you mean 'builtin'?",
        f"{tmp_path}/factcheck.toml: this is no folder, though {settings} names it",
        f"{tmp_path}/none/at/all: no such folder, though {settings} names it",
    ]


def test_what_is_wrong_within_a_corpus_is_told_as_it_is(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    root = write_ponds(tmp_path / "ponds")
    (root / "claims" / "ponds.yaml").unlink()
    for command in ("corpus", "list"):
        done = run(command, FACTCHECK_CORPUS=root)
        assert done.status == 4
        assert done.err.startswith(f"{root / 'claims'}: ")


@pytest.mark.parametrize("place", ["link", "link/within"])
def test_a_folder_linked_to_itself_is_no_corpus(
    run: Callable[..., Done], tmp_path: Path, place: str
) -> None:
    (tmp_path / "link").symlink_to("link")
    done = run("list", "--corpus", tmp_path / place)
    assert (done.status, done.out) == (2, "")
    assert f"--corpus {tmp_path / place}: no such folder" in done.err


@pytest.mark.parametrize("table", ["corpus = {}", "size = {}"])
def test_a_number_that_no_computer_reads_is_told(
    run: Callable[..., Done], tmp_path: Path, table: str
) -> None:
    (tmp_path / "factcheck.toml").write_text(table.format("9" * 5_000))
    done = run("corpus", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"factcheck: {tmp_path / 'factcheck.toml'}: it holds a number of too many digits\n"
    )


def test_a_relative_folder_for_caches_is_not_heeded(
    run: Callable[..., Done], tmp_path: Path, drafts: Path, ponds: Path
) -> None:
    home = {"HOME": tmp_path, "XDG_CACHE_HOME": "caches"}
    assert run("index", "--corpus", ponds, cwd=drafts, **home).err == ""
    assert list(drafts.iterdir()) == []
    assert len(list(tmp_path.rglob("kept-*"))) == 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("factcheck list --topic pon", "ponds"),
        ("factcheck show ulmen-d", "ulmen-depth"),
        ("factcheck list --corpus nowhere --topic pon", ""),
    ],
)
def test_completion_prints_nothing_into_the_prompt(
    environment: dict[str, str], ponds: Path, typed: str, expected: str
) -> None:
    """On a terminal with nothing compiled yet, and with a corpus that isn't there."""
    with tempfile.TemporaryDirectory() as cache:
        own = environment | {
            "XDG_CACHE_HOME": cache,
            "FACTCHECK_CORPUS": str(ponds),
            "_FACTCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        }
        terminal, theirs = pty.openpty()
        command = [sys.executable, "-m", "factcheck"]
        done = subprocess.run(
            command, env=own, stdout=subprocess.PIPE, stderr=theirs, text=True, check=False
        )
        os.write(theirs, b"end")
        said = os.read(terminal, 10_000)
        for handle in (terminal, theirs):
            os.close(handle)
    assert done.stdout.strip() == expected
    assert said == b"end"
