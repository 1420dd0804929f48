"""Which corpora are in use, and several at once, by the command in a real process."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from ponds import ATLAS, claims, write_ponds
from processes import Done
from reviewed import reviewed, write_long

from factcheck.corpus.fingerprint import make

LAKE = reviewed(11)["statement"]


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    """A corpus of reviewed claims alone."""
    write_long(tmp_path / "lakes", [reviewed(number) for number in range(20)])
    return tmp_path / "lakes"


def chosen(done: Done) -> list[tuple[str, str]]:
    """Return the name of each corpus in use and why it is."""
    rows = [json.loads(line) for line in done.out.splitlines()]
    return [(row["name"], row["why"]) for row in rows]


def test_the_built_in_corpus_is_used_if_nothing_is_chosen(run: Callable[..., Done]) -> None:
    done = run("corpus")
    assert "builtin: " in done.out
    assert "115 claims on 12 topics, 1 source\n" in done.out


def test_an_option_goes_before_the_variable_and_that_before_settings(
    run: Callable[..., Done], tmp_path: Path, ponds: Path, lakes: Path
) -> None:
    inner = tmp_path / "drafts" / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "drafts" / "factcheck.toml").write_text('corpus = ["../ponds", "builtin"]\n')
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\ncorpus = "lakes"\n')
    settings = str(tmp_path / "drafts" / "factcheck.toml")
    found = run("corpus", "--json", cwd=inner)
    assert chosen(found) == [("ponds", settings), ("builtin", settings)]
    found = run("corpus", "--json", cwd=tmp_path)
    assert chosen(found) == [("lakes", str(tmp_path / "pyproject.toml"))]
    found = run("corpus", "--json", cwd=inner, FACTCHECK_CORPUS=lakes)
    assert chosen(found) == [("lakes", "FACTCHECK_CORPUS")]
    found = run("corpus", "--json", "--corpus", ponds, cwd=inner, FACTCHECK_CORPUS=lakes)
    assert chosen(found) == [("ponds", "--corpus")]


def test_a_project_without_a_table_chooses_nothing(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("[project\nnot TOML, and none of our business")
    assert chosen(run("corpus", "--json", cwd=tmp_path))[0][0] == "builtin"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("corpus = [", "not TOML"),
        ("corpora = 'x'", "unknown key 'corpora'; did you mean 'corpus'?"),
        ("corpus = 3", "'corpus' must be a path, or a list of paths"),
        ("corpus = ['']", "'corpus' must be a path, or a list of paths"),
        (b"\xff", "not TOML"),
        ("", "'corpus' must be a path, or a list of paths"),
        ("corpus = []", "'corpus' must be a path, or a list of paths"),
        ("corpus = '~nobody-here/x'", "no such user: '~nobody-here/x'"),
        ('corpus = "\\u0000x"', "a path has no zero byte"),
    ],
)
def test_wrong_settings_are_told(
    run: Callable[..., Done], tmp_path: Path, settings: str | bytes, message: str
) -> None:
    content = settings if isinstance(settings, bytes) else settings.encode()
    (tmp_path / "factcheck.toml").write_bytes(content)
    done = run("lookup", "a claim", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert f"{tmp_path / 'factcheck.toml'}: " in done.err
    assert message in done.err
    assert "a fault of this program" not in done.err


@pytest.mark.parametrize(
    "table",
    [
        '[tool.factcheck]\ncorpus = "lakes"',
        '[tool]\nfactcheck = {corpus = ["lakes"]}',
        'tool.factcheck.corpus = "lakes"',
        '[ tool . "factcheck" ]\ncorpus = "lakes"',
    ],
)
def test_a_table_may_be_written_in_any_way(
    run: Callable[..., Done], tmp_path: Path, lakes: Path, table: str
) -> None:
    assert lakes.is_dir()
    (tmp_path / "pyproject.toml").write_text(table)
    assert chosen(run("corpus", "--json", cwd=tmp_path))[0][0] == "lakes"


def test_each_match_says_which_corpus_it_is_from(
    run: Callable[..., Done], ponds: Path, lakes: Path
) -> None:
    both = ("--corpus", str(ponds), "--corpus", str(lakes))
    found = run("lookup", "--json", LAKE, *both).data
    assert found["verdict"] == "found"
    assert [(m["id"], m["corpus"]) for m in found["matches"]] == [("lakes:lake-claim-11", "lakes")]
    found = run("lookup", "--json", "Ulmen Pond is 52 metres deep", *both).data
    assert found["verdict"] == "contradicted"
    assert found["matches"][0]["id"] == "ponds:ulmen-depth"
    assert {quote["source"] for quote in found["matches"][0]["quotes"]} == {
        "ponds:pond-atlas",
        "ponds:gazette",
    }
    assert {match["corpus"] for match in found["closest"]} <= {"ponds", "lakes"}


def test_a_curated_claim_goes_before_a_review_of_the_same_words(
    run: Callable[..., Done], ponds: Path, lakes: Path
) -> None:
    write_long(lakes, [reviewed(1, statement="Ulmen Pond has a depth of 41 metres")])
    for order in ([ponds, lakes], [lakes, ponds]):
        paths = [argument for root in order for argument in ("--corpus", str(root))]
        found = run("lookup", "--json", "Ulmen Pond has a depth of 41 metres", *paths).data
        assert found["verdict"] == "supported"
        verdicts = [(match["corpus"], match["verdict"]) for match in found["matches"]]
        assert verdicts == [("ponds", "supported"), ("lakes", "found")]


def test_corpora_that_disagree_are_both_heard(run: Callable[..., Done], tmp_path: Path) -> None:
    text = "Ulmen Pond has a depth of 41 metres"
    one, other = write_ponds(tmp_path / "one"), write_ponds(tmp_path / "other")
    for path in (other / "claims" / "ponds.yaml", other / "sources" / "pond-atlas.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("41", "52"), encoding="utf-8")
    print_ = make(ATLAS.replace("41", "52")).dumps()
    (other / "sources" / "pond-atlas.fingerprint").write_text(print_, encoding="utf-8")
    both = ("--corpus", one, "--corpus", other)
    found = run("lookup", "--json", text, *both).data
    assert {m["corpus"]: m["verdict"] for m in found["matches"][:2]} == {
        "one": "supported",
        "other": "contradicted",
    }
    assert "Not all claims agree on this" in run("lookup", text, *both).out
    line = run("lookup", "--from", "-", *both, stdin=text.encode()).out
    assert line.startswith("supported\tone:ulmen-depth\t")
    assert "; contradicted: other:ulmen-depth\t" in line
    exported = run("export", "--lookup", text, *both, "--style", "list")
    assert "not all of what is exported agrees on this wording" in exported.err
    assert "In the corpus one. " in exported.out
    assert "In the corpus other. " in exported.out


def test_each_part_is_answered_by_the_corpus_that_can(
    run: Callable[..., Done], ponds: Path, tmp_path: Path
) -> None:
    assert run("init", tmp_path / "hall").status == 0
    both = ("--corpus", ponds, "--corpus", tmp_path / "hall")
    text = "Ulmen Pond is 52 metres deep, and the market hall was closed for eleven weeks"
    found = run("lookup", "--json", text, *both).data
    assert [(part["verdict"], part["id"]) for part in found["parts"]] == [
        ("contradicted", "ponds:ulmen-depth"),
        ("supported", "hall:hall-closed-eleven-weeks"),
    ]


@pytest.mark.parametrize("name", ["two words", "a]b", "\x1b[31mred", "a:b"])
def test_a_name_is_safe_wherever_it_stands(
    run: Callable[..., Done], tmp_path: Path, lakes: Path, name: str
) -> None:
    root = write_ponds(tmp_path / name)
    both = ("--corpus", root, "--corpus", lakes)
    (first, *_) = (line.split("\t")[0] for line in run("list", *both).out.splitlines())
    assert re.fullmatch(r"[\w-]+:ulmen-depth", first)
    assert run("show", first, *both).status == 0
    assert f"[^{first}]: " in run("export", "--id", first, *both).out


def test_ids_of_several_corpora_are_qualified(
    run: Callable[..., Done], ponds: Path, lakes: Path
) -> None:
    both = ("--corpus", str(ponds), "--corpus", str(lakes))
    listed = [line.split("\t")[0] for line in run("list", *both).out.splitlines()]
    assert listed[0] == "ponds:ulmen-depth"
    assert listed[-1] == "lakes:lake-claim-19"
    for name in ("ponds:ulmen-weir", "ulmen-weir"):
        assert "ponds:ulmen-weir" in run("show", name, *both).out
    exported = run("export", "--id", "lakes:lake-claim-3", *both).out
    assert "Mostly false" in exported
    unknown = run("show", "lakes:lake-claim-99", *both)
    assert unknown.status == 2
    assert "did you mean 'lakes:lake-claim-9'?" in unknown.err


def test_an_id_of_two_corpora_must_be_qualified(run: Callable[..., Done], tmp_path: Path) -> None:
    roots = [write_ponds(tmp_path / name) for name in ("one", "two")]
    both = [argument for root in roots for argument in ("--corpus", str(root))]
    shared = run("show", "ulmen-weir", *both)
    assert shared.status == 2
    assert "'ulmen-weir' is one:ulmen-weir or two:ulmen-weir" in shared.err
    assert run("show", "two:ulmen-weir", *both).status == 0


def test_two_folders_of_one_name_are_told_apart_by_their_paths(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    roots = [write_ponds(tmp_path / name / "ponds") for name in ("one", "two")]
    both = [argument for root in roots for argument in ("--corpus", str(root))]
    names = [name for name, _ in chosen(run("corpus", "--json", *both))]
    assert names == [str(root) for root in roots]
    twice = run("corpus", "--json", "--corpus", str(roots[0]), "--corpus", str(roots[0]))
    assert len(twice.out.splitlines()) == 1


def test_faults_of_all_corpora_are_told_at_once(run: Callable[..., Done], tmp_path: Path) -> None:
    places = [tmp_path / "no", tmp_path / "none"]
    options = [option for place in places for option in ("--corpus", place)]
    done = run("lookup", "x", *options)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("no such folder") == 2
    for place in places:
        place.mkdir()
    done = run("lookup", "x", *options)
    assert done.status == 4
    assert all(f"{place}/claims: no such folder" in done.err for place in places)


def test_verify_works_on_each(run: Callable[..., Done], ponds: Path, lakes: Path) -> None:
    done = run("verify", "--corpus", ponds, "--corpus", lakes)
    assert done.out.startswith("ponds:\n")
    assert "lakes:\n20 claims, 0 quotations: none to prove" in done.out
    rows = run("verify", "--json", "--corpus", ponds, "--corpus", lakes).out.splitlines()
    assert [json.loads(row)["claims"] for row in rows] == [4, 20]
    assert run("verify", "--against", "x", "--corpus", ponds, "--corpus", lakes).status == 2


def test_an_index_is_made_ahead_and_checked(
    run: Callable[..., Done], lakes: Path, tmp_path: Path
) -> None:
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    before = run("index", "--check", "--corpus", lakes, **cache)
    assert before.status == 1
    assert "lakes: claims/lake-reviews.jsonl: there is no index of it" in before.err
    made = run("index", "--corpus", lakes, **cache)
    assert (made.status, made.out) == (0, "lakes: 20 claims on 1 topic, 0 sources, indexed\n")
    checked = run("index", "--check", "--corpus", lakes, **cache)
    assert (checked.status, checked.out) == (0, "lakes: the index matches its files\n")
    write_long(lakes, [reviewed(99)])
    changed = run("index", "--check", "--corpus", lakes, **cache)
    assert changed.status == 1
    assert "the index is of another state of this file" in changed.err


def test_a_reviewed_claim_is_shown_as_its_publishers_rated_it(
    run: Callable[..., Done], lakes: Path, golden: Callable[[str, str], None]
) -> None:
    told = run("lookup", LAKE, "--corpus", "lakes", cwd=lakes.parent)
    assert told.status == 0
    golden("lookup-reviewed.txt", told.out)
    other = run("lookup", LAKE.replace("111", "112"), "--corpus", "lakes", cwd=lakes.parent)
    golden("lookup-reviewed-other.txt", other.out)
    assert run("list", "--corpus", lakes).out.startswith(
        "lake-claim-0\t“Lake Ulmen was drained by vandals and has 100 islands”, rated by "
        "Lake Check: “True, but old”\n"
    )


def test_no_rating_becomes_a_verdict(run: Callable[..., Done], lakes: Path) -> None:
    for rating in ("True", "False", "SUPPORTED", "contradicted"):
        one = reviewed(11)
        one["reviews"][0]["rating"] = rating
        write_long(lakes, [one])
        for text in (LAKE, f"It is not so that {LAKE}", LAKE.replace("111", "112")):
            found = run("lookup", "--json", text, "--corpus", lakes).data
            assert found["verdict"] in {"found", "not_covered"}
            for match in (*found["matches"], *found["closest"]):
                assert match["reviews"][0]["rating"] == rating
                assert match["verdict"] in {"found", "related"}


def test_what_was_withdrawn_settles_nothing_and_says_so(
    run: Callable[..., Done], tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    held = claims()
    held[0] |= {
        "withdrawn": {"date": "2031-02-03", "why": "The atlas took its figure back."},
        "corrections": [
            {"date": "2031-01", "changed": "40 metres became 41", "why": "a misprint of ours"}
        ],
    }
    root = write_ponds(tmp_path / "ponds", held)
    found = run("lookup", "--json", "Ulmen Pond has a depth of 41 metres", "--corpus", root).data
    assert found["verdict"] == "not_covered"
    batch = run("lookup", "--from", "-", "--corpus", root, stdin=b"Ulmen Pond is 41 metres deep")
    assert batch.out.startswith("not_covered\t-\twithdrawn: ulmen-depth\t")
    assert found["closest"][0]["withdrawn"]["why"] == "The atlas took its figure back."
    assert found["closest"][0]["corrections"][0]["changed"] == "40 metres became 41"
    asked = ("lookup", "Ulmen Pond has a depth of 41 metres", "--corpus", "ponds")
    told = run(*asked, cwd=tmp_path).out
    golden("lookup-withdrawn.txt", told)
    golden("show-withdrawn.txt", run("show", "ulmen-depth", "--corpus", root).out)
    exported = run("export", "--id", "ulmen-depth", "--corpus", root).out
    assert "Withdrawn since 3 February 2031: The atlas took its figure back." in exported
    assert "Corrected January 2031: 40 metres became 41 (a misprint of ours)." in exported


def test_of_several_corpora_each_topic_says_whose_it_is(
    run: Callable[..., Done], ponds: Path
) -> None:
    alone = [run("topics", "--corpus", one).out for one in ("builtin", ponds)]
    both = ("--corpus", "builtin", "--corpus", ponds)
    told = run("topics", *both).out.splitlines()
    owners = ["builtin"] * alone[0].count("\n") + ["ponds"] * alone[1].count("\n")
    assert [line.rpartition(" (")[2] for line in told] == [f"{one})" for one in owners]
    listed = [line.split() for text in alone for line in text.splitlines()]
    assert [line.rpartition(" (")[0].split() for line in told] == listed
    data = [json.loads(line) for line in run("topics", "--json", *both).out.splitlines()]
    assert [one["corpus"] for one in data] == owners
    single = [json.loads(line) for line in run("topics", "--json").out.splitlines()]
    assert {one["corpus"] for one in single} == {None}


def test_the_command_that_leads_on_names_the_corpus_as_it_was_asked_for(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    root = tmp_path / "my corpus"
    assert run("init", root).status == 0
    done = run("lookup", "the market hall was closed for eleven weeks", "--corpus", root)
    (way,) = [line for line in done.out.splitlines() if line.startswith("Full record: ")]
    command = shlex.split(way.removeprefix("Full record: "))
    assert command[-2:] == ["--corpus", str(root)]
    assert run(*command[1:]).status == 0
