"""`factcheck check` and `explain` in real processes: what is printed, and how they end."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done
from prose import prose

from factcheck.drafts.kinds import KINDS

DRAFT = """\
---
title: The audit
---

# What the audit found

Baroness Casey made 20 recommendations. It was a *long* week in Westminster.

- Elon **Musk** called Phillips an evil witch.
- Starmer failed to act when he was director of public
  prosecutions.

> “This is not a triumph for politicians,” Badenoch said.

| who | what |
|---|---|
| Jay | 1,400 children were exploited in Oldham |
"""
SOUND = "Baroness Casey made 12 recommendations. It rained.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with findings of several kinds."""
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_findings_are_told_as_a_compiler_does(
    run: Callable[..., Done], draft: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("check", "draft.md", cwd=draft.parent)
    assert done.status == 1
    golden("check.txt", f"{done.out}{done.err}")


def test_json_has_each_place_in_the_file(
    run: Callable[..., Done], draft: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("check", "draft.md", "--format", "json", cwd=draft.parent)
    assert done.status == 1
    found = done.data["findings"]
    assert [(one["kind"], one["line"], one["column"]) for one in found] == [
        ("number", 7, 1),
        ("reply", 9, 3),
        ("unattributed", 10, 3),
        ("misquoted", 13, 4),
        ("close", 17, 9),
    ]
    lines = DRAFT.splitlines()
    for one in found:
        assert DRAFT[one["start"] : one["end"]].startswith(
            lines[one["line"] - 1][one["column"] - 1]
        )
        last = lines[one["end_line"] - 1][one["end_column"] - 1]
        assert DRAFT[: one["end"]].endswith(last)
    summary = {key: value for key, value in done.data.items() if key != "findings"}
    golden("check.json", json.dumps(summary, indent=1) + "\n")


def test_annotations_are_commands_that_hold_no_other(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    name = "a,b:c%0A::error::x.md"
    (tmp_path / name).write_text(DRAFT)
    done = run("check", ".", "--format", "github", cwd=tmp_path)
    assert done.status == 1
    command = re.compile(
        r"::(error|warning|notice) file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3Ax\.md,line=\d+,endLine=\d+,"
        r"col=\d+,endColumn=\d+,title=factcheck [a-z-]+::[^\r\n]+"
    )
    assert all(command.fullmatch(line) for line in done.out.splitlines())
    assert len(done.out.splitlines()) == 5


@pytest.mark.parametrize(
    ("text", "least", "status"),
    [
        (SOUND, "note", 0),
        ("", "note", 0),
        (DRAFT, "error", 1),
        (DRAFT, "warning", 1),
        (DRAFT, "never", 0),
        ("Starmer failed to act as director of public prosecutions.", "warning", 1),
        ("Starmer failed to act as director of public prosecutions.", "error", 0),
    ],
)
def test_the_exit_status_follows_the_gravest(
    run: Callable[..., Done], text: str, least: str, status: int
) -> None:
    done = run("check", "-", "--fail-on", least, stdin=text.encode())
    assert done.status == status


SUPPRESSING = """\
<!-- factcheck: ignore number -- rounded in the headline -->

Baroness Casey made 20 recommendations.

- Casey made 21 recommendations.<!-- factcheck: ignore date, number -- said so in a blog -->

<!-- factcheck: ignore place -- nothing here -->

It rained.

<!-- factcheck: ignore nmber -- mistyped -->

Casey made 22 recommendations.

<!-- factcheck: ignore number -->
<!-- factchecking is an art -->
"""


@pytest.mark.parametrize("name", ["x.md", "x.html"])
def test_a_comment_suppresses_and_one_that_does_not_is_told(
    run: Callable[..., Done], tmp_path: Path, name: str
) -> None:
    text = SUPPRESSING
    if name == "x.html":
        text = re.sub(r"^([A-Z-].*)$", r"<p>\1</p>", text, flags=re.MULTILINE)
    (tmp_path / name).write_text(text)
    done = run("check", name, "--format", "json", cwd=tmp_path)
    assert done.status == 1
    told = [
        (one["kind"], one["line"], one["suppressed"] and one["suppressed"]["reason"])
        for one in done.data["findings"]
    ]
    assert told == [
        ("number", 3, "rounded in the headline"),
        ("number", 5, "said so in a blog"),
        ("unused", 7, None),
        ("unused", 11, None),
        ("number", 13, None),
        ("unused", 15, None),
    ]
    said = run("check", name, cwd=tmp_path)
    assert "rounded" not in said.out
    assert "2 suppressed, in " in said.err
    assert run("check", "-", stdin="\n".join(text.splitlines()[:5]).encode()).status == 0


@pytest.mark.parametrize(
    ("name", "title"), [("d.md", "# {}"), ("d.md", "{}\n==="), ("d.html", "<h2>{}</h2>")]
)
def test_a_heading_is_no_sentence_but_checked(
    run: Callable[..., Done], tmp_path: Path, name: str, title: str
) -> None:
    path = tmp_path / name
    path.write_text(f"{title.format('What the audit found')}\n\n<p>It rained.</p>\n")
    assert run("check", path).err == "no findings, in 1 sentence of 1 file\n"
    wrong = title.format("Casey made 20 recommendations")
    path.write_text(f"{wrong}\n\n<p>It rained.</p>\n")
    done = run("check", path)
    assert (done.status, done.err) == (1, "1 error, in 1 sentence of 1 file\n")
    read = run("check", path, "--json").data
    assert (read["sentences"], sum(read["verdicts"].values())) == (1, 1)


def test_a_draft_of_comments_alone_is_read(run: Callable[..., Done]) -> None:
    done = run("check", "-", stdin=b"<!-- factcheck: ignore number -- no more -->")
    assert (
        "<stdin>:1:1: warning: UNUSED SUPPRESSION · nothing of the kind number is found here."
        in done.out
    )


def test_what_is_not_covered_is_told_on_request(run: Callable[..., Done]) -> None:
    text = b"The national inquiry into grooming gangs will be chaired by a retired judge."
    assert run("check", "-", stdin=text).out == ""
    done = run("check", "-", "--not-covered", stdin=text)
    assert "<stdin>:1:1: note: NOT COVERED · the source doesn't say who will chair" in done.out
    assert done.status == 0


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(
    run: Callable[..., Done], draft: Path
) -> None:
    (draft.parent / "bad.md").write_bytes(b"caf\xe9")
    done = run("check", "gone.md", "bad.md", "draft.md", cwd=draft.parent)
    assert done.status == 2
    assert "gone.md: No such file" in done.err
    assert "bad.md: not UTF-8 at byte 3" in done.err
    assert "draft.md:7:1: error: CONTRADICTED" in done.out


def test_folders_are_read_as_git_sees_them(run: Callable[..., Done], tmp_path: Path) -> None:
    for name in ("a.md", "b.txt", "c.html", "d.py", "old/e.md", "old/kept.md", "f/g.md", ".h/i.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Casey made 20 recommendations.")
    (tmp_path / ".gitignore").write_text("old/*\n!kept.md\n")
    (tmp_path / "f" / ".gitignore").write_text("*.md\n")

    def checked(*arguments: str) -> list[str]:
        done = run("check", *arguments, "--format", "json", cwd=tmp_path)
        return [Path(one["path"]).as_posix() for one in done.data["findings"]]

    assert checked(".") == ["a.md", "b.txt", "c.html", "old/kept.md"]
    assert checked(".", "--include", "*.py") == ["d.py"]
    assert checked(".", "--exclude", "*.html", "--exclude", "old/") == ["a.md", "b.txt"]
    assert checked("f/g.md", "d.py") == ["f/g.md", "d.py"]
    assert run("check", "f", cwd=tmp_path).status == 2


def test_several_processes_find_the_same_in_the_same_order(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    sentences = prose(170)
    for at in (10, 90, 160):
        sentences[at] = "Baroness Casey made 20 recommendations."
    (tmp_path / "long.md").write_text("\n\n".join(sentences))
    one = run("check", "long.md", "--jobs", "1", cwd=tmp_path)
    many = run("check", "long.md", "--jobs", "2", cwd=tmp_path)
    assert one == many
    assert one.out.count("[number]") == 3


def test_nothing_in_a_draft_steers_the_terminal(run: Callable[..., Done]) -> None:
    text = "Casey made 20 recommendations\x1b[31m\x07 \u202e on Monday."
    for form in ("text", "github"):
        done = run("check", "-", "--format", form, stdin=text.encode())
        assert not set("\x1b\x07\u202e") & set(done.out)


def test_a_reader_that_goes_away_is_no_fault(
    start: Callable[..., subprocess.Popen], draft: Path
) -> None:
    with start("check", draft) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_each_kind_is_explained(run: Callable[..., Done]) -> None:
    assert [line.split()[0] for line in run("explain").out.splitlines()] == [k.id for k in KINDS]
    done = run("explain", "unattributed")
    assert done.out.startswith("unattributed (warning): stated as fact\n")
    wrong = run("explain", "numbr")
    assert (wrong.status, "did you mean 'number'?" in wrong.err) == (2, True)
