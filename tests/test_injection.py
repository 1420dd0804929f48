"""Nothing of a name, an argument, a draft or a corpus acts in a log, on a screen or in a report."""

import re
from pathlib import Path

import pytest
import terminals
from inprocess import run_here
from markdown_it import MarkdownIt
from ponds import claims, sources, write_ponds
from processes import Done
from thoroughness import some

from factcheck.show.escaping import UNSAFE
from factcheck.store.reading import Store

HOSTILE = {
    "command": "::error::owned",
    "after blanks": " \t::error::owned",
    "after a line end": "a\n::error::owned",
    "after a return": "a\r::error::owned",
    "after both": "a\r\n  ::error::owned",
    "after a separator": "a\u2028::error::owned",
    "after nothing visible": "\ufeff::error::owned",
    "in brackets": "a ##[error]owned",
    "of Azure": "a ###vso[task.setvariable variable=a]owned",
    "colour": "\x1b[31ma\x1b]0;owned\x07\x9b31m",
    "direction": "a\u202eb",
    "link": "[x](javascript:owned) \\](y) ![x](z)",
    "placeholder": "{0} {{1}} {",
    "markup": "<b>owned</b> `c` *d* | e",
    "no UTF-8": "a\udcff",
    "long": "x" * 20_000,
}
PLAIN = "Casey made 20 recommendations."
OWN = re.compile(r"::(error|warning|notice) file=[^:]*,title=factcheck [\w-]+::")
"""How an annotation of our own begins."""
EXPORTS = ["csl-json", "biblatex", "bibtex", "ris", "annotation", "csv", "jsonl"]
FORMS = ["text", "json", "github", "sarif", "markdown"]


def inert(done: Done, *, annotated: bool = False) -> None:
    """Hold that a log takes nothing that was printed for a command, nor a terminal."""
    for line in re.split(r"[\r\n\u2028\u2029\x85\v\f]", done.out + "\n" + done.err):
        if not (annotated and OWN.match(line)):
            assert not re.match(r"[\s\ufeff]*::", line), line
            assert not re.search(r"##[\w.]*\[", line), line
        assert not UNSAFE.search(line), ascii(line)
    assert "Traceback" not in done.err
    assert "fault of this program" not in done.err
    assert all(len(line) < 5_000 for line in done.err.splitlines())


