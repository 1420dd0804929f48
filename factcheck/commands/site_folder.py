"""The folder of a site: made whole beside its place, and only ever put where a site may be."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from factcheck.commands.files import told
from factcheck.problem import UsageError
from factcheck.show.escaping import shown
from factcheck.store.workshop import workshop

MARKER = ".factcheck-site"
TOLD = "factcheck made this folder, and makes it anew: it replaces just these files.\n"
"""How the marker begins; each line that follows names a file of the site."""


def checked(folder: Path) -> Path:
    """Return the real place of a folder that a site may be put at.

    Raises:
        UsageError: Something is there that this program didn't make.
    """
    if folder.is_symlink():
        raise UsageError(f"{folder} is a link; name the folder itself")
    if not folder.exists():
        return folder.parent.resolve() / folder.name if folder.name else folder.resolve()
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder")
    if Path.cwd().is_relative_to(folder.resolve()):
        raise UsageError(f"{folder} is the folder you are in, or above it; it would be replaced")
    with told(folder):
        foreign = _foreign(folder)
    if foreign == MARKER:
        raise UsageError(f"{folder} is not empty, and no site that factcheck made; name another")
    if foreign:
        raise UsageError(
            f"{folder} holds '{shown(foreign)}', which factcheck did not make; "
            "move it away, or name another folder"
        )
    return folder.resolve()


def _foreign(folder: Path) -> str | None:
    """Return the first thing in `folder` that isn't a site's; the marker's name if it has none."""
    found = sorted(_held(folder, ""))
    if not found:
        return None
    known = _marked(folder)
    if known is None:
        return MARKER
    return next((name for name in found if name not in known), None)


def _held(folder: Path, start: str) -> Iterable[str]:
    """Yield all that `folder` holds but folders, which no link leads out of."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{start}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _held(folder / entry.name, f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                yield name
            else:
                yield f"{name} (a link, or no file)"


def _marked(folder: Path) -> set[str] | None:
    """Return the files that the marker in `folder` names; `None` if there is none of ours."""
    marker = folder / MARKER
    try:
        if not stat.S_ISREG(marker.lstat().st_mode):
            return None
        text = marker.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return {MARKER, *text.splitlines()} if text.startswith(TOLD) else None


def place(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Put a site of these `files` at `folder`, whole or not at all; the one before is replaced.

    Raises:
        UsageError: It can't be written, or something else has come there meanwhile.
    """
    with told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with workshop(folder.parent) as shop:
            _write(shop / "new", files)
            checked(folder)
            _exchange(shop, folder)


def _write(new: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files into a new folder; nobody sees it before all of them are there."""
    made: dict[str, None] = {}
    new.mkdir()
    for name, text in files:
        path = new / name
        if path.parent != new:
            path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:  # no page in another's place
            file.write(text)
        made[name] = None
    (new / MARKER).write_text(TOLD + "\n".join(made) + "\n", encoding="utf-8", newline="")


def _exchange(shop: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one, or leave that there."""
    if not folder.exists():
        (shop / "new").rename(folder)
        return
    folder.rename(shop / "old")
    try:
        (shop / "new").rename(folder)
    except BaseException:
        (shop / "old").rename(folder)
        raise
