"""Nothing that lies beside the drafts ever runs, whatever it is called and whoever looks for it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import Done, ended
from reviewed import reviewed, write_long
from thoroughness import some

from factcheck.problem import CorpusError, Problem
from factcheck.store.jobs import in_order
from factcheck.store.reading import Store

COMMAND = [str(Path(sys.executable).with_name("factcheck"))]
DRAFT = "The audit was led by Baroness Casey. It does not say what the weather was like. "
CODE = f"\n\n```\n{'x' * 100_000}\n```\n"
"""A draft is checked by several processes if it is as long as this, whatever it holds."""
REVIEW = "claim,publisher,url,rating\nA claim,P,https://p.example/,False\n"
STANDARD = """
    asyncio codecs collections concurrent contextlib csv ctypes datetime difflib email encodings
    functools gc gettext hashlib html http importlib inspect io json locale logging multiprocessing
    os pathlib pickle queue random re runpy select shutil signal site socket sqlite3 ssl stat
    struct subprocess tempfile threading tokenize tomllib traceback types typing unicodedata uuid
    warnings zipimport zoneinfo
""".split()
OTHERS = """
    annotated_types colorama dateutil edtf factcheck jinja2 markupsafe pathspec platformdirs
    pydantic pydantic_core pygments pyromark rapidfuzz readline rich sentencex shellingham
    simplejson sitecustomize Stemmer tantivy text_to_num typer typing_extensions usercustomize
    watchfiles yaml
""".split()
PACKAGES = ["collections", "concurrent", "encodings", "importlib", "multiprocessing", "rich"]
BEFORE_US = {"factcheck", "codecs", "runpy", "encodings", "importlib", "contextlib"}
BEFORE_US |= {"collections", "functools", "os", "site", "stat", "io", "types", "warnings"}
"""What Python itself, asked for a module in the working folder, may load before any of it runs."""


def plant(folder: Path, name: str) -> None:
    """Put a module of this name there, which says so when it is loaded."""
    place = folder / name / "__init__.py" if name in PACKAGES else folder / f"{name}.py"
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"open({str(folder / 'RAN')!r}, 'a').write({name!r} + ' ')\n")


def unplant(folder: Path, name: str) -> None:
    """Take a module away again."""
    place = folder / name
    shutil.rmtree(place) if place.is_dir() else place.with_suffix(".py").unlink(missing_ok=True)


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A stranger's folder: drafts, and modules of every name that anybody might look for."""
    folder = tmp_path / "strange"
    folder.mkdir()
    for name in (*STANDARD, *OTHERS):
        plant(folder, name)
    told = folder / "told-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: told\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[pydantic]\ntold = usercustomize\n")
    (folder / "draft.md").write_text(DRAFT * 60 + CODE)
    (folder / "lines.txt").write_text("Baroness Casey led the audit\n" * 120)
    (folder / "reviews.csv").write_text(REVIEW)
    return folder


COMMANDS = {
    "check": ("check", "draft.md", "--jobs", "2"),
    "annotate": ("annotate", "draft.md"),
    "lookup": ("lookup", "--from", "lines.txt", "--jobs", "2"),
    "index": ("index", "--corpus", "long", "--jobs", "2"),
    "import": ("import", "reviews.csv", "--into", "published"),
    "verify": ("verify",),
    "init": ("init", "mine"),
    "export": ("export", "--topic", "figures"),
    "site": ("site", "-o", "public"),
}


def write_large(root: Path) -> None:
    """Write a shelf that one process wouldn't index by itself: white space makes it large."""
    shelf = write_long(root, [reviewed(number) for number in range(24)])
    lines = shelf.read_text().splitlines(keepends=True)
    shelf.write_text("".join(line.replace("{", "{" + " " * 900_000, 1) for line in lines))


def ran(folder: Path) -> set[str]:
    """Return the names of the planted modules that were loaded."""
    told = folder / "RAN"
    return set(told.read_text().split()) if told.exists() else set()


