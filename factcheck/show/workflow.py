"""Findings as annotations of a GitHub workflow: commands on standard output."""

from collections.abc import Iterator

from factcheck.drafts.finding import Finding
from factcheck.show.escaping import shown
from factcheck.show.report import Report
from factcheck.show.reporting import message
from factcheck.store.several import Corpora

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def annotations(report: Report) -> Iterator[str]:
    """Yield a command for each finding that counts."""
    for finding in report.findings:
        if not finding.suppressed:
            yield annotation(finding, report.corpus)


def annotation(finding: Finding, corpus: Corpora) -> str:
    """Return the command that annotates a finding's place; nothing in it can be another."""
    (line, column), (end_line, end_column) = finding.start, finding.end
    properties = {
        "file": finding.path,
        "line": line,
        "endLine": end_line,
        "col": column,
        "endColumn": end_column,
        "title": f"factcheck {finding.kind.id}",
    }
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{COMMANDS[finding.kind.severity]} {given}::{_data(message(finding, corpus))}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
