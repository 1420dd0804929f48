"""Where corpora lie, and what each is called among others."""

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from factcheck.problem import did_you_mean

PACKAGE = Path(__file__).parents[1]
BUILTIN = "builtin"
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


def root_of(name: str, beside: Path) -> Path:
    """Return the folder that a corpus is named by: `builtin`, or a path relative to `beside`.

    Raises:
        ValueError: No folder can be called so.
    """
    if name == BUILTIN:
        return builtin_root()
    if not name:
        raise ValueError("'' names no folder")
    if "\0" in name:
        raise ValueError(f"a path has no zero byte: '{name}'")
    try:
        return beside / Path(name).expanduser()
    except RuntimeError as error:
        raise ValueError(f"there is no such user: '{name}'") from error


def missing(name: str, beside: Path, who: str = "") -> str:
    """Say that a corpus is not there, `who` named it, and which folder was likely meant."""
    meant = Path(name)
    here = beside / meant.parent.expanduser()
    folders: list[str] = []
    with suppress(OSError):  # it may be there no more, or not ours to look into
        folders = [one.name for one in here.iterdir() if one.is_dir()]
    known = [BUILTIN, *(str(meant.with_name(name)) for name in folders if meant.name)]
    what = "this is no folder" if (here / meant.name).exists() else "no such folder"
    return f"{what}{who}{did_you_mean(name, known)}"


def named(found: Sequence[tuple[Path, str]]) -> list[Chosen]:
    """Give each corpus the name of its folder, or its path where two have the same."""
    roots = {Path(os.path.realpath(root)): (root, why) for root, why in reversed(found)}
    names = [BUILTIN if root == builtin_root().resolve() else _label(root.name) for root in roots]
    given = {
        place: name if names.count(name) == 1 else _label(str(place))
        for place, name in zip(roots, names, strict=True)
    }
    return [Chosen(root, given[place], why) for place, (root, why) in roots.items()][::-1]


def _label(name: str) -> str:
    """Return a name that stands in an id, on a command line and in a footnote as it is."""
    return NO_LABEL.sub("-", name).strip("-") or "corpus"
