"""Fixtures for every test: the command in a real process, a small corpus, whole outputs."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import hypothesis
import pytest
from inprocess import run_here
from ponds import write_ponds
from processes import Done, ended
from thoroughness import WHOLE, examples, some

from factcheck.corpus.corpus import Corpus, read_corpus
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.roots import builtin_root

hypothesis.settings.register_profile(
    "factcheck",
    deadline=None,  # a busy machine is no fault
    max_examples=examples(100),
)
hypothesis.settings.load_profile("factcheck")
HERE = Path(__file__).parent
PROCESSES = {"start", "begin", "bounded", "scripted", "typist"}
"""Fixtures that start processes, each of which takes a tenth of a second or more."""
KEPT = ("PATH", "SYSTEMROOT", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite tests/golden.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try each second parameter of a test that starts processes; or all, if WHOLE."""
    before: Counter[str] = Counter()
    kept, left = [], []
    for item in items:
        test = item.nodeid.partition("[")[0]
        starts = not PROCESSES.isdisjoint(getattr(item, "fixturenames", ()))
        (left if starts and before[test] % 2 and not WHOLE else kept).append(item)
        before[test] += 1
    items[:] = kept
    config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def sample(request: pytest.FixtureRequest) -> Callable[[Iterable, int], list]:
    """Return a function that takes one item of so many, always the same; or all, if WHOLE."""
    updating = request.config.getoption("--update-golden")
    return lambda items, every: some(items, 1 if updating else every)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a file in tests/golden, or rewrite it on --update-golden."""

    def check(name: str, actual: str) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8", newline="")
        assert actual == path.read_bytes().decode("utf-8")

    return check


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Only what a process needs, so that no setting of the caller's changes an output."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "1750000000",
    }


@pytest.fixture
def heard() -> Iterator[None]:
    """Let processes hear SIGINT, which what runs in a shell's background ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def start(environment: dict[str, str]) -> Callable[..., subprocess.Popen]:
    """Return a function that starts the command and returns its process."""

    def started(
        *arguments: str | bytes | Path, cwd: Path | None = None, **settings: str | Path
    ) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", "factcheck", *arguments],
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment | {name: str(value) for name, value in settings.items()},
        )

    return started


@pytest.fixture(scope="session")
def run(environment: dict[str, str], store: Store) -> Callable[..., Done]:  # noqa: ARG001
    """Return a function that runs the command in this process, as if in one of its own."""

    def done(
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        cwd: Path | None = None,
        **settings: str | Path,
    ) -> Done:
        own = environment | {name: str(value) for name, value in settings.items()}
        return run_here(*arguments, stdin=stdin, cwd=cwd, environment=own)

    return done


@pytest.fixture(scope="session")
def run_apart(start: Callable[..., subprocess.Popen], store: Store) -> Callable[..., Done]:  # noqa: ARG001
    """Return a function that runs the command in a process of its own to its end."""

    def done(
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        cwd: Path | None = None,
        **settings: str | Path,
    ) -> Done:
        return ended(start(*arguments, cwd=cwd, **settings), stdin)

    return done


@pytest.fixture(scope="session")
def store(environment: dict[str, str]) -> Iterator[Store]:
    """The built-in corpus, its index in the cache that the processes use too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", environment["XDG_CACHE_HOME"])
        yield open_corpus(builtin_root(), Watch(pytest.fail, str))


@pytest.fixture
def ponds(tmp_path: Path) -> Path:
    """The folder of a small corpus of two sources, the test's own to change."""
    return write_ponds(tmp_path / "ponds")


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The built-in corpus, checked."""
    return read_corpus(builtin_root())
