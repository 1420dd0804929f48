"""What the command line promises, held by real processes: status, streams and forms."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from ponds import ATLAS, hostile_claims, hostile_sources, write_ponds
from processes import Done

from factcheck.cli import COMMANDS
from factcheck.show.escaping import UNSAFE

SUPPORTED = "1,400 children were exploited in Rotherham"
CONTRADICTED = "Baroness Casey made 20 recommendations"
FOUND = "how many recommendations did Baroness Casey make?"
ALLEGED = "Starmer failed to act when he was director of public prosecutions"
CLOSE = "1,400 Muslim children were exploited in Rotherham"
NOT_COVERED = "the Bank of England cut interest rates"
TWO = ("history-1400-rotherham", "recommendations-twelve")
ANSWERS = {
    "supported": (SUPPORTED, 0),
    "alleged": (ALLEGED, 0),
    "contradicted": (CONTRADICTED, 1),
    "close": (CLOSE, 3),
    "found": (FOUND, 0),
    "not_covered": (NOT_COVERED, 3),
}
TEXT, LIST, OPTIONAL = str, list, (str, type(None))
ANSWER = {
    "schema": TEXT,
    "query": TEXT,
    "verdict": TEXT,
    "matches": LIST,
    "closest": LIST,
    "headline": TEXT,
    "parts": LIST,
}
MATCH = {
    "id": TEXT,
    "statement": TEXT,
    "topics": LIST,
    "kind": TEXT,
    "verdict": TEXT,
    "score": (int, float),
    "why": LIST,
    "asserted_by": OPTIONAL,
    "reported_by": TEXT,
    "date": OPTIONAL,
    "quotes": LIST,
    "replies": LIST,
    "caveats": LIST,
    "reasons": LIST,
    "status": TEXT,
    "wording": TEXT,
}
QUOTE = {
    "text": TEXT,
    "speaker": TEXT,
    "source": TEXT,
    "locator": TEXT,
    "start": int,
    "end": int,
    "fidelity": TEXT,
}
COMPOUND = "Casey made 20 recommendations, and five men were jailed over Rotherham in 2010"
LONG = "Jay's report found 1,400 children were sexually exploited in Rotherham"
HALF = "Casey made 12 recommendations, and the harbour of Oslo froze over"
REASON = dict.fromkeys(("kind", "said", "recorded", "effect", "explanation"), TEXT)
VERDICTS = {"SUPPORTED", "ALLEGED", "CONTRADICTED", "CLOSE", "FOUND", "NOT COVERED"}
REPLY = {"by": TEXT, "text": TEXT}


def has(data: dict, form: dict) -> bool:
    """Whether `data` holds at least the fields of `form`, each of its type."""
    return all(isinstance(data[name], kind) for name, kind in form.items())


# ---- answers


@pytest.mark.parametrize(("verdict", "asked"), ANSWERS.items(), ids=ANSWERS)
def test_an_answer_reads_so(
    run: Callable[..., Done],
    golden: Callable[[str, str], None],
    verdict: str,
    asked: tuple[str, int],
) -> None:
    query, status = asked
    done = run("lookup", query)
    assert (done.status, done.err) == (status, "")
    golden(f"lookup-{verdict}.txt", done.out)


@pytest.mark.parametrize(("verdict", "asked"), ANSWERS.items(), ids=ANSWERS)
def test_the_json_of_an_answer_has_every_field(
    run: Callable[..., Done], verdict: str, asked: tuple[str, int]
) -> None:
    query, status = asked
    done = run("lookup", "--json", query)
    data = done.data
    assert (done.status, done.err) == (status, "")
    assert has(data, ANSWER)
    assert (data["schema"], data["query"], data["verdict"]) == (
        "factcheck/lookup/2",
        query,
        verdict,
    )
    every = data["matches"] + data["closest"]
    assert len(every) <= 5
    for match in every:
        assert has(match, MATCH)
        assert 0 <= match["score"] <= 1
        assert match["quotes"]
        assert match["caveats"]
        assert all(has(quote, QUOTE) for quote in match["quotes"])
        assert all(has(reason, REASON) for reason in match["reasons"])
        assert all(has(reply, REPLY) for reply in match["replies"])
    assert all(match["verdict"] == verdict for match in data["matches"])
    assert all(match["verdict"] == "related" for match in data["closest"])
    assert bool(data["matches"]) == (verdict not in {"close", "not_covered"})
    if verdict == "contradicted":
        assert data["matches"][0]["reasons"][0]["effect"] == "contradicts"
    if verdict == "close":
        assert "opens" in {reason["effect"] for reason in data["closest"][0]["reasons"]}
    assert run("lookup", query).out.startswith(f"{data['headline']}\n")


@pytest.mark.parametrize(("verdict", "asked"), ANSWERS.items(), ids=ANSWERS)
def test_the_explanation_of_an_answer_reads_so(
    run: Callable[..., Done],
    golden: Callable[[str, str], None],
    verdict: str,
    asked: tuple[str, int],
) -> None:
    query, status = asked
    plain, done = run("lookup", query), run("lookup", query, "--explain")
    assert (done.status, done.err) == (status, "")
    assert done.out.startswith(plain.out)
    golden(f"explained-{verdict}.txt", done.out.removeprefix(plain.out))


def test_a_contradicted_allegation_is_not_put_in_the_mouth_of_the_source(
    run: Callable[..., Done],
) -> None:
    done = run("lookup", "Starmer was not complicit in the rape of Britain")
    first = done.out.splitlines()[0]
    told = "CONTRADICTED · Elon Musk alleges otherwise: "
    assert first.startswith(told)


def test_an_export_of_what_contradicts_says_so(run: Callable[..., Done]) -> None:
    done = run("export", "--lookup", CONTRADICTED)
    assert done.status == 0
    assert done.err == "factcheck: what is exported contradicts this wording\n"


@pytest.mark.parametrize(
    ("query", "status", "parts"),
    [
        (COMPOUND, 1, ["contradicted", "supported"]),
        (HALF, 3, ["supported", "not_covered"]),
        (SUPPORTED, 0, []),
    ],
)
def test_parts_that_differ_are_told_apart(
    run: Callable[..., Done], query: str, status: int, parts: list[str]
) -> None:
    done = run("lookup", "--json", query)
    assert done.status == status
    assert [part["verdict"] for part in done.data["parts"]] == parts
    assert all(
        (part["id"] is None) == (part["verdict"] == "not_covered") for part in done.data["parts"]
    )
    told = run("lookup", query).out
    assert ("Its parts" in told) == bool(parts)
    assert all(f"“{part['text']}”" in told for part in done.data["parts"])


def test_an_addition_is_named(run: Callable[..., Done]) -> None:
    done = run("lookup", "--json", f"{LONG} after a train crash")
    assert done.status == 3
    best = done.data["closest"][0]
    added = [one["said"] for one in best["reasons"] if one["kind"] == "added"]
    assert (best["id"], added) == ("history-1400-rotherham", ["train", "crash"])
    told = run("lookup", "--limit", "1", f"{LONG} after a train crash").out
    assert "CLOSE · the record doesn't say “train crash”; " in told


def test_an_allegation_is_marked_as_one(run: Callable[..., Done]) -> None:
    told = "Elon Musk wrote that Keir Starmer must face charges"
    assert run("lookup", "--json", told).data["matches"][0]["status"] == "alleged"
    assert run("lookup", "--json", SUPPORTED).data["matches"][0]["status"] == "reported"


def test_a_claim_may_be_typed_without_quotation_marks(run: Callable[..., Done]) -> None:
    assert run("lookup", "--json", *SUPPORTED.split()).data["query"] == SUPPORTED


def test_the_limit_counts_both_lists_together(run: Callable[..., Done]) -> None:
    for limit in (1, 3):
        data = run("lookup", "--json", "--limit", str(limit), SUPPORTED).data
        assert len(data["matches"]) + len(data["closest"]) == limit


def test_a_topic_narrows_the_answer(run: Callable[..., Done]) -> None:
    data = run("lookup", "--json", "--topic", "vote", SUPPORTED).data
    assert all("vote" in match["topics"] for match in data["matches"] + data["closest"])


def test_what_was_searched_is_said(run: Callable[..., Done]) -> None:
    done = run("lookup", "--topic", "vote", SUPPORTED)
    assert "Note: Only this was searched: vote.\n" in done.out
    assert "Only this was searched" not in run("lookup", SUPPORTED).out


def test_an_allegation_carries_its_denial(run: Callable[..., Done], ponds: Path) -> None:
    query = "the paper mill is poisoning Ulmen Pond"
    done = run("lookup", query, FACTCHECK_CORPUS=ponds)
    assert done.out.startswith("ALLEGED by The anglers' club · a reply is reported.\n")
    assert "\n  The anglers' club, as reported by Pond Atlas, " in done.out
    assert "\nReply of The owner of the mill: The owner denies it.\n" in done.out
    assert "poisened [sic]" in done.out


# ---- queries that are no claim

ODD = {
    "punctuation": "?!… — ***",
    "controls": "\x01\x02\x07\r\x1b\x7f",
    "a title for the terminal": "\x1b]0;owned\x07 Casey \x1b[31m made",
    "right to left": "\u202eCasey\u2066 made",
    "Arabic": "قال المجلس إن السد أصلح",
    "Chinese": "湖有四十一米深吗",
    "Thai": "ทะเลสาบลึกเท่าไร",
    "emoji": "🦆👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "100 kB": "Casey said " * 10_000,
    "one word of 100 kB": "a" * 100_000,
    "no UTF-8": b"Casey \xff\xfe made 12 recommendations",
}


@pytest.mark.parametrize("query", ODD.values(), ids=ODD)
def test_an_odd_query_gets_a_clear_answer(run: Callable[..., Done], query: str | bytes) -> None:
    done = run("lookup", "--", query)
    assert done.status in {0, 1, 3}
    assert done.err == ""
    assert done.out.split(" · ")[0] in VERDICTS
    assert not UNSAFE.search(done.out.replace("\n", ""))


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_an_empty_query_is_wrong_usage(run: Callable[..., Done], query: str) -> None:
    done = run("lookup", query)
    assert (done.status, done.out) == (2, "")
    assert "give a claim to look up" in done.err


# ---- batches

LINES = (
    b"\xef\xbb\xbf" + CONTRADICTED.encode() + b"\r\n\r\n   \n\t\n" + b"\xf0\x9f\xa6\x86\n"
    b"\x1b[31mred\n" + b"x" * 100_000 + b"\n" + SUPPORTED.encode()
)
QUERIES = [CONTRADICTED, "🦆", "\x1b[31mred", "x" * 100_000, SUPPORTED]


def test_a_batch_gives_an_object_for_each_filled_line_in_order(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    file = tmp_path / "claims.txt"
    file.write_bytes(LINES)
    streamed = run("lookup", "--json", "--from", "-", stdin=LINES)
    assert (streamed.status, streamed.err) == (0, "")
    objects = [json.loads(line) for line in streamed.out.splitlines()]
    assert [one["query"] for one in objects] == QUERIES
    assert all(has(one, ANSWER) for one in objects)
    assert run("lookup", "--json", "--from", str(file)) == streamed


def test_a_batch_in_plain_text_has_columns(run: Callable[..., Done]) -> None:
    done = run("lookup", "--from", "-", stdin=LINES)
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert [row[0] for row in rows][::4] == ["contradicted", "supported"]
    assert [row[1] for row in rows][::4] == ["recommendations-twelve", "history-1400-rotherham"]
    assert [row[2] for row in rows][::4] == ["Baroness Casey", "Professor Alexis Jay"]
    assert {len(row) for row in rows} == {12}
    assert not UNSAFE.search(done.out.replace("\n", ""))


def test_an_answer_of_a_batch_is_written_before_the_next_line_is_read(
    start: Callable[..., subprocess.Popen],
) -> None:
    with start("lookup", "--json", "--from", "-") as process:
        for query in (SUPPORTED, CONTRADICTED):
            process.stdin.write(query.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["query"] == query
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.parametrize("stdin", [b"", b"\n\r\n  \n"])
def test_a_batch_of_nothing_gives_nothing(run: Callable[..., Done], stdin: bytes) -> None:
    assert run("lookup", "--json", "--from", "-", stdin=stdin) == Done(0, "", "")


# ---- the other commands

WHOLE = {
    "show.txt": ("show", TWO[0]),
    "list-vote.txt": ("list", "--topic", "vote"),
    "topics.txt": ("topics",),
    "sources.txt": ("sources",),
} | {
    f"export-{style}.md": ("export", "--id", TWO[0], "--id", TWO[1], "--style", style)
    for style in ("footnotes", "list", "table")
}


@pytest.mark.parametrize(("name", "arguments"), WHOLE.items(), ids=WHOLE)
def test_a_command_writes_so(
    run: Callable[..., Done],
    golden: Callable[[str, str], None],
    name: str,
    arguments: tuple[str, ...],
) -> None:
    done = run(*arguments)
    assert (done.status, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_text_reads_so(
    run: Callable[..., Done], golden: Callable[[str, str], None], command: str
) -> None:
    done = run(*command.split(), "--help")
    assert (done.status, done.err) == (0, "")
    golden(f"help{'-' if command else ''}{command}.txt", done.out)


@pytest.mark.parametrize("command", ["", *COMMANDS, "add source", "add claim"])
def test_help_prints_a_command_s_help(run: Callable[..., Done], command: str) -> None:
    assert run("help", *command.split()) == run(*command.split(), "--help")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("lokup", "No such command 'lokup'; did you mean 'lookup'?"),
        ("lookup x", "'factcheck lookup' has no commands of its own, so no 'x'"),
        ("add clam", "'factcheck add' has no command 'clam'; did you mean 'claim'?"),
        ("add \x1b", "'factcheck add' has no command '�'"),
    ],
)
def test_help_on_what_is_no_command_is_wrong_usage(
    run: Callable[..., Done], command: str, told: str
) -> None:
    done = run("help", *command.split(" "))
    assert (done.status, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize("name", ["lookup-supported.txt", "show.txt", "export-list.md"])
def test_the_goldens_hold_a_misprint_marked_as_one(name: str) -> None:
    text = (Path(__file__).parents[1] / "golden" / name).read_text(encoding="utf-8")
    assert "Rotheram [sic]" in text.replace("\\", "")


@pytest.mark.parametrize("command", ["list", "topics", "sources", "show"])
def test_json_is_one_object_a_line(run: Callable[..., Done], command: str) -> None:
    done = run(command, "--json", *(TWO if command == "show" else ()))
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert all(isinstance(one, dict) for one in objects)
    if command in {"list", "show"}:
        wanted = {name: QUOTE[name] for name in QUOTE if name != "fidelity"}
        assert all(has(q, wanted) for one in objects for q in one["quotations"])
    if command == "show":
        assert [one["id"] for one in objects] == list(TWO)


def test_topics_count_what_list_lists(run: Callable[..., Done]) -> None:
    counts = [json.loads(line) for line in run("topics", "--json").out.splitlines()]
    claims = [json.loads(line) for line in run("list", "--json").out.splitlines()]
    for topic in counts:
        held = sum(topic["topic"] in claim["topics"] for claim in claims)
        assert held == topic["claims"]


def test_an_export_goes_into_a_file_once(run: Callable[..., Done], tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    arguments = ("export", "--id", TWO[0], "-o", str(file))
    assert run(*arguments) == Done(0, "", "")
    first = file.read_bytes()
    again = run(*arguments)
    assert (again.status, again.out) == (2, "")
    assert again.err == f"factcheck: {file} exists; --force overwrites it\n"
    assert run(*arguments, "--style", "table", "--force").status == 0
    assert file.read_bytes() != first
    assert list(tmp_path.iterdir()) == [file]


def test_an_export_of_what_matches(run: Callable[..., Done]) -> None:
    assert "[^recommendations-twelve]" in run("export", "--lookup", CONTRADICTED).out
    nothing = run("export", "--lookup", NOT_COVERED)
    assert (nothing.status, nothing.out) == (3, "")
    assert "does not cover" in nothing.err


def test_verify_says_what_it_checked(run: Callable[..., Done], ponds: Path) -> None:
    (ponds / "atlas.txt").write_text(ATLAS, encoding="utf-8")
    checked = run("verify", FACTCHECK_CORPUS=ponds)
    assert (checked.status, checked.err) == (0, "")
    assert "4 claims, 6 quotations" in checked.out
    data = run("verify", "--json", FACTCHECK_CORPUS=ponds).data
    assert (data["exact"], data["unread"], data["absent"]) == (5, 1, 0)
    against = ("verify", "--against", str(ponds / "atlas.txt"), "pond-atlas")
    assert run(*against, FACTCHECK_CORPUS=ponds).status == 0
    (ponds / "atlas.txt").write_text(ATLAS.replace("41", "52"), encoding="utf-8")
    assert run(*against, FACTCHECK_CORPUS=ponds).status == 1


def test_verify_tells_a_quotation_that_is_not_verbatim(
    run: Callable[..., Done], ponds: Path
) -> None:
    shelf = ponds / "claims" / "ponds.yaml"
    text = shelf.read_text(encoding="utf-8").replace("text: Rangers counted", "text: Wardens saw")
    shelf.write_text(text, encoding="utf-8")
    done = run("verify", FACTCHECK_CORPUS=ponds)
    assert done.status == 1
    assert f"{shelf}:" in done.err


def test_a_fingerprint_is_made(run: Callable[..., Done], ponds: Path) -> None:
    (ponds / "atlas.txt").write_text(ATLAS, encoding="utf-8")
    made = (ponds / "sources" / "pond-atlas.fingerprint").read_text(encoding="utf-8")
    assert run("fingerprint", str(ponds / "atlas.txt")) == Done(0, made, "")


# ---- wrong usage

WRONG = {
    "unknown command": (("lokup", "x"), "No such command 'lokup'; did you mean 'lookup'?"),
    "a command that steers": (("\x1b[31mlokup",), "No such command"),
    "unknown option": (("lookup", "x", "--jsom"), "No such option: --jsom"),
    "unknown topic": (("list", "--topic", "histroy"), "'histroy'; did you mean 'history'?"),
    "unknown topics": (("list", "-t", "histroy", "-t", "xyz"), "unknown topic 'xyz'"),
    "unknown topic to look up": (("lookup", "x", "-t", "vot"), "did you mean 'vote'?"),
    "unknown id": (("show", "recommendations-twelv"), "did you mean 'recommendations-twelve'?"),
    "unknown id to export": (("export", "--id", "recommendations-twelv"), "did you mean"),
    "unknown style": (("export", "--style", "tabel"), "'tabel'"),
    "both a claim and a file": (("lookup", "x", "--from", "-"), "give a claim"),
    "no such file": (("lookup", "--from", "no/such/file"), "no/such/file: No such file"),
    "no such corpus": (("lookup", "x", "--corpus", "no/such"), "no/such: no such folder"),
    "a folder for a file": (("lookup", "--from", "/"), "Is a directory"),
    "limit of none": (("lookup", "x", "--limit", "0"), "--limit"),
    "limit of words": (("lookup", "x", "--limit", "few"), "--limit"),
    "nothing to show": (("show",), "ID"),
    "a source alone": (("verify", "stv-news-casey-audit"), "--against"),
    "no such text": (("fingerprint", "no/such/file"), "No such file"),
    "no place for a file": (("export", "-o", "no/such/folder/x.md"), "No such file"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong_usage_ends_with_2_and_says_why(
    run: Callable[..., Done], arguments: tuple[str, ...], message: str
) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert message in done.err + ("" if arguments else done.out)
    assert "Traceback" not in done.err
    assert not UNSAFE.search(done.err.replace("\n", ""))
    assert not arguments or done.out == ""


@pytest.mark.parametrize("epoch", ["99999999999999", "²", "soon"])
def test_a_wrong_day_of_export_is_wrong_usage(run: Callable[..., Done], epoch: str) -> None:
    done = run("export", "--id", TWO[0], SOURCE_DATE_EPOCH=epoch)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"factcheck: SOURCE_DATE_EPOCH: '{epoch}' is no time in seconds\n"


def test_a_text_that_is_not_utf_8_is_wrong_usage(run: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"ab\xff")
    done = run("fingerprint", str(tmp_path / "text"))
    assert (done.status, done.err) == (2, f"factcheck: {tmp_path / 'text'}: not UTF-8 at byte 2\n")


# ---- corpora at fault


def test_a_faulty_corpus_is_told_whole_and_in_order(run: Callable[..., Done], ponds: Path) -> None:
    shelf = ponds / "claims" / "ponds.yaml"
    text = shelf.read_text(encoding="utf-8")
    text = text.replace("kind: figure", "kind: figur").replace("related:", "relatd:")
    shelf.write_text(text.replace("date: '2021'", "date: 'soon'"), encoding="utf-8")
    source = ponds / "sources" / "gazette.yaml"
    source.write_text("id: [gazette\n", encoding="utf-8")
    done = run("lookup", "Ulmen Pond", FACTCHECK_CORPUS=ponds)
    assert (done.status, done.out) == (4, "")
    problems = done.err.splitlines()
    places = [problem.split(": ", 1)[0] for problem in problems]
    assert all(place.startswith((f"{shelf}:", f"{source}:")) for place in places)
    numbers = [tuple(map(int, place.rsplit(":", 2)[1:])) for place in places]
    assert all(line > 0 and column > 0 for line, column in numbers)
    assert len(problems) >= 3
    ordered = list(zip([place.rsplit(":", 2)[0] for place in places], numbers, strict=True))
    assert all(first <= second for first, second in pairwise(ordered))
    kind = text[: text.index("figur\n")].count("\n") + 1
    assert f"{shelf}:{kind}:9: 'figur' is none of" in done.err


@pytest.mark.parametrize("command", [["lookup", "x"], ["list"], ["topics"], ["show", "x"]])
@pytest.mark.parametrize("missing", ["everything", "sources", "the shelves"])
def test_a_missing_or_empty_folder_is_a_fault_of_the_corpus(
    run: Callable[..., Done], tmp_path: Path, command: list[str], missing: str
) -> None:
    root = tmp_path / "nowhere"
    if missing != "everything":
        root = write_ponds(tmp_path / "ponds")
        if missing == "sources":
            (root / "sources").rename(root / "elsewhere")
        else:
            (root / "claims" / "ponds.yaml").unlink()
    done = run(*command, FACTCHECK_CORPUS=root)
    assert (done.status, done.out) == (4, "")
    what = (
        "no .yaml or .jsonl file in this folder" if missing == "the shelves" else "no such folder"
    )
    assert what in done.err
    assert len(done.err.splitlines()) == 1


def test_markup_in_data_is_only_text(run: Callable[..., Done], tmp_path: Path) -> None:
    root = write_ponds(tmp_path / "hostile", hostile_claims(), hostile_sources())
    for arguments in (["lookup", "230 herons", "--full"], ["show", "ulmen-mill"], ["sources"]):
        done = run(*arguments, FACTCHECK_CORPUS=root)
        assert "  - [red]alarm[/red]\n" in done.out
        assert not UNSAFE.search(done.out.replace("\n", ""))


def test_a_control_character_in_data_is_a_fault(run: Callable[..., Done], ponds: Path) -> None:
    source = ponds / "sources" / "gazette.yaml"
    text = source.read_text(encoding="utf-8").replace("A. Reed", '"A.\\eReed"')
    source.write_text(text, encoding="utf-8")
    done = run("topics", FACTCHECK_CORPUS=ponds)
    assert done.status == 4
    assert "control character U+001B" in done.err
    assert "\x1b" not in done.err


# ---- streams that fail

UNHEARD = """
import os, subprocess, sys
reading, writing = os.pipe()
os.close(reading)
command = [sys.executable, "-m", "factcheck", *sys.argv[1:]]
done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE)
sys.stderr.buffer.write(done.stderr)
sys.exit(done.returncode)
"""


@pytest.mark.parametrize(
    ("command", "status"), [(["topics"], 0), (["list", "--json"], 0), (["lookup", CONTRADICTED], 1)]
)
def test_a_reader_that_has_gone_is_no_error(
    environment: dict[str, str], command: list[str], status: int, run: Callable[..., Done]
) -> None:
    assert run("topics").status == 0
    script = [sys.executable, "-c", UNHEARD, *command]
    done = subprocess.run(script, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", [["topics"], ["list", "--json"], ["lookup", CONTRADICTED]])
def test_output_that_cannot_be_written_is_told(
    environment: dict[str, str], command: list[str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        script = [sys.executable, "-m", "factcheck", *command]
        done = subprocess.run(script, env=environment, stdout=full, stderr=-1, check=False)
    assert done.returncode == 2
    messages = done.stderr.decode().splitlines()
    assert messages
    assert all(re.match("factcheck: .*No space left on device", one) for one in messages)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("command", "status"), [("topics >&-", 2), ("lookup --from - <&-", 0), ("lookup 2>&-", 2)]
)
def test_a_closed_stream_is_no_traceback(
    environment: dict[str, str], command: str, status: int
) -> None:
    script = f"{shlex.quote(sys.executable)} -m factcheck {command}"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        stdin=subprocess.DEVNULL,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr + done.stdout


# ---- start-up

LOADED = """
import os, runpy, sys
end = os._exit
def tell(status):
    sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
    sys.stderr.flush()
    end(status)