@pytest.fixture
def within(
    environment: dict[str, str],
    store: Store,  # noqa: ARG001 - whose index the processes use
    strange: Path,
) -> Callable[..., Done]:
    """Return a function that runs a command line in the stranger's folder."""

    def done(command: list[str], **settings: str) -> Done:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return ended(subprocess.Popen(command, cwd=strange, env=environment | settings, **pipes))

    return done


@pytest.mark.parametrize("arguments", some(COMMANDS.values(), 6), ids=some(COMMANDS, 6))
def test_nothing_in_the_working_folder_runs(
    within: Callable[..., Done], strange: Path, arguments: tuple[str, ...]
) -> None:
    if "long" in arguments:
        write_large(strange / "long")
    done = within([*COMMAND, *arguments])
    assert ran(strange) == set()
    assert done.status in {0, 1, 3}, done.err


def test_nothing_in_the_working_folder_runs_while_the_corpus_is_compiled(
    within: Callable[..., Done], strange: Path, tmp_path: Path
) -> None:
    done = within([*COMMAND, *COMMANDS["check"]], XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert ran(strange) == set()
    assert (tmp_path / "cache").exists()
    assert done.status == 0, done.err


def test_an_empty_entry_of_the_path_is_no_working_folder(
    within: Callable[..., Done], strange: Path
) -> None:
    """Python itself loads what it begins with; nothing that the program asks for."""
    for name in BEFORE_US | {"sitecustomize", "usercustomize", "re"}:
        unplant(strange, name)
    done = within([*COMMAND, *COMMANDS["check"]], PYTHONPATH=os.pathsep)
    assert ran(strange) == set()
    assert done.status == 0, done.err


def test_a_module_that_is_asked_for_by_name_leaves_the_working_folder_too(
    within: Callable[..., Done], strange: Path
) -> None:
    """What Python loads before any of it runs can't be held; `python -P -m factcheck` holds it."""
    safely = within([sys.executable, "-P", "-m", "factcheck", *COMMANDS["check"]])
    assert ran(strange) == set()
    assert safely.status == 0, safely.err
    for name in BEFORE_US:
        unplant(strange, name)
    done = within([sys.executable, "-m", "factcheck", *COMMANDS["check"]])
    assert ran(strange) == set()
    assert done.status == 0, done.err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals that hang up")
def test_a_terminal_that_closes_ends_the_command_without_a_word(
    environment: dict[str, str], tmp_path: Path
) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Baroness Casey led the audit\n" * 20_000)
    command = [*COMMAND, "lookup", "--from", str(lines), "--jobs", "2"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(
        command,
        env=environment,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # noqa: PLW1509 - nohup
        **pipes,
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGHUP)
    done = ended(process)
    assert (done.status, done.err) == (128 + signal.SIGHUP, "")


INTERRUPTED = """
import operator, os, sys, threading
from factcheck.store.jobs import in_order

def lock_taken(frame, event, arg):
    if frame.f_code is threading.Condition.__enter__.__code__:
        return interrupt_result

def interrupt_result(frame, event, arg):
    if event == "return" and frame.f_back.f_code.co_name == "result":
        sys.settrace(None)
        raise KeyboardInterrupt
    return interrupt_result

results = in_order(operator.itemgetter, 0, ["item"] * 20, 2)
sys.settrace(lock_taken)
try:
    list(results)
except KeyboardInterrupt:
    print("interrupted", flush=True)
os._exit(0)
"""
"""Python runs the handler of a signal between any two of its steps: here, at the worst of them."""


def test_a_signal_that_comes_as_a_lock_is_taken_leaves_nobody_waiting() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert ended(process) == Done(0, "interrupted\n", "")


def test_a_process_that_others_end_is_told() -> None:
    with pytest.raises(OSError, match="ended before its time"):
        list(in_order(ending, 3, [1, 2], 2))


def ending(status: int) -> Callable[[int], None]:
    return lambda _: os._exit(status)


def failing(root: str) -> Callable[[int], None]:
    raise CorpusError([Problem(Path(root), 1, 2, "wrong")])


def test_what_is_wrong_with_a_corpus_is_told_by_any_process(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as told:
        list(in_order(failing, str(tmp_path), [1], 2))
    assert told.value.problems == (Problem(tmp_path, 1, 2, "wrong"),)
