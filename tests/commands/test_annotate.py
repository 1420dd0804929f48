"""`factcheck annotate` in real processes: citations in a draft, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done

from factcheck.show.escaping import UNSAFE

LABELS = ("recommendations-twelve", "musk-insulted-phillips", "politicians-badenoch-victory")
DRAFT = """\
\ufeff---
title: The audit
---

# What the audit found\r
\r
Baroness Casey made **12 recommendations**. It was a *long* week.  \r
Casey made 20 recommendations.

- Elon Musk called Phillips an evil witch.
- Starmer failed to act when he was director of public prosecutions.

> “This is not a victory for politicians,” Badenoch said.
"""


def test_each_supported_sentence_gets_its_citation(
    run: Callable[..., Done], tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    (tmp_path / "draft.md").write_bytes(DRAFT.encode())
    done = run("annotate", "draft.md", "-o", "cited.md", cwd=tmp_path, SOURCE_DATE_EPOCH="0")
    assert (done.status, done.out) == (0, "")
    golden("annotate-left.txt", done.err)
    cited = (tmp_path / "cited.md").read_bytes().decode()
    text, _, notes = cited.partition("\r\n[^")
    for label in (
        "recommendations-twelve",
        "musk-insulted-phillips",
        "politicians-badenoch-victory",
    ):
        assert text.count(f"[^{label}]") == 1
        assert f"[^{label}]: " in f"[^{notes}"
        text = text.replace(f"[^{label}]", "")
    assert text == DRAFT
    golden("annotate.md", cited.replace("\r", ""))
    again = run("annotate", "cited.md", "-o", "cited.md", "--force", cwd=tmp_path)
    assert again.status == 0
    assert again.err.count("no footnote") == done.err.count("no footnote")
    assert (tmp_path / "cited.md").read_bytes().decode() == cited


def test_nothing_is_overwritten_unasked(run: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("Baroness Casey made 12 recommendations.")
    done = run("annotate", "draft.md", "-o", "draft.md", cwd=tmp_path)
    assert (done.status, "draft.md exists" in done.err) == (2, True)


def test_a_pipe_is_served_and_the_unsupported_is_left(
    run: Callable[..., Done],
) -> None:
    text = b"It rained.\nStarmer failed to act as director of public prosecutions.\n"
    done = run("annotate", "-", stdin=text)
    assert (done.status, done.out.encode()) == (0, text)
    assert done.err == (
        "-:2:1: no footnote: ALLEGED by Elon Musk · a reply is reported.\n"
        "0 sentences cited, 1 left as told above\n"
    )


def test_a_sentence_that_may_say_more_gets_no_footnote(run: Callable[..., Done]) -> None:
    text = b"Leeds Crown Court jailed a gang for robbery in 2018.\n"
    done = run("annotate", "-", stdin=text)
    told = (
        "-:1:1: no footnote: CLOSE · the record doesn't say “robbery”.\n"
        "0 sentences cited, 1 left as told above\n"
    )
    assert (done.status, done.out.encode(), done.err) == (0, text, told)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.html", "<p>x", "footnotes need Markdown"),
        ("gone.md", None, "No such file"),
        ("x.md", "Casey made 12 recommendations.\n\n```\ncode", "close that first"),
    ],
)
def test_what_cannot_be_annotated_is_told(
    run: Callable[..., Done], tmp_path: Path, name: str, text: str | None, told: str
) -> None:
    if text:
        (tmp_path / name).write_text(text)
    done = run("annotate", name, "-o", "out.md", cwd=tmp_path)
    assert (done.status, told in done.err) == (2, True)
    assert not (tmp_path / "out.md").exists()


def test_nothing_in_a_note_steers_a_terminal(run: Callable[..., Done]) -> None:
    done = run("annotate", "-", stdin=b"Baroness Casey made 12 recommendations.")
    assert not UNSAFE.search(done.out.replace("\n", ""))
