"""Check drafts again whenever they change."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import strftime

from watchfiles import watch

from factcheck.commands.console import complain_each, warn
from factcheck.commands.telling import Told
from factcheck.problem import CorpusError, UsageError

SOON = 1_000  # milliseconds
Check = Callable[[list[Path]], Told]


def recheck(files: Iterable[Path], drafts: Callable[[], list[Path]], check: Check) -> None:
    """Check all of `drafts`, then each that changes, until somebody interrupts.

    Args:
        files: What the command line names; folders are watched with all below them.
        drafts: Returns the files to check, as they are then.
        check: Checks some of them and tells what it finds.
    """
    folders = [path for path in files if path.is_dir()]
    places = {*folders, *(path.parent for path in files if path not in folders)}
    for place in places:
        if not place.is_dir():
            raise UsageError(f"{place}: no such folder")
    before = _stamps(drafts())
    with suppress(KeyboardInterrupt):
        _check(list(before), check)
        watching = watch(*places, recursive=bool(folders), rust_timeout=SOON, yield_on_timeout=True)
        for turn, changes in enumerate(watching):
            changed = {os.path.realpath(name) for _, name in changes}
            if turn == 0:  # what changed before anybody watched
                now = _stamps(drafts())
                changed |= {os.path.realpath(path) for path in now if now[path] != before.get(path)}
            if changed:
                _check([path for path in drafts() if os.path.realpath(path) in changed], check)


def _stamps(paths: Iterable[Path]) -> dict[Path, tuple[int, ...] | None]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes with a file; `None` if it isn't there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _check(paths: list[Path], check: Check) -> None:
    """Check what is there, and tell what goes wrong; whoever watches goes on."""
    there = [path for path in paths if path.exists()]
    if not there:
        return
    try:
        done = check(there)
        complain_each(done.faults, 0)
    except UsageError as error:
        complain_each(error.args, 0)
    except CorpusError as error:
        complain_each(map(str, error.problems), 0)
    warn(f"checked at {strftime('%H:%M:%S')}; waiting for changes, Ctrl-C ends it")
    sys.stderr.flush()
