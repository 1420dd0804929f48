"""Hostile files, odd places and full disks: a clear message, in bounded time and memory."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done, ended
from reviewed import reviewed, write_long
from thoroughness import some

LAKE = reviewed(11)["statement"]
BOUNDED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
runpy.run_module("factcheck", run_name="__main__")
"""
"""Runs the command with no more than so much memory."""
LIMITED = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv[1:] = sys.argv[2:]
runpy.run_module("factcheck", run_name="__main__")
"""
"""Runs the command with no room for a file of more than so many bytes."""


@pytest.fixture
def bounded(environment: dict[str, str]) -> Callable[..., Done]:
    """Return a function that runs the command in bounded memory."""

    def done(*arguments: str | Path) -> Done:
        command = [sys.executable, "-c", BOUNDED, *map(str, arguments)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return ended(subprocess.Popen(command, env=environment, **pipes))

    return done


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    """A corpus of reviewed claims."""
    write_long(tmp_path / "lakes", [reviewed(number) for number in range(20)])
    return tmp_path / "lakes"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("scalar.jsonl", b'{"id": "' + b"x" * 20_000_000 + b'"}\n', "longer than 1,000,000 bytes"),
        ("scalar.yaml", b"topic: " + b"x" * 20_000_000, "a data file holds at most 10,000,000"),
        ("deep.jsonl", b"[" * 900_000, "nested too deep"),
        ("deep.yaml", b"[" * 900_000, "nested more than"),
        ("nul.jsonl", b"\0" * 5_000_000, "longer than 1,000,000 bytes"),
        ("zeros.jsonl", b"\0\0\0\n" * 1_000, "not JSON"),
        ("binary.jsonl", bytes(range(256)) * 100, "not"),
        ("utf16.jsonl", '{"id": "a"}\n'.encode("utf-16"), "not UTF-8"),
        ("number.jsonl", b'{"id": ' + b"9" * 900_000 + b"}", "lakes"),
        ("empty.jsonl", b"", ""),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_hostile_shelf_ends_in_a_message(
    bounded: Callable[..., Done],
    run: Callable[..., Done],
    lakes: Path,
    *,
    name: str,
    content: bytes,
    message: str,
) -> None:
    (lakes / "claims" / name).write_bytes(content)
    if name.endswith(".yaml"):
        (lakes / "sources").mkdir()
        (lakes / "sources" / "a.yaml").write_text("id: a\noutlet: A\nkind: report\ncaveats: []\n")
    done = (bounded if len(content) > 500_000 else run)("lookup", LAKE, "--corpus", lakes)
    assert done.status == (4 if message else 0)
    assert message in done.err
    assert "Traceback" not in done.err
    assert all(len(line) < 1_000 for line in done.err.splitlines())


@pytest.mark.parametrize(
    "where", ["claims/secret.yaml", "claims/secret.jsonl", "claims", "sources"]
)
def test_a_link_out_of_the_corpus_is_not_followed(
    run: Callable[..., Done], ponds: Path, tmp_path: Path, where: str
) -> None:
    outside = tmp_path / "outside"
    if "/" in where:
        outside.write_text("a secret\n")
    else:
        (ponds / where).rename(outside)
    (ponds / where).symlink_to(outside)
    done = run("lookup", "a claim", "--corpus", ponds)
    assert done.status == 4
    assert f"{ponds / where}: this link leads out of the corpus" in done.err
    assert "secret\n" not in done.err


def test_a_link_within_the_corpus_is_followed(run: Callable[..., Done], ponds: Path) -> None:
    kept = (ponds / "claims" / "ponds.yaml").rename(ponds / "kept.yaml")
    (ponds / "claims" / "ponds.yaml").symlink_to(kept)
    assert run("verify", "--corpus", ponds).status == 0


@pytest.mark.parametrize("name", ["claims/pipe.yaml", "claims/pipe.jsonl", "sources/pipe.yaml"])
def test_a_pipe_is_not_waited_for(run: Callable[..., Done], ponds: Path, name: str) -> None:
    os.mkfifo(ponds / name)
    done = run("lookup", "a claim", "--corpus", ponds)
    assert done.status == 4
    assert "this is neither file nor folder" in done.err


@pytest.mark.parametrize("ending", [".yaml", ".jsonl"])
def test_a_name_with_a_line_end_and_escape_codes_is_told_on_one_line(
    run: Callable[..., Done], ponds: Path, ending: str
) -> None:
    (ponds / "claims" / f"a\nb\x1b[31m{ending}").write_text("]")
    done = run("lookup", "a claim", "--corpus", ponds)
    assert done.status == 4
    (line,) = [line for line in done.err.splitlines() if "a\\nb" in line]
    assert f"a\\nb\\x1b[31m{ending}:1:" in line
    assert "\x1b" not in done.err


@pytest.mark.parametrize(
    "name", ["with spaces", "Prüfung né 日本", "'quoted' \"twice\"", "a\nb", "-x"]
)
def test_a_corpus_may_lie_anywhere(run: Callable[..., Done], tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    assert run("init", "--", root).status == 0
    write_long(root, [reviewed(number) for number in range(20)])
    assert run("lookup", LAKE, "--corpus", root).status == 0
    assert run("lookup", "the market hall was closed for eleven weeks", cwd=root).status == 0
    assert run("index", "--check", "--corpus", root).status == 0
    assert run("verify", "--corpus", root).status == 0


@pytest.mark.parametrize("room", some([400, 0, 30_000], 6))
def test_a_full_disk_costs_warnings_and_no_answer(
    environment: dict[str, str], tmp_path: Path, room: int
) -> None:
    root = tmp_path / "lakes"
    write_long(root, [reviewed(number) for number in range(2_000)])
    asked = ["lookup", reviewed(1_500)["statement"], "--corpus", str(root)]
    command = [sys.executable, "-c", LIMITED, str(room), *asked]
    settings = environment | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    done = ended(subprocess.Popen(command, env=settings, **pipes))
    assert done.status == 0
    assert "factcheck show lake-claim-1500" in done.out
    assert "going on without it" in done.err
    left = list((tmp_path / "cache" / "factcheck").glob("long-*/"))
    assert left == []


def test_an_import_onto_a_full_disk_leaves_the_shelf_as_it_was(
    environment: dict[str, str], run: Callable[..., Done], tmp_path: Path
) -> None:
    root = tmp_path / "lakes"
    shelf = write_long(root, [reviewed(number) for number in range(400)], "fact-checks")
    before = shelf.read_bytes()
    new = tmp_path / "new.csv"
    new.write_text("claim,publisher,url,rating\nA new claim,P,https://p.example/,False\n")
    command = [sys.executable, "-c", LIMITED, "20000", "import", str(new), "--into", str(root)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    done = ended(subprocess.Popen(command, env=environment, **pipes))
    assert done.status == 2
    assert "Traceback" not in done.err
    assert shelf.read_bytes() == before
    assert run("import", new, "--into", root).status == 0
    assert shelf.read_bytes().startswith(before)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_that_may_not_be_written_costs_warnings(
    run: Callable[..., Done], lakes: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir(mode=0o500)
    done = run("lookup", LAKE, "--corpus", lakes, XDG_CACHE_HOME=tmp_path / "home" / "cache")
    assert done.status == 0
    assert "going on without it" in done.err
