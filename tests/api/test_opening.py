"""Opening corpora from a program: what is wrong is an exception, and nothing is printed."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ALL = set(factcheck.__all__)
READY = "import sys; before = {*sys.modules}; import factcheck; print(*({*sys.modules} - before))"


def in_a_process(script: str, environment: dict[str, str]) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)


# ---- what an import does


def test_importing_loads_nothing_but_the_version(environment: dict[str, str]) -> None:
    loaded = in_a_process(READY, environment).stdout.split()
    assert {*loaded} == {"factcheck", "factcheck.version"}


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_public_name_is_there_and_described(name: str) -> None:
    found = getattr(factcheck, name)
    assert name == "__version__" or found.__doc__


def test_a_name_that_is_not_there_is_told_as_python_does() -> None:
    assert set(dir(factcheck)) >= ALL
    with pytest.raises(AttributeError, match="has no attribute 'lookup_all'"):
        factcheck.lookup_all  # noqa: B018 - asking is the test
    with pytest.raises(ImportError):
        from factcheck import lookup_all  # noqa: F401


def test_types_of_the_package_are_for_others_too() -> None:
    assert (Path(factcheck.__file__).parent / "py.typed").is_file()


# ---- what is opened


def test_a_folder_is_named_by_a_text_or_a_path(ponds: Path) -> None:
    for path in (ponds, str(ponds)):
        with factcheck.open(path) as corpus:
            assert corpus.lookup("Ulmen Pond is 41 metres deep").verdict == "supported"


def test_settings_around_the_program_choose_nothing(
    ponds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CORPUS", str(ponds))
    with factcheck.open() as corpus:
        assert next(corpus.claims).corpus is None
        assert repr(corpus) == "factcheck.open('builtin')"


def test_several_are_opened_as_one(ponds: Path) -> None:
    with factcheck.open(ponds, "builtin") as corpus:
        assert {claim.corpus for claim in corpus.claims} == {"ponds", "builtin"}


def test_what_is_closed_answers_no_more_and_its_answers_stay(ponds: Path) -> None:
    with factcheck.open(ponds) as corpus:
        answer = corpus.lookup("Ulmen Pond is 41 metres deep")
    assert answer.matches[0].claim.id == "ulmen-depth"
    with pytest.raises(ValueError, match="closed"):
        corpus.lookup("Ulmen Pond is 41 metres deep")
    corpus.close()


# ---- what can't be opened


def test_every_problem_of_every_corpus_is_carried_with_its_place(ponds: Path) -> None:
    path = next((ponds / "claims").glob("*.yaml"))
    path.write_text("title: [\n", encoding="utf-8")
    with pytest.raises(factcheck.CorpusError) as caught:
        factcheck.open(ponds, "builtin")
    assert {problem.path for problem in caught.value.problems} == {path}
    assert all(problem.line and problem.message for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("pond", "no such folder; did you mean 'ponds'?"),
        ("", "'' names no folder"),
        ("a\0b", "a path has no zero byte: 'a\0b'"),
        ("~nobody-of-this-name/a", "there is no such user: '~nobody-of-this-name/a'"),
    ],
)
def test_what_names_no_corpus_is_a_problem_of_it(
    ponds: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    monkeypatch.chdir(ponds.parent)
    with pytest.raises(factcheck.CorpusError) as caught:
        factcheck.open(path, "builtin")
    assert [problem.message for problem in caught.value.problems] == [message]


# ---- quiet


@pytest.fixture
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no place for indexes."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))


@pytest.mark.usefixtures("no_cache")
def test_a_cache_that_cannot_be_written_is_logged_for_whoever_listens(
    ponds: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "factcheck"), factcheck.open(ponds) as corpus:
        assert corpus.lookup("Ulmen Pond is 41 metres deep").verdict == "supported"
    (record,) = caplog.records
    assert record.name == "factcheck"
    assert "can't be used" in record.message


def test_nothing_is_printed_or_warned_where_nobody_listens(
    ponds: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    script = "import warnings; warnings.simplefilter('error'); "
    script += f"import factcheck; factcheck.open({str(ponds)!r}).lookup('the pond')"
    for cache in (tmp_path / "file", tmp_path / "new"):
        done = in_a_process(script, environment | {"XDG_CACHE_HOME": str(cache)})
        assert (done.stdout, done.stderr) == ("", "")


# ---- other processes


def test_opening_leaves_the_path_of_the_program_alone(environment: dict[str, str]) -> None:
    script = "import sys; before = [*sys.path]; import factcheck; factcheck.open(); "
    done = in_a_process(f"{script}print(sys.path == before)", environment)
    assert done.stdout == "True\n"
