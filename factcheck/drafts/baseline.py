"""A baseline: what was found in old texts, and doesn't count until it is put right."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from factcheck.drafts.finding import Finding, Suppressed

SCHEMA = "factcheck/baseline/1"
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
    """

    def __init__(self, known: Iterable[Known] = ()) -> None:
        """Take what is known."""
        self.left = Counter(known)

    def marked(self, finding: Finding) -> Finding:
        """Return a finding, suppressed if it is known."""
        key = known(finding)
        if finding.suppressed or self.left[key] <= 0:
            return finding
        self.left[key] -= 1
        return finding._replace(suppressed=Suppressed("baseline", REASON))

    def gone(self, paths: Iterable[str]) -> int:
        """Return how many findings in these drafts were known and not met."""
        read = {_named(path) for path in paths}
        return sum(count for one, count in self.left.items() if one.path in read)


def known(finding: Finding) -> Known:
    """Return how a baseline names a finding."""
    return Known(_named(finding.path), finding.kind.id, finding.found.claim, finding.sentence)


def dumps(findings: Iterable[Finding]) -> tuple[str, int]:
    """Return findings as a baseline in JSON, a line for each, and how many these are.

    Those that a comment suppresses are not in it.
    """
    named = (known(one) for one in findings if not one.suppressed or one.suppressed.by != "comment")
    rows = [json.dumps(one._asdict(), ensure_ascii=False) for one in sorted(named, key=_order)]
    body = ",\n  ".join(rows)
    found = f"[\n  {body}\n ]" if rows else "[]"
    return f'{{\n "schema": "{SCHEMA}",\n "findings": {found}\n}}\n', len(rows)


def loads(text: str) -> Baseline:
    """Return the baseline written as `text`.

    Raises:
        ValueError: It is none.
    """
    try:
        return _read(json.loads(text))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ValueError(f"not a baseline of {SCHEMA}; --write-baseline makes one") from error


def _read(data: Any) -> Baseline:
    if data["schema"] != SCHEMA:
        raise ValueError(data["schema"])
    return Baseline([_known(**one) for one in data["findings"]])


def _named(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")


def _known(path: str, kind: str, sentence: str, claim: str | None) -> Known:
    if not all(isinstance(one, str) for one in (path, kind, sentence, claim or "")):
        raise TypeError(path)
    return Known(path, kind, claim, sentence)


def _order(one: Known) -> tuple[Any, ...]:
    return (one.path, one.kind, one.sentence, one.claim or "")
