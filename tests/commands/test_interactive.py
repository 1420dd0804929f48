"""One claim after another: through a pipe, and by keys on a terminal."""

import os
import re
import select
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ponds import hostile_claims, hostile_sources, write_ponds
from processes import Done

from factcheck.commands.session import HELP, Session, completed
from factcheck.problem import UsageError
from factcheck.store.reading import Store

SUPPORTED = "1,400 children were exploited in Rotherham"
CONTRADICTED = "Baroness Casey made 20 recommendations"
BOMB = "raise ImportError('loaded')"
Run = Callable[..., Done]


def asked(run: Run, *lines: str, arguments: tuple[str, ...] = (), **settings: object) -> Done:
    typed = "".join(f"{line}\n" for line in lines).encode()
    return run("--interactive", *arguments, stdin=typed, **settings)


# ---- through a pipe


def test_each_line_has_the_answer_of_a_look_up(run: Run) -> None:
    done = asked(run, SUPPORTED, "", "   ", CONTRADICTED)
    cards = [run("lookup", one).out for one in (SUPPORTED, CONTRADICTED)]
    assert done == Done(0, "".join(f"{card}\n" for card in cards), "")


def test_the_last_answer_is_shown_whole_and_explained(run: Run) -> None:
    done = asked(run, SUPPORTED, CONTRADICTED, ":full", ":explain")
    card = run("lookup", CONTRADICTED).out
    table = run("lookup", "--explain", CONTRADICTED).out.removeprefix(card)
    assert done.out.endswith(f"{run('lookup', '--full', CONTRADICTED).out}\n{table}\n")


def test_show_prints_a_record_or_lists_a_topic(run: Run) -> None:
    record = run("show", "recommendations-twelve").out
    assert asked(run, ":show recommendations-twelve").out == f"{record}\n"
    listed = asked(run, ":show vote").out
    for line in run("list", "--topic", "vote").out.splitlines():
        name, _, statement = line.partition("\t")
        assert f"{statement} ({name})" in listed


@pytest.mark.parametrize("words", ["Musk", "twelve", "Cooper Oldham", "Rotheram"])
def test_search_lists_what_the_command_finds(run: Run, words: str) -> None:
    done, found = asked(run, f":search {words}"), run("search", words, "--limit", "5")
    assert done.status == found.status == 0
    for line in found.out.splitlines():
        name, text, who = line.split("\t")
        assert f"  - {name}  {who}\n    {text}\n" in done.out
    for remark in re.findall("factcheck: (no claim has.*|searched for.*)", found.err):
        assert f"Note: {remark}." in done.out
    total = re.search(r"of (\d+); --limit", found.err)
    assert (f"--limit {total[1]}\n" in done.out) if total else ("--limit" not in done.out)


def test_a_search_that_finds_nothing_says_so_and_is_no_mistake(run: Run) -> None:
    done = asked(run, ":search kangaroo")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("nothing here has “kangaroo”")


def test_help_names_every_command(run: Run) -> None:
    told = asked(run, ":help").out
    assert all(f"- {name}: " in told for name in HELP)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (":ful", "no command ':ful'; did you mean ':full'?"),
        (":zzz", "no command ':zzz'; :help names all"),
        (":full", "nothing was asked yet"),
        (":explain", "nothing was asked yet"),
        (":show", "which? as in :show ID"),
        (":search", "for what? as in :search Musk"),
        (":search  ", "for what? as in :search Musk"),
        (":show recommendations-twelv", "did you mean 'recommendations-twelve'?"),
        (":show fundng", "unknown topic 'fundng'; did you mean 'funding'?"),
        (":\x1b[31m", "no command ':�[31m'"),
    ],
)
def test_a_mistake_is_told_and_the_next_line_is_answered(run: Run, line: str, message: str) -> None:
    done = asked(run, line, SUPPORTED)
    assert message in done.err
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err
    assert (done.status, done.out) == (2, f"{run('lookup', SUPPORTED).out}\n")


def test_quit_ends_before_the_next_line(run: Run) -> None:
    assert asked(run, ":quit", SUPPORTED) == Done(0, "", "")


def test_a_line_that_is_no_text_is_told_and_not_looked_up(run: Run) -> None:
    done = run("--interactive", stdin=b"caf\xe9\n" + SUPPORTED.encode())
    assert (done.status, done.out) == (2, f"{run('lookup', SUPPORTED).out}\n")
    assert "line 1: not a text in UTF-8" in done.err


