"""Which corpora are in use, and why.

Those of `--corpus`; or else the one of FACTCHECK_CORPUS; or else those that the
nearest settings name, from the working folder upwards; or else the built-in one.
Settings that belong to another user are refused: who may write in a folder above
could choose what answers.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.corpus.regular import content
from factcheck.problem import CorpusError, Problem, UsageError, did_you_mean
from factcheck.store.roots import Chosen, builtin_root, missing, named, root_of
from factcheck.store.trust import is_trusted_at

SETTINGS = ("factcheck.toml", "pyproject.toml")
TABLE = re.compile(
    rb"""^\s*\[?\s*tool\s*\.\s*["']?factcheck|^\s*["']?factcheck["']?\s*(?:=\s*\{|\.\s*corpus)""",
    re.MULTILINE,
)
"""What a table of ours begins with; most projects have none, and reading TOML takes 6 ms."""
ANOTHERS = (
    "belongs to another user, and is not obeyed; "
    "name the corpus with --corpus: a folder, or builtin for the built-in one"
)


class Asked(NamedTuple):
    """A corpus as it was named: the path, the folder that it is relative to, and where that is."""

    path: str
    beside: Path
    why: str


def chosen(paths: Sequence[str] | None = None) -> list[Chosen]:
    """Return the corpora in use; `paths` are those of `--corpus`.

    Raises:
        UsageError: The settings that name a corpus are wrong, or `paths` are.
        CorpusError: What else names a corpus names none that is there.
    """
    asked = _asked(paths)
    if not asked:
        return named([(builtin_root(), "nothing else was chosen")])
    roots = [_root(one) for one in asked]
    pairs = list(zip(asked, roots, strict=True))
    absent = [(one, root) for one, root in pairs if not root.is_dir()]
    if absent and paths:
        raise UsageError(*(f"--corpus {one.path}: {_missing(one)}" for one, _ in absent))
    if absent:
        raise CorpusError([Problem(root, 0, 0, _missing(one)) for one, root in absent])
    return named([(root, one.why) for one, root in pairs])


def _asked(paths: Sequence[str] | None) -> list[Asked]:
    """Return the corpora that are named where it counts most; none if none is named anywhere."""
    if paths:
        return [Asked(path, Path(), "--corpus") for path in paths]
    variable = os.environ.get("FACTCHECK_CORPUS")
    if variable:
        return [Asked(variable, Path(), "FACTCHECK_CORPUS")]
    for path in _settings():
        found = _corpora(path)
        if found:
            return [Asked(one, path.parent, str(path)) for one in found]
    return []


def _root(asked: Asked) -> Path:
    try:
        return root_of(asked.path, asked.beside)
    except ValueError as error:
        raise UsageError(f"{asked.why}: {error}") from error


def _missing(asked: Asked) -> str:
    """Say that a corpus is not there, who named it, and which folder was likely meant."""
    who = "" if asked.why == "--corpus" else f", though {asked.why} names it"
    return missing(asked.path, asked.beside, who)


def _settings() -> Iterator[Path]:
    """Yield the settings files from the working folder upwards."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was deleted
        return
    for folder in (here, *here.parents):
        for name in SETTINGS:
            path = folder / name
            if path.is_file():
                yield path


def _corpora(path: Path) -> list[str]:
    """Return the corpora that a settings file names; none if it is a project's without any."""
    try:
        held, trusted = content(path), is_trusted_at(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    own = path.name == SETTINGS[0]
    if not own and not TABLE.search(held):
        return []
    if not trusted:
        raise UsageError(f"{path} {ANOTHERS}")
    table: Any = _read(path, held)
    for key in () if own else ("tool", "factcheck"):
        table = table.get(key, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise UsageError(f"{path}: 'tool.factcheck' must be a table")
    unknown = [key for key in table if key != "corpus"]
    if unknown:
        raise UsageError(
            f"{path}: unknown key '{unknown[0]}'{did_you_mean(unknown[0], ['corpus'])}"
        )
    if not own and "corpus" not in table:
        return []
    named = table.get("corpus")
    found = [named] if isinstance(named, str) else named
    if not (isinstance(found, list) and found and all(isinstance(o, str) and o for o in found)):
        raise UsageError(f"{path}: 'corpus' must be a path, or a list of paths")
    return found


def _read(path: Path, held: bytes) -> dict[str, Any]:
    import tomllib  # 6 ms, and few folders hold settings

    try:
        return tomllib.loads(held.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except ValueError as error:  # Python converts no more than 4,300 digits
        raise UsageError(f"{path}: it holds a number of too many digits") from error
