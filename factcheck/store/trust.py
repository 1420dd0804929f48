"""Whose files may say what a look-up answers: one's own and root's.

A folder above the drafts, or a cache that several people share, may hold another's.
"""

import os
from pathlib import Path
from stat import S_ISDIR


def is_trusted(found: os.stat_result) -> bool:
    """Whether a file or folder belongs to root, to this user, or to who became root by sudo."""
    if not hasattr(os, "geteuid"):  # Windows
        return True
    own = os.geteuid()
    behind = {os.environ.get("SUDO_UID")} if own == 0 else set()
    return found.st_uid in {0, own} or str(found.st_uid) in behind


def is_trusted_at(path: Path) -> bool:
    """Whether what stands at `path` is trusted, and, if that is a link, what it leads to.

    Raises:
        OSError: It can't be found.
    """
    return is_trusted(path.lstat()) and is_trusted(path.stat())


def is_all_trusted(folder: Path) -> bool:
    """Whether `folder` is one, it and all in it are trusted, and it holds regular files only.

    Raises:
        OSError: It can't be read.
    """
    found = folder.lstat()
    if not (S_ISDIR(found.st_mode) and is_trusted(found)):
        return False
    with os.scandir(folder) as entries:
        return all(map(_is_sound, entries))


def _is_sound(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file(follow_symlinks=False) and is_trusted(
            entry.stat(follow_symlinks=False)
        )
    except FileNotFoundError:  # it was on its way to another name
        return True
