"""Which corpora are in use, and why.

Those of `--corpus`; or else the one of FACTCHECK_CORPUS; or else those that the
nearest settings name, from the working folder upwards; or else the built-in one.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.problem import UsageError, did_you_mean

PACKAGE = Path(__file__).parents[1]
BUILTIN = "builtin"
SETTINGS = ("factcheck.toml", "pyproject.toml")
TABLE = b"[tool.factcheck]"


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
        missing = [path for path in paths if not _root(path, Path()).exists()]
        if missing:
            raise UsageError("; ".join(f"--corpus {path}: no such folder" for path in missing))
        return _named([(_root(path, Path()), "--corpus") for path in paths])
    variable = os.environ.get("FACTCHECK_CORPUS")
    if variable:
        return _named([(_root(variable, Path()), "FACTCHECK_CORPUS")])
    for path in _settings():
        found = _corpora(path)
        if found:
            return _named([(_root(one, path.parent), str(path)) for one in found])
    return _named([(builtin_root(), "nothing else was chosen")])


def _root(path: str, beside: Path) -> Path:
    return builtin_root() if path == BUILTIN else beside / Path(path).expanduser()


def _named(found: Sequence[tuple[Path, str]]) -> list[Chosen]:
    """Give each corpus the name of its folder, or its path where two have the same."""
    roots = {root.resolve(): (root, why) for root, why in reversed(found)}
    names = [BUILTIN if root == builtin_root().resolve() else root.name for root in roots]
    return [
        Chosen(root, name if names.count(name) == 1 else str(place), why)
        for (place, (root, why)), name in zip(roots.items(), names, strict=True)
    ][::-1]


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
    if not own and TABLE not in content:
        return []
    table = _read(path, content)
    if not own:
        table = table.get("tool", {}).get("factcheck", {})
    unknown = [key for key in table if key != "corpus"]
    if unknown:
        raise UsageError(
            f"{path}: unknown key '{unknown[0]}'{did_you_mean(unknown[0], ['corpus'])}"
        )
    named = table.get("corpus", [])
    found = [named] if isinstance(named, str) else named
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
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