@pytest.mark.parametrize("before", [True, False])
def test_a_corpus_can_be_chosen(run: Run, ponds: Path, *, before: bool) -> None:
    chosen = ("--corpus", str(ponds))
    arguments = (*chosen, "--interactive") if before else ("--interactive", *chosen)
    query = "Ulmen Pond has a depth of 41 metres"
    done = run(*arguments, stdin=query.encode())
    assert done.out == f"{run('lookup', query, *chosen).out}\n"


@pytest.mark.parametrize("arguments", [("topics",), ("lookup", "a claim"), ("a claim",)])
def test_it_takes_nothing_beside_it(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("--interactive", *arguments, stdin=SUPPORTED.encode())
    assert (done.status, done.out) == (2, "")


def test_an_answer_comes_before_the_next_line_is_read(start: Callable[..., Done]) -> None:
    process = start("--interactive")
    process.stdin.write(f"{SUPPORTED}\n".encode())
    process.stdin.flush()
    assert process.stdout.readline().startswith(b"SUPPORTED")
    process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize(
    "arguments", [("lookup", SUPPORTED), ("--help",), ("--version",), ("--interactive",)]
)
def test_prompt_toolkit_is_loaded_for_a_person_alone(
    run_apart: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "prompt_toolkit.py").write_text("import os; os._exit(99)")
    assert run_apart(*arguments, PYTHONPATH=tmp_path).status == 0


# ---- completion


def test_commands_ids_and_topics_are_completed(store: Store) -> None:
    assert completed(":", store) == (":", [*HELP])
    assert completed(":f", store) == (":f", [":full"])
    assert completed("", store)[1] == completed("Casey", store)[1] == []
    assert completed("Casey made ", store)[1] == completed(":full a", store)[1] == []
    start, found = completed(":show recommendations-tw", store)
    assert (start, found) == ("recommendations-tw", ["recommendations-twelve"])
    assert completed(":show v", store)[1][0] == "vote"


def test_a_mistake_keeps_the_last_answer(store: Store) -> None:
    session = Session(store)
    card = [*session.reply(SUPPORTED)]
    with pytest.raises(UsageError):
        session.reply(":ful")
    assert card[0].lines[0] == next(session.reply(":full")).lines[0]


# ---- at a terminal

fcntl = pytest.importorskip("fcntl", reason="needs a POSIX terminal")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")
pytest.importorskip("prompt_toolkit")
CODE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>])")
PROMPT = "claim>"
UP, TAB, ENTER, CTRL_C, CTRL_D = b"\x1b[A", b"\t", b"\r", b"\x03", b"\x04"
PATIENCE = 10  # seconds


class Typist:
    """Types at a terminal, and reads what stands there."""

    def __init__(self, leader: int, process: subprocess.Popen) -> None:
        self.leader, self.process, self.seen = leader, process, ""

    def until(self, mark: str) -> str:
        """Return what is shown up to `mark`, without codes."""
        end = time.monotonic() + PATIENCE
        raw = b""
        while mark not in (text := CODE.sub("", raw.decode("utf-8", "ignore"))):
            assert select.select([self.leader], [], [], max(0, end - time.monotonic()))[0], text
            raw += os.read(self.leader, 65_536)
        self.seen += raw.decode("utf-8", "ignore")
        return text

    def keys(self, *keys: bytes, until: str = f"\n{PROMPT}") -> str:
        os.write(self.leader, b"".join(keys))
        return self.until(until).replace("\r", "")

    def ends(self, *keys: bytes) -> int:
        os.write(self.leader, b"".join(keys))
        return self.process.wait(PATIENCE)


