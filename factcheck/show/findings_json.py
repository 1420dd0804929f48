"""Findings as JSON-ready data; `schema` names the form."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from factcheck.drafts.finding import Finding
from factcheck.show import as_json
from factcheck.store.several import Corpora

VERDICTS = ("supported", "contradicted", "found", "not_covered")


def report(
    findings: Iterable[Finding], counts: Counter[str], faults: Iterable[str], corpus: Corpora
) -> dict[str, Any]:
    """Return findings as `factcheck/check/1`, with what was read and what could not be."""
    return {
        "schema": "factcheck/check/1",
        "files": counts["files"],
        "sentences": counts["sentences"],
        "verdicts": {verdict: counts[verdict] for verdict in VERDICTS},
        "findings": [_finding(finding, corpus) for finding in findings],
        "unread": list(faults),
    }


def _finding(finding: Finding, corpus: Corpora) -> dict[str, Any]:
    found = finding.found
    number = corpus.number_of(found.claim) if found.claim else None
    return {
        "kind": finding.kind.id,
        "severity": finding.kind.severity,
        "path": finding.path,
        "line": finding.start[0],
        "column": finding.start[1],
        "end_line": finding.end[0],
        "end_column": finding.end[1],
        "start": finding.offsets[0],
        "end": finding.offsets[1],
        "sentence": finding.sentence,
        "said": found.said,
        "recorded": found.recorded,
        "explanation": found.explanation,
        "suppressed": finding.suppressed,
        "claim": None if number is None else as_json.claim(corpus.claim(number), corpus),
    }
