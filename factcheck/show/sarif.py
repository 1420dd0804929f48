"""Findings as a SARIF 2.1.0 log (OASIS Standard, 2020), as code scanning takes it."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factcheck.drafts.baseline import known
from factcheck.drafts.finding import Finding
from factcheck.drafts.kinds import KINDS, Kind
from factcheck.show.escaping import dumps
from factcheck.show.report import Report
from factcheck.show.reporting import message
from factcheck.store.several import Corpora
from factcheck.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
GRAVITY = {"error": "error", "warning": "warning", "note": "recommendation"}
ORIGIN = {"comment": "inSource", "baseline": "external"}
INDEX = {kind.id: number for number, kind in enumerate(KINDS)}


def log(report: Report) -> Iterator[str]:
    """Yield a log with one run, piece by piece; what could not be read is told at its end."""
    often: Counter[Any] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "semanticVersion": __version__,
                "rules": [_rule(kind) for kind in KINDS],
            }
        },
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
    }
    head = dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    yield f'{head[: -len("}]}")]}, "results": ['
    for number, finding in enumerate(report.findings):
        yield f"{', ' if number else ''}{dumps(_result(finding, report.corpus, often))}"
    yield f"], {dumps({'invocations': [_invocation(report.faults)]})[1:]}]}}\n"


def _rule(kind: Kind) -> dict[str, Any]:
    told = f" Flagged: {kind.flagged} Not flagged: {kind.sound}" if kind.flagged else ""
    return {
        "id": kind.id,
        "shortDescription": {"text": f"{kind.headline} ({kind.id})"},
        "fullDescription": {"text": kind.meaning},
        "help": {"text": f"{kind.meaning}{told}"},
        "defaultConfiguration": {"level": kind.severity},
        "properties": {"precision": "high", "problem.severity": GRAVITY[kind.severity]},
    }


def _invocation(faults: list[str]) -> dict[str, Any]:
    notes = [{"level": "error", "message": _message(fault)} for fault in faults]
    return {"executionSuccessful": not faults, "toolExecutionNotifications": notes}


def _message(text: str) -> dict[str, str]:
    """Return a plain text message (3.11.3) in which nothing is a placeholder or a link.

    Braces are doubled (3.11.5). Only what could be a link (3.11.6) is escaped, so
    that most brackets, such as those of [sic], stay as they are.
    """
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text}


def _result(finding: Finding, corpus: Corpora, often: Counter[Any]) -> dict[str, Any]:
    key = known(finding, finding.path)
    often[key] += 1
    named = "\0".join((key.kind, key.claim or "", key.sentence, str(often[key])))
    result: dict[str, Any] = {
        "ruleId": finding.kind.id,
        "ruleIndex": INDEX[finding.kind.id],
        "level": finding.kind.severity,
        "message": _message(message(finding, corpus)),
        "locations": [{"physicalLocation": _place(finding)}],
        "partialFingerprints": {"sentence/v1": sha256(named.encode()).hexdigest()},
        "properties": {"claim": finding.found.claim},
    }
    if finding.suppressed:
        by, reason = finding.suppressed
        result["suppressions"] = [
            {"kind": ORIGIN[by], "status": "accepted", "justification": reason}
        ]
    return result


def _place(finding: Finding) -> dict[str, Any]:
    (line, column), (end_line, end_column) = finding.start, finding.end
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column + 1,  # behind the last character
        "charOffset": finding.offsets[0],
        "charLength": finding.offsets[1] - finding.offsets[0],
    }
    return {"artifactLocation": _file(finding.path), "region": region}


def _file(path: str) -> dict[str, str]:
    place = PurePath(path)
    if place.is_absolute():
        return {"uri": place.as_uri()}
    return {"uri": quote(place.as_posix(), errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
