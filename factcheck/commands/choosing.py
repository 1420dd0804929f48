"""Which corpora are in use, and why.

Those of `--corpus`; or else the one of FACTCHECK_CORPUS; or else those that the
nearest settings name, from the working folder upwards; or else the built-in one.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.problem import UsageError, did_you_mean

PACKAGE = Path(__file__).parents[1]
BUILTIN = "builtin"
SETTINGS = ("factcheck.toml", "pyproject.toml")
TABLE = re.compile(
    rb"""^\s*\[?\s*tool\s*\.\s*["']?factcheck|^\s*["']?factcheck["']?\s*(?:=\s*\{|\.\s*corpus)""",
    re.MULTILINE,
)
"""What a table of ours begins with; most projects have none, and reading TOML takes 6 ms."""
NO_LABEL = re.compile(r"[^\w./~-]+")


class Chosen(NamedTuple):
    """A corpus in use: the folder, the name that tells it from others, and why it is in use."""

    root: Path
    name: str
    why: str


def builtin_root() -> Path:
    """Return the folder of the built-in corpus: in the package, or the checkout around it."""
    packaged = PACKAGE / "builtin"
    return packaged if packaged.is_dir() else PACKAGE.parent


def chosen(paths: Sequence[str] | None = None) -> list[Chosen]:
    """Return the corpora in use; `paths` are those of `--corpus`.

    Raises:
        UsageError: The settings that name a corpus are wrong, or `paths` are.
    """
    if paths:
        roots = [_root(path, Path(), "--corpus") for path in paths]
        missing = [root for root in roots if not root.exists()]
        if missing:
            raise UsageError("; ".join(f"--corpus {root}: no such folder" for root in missing))
        return _named([(root, "--corpus") for root in roots])
    variable = os.environ.get("FACTCHECK_CORPUS")
    if variable:
        return _named([(_root(variable, Path(), "FACTCHECK_CORPUS"), "FACTCHECK_CORPUS")])
    for path in _settings():
        found = _corpora(path)
        if found:
            return _named([(_root(one, path.parent, str(path)), str(path)) for one in found])
    return _named([(builtin_root(), "nothing else was chosen")])


def _root(path: str, beside: Path, why: str) -> Path:
    if path == BUILTIN:
        return builtin_root()
    if not path:
        raise UsageError(f"{why}: '' names no folder")
    if "\0" in path:
        raise UsageError(f"{why}: a path has no zero byte: '{path}'")
    try:
        return beside / Path(path).expanduser()
    except RuntimeError as error:
        raise UsageError(f"{why}: there is no such user: '{path}'") from error


def _named(found: Sequence[tuple[Path, str]]) -> list[Chosen]:
    """Give each corpus the name of its folder, or its path where two have the same."""
    roots = {Path(os.path.realpath(root)): (root, why) for root, why in reversed(found)}
    names = [BUILTIN if root == builtin_root().resolve() else _label(root.name) for root in roots]
    named = {
        place: name if names.count(name) == 1 else _label(str(place))
        for place, name in zip(roots, names, strict=True)
    }
    return [Chosen(root, named[place], why) for place, (root, why) in roots.items()][::-1]


def _label(name: str) -> str:
    """Return a name that stands in an id, on a command line and in a footnote as it is."""
    return NO_LABEL.sub("-", name).strip("-") or "corpus"


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
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    own = path.name == SETTINGS[0]
    if not own and not TABLE.search(content):
        return []
    table: Any = _read(path, content)
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


def _read(path: Path, content: bytes) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib  # 6 ms, and few folders hold settings
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
