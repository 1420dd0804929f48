"""Findings as JSON; `schema` names the form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.drafts.finding import Finding
from factcheck.show import as_json
from factcheck.show.escaping import dumps
from factcheck.show.report import Report
from factcheck.show.reporting import claim_of, led
from factcheck.store.several import Records

SCHEMA = "factcheck/check/1"
VERDICTS = ("supported", "contradicted", "found", "not_covered")


def one_object(report: Report) -> Iterator[str]:
    """Yield one object, `factcheck/check/1`, piece by piece: each finding, then what was read."""
    yield f'{dumps({"schema": SCHEMA})[:-1]}, "findings": ['
    for number, finding in enumerate(report.findings):
        yield f"{', ' if number else ''}{dumps(of_finding(finding, report.corpus))}"
    yield f"], {dumps(read(report.counts, report.faults))[1:]}\n"


def read(counts: Mapping[str, int], faults: Sequence[str]) -> dict[str, Any]:
    """Return how much was read, and what could not be."""
    return {
        "files": counts["files"],
        "sentences": counts["sentences"],
        "verdicts": {verdict: counts[verdict] for verdict in VERDICTS},
        "unread": list(faults),
    }


def of_finding(finding: Finding, corpus: Records) -> dict[str, Any]:
    """Return a finding with its place and the claim that it is of."""
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
