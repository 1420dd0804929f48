"""Find the drafts that a command line names: files as they are, folders as git sees them."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.drafts.draft import READERS
from factcheck.drafts.ignoring import Patterns

IGNORE = ".gitignore"
Tell = Callable[[str], object]
"""Takes what is wrong with a pattern, and where it stands."""
Rules = tuple[tuple[Path, Patterns], ...]
"""What is left out below each of some folders, the outermost first."""


class Found(NamedTuple):
    """Something in a folder: how it is called, where it is, and the rules that hold there."""

    path: Path
    place: Path
    folder: bool
    rules: Rules


def drafts_in(
    places: Sequence[Path], tell: Tell, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Path]:
    """Yield each file among `places`, and the drafts in each folder, sorted by name; none twice.

    In a folder these are the files that match `include`, or else those of a known
    extension; not those that match `exclude`, that git ignores, or that are hidden.
    Patterns are those of a .gitignore; `tell` is told of one that can name nothing.
    A folder that can't be read is yielded itself: reading it says why.
    """
    wanted = _patterns(include or [f"*{extension}" for extension in READERS], "--include", tell)
    unwanted = _patterns(exclude, "--exclude", tell)
    seen = set()
    for place in places:
        for path in _walked(place, tell) if _is_folder(place) else (place,):
            name = path.relative_to(place).as_posix()
            chosen = path == place or (wanted.hold(name) and not unwanted.hold(name))
            real = os.path.realpath(path)
            if chosen and real not in seen:
                seen.add(real)
                yield path


def _patterns(lines: Sequence[str], option: str, tell: Tell) -> Patterns:
    patterns = Patterns(lines)
    for number, fault in patterns.faults:
        tell(f"{option} {lines[number - 1]}: {fault}")
    return patterns


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long; reading it says so
        return False


def _walked(place: Path, tell: Tell) -> Iterator[Path]:
    """Yield the files below a folder, not hidden or ignored ones, nor those of linked folders."""
    real = Path(os.path.realpath(place))
    rules = _above(real, tell)
    if any(_is_ignored(one, rules, folder=True) for one in (real, *real.parents)):
        return
    waiting = [Found(place, real, folder=True, rules=rules)]
    while waiting:
        found = waiting.pop()
        if not found.folder:
            yield found.path
            continue
        rules = (*found.rules, *_rules(found.path, found.place, tell))
        try:
            inner = _inner(found, rules)
        except OSError:
            yield found.path
            continue
        waiting += sorted(inner, reverse=True)


def _inner(found: Found, rules: Rules) -> list[Found]:
    """Return the files and folders in a folder that are neither hidden nor ignored."""
    inner = []
    with os.scandir(found.path) as entries:
        for one in entries:
            folder = one.is_dir(follow_symlinks=False)
            place = found.place / one.name
            hidden = one.name.startswith(".") or _is_ignored(place, rules, folder=folder)
            if not hidden and (folder or Path(one.path).is_file()):
                inner.append(Found(found.path / one.name, place, folder, rules))
    return inner


def _above(real: Path, tell: Tell) -> Rules:
    """Return the rules of the folders above, up to the one that holds the repository."""
    found: list[tuple[Path, Patterns]] = []
    for folder in (real, *real.parents):
        if folder != real:
            found += _rules(folder, folder, tell)
        if (folder / ".git").exists():
            return tuple(reversed(found))
    return ()


def _rules(folder: Path, real: Path, tell: Tell) -> Rules:
    path = folder / IGNORE
    try:
        if not path.is_file():
            return ()
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        tell(f"{path}: {error.strerror}")
        return ()
    patterns = Patterns(text.split("\n"))
    for number, fault in patterns.faults:
        tell(f"{path}:{number}: {fault}")
    return ((real, patterns),)


def _is_ignored(place: Path, rules: Rules, *, folder: bool) -> bool:
    """Whether the nearest folder that says something of what lies below it leaves it out."""
    for above, patterns in reversed(rules):
        if place != above and place.is_relative_to(above):
            said = patterns.names(place.relative_to(above).as_posix(), folder=folder)
            if said is not None:
                return said
    return False
