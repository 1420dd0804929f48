"""Write what a check finds, in the form that was asked for."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from factcheck.api.examining import Examination
from factcheck.commands.console import complain, out, print_lines, terminal, watching
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.finding import Finding
from factcheck.show.findings_json import one_object
from factcheck.show.letter import letter
from factcheck.show.report import Report
from factcheck.show.reporting import by_file, counted, summary, told
from factcheck.show.sarif import log
from factcheck.show.workflow import annotations

STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan", "mark": "red"}


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    markdown = "markdown"


FORMS: dict[Format, Callable[[Report], Iterator[str]]] = {
    Format.json: one_object,
    Format.github: annotations,
    Format.sarif: log,
    Format.markdown: letter,
}


WHOLE = frozenset({Format.json, Format.sarif})
"""Forms that are written in pieces, and not in lines."""


class Told(NamedTuple):
    """What was found, and why some drafts could not be read."""

    findings: list[Finding]
    faults: list[str]


def tell(
    examination: Examination, known: Baseline, form: Format | None, *, no_color: bool = False
) -> Told:
    """Write what is found as it is found, then how much that is; nothing if `form` is `None`."""
    screen = terminal(no_color=no_color) if form is Format.text else None
    found: list[Finding] = []
    with watching("checking", examination.size, screen) as progress:
        findings = _kept(examination.findings(known, progress), found)
        report = Report(findings, examination.counts, examination.faults, examination.store)
        if form in FORMS:
            for text in FORMS[form](report):
                out(text, end="" if form in WHOLE else "\n")
        for finding in findings:  # of text each, of another form none is left
            if form and not finding.suppressed:
                width = screen.width if screen else None
                print_lines(told(finding, examination.store, width), STYLE, screen)
    if form:
        _sum_up(found, examination, known)
    return Told(found, examination.faults)


def _kept(findings: Iterable[Finding], found: list[Finding]) -> Iterator[Finding]:
    for finding in findings:
        found.append(finding)
        yield finding


def _sum_up(found: list[Finding], examination: Examination, known: Baseline) -> None:
    if examination.faults and not examination.counts["files"]:
        return  # nothing was read
    severities = Counter[str](one.kind.severity for one in found if not one.suppressed)
    suppressed = sum(one.suppressed is not None for one in found)
    for line in by_file(found):
        complain(line, 0)
    complain(summary(severities, suppressed, examination.counts), 0)
    gone = known.gone(draft.path for draft in examination.drafts)
    if gone:
        told = f"{counted(gone, 'known finding')} no longer there; write the baseline anew"
        complain(told, 0)
