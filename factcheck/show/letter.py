"""Findings as a report in Markdown, to send to an editor."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from factcheck.drafts.finding import Finding
from factcheck.show.citing import body
from factcheck.show.markdown import markdown
from factcheck.show.report import Report
from factcheck.show.reporting import claim_of, counted, summary, wrong
from factcheck.store.several import Corpora

NOTE = (
    "This says where the wording departs from what the sources report, and who said it there; "
    "whether anything is so, is not judged. What is not named here is not vouched for."
)


def letter(report: Report) -> Iterator[str]:
    """Yield the findings draft by draft, then in a line how much was read."""
    severities: Counter[str] = Counter()
    suppressed: list[Finding] = []
    yield f"# Findings\n\n{markdown(NOTE)}"
    for path, findings in groupby(report.findings, lambda finding: finding.path):
        yield f"\n## {markdown(path)}"
        for finding in findings:
            if finding.suppressed:
                suppressed.append(finding)
                continue
            severities[finding.kind.severity] += 1
            yield f"\n{_told(finding, report.corpus)}"
    yield from _suppressed(suppressed)
    yield from (f"\nNot read: {markdown(fault)}" for fault in report.faults)
    told = summary(severities, len(suppressed), report.counts)
    yield f"\n{markdown(told[:1].upper() + told[1:])}."


def _told(finding: Finding, corpus: Corpora) -> str:
    line, column = finding.start
    kind = finding.kind
    parts = [
        f"### Line {line}, column {column}: {kind.severity} ({kind.id})",
        markdown(wrong(finding)),
        f"The draft: {markdown(finding.sentence)}",
    ]
    claim = claim_of(finding, corpus)
    if claim:
        parts += [f"On record as {markdown(claim.id)}: {markdown(claim.statement)}"]
        parts += [body(claim, corpus)]
    return "\n\n".join(parts)


def _suppressed(findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"\n## {counted(len(findings), 'suppressed finding')}\n"
    for finding in findings:
        why = finding.suppressed.reason if finding.suppressed else ""
        place = f"{finding.path}, line {finding.start[0]} ({finding.kind.id}): {why}"
        yield f"- {markdown(place)}"
