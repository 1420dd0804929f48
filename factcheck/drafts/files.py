"""Find the drafts that a command line names: files as they are, folders as git sees them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from factcheck.drafts.draft import READERS

IGNORE = ".gitignore"
Rules = tuple[tuple[Path, GitIgnoreSpec], ...]
"""What is left out below each of some folders."""


def drafts_in(
    places: Sequence[Path], include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Path]:
    """Yield each file among `places`, and the drafts in each folder, sorted by name; none twice.

    In a folder these are the files that match `include`, or else those of a known
    extension; not those that match `exclude`, that git ignores, or that are hidden.
    Patterns are those of a .gitignore.
    """
    seen = set()
    for path in _drafts_in(places, include, exclude):
        place = path.resolve()
        if place not in seen:
            seen.add(place)
            yield path


def _drafts_in(
    places: Sequence[Path], include: Sequence[str], exclude: Sequence[str]
) -> Iterator[Path]:
    wanted = GitIgnoreSpec.from_lines(include or [f"*{extension}" for extension in READERS])
    unwanted = GitIgnoreSpec.from_lines(exclude)
    for place in places:
        if not place.is_dir():
            yield place
            continue
        for path in _walked(place, _above(place)):
            name = path.relative_to(place).as_posix()
            if wanted.match_file(name) and not unwanted.match_file(name):
                yield path


def _walked(folder: Path, rules: Rules) -> Iterator[Path]:
    """Yield the files below a folder, not hidden or ignored ones, nor those of linked folders."""
    rules = (*rules, *_rules(folder))
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or _is_ignored(path, rules):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walked(path, rules)
        elif path.is_file():
            yield path


def _above(folder: Path) -> Rules:
    """Return the rules of the folders above, up to the one that holds the repository."""
    found: list[tuple[Path, GitIgnoreSpec]] = []
    here = folder.resolve()
    for parent in (here, *here.parents):
        if parent != here:
            found += _rules(parent)
        if (parent / ".git").exists():
            return tuple(reversed(found))
    return ()


def _rules(folder: Path) -> Rules:
    path = folder / IGNORE
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return ((folder.resolve(), GitIgnoreSpec.from_lines(lines)),)


def _is_ignored(path: Path, rules: Rules) -> bool:
    """Whether the nearest folder that says something of a path leaves it out."""
    place = path.parent.resolve() / path.name
    for folder, spec in reversed(rules):
        name = place.relative_to(folder).as_posix() + ("/" if path.is_dir() else "")
        said = spec.check_file(name).include
        if said is not None:
            return said
    return False
