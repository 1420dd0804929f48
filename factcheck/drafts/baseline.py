"""A baseline: what was found in old texts, and doesn't count until it is put right.

It names each draft by its path from the folder that the baseline stands in, so that it
knows it however its path is typed, and from wherever.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.drafts.finding import Finding, Suppressed

SCHEMA = "factcheck/baseline/2"
TYPED = "factcheck/baseline/1"
"""Of baselines that name each draft as it was typed."""
STDIN = "<stdin>"
"""What a draft from standard input is called."""
REASON = "known from the baseline"


class Known(NamedTuple):
    """A finding as a baseline names it: whatever else changes in its draft, it stays the same."""

    path: str
    kind: str
    claim: str | None
    sentence: str


class Baseline:
    """What is known; each of it suppresses one finding.

    Attributes:
        left: How often each is known and was not met yet.
        folder: The one that paths are told from.
    """

    def __init__(self, held: Iterable[Known] = (), folder: Path = Path()) -> None:
        """Take what is known, and from which folder its paths go."""
        self.left, self.folder = Counter(held), folder
        self._paths: dict[str, str] = {}

    def marked(self, finding: Finding) -> Finding:
        """Return a finding, suppressed if it is known."""
        key = known(finding, self._named(finding.path))
        if finding.suppressed or self.left[key] <= 0:
            return finding
        self.left[key] -= 1
        return finding._replace(suppressed=Suppressed("baseline", REASON))

    def gone(self, paths: Iterable[str]) -> int:
        """Return how many findings in these drafts were known and not met."""
        read = set(map(self._named, paths))
        return sum(count for one, count in self.left.items() if one.path in read)

    def _named(self, path: str) -> str:
        if path not in self._paths:
            self._paths[path] = _from(self.folder, path)
        return self._paths[path]


def dumps(findings: Iterable[Finding], folder: Path) -> tuple[str, int]:
    """Return findings as a baseline in JSON, to stand in `folder`, and how many these are.

    Each has a line. Those that a comment suppresses are not in it.
    """
    kept = [one for one in findings if not one.suppressed or one.suppressed.by != "comment"]
    paths = {path: _from(folder, path) for path in {one.path for one in kept}}
    named = sorted((known(one, paths[one.path]) for one in kept), key=_order)
    rows = [json.dumps(one._asdict(), ensure_ascii=False) for one in named]
    body = ",\n  ".join(rows)
    found = f"[\n  {body}\n ]" if rows else "[]"
    return f'{{\n "schema": "{SCHEMA}",\n "findings": {found}\n}}\n', len(rows)


def known(finding: Finding, path: str) -> Known:
    """Return how a baseline names a finding in the draft that it calls `path`."""
    return Known(path, finding.kind.id, finding.found.claim, finding.sentence)


def loads(text: str, folder: Path) -> Baseline:
    """Return the baseline written as `text`, which stands in `folder`.

    Raises:
        ValueError: It is none.
    """
    try:
        return Baseline(_read(json.loads(text), folder), folder)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ValueError(f"not a baseline of {SCHEMA}; --write-baseline makes one") from error


def _read(data: Any, folder: Path) -> list[Known]:
    if data["schema"] not in {SCHEMA, TYPED}:
        raise ValueError(data["schema"])
    found = [_known(**one) for one in data["findings"]]
    if data["schema"] == SCHEMA:
        return found
    return [one._replace(path=_typed(folder, one.path)) for one in found]


def _typed(folder: Path, path: str) -> str:
    """Return the path from a baseline's folder to a draft named as somebody typed it.

    That was most likely in this folder; else in the one where the command runs now.
    """
    return _from(folder, str(folder / path) if (folder / path).exists() else path)


def _from(folder: Path, path: str) -> str:
    """Return the path from a folder to a draft, with `/`; one on another drive stays whole."""
    if path == STDIN:
        return path
    whole = os.path.realpath(path)
    try:
        return Path(os.path.relpath(whole, os.path.realpath(folder))).as_posix()
    except ValueError:
        return Path(whole).as_posix()


def _known(path: str, kind: str, sentence: str, claim: str | None) -> Known:
    if not all(isinstance(one, str) for one in (path, kind, sentence, claim or "")):
        raise TypeError(path)
    return Known(path, kind, claim, sentence)


def _order(one: Known) -> tuple[Any, ...]:
    return (one.path, one.kind, one.sentence, one.claim or "")
