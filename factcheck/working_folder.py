"""Keep the working folder off the path on which Python looks for modules.

`python -m factcheck` puts it first there, and so does an empty entry of PYTHONPATH.
A `yaml.py` beside somebody's drafts would then run.
"""

# pathlib isn't loaded yet, and could be found there
# ruff: noqa: PTH116, PTH118, PTH120

import os
import sys

HOME = os.path.dirname(os.path.dirname(__file__))
"""The folder of this package."""


def leave_it() -> None:
    """Drop the working folder from the path, unless Python or this program itself lies there."""
    try:
        here = os.path.realpath(os.curdir)
        found = os.stat(here)
    except OSError:  # the folder was deleted
        return
    if not _is_ours(here):
        sys.path[:] = [entry for entry in sys.path if not _leads_to(entry, found)]


def _is_ours(here: str) -> bool:
    libraries = [os.path.join(one, "lib") for one in (sys.prefix, sys.base_prefix)]
    places = [os.path.normcase(os.path.join(os.path.realpath(one), "")) for one in libraries]
    return here == os.path.realpath(HOME) or os.path.normcase(here).startswith(tuple(places))


def _leads_to(entry: str, found: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(entry or os.curdir), found)
    except OSError:
        return False
