"""Where indexes lie in the user's cache. No other user can read one: the corpus may be private."""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from factcheck.store.trust import is_trusted_at

DAY = 24 * 60 * 60
PRIVATE = 0o700
PROBE = 1 << 20
"""So many bytes tell a disk that is full."""


def cache_folder() -> Path:
    """Return the folder for indexes that this platform's users expect.

    It is one that can't be written if the user has no home folder.
    """
    try:
        return user_cache_path("factcheck", appauthor=False, opinion=False)
    except RuntimeError:
        return Path(os.devnull) / "factcheck"


def make_cache(folder: Path) -> None:
    """Make the folder for indexes, if there is none.

    Raises:
        OSError: It can't be made, or belongs to another user, who could change what lies there.
    """
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    if not is_trusted_at(folder):
        raise OSError(0, "it belongs to another user", str(folder))


def close_to_others(paths: Iterable[Path]) -> None:
    """Let no other user read these files."""
    for path in paths:
        path.chmod(0o600)


def unwritten(folder: Path | None, error: Exception) -> OSError:
    """Return why an index could not be written into `folder`: its `error` seldom says."""
    import tempfile

    try:
        if folder:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(bytes(PROBE))
                file.flush()
                os.fsync(file.fileno())
    except OSError as real:
        return real
    return OSError(0, f"the index can't be written: {error}")


def clear_old(folder: Path) -> None:
    """Delete the locks and half-written seals in `folder` that none has needed for a day."""
    for path in list(folder.iterdir()):
        with suppress(OSError):  # another process deletes too, also what is just listed here
            if path.suffix == ".lock" and not path.with_suffix("").exists():
                _delete_old(path)
            for seal in path.glob(".seal-*"):
                _delete_old(seal)


def _delete_old(path: Path) -> None:
    if path.stat().st_mtime < time.time() - DAY:
        path.unlink()
