"""Findings as JSON; `schema` names the form."""

from collections.abc import Iterator
from typing import Any

from factcheck.drafts.finding import Finding
from factcheck.show import as_json
from factcheck.show.escaping import dumps
from factcheck.show.report import Report
from factcheck.show.reporting import claim_of, led
from factcheck.store.several import Corpora

VERDICTS = ("supported", "contradicted", "found", "not_covered")


def one_object(report: Report) -> Iterator[str]:
    """Yield one object, `factcheck/check/1`, piece by piece: each finding, then what was read."""
    yield f'{dumps({"schema": "factcheck/check/1"})[:-1]}, "findings": ['
    for number, finding in enumerate(report.findings):
        yield f"{', ' if number else ''}{dumps(_finding(finding, report.corpus))}"
    read = {
        "files": report.counts["files"],
        "sentences": report.counts["sentences"],
        "verdicts": {verdict: report.counts[verdict] for verdict in VERDICTS},
        "unread": report.faults,
    }
    yield f"], {dumps(read)[1:]}\n"


def _finding(finding: Finding, corpus: Corpora) -> dict[str, Any]:
    found, claim = finding.found, claim_of(finding, corpus)
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
        "headline": led(finding),
        "said": found.said,
        "recorded": found.recorded,
        "explanation": found.explanation,
        "suppressed": finding.suppressed and finding.suppressed._asdict(),
        "claim": claim and as_json.claim(claim, corpus),
    }