@pytest.fixture
def here(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001
    """The working folder, with a draft in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.md").write_text(PLAIN)
    return tmp_path


ARGUMENTS = {
    "a command": ("{}",),
    "an option": ("lookup", "--{}"),
    "a value": ("lookup", "--limit", "{}", "x"),
    "a claim": ("lookup", "--", "{}"),
    "a claim, in JSON": ("lookup", "--json", "--", "{}"),
    "a claim, explained": ("lookup", "--explain", "--", f"{{}} {PLAIN}"),
    "lines": ("lookup", "--from", "{}"),
    "a corpus": ("lookup", "x", "--corpus", "{}"),
    "a topic": ("list", "--topic", "{}"),
    "an id": ("show", "--", "{}"),
    "several ids": ("show", "--", "{}", "b{}", "{}b"),
    "an id to cite": ("export", "--id", "{}"),
    "a claim to cite": ("export", "--lookup", "{}"),
    "a style": ("export", "--style", "{}"),
    "a form of an export": ("export", "--format", "{}"),
    "a publisher": ("export", "--publisher", "{}", "--base-url", "{}"),
    "an id to format": ("cite", "--", "{}"),
    "a style of CSL": ("cite", "figures-500000-abused", "--style", "{}"),
    "a kind": ("explain", "--", "{}"),
    "a draft": ("check", "--", "{}"),
    "a form": ("check", "d.md", "--format", "{}"),
    "a pattern": ("check", ".", "--exclude", "{}[", "--include", "{}\\"),
    "a baseline": ("check", "d.md", "--baseline", "{}"),
    "a baseline in no folder": ("check", "d.md", "--write-baseline", "no/{}"),
    "a draft to annotate": ("annotate", "--", "{}"),
    "a text": ("fingerprint", "--", "{}"),
    "a source": ("verify", "--against", "d.md", "--", "{}"),
    "a text to verify": ("verify", "--against", "{}"),
    "reviews": ("import", "--into", "new", "--", "{}"),
    "a shelf": ("import", "d.md", "--into", "new", "--topic", "{}"),
    "a text to quote": ("add", "claim", "--quote", "x", "--text", "{}"),
    "a folder for a corpus": ("init", "--", "{}"),
}


TOGETHER = {
    "at the start": HOSTILE["command"],
    "after what is skipped": HOSTILE["after blanks"],
    "within": "".join(text for text in HOSTILE.values() if len(text) < 100),
    "without UTF-8": HOSTILE["no UTF-8"],
    "long": HOSTILE["long"],
}


@pytest.mark.parametrize("text", some(TOGETHER.values(), 4), ids=some(TOGETHER, 4))
@pytest.mark.parametrize("arguments", some(ARGUMENTS.values(), 4), ids=some(ARGUMENTS, 4))
def test_no_argument_acts(here: Path, arguments: tuple[str, ...], text: str) -> None:  # noqa: ARG001
    done = run_here(*(one.replace("{}", text) for one in arguments))
    assert done.status in {0, 1, 2, 3}
    inert(done)


def named(text: str) -> str:
    """Return a name that a file may have."""
    return text.replace("/", "|")[:100] + ".md"


@pytest.mark.parametrize("form", some(FORMS, 4))
def test_no_name_of_a_draft_acts(here: Path, form: str) -> None:
    for text in HOSTILE.values():
        Path(named(text)).write_text(PLAIN)
        Path(f"{named(text)}.bad.md").write_bytes(b"\xff")
    for places in (["."], [named(text) for text in HOSTILE.values()], [str(here)]):
        done = run_here("check", "--format", form, "--", *places)
        inert(done, annotated=form == "github")
        assert done.out.count("makes 12 recommendations") >= len(HOSTILE)
        holds_markup(done, form)


LINES = [f"{text[:300]} {PLAIN} {text[:300]}" for text in HOSTILE.values()]


@pytest.mark.parametrize("form", some(FORMS, 4))
def test_no_line_of_a_draft_acts(here: Path, form: str) -> None:
    ignored = [f"<!-- factcheck: ignore number -- {text} -->\n\n{text}" for text in LINES]
    content = "\n\n".join([*LINES, *ignored]).encode("utf-8", "replace")
    for name in ("a.md", "a.html", "a.txt"):
        (here / name).write_bytes(content)
    done = run_here("check", "a.md", "a.html", "a.txt", "--format", form, "--not-covered")
    assert done.status == 1
    assert done.out.count("makes 12 recommendations") >= len(LINES)
    inert(done, annotated=form == "github")
    holds_markup(done, form)


def holds_markup(done: Done, form: str) -> None:
    """Hold that nothing is a link, a placeholder or HTML where it was not one of ours."""
    if form == "sarif":
        for result in done.data["runs"][0]["results"]:
            message = result["message"]["text"]
            assert not re.search(r"(?<!\\)(\\\\)*\]\(", message), message
            assert not set("{}") & set(message.replace("{{", "").replace("}}", ""))
    if form == "markdown":
        tokens = MarkdownIt("commonmark").parse(done.out)
        every = [*tokens, *(one for token in tokens for one in token.children or ())]
        ours = {"heading", "paragraph", "blockquote", "bullet_list", "list_item"}
        kinds = {re.sub("_(open|close)$", "", one.type) for one in every}
        assert kinds <= ours | {"inline", "text", "text_special", "softbreak"}


COMMANDS = {
    "lookup": ("lookup", "Ulmen Pond is 41 metres deep", "--explain"),
    "lookup of another depth": ("lookup", "Ulmen Pond is 51 metres deep"),
    "lookup --json": ("lookup", "Ulmen Pond is 41 metres deep", "--json"),
    "list": ("list",),
    "list --json": ("list", "--json"),
    "topics": ("topics",),
    "show": ("show", "ulmen-depth", "ulmen-mill"),
    "show --json": ("show", "ulmen-mill", "--json"),
    "sources": ("sources",),
    "sources --json": ("sources", "--json"),
    "export": ("export",),
    "export --style list": ("export", "--style", "list"),
    "export --style table": ("export", "--style", "table"),
    **{f"export --format {form}": ("export", "--format", form) for form in EXPORTS},
    "export --format claimreview": (
        *("export", "--format", "claimreview"),
        *("--publisher", "X", "--base-url", "https://x.example"),
    ),
    "corpus": ("corpus",),
    "index": ("index", "--check"),
    "verify": ("verify",),
    **{f"check --format {form}": ("check", "pond.md", "--format", form) for form in FORMS},
    "annotate": ("annotate", "pond.md"),
}
TEXTS = [text for text in HOSTILE.values() if text.isprintable() and len(text) < 100]


@pytest.fixture
def hostile(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with drafts on ponds, and a corpus of hostile texts in use."""
    whole = " ".join(TEXTS)
    marked = {"caveats": TEXTS, "asserted_by": whole, "through": TEXTS}
    known = [claim | marked for claim in claims()]
    known[0]["statement"] = f"{whole} Ulmen Pond is 41 metres deep."
    known[3]["replies"] = [reply | {"by": whole, "text": whole} for reply in known[3]["replies"]]
    works = [one | {"outlet": whole, "title": whole, "caveats": TEXTS} for one in sources()]
    root = write_ponds(here / "::error::corpus", known, works)
    monkeypatch.setenv("FACTCHECK_CORPUS", str(root))
    text = "Ulmen Pond is 51 metres deep. Ulmen Pond is 41 metres deep."
    (here / "pond.md").write_text(f"{text}\n\nThe paper mill has poisoned the pond.\n")
    return here


@pytest.mark.parametrize("arguments", some(COMMANDS.values(), 4), ids=some(COMMANDS, 4))
def test_no_text_of_a_corpus_acts(hostile: Path, arguments: tuple[str, ...]) -> None:  # noqa: ARG001
    done = run_here(*arguments)
    assert done.status in {0, 1}, done.err
    inert(done, annotated="github" in arguments)


def test_what_is_wrong_with_a_corpus_is_told_without_acting(hostile: Path) -> None:
    shelf = hostile / "::error::corpus" / "claims" / "ponds.yaml"
    shelf.write_text(shelf.read_text("utf-8").replace("kind: figure", "kind: '\\n::error::'"))
    (shelf.parent / "a\n::error::b.yaml").write_text("##[error]: [")
    for arguments in (("list",), ("verify",), ("lookup", "x", "--corpus", "::error::corpus")):
        done = run_here(*arguments)
        assert done.status == 4
        inert(done)


def test_github_is_told_the_name_of_a_draft_and_no_more(here: Path) -> None:
    (here / "a,b:c%.md").write_text(PLAIN)
    done = run_here("check", ".", "--format", "github", "--exclude", "d.md")
    assert done.out.startswith("::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=30,")


@pytest.mark.parametrize("mark", ["##[error]x", "###vso[a.b]x", "##[", "\\##[\\"])
def test_json_reads_back_the_same(here: Path, mark: str) -> None:  # noqa: ARG001
    assert run_here("lookup", "--json", "--", mark).data["query"] == mark


def test_a_long_message_keeps_its_ends_and_says_how_much_is_left_out(here: Path) -> None:  # noqa: ARG001
    done = run_here("show", "a" + "x" * 200_000 + "z")
    assert done.status == 2
    assert done.err.startswith("factcheck: unknown claim 'axxx")
    assert done.err.endswith("xz'; all ids: factcheck list\n")
    assert re.search(r"\(198,\d\d\d characters left out\)", done.err)


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "markdown", "annotate"])
def test_on_a_terminal_nothing_acts_either(
    environment: dict[str, str], here: Path, form: str
) -> None:
    (here / "d.md").write_bytes("\n\n".join(LINES).encode("utf-8", "replace"))
    for text in HOSTILE.values():
        (here / named(text)).write_text(PLAIN)
    command = ["annotate", "d.md"] if form == "annotate" else ["check", ".", "--format", form]
    done = terminals.here(environment)(*command, cwd=here)
    assert done.status in {0, 1}
    plain = re.sub(r"\x1b\[[\d;]*m", "", done.out)
    assert not UNSAFE.search(plain)
    assert "20" in plain