os._exit = tell
runpy.run_module("factcheck", run_name="__main__")
"""


@pytest.mark.parametrize("query", [SUPPORTED, CONTRADICTED])
def test_a_look_up_loads_nothing_slow(
    run: Callable[..., Done], environment: dict[str, str], query: str
) -> None:
    run("topics")  # so that there is an index
    script = [sys.executable, "-c", LOADED, "lookup", "--json", query]
    done = subprocess.run(script, env=environment, capture_output=True, text=True, check=False)
    loaded = set(done.stderr.split())
    assert "tantivy" in loaded
    assert not loaded & {"pydantic", "yaml", "rich", "rapidfuzz", "edtf", "hypothesis", "pyparsing"}


def test_the_version_is_told(run: Callable[..., Done]) -> None:
    from factcheck import __version__

    assert run("--version") == run("-V") == Done(0, f"factcheck {__version__}\n", "")


# ---- what is typed without a command


@pytest.mark.parametrize(
    "arguments",
    [
        ("Casey made 12 recommendations",),
        ("Casey", "made", "12", "recommendations"),
        ("Casey made 12 recommendations", "--json"),
        ("--json", "Casey made 12 recommendations"),
    ],
    ids=" ".join,
)
def test_a_claim_alone_is_looked_up(run: Callable[..., Done], arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == run("lookup", *arguments)


def test_standard_input_alone_is_a_batch(environment: dict[str, str]) -> None:
    lines = b"Casey made 12 recommendations\nCasey made 20 recommendations\n"
    process = subprocess.run(
        [sys.executable, "-P", "-m", "factcheck"],
        input=lines,
        capture_output=True,
        check=True,
        env=environment,
    )
    assert [line.split(b"\t")[0] for line in process.stdout.splitlines()] == [
        b"supported",
        b"contradicted",
    ]


def test_nothing_at_all_greets_with_examples_that_work(
    run: Callable[..., Done], ponds: Path
) -> None:
    done = run()
    assert (done.status, done.err) == (0, "")
    examples = [line for line in done.out.splitlines() if line.startswith("  factcheck ")]
    assert len(examples) == 3
    for example in examples:
        assert run(*shlex.split(example)[1:]).status in {0, 1}
    assert run(FACTCHECK_CORPUS=ponds).out != done.out


def test_a_file_is_no_claim(run: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("It rained.")
    done = run("draft.md", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "factcheck check draft.md" in done.err
    assert run("draft.md").status == 3