@pytest.fixture
def typist(
    environment: dict[str, str],
    store: Store,  # noqa: ARG001
    tmp_path: Path,
) -> Callable[..., Iterator[Typist]]:
    """Return a context in which somebody sits at a terminal where the prompt stands."""

    @contextmanager
    def sitting(*arguments: str, first: str = PROMPT, **settings: object) -> Iterator[Typist]:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        own = {"TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path / "state")}
        changed = {name: str(value) for name, value in settings.items()}
        with subprocess.Popen(
            [sys.executable, "-m", "factcheck", "--interactive", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment | own | changed,
        ) as process:
            try:
                found = Typist(leader, process)
                found.until(first)
                yield found
            finally:
                process.kill()
        os.close(follower)
        os.close(leader)

    return sitting


def test_a_person_asks_one_after_another(typist: Callable) -> None:
    with typist() as at:
        assert "SUPPORTED" in at.keys(SUPPORTED.encode(), ENTER)
        assert "did you mean ':full'?" in at.keys(b":ful", ENTER)
        assert "CONTRADICTED" in at.keys(CONTRADICTED.encode(), ENTER)
        assert "·" not in at.keys(ENTER)
        assert "Caveats:" in at.keys(b":full", ENTER)
        assert at.ends(b":quit", ENTER) == 0


def test_ctrl_c_clears_the_line_and_ctrl_d_ends(typist: Callable) -> None:
    with typist() as at:
        at.keys(b"half a cl", until="half a cl")
        assert "NOT COVERED" not in at.keys(CTRL_C)
        assert "SUPPORTED" in at.keys(SUPPORTED.encode(), ENTER)
        assert at.ends(CTRL_D) == 0


def test_tab_completes_an_id(typist: Callable) -> None:
    with typist() as at:
        at.keys(b":show recommendations-tw", TAB, until="recommendations-twelve")
        assert "Asserted by: Baroness Casey" in at.keys(ENTER)


def test_arrow_keys_find_what_an_earlier_session_typed(typist: Callable, tmp_path: Path) -> None:
    with typist() as at:
        at.keys(SUPPORTED.encode(), ENTER)
        assert at.ends(CTRL_D) == 0
    kept = tmp_path / "state" / "factcheck" / "history"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    kept.chmod(0o644)
    with typist() as at:
        at.keys(UP, until=SUPPORTED)
        assert "SUPPORTED" in at.keys(ENTER)
        at.keys(CONTRADICTED.encode(), ENTER)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", ["file", "fifo", "folder", "no home"])
def test_a_history_that_cannot_be_kept_is_no_error(
    typist: Callable, tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "kept"
    if kind == "file":
        place.write_text("")
    else:
        (place / "factcheck").mkdir(parents=True)
    if kind == "fifo":
        os.mkfifo(place / "factcheck" / "history")
    if kind == "folder":
        (place / "factcheck" / "history").mkdir()
    nowhere = {"XDG_STATE_HOME": "", "HOME": os.devnull}
    with typist(**(nowhere if kind == "no home" else {"XDG_STATE_HOME": place})) as at:
        shown = at.keys(SUPPORTED.encode(), ENTER)
        assert "SUPPORTED" in shown
        assert at.keys(UP, until=SUPPORTED)
        assert at.ends(CTRL_C, CTRL_D) == 0
        assert "rror" not in at.seen


def test_nothing_steers_the_terminal(typist: Callable, tmp_path: Path) -> None:
    root = write_ponds(tmp_path / "hostile", hostile_claims(), hostile_sources())
    pasted = "herons \x1b]0;owned\x07 \u202eback \x9b31m".encode()
    with typist("--corpus", str(root)) as at:
        at.keys(b"\x1b[200~", pasted, b"\x1b[201~", ENTER)
        at.keys(b":show ulmen-mill", ENTER)
        at.keys(b":full", ENTER)
        assert not set(CODE.sub("", at.seen)) & set("\x1b\x07\x9b\u202e\u200e")
        assert "owned" in at.seen


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"NO_COLOR": "1"}], ids=str)
def test_it_works_without_colour(typist: Callable, settings: dict[str, str]) -> None:
    with typist(**settings) as at:
        assert "SUPPORTED" in at.keys(SUPPORTED.encode(), ENTER)
        codes = {
            code for one in re.findall(r"\x1b\[([0-9;]*)m", at.seen) for code in one.split(";")
        }
        assert not {code for code in codes if re.fullmatch("3[0-8]|4[0-8]", code)}


def test_a_terminal_is_left_as_it_was(typist: Callable) -> None:
    with typist() as at:
        assert not termios.tcgetattr(at.leader)[3] & termios.ICANON
        at.process.terminate()
        assert at.process.wait(PATIENCE) == 143
        assert termios.tcgetattr(at.leader)[3] & termios.ICANON


def test_without_prompt_toolkit_it_is_said_how_to_install_it(
    typist: Callable, tmp_path: Path
) -> None:
    (tmp_path / "prompt_toolkit.py").write_text(BOMB)
    message = "pip install 'factcheck-corpus[interactive]'"
    with typist(first=message, PYTHONPATH=tmp_path) as at:
        assert at.process.wait(PATIENCE) == 2
