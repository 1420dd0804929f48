"""Put findings in words, as compilers do: the place, what is wrong, the line, the source."""

from collections.abc import Iterator

from factcheck.drafts.finding import Finding
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import in_marks
from factcheck.store.several import Corpora

WIDEST = 300
"""So many characters of a line are shown, from its start."""


def told(finding: Finding, corpus: Corpora) -> Iterator[str]:
    """Yield the lines that tell a person of a finding."""
    kind, found = finding.kind, finding.found
    line, column = finding.start
    head = f"{shown(finding.path)}:{line}:{column}: {kind.headline} ({kind.id})"
    yield f"{head}: {shown(found.explanation)}"
    yield from _marked(finding)
    if found.claim:
        yield f"  {shown(_source(found.claim, corpus))}"


def message(finding: Finding, corpus: Corpora) -> str:
    """Return a finding in a line, its place left out."""
    source = f" {_source(finding.found.claim, corpus)}" if finding.found.claim else ""
    return f"{finding.kind.headline}: {finding.found.explanation}{source}"


def _marked(finding: Finding) -> Iterator[str]:
    """Yield the line that a finding starts on, and a line that marks what it is about."""
    text = finding.line.expandtabs(1)
    first = finding.start[1] - 1
    last = finding.end[1] if finding.end[0] == finding.start[0] else len(text.rstrip())
    if first >= WIDEST:
        return
    text, last = text[:WIDEST], min(last, WIDEST)
    yield f"  {shown(text)}"
    yield f"  {' ' * first}{'^' * max(1, last - first)}"


def _source(name: str, corpus: Corpora) -> str:
    """Return what the corpus quotes of a claim, and where that stands."""
    number = corpus.number_of(name)
    if number is None:
        return name
    claim = corpus.claim(number)
    if not claim.quotations:
        return f"{in_marks(claim.statement)} ({name})"
    quotation = claim.quotations[0]
    source = corpus.sources[quotation.source or ""]
    quoted = in_marks(sic(quotation.text, source.errors))
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    return f"{quoted} — {who}{source.outlet}, {quotation.locator} ({name})"
