"""Put findings in words, as compilers do: the place, what is wrong, the line, the source."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len

from factcheck.drafts.finding import Finding
from factcheck.drafts.quoting import likeness
from factcheck.record import Claim, Quotation, quotations_of
from factcheck.show.escaping import opening, shown, sic
from factcheck.show.folding import folded
from factcheck.show.wording import in_marks
from factcheck.store.several import Corpora, Records

BEFORE, AFTER = 40, 40
"""So many characters of a line are shown around what is marked in it."""
WIDEST = 400
"""So many are marked."""
GUTTER = "  | "
"""Stands before what is shown of a draft: no log takes that for a command, whatever it begins with.
A blank alone would not do; GitHub skips those."""


class Line(NamedTuple):
    """A line of a finding; `role` is its severity, or `text`, `mark` or `source`."""

    text: str
    role: str


def told(finding: Finding, corpus: Corpora, width: int | None = None) -> Iterator[Line]:
    """Yield the lines that tell a person of a finding; the marked one is at most `width` wide."""
    kind = finding.kind
    line, column = finding.start
    place = f"{opening(finding.path)}:{line}:{column}"
    yield Line(f"{place}: {kind.severity}: {shown(wrong(finding))} [{kind.id}]", kind.severity)
    yield from _marked(finding, width)
    yield from (Line(f"  {shown(text)}", "source") for text in sources(finding, corpus))


def sources(finding: Finding, corpus: Corpora) -> Iterator[str]:
    """Yield what the corpus quotes of a finding's claim, and what is replied to it."""
    claim = claim_of(finding, corpus)
    if claim is None:
        return
    if finding.kind.id == "reply":  # its text is what the finding says
        answers = [one.quotation for one in claim.replies if one.by == finding.found.recorded]
        yield from (_quoted(one, claim, corpus) for one in answers)
        return
    main = _main(finding, claim)
    if main:
        yield _quoted(main, claim, corpus)
    else:
        yield f"{in_marks(claim.statement)} ({claim.id})"
    yield from (f"Reply of {reply.by}: {reply.text}" for reply in claim.replies)
    if claim.no_reply:
        yield f"Reply: {claim.no_reply}"


def _main(finding: Finding, claim: Claim) -> Quotation | None:
    """Return the claim's quotation that a finding is about; of a misquotation the one most like it.

    `None` if the claim has none.
    """
    if finding.kind.id == "misquoted":
        said = finding.sentence[slice(*finding.found.span)]
        alike = {one: likeness(said, one.text).share for one in quotations_of(claim)}
        return max(alike, key=alike.__getitem__, default=None)
    return claim.quotations[0] if claim.quotations else None


def message(finding: Finding, corpus: Corpora) -> str:
    """Return a finding in a line, its place left out."""
    return " ".join((wrong(finding), *(one.rstrip(".") + "." for one in sources(finding, corpus))))


def led(finding: Finding) -> str:
    """Return what a finding leads with: as the look-up of its sentence, where that says it."""
    told = finding.found.explanation
    own = f"{finding.kind.headline.upper()} · {told[:1].lower()}{told[1:]}"
    return finding.found.headline or own


def wrong(finding: Finding) -> str:
    """Return what is wrong: what a finding leads with, and what that leaves out."""
    head, told = led(finding), finding.found.explanation
    return head if told.rstrip(".").lower() in head.lower() else f"{head} {told}"


def claim_of(finding: Finding, corpus: Records) -> Claim | None:
    """Return the claim that a sentence departs from; `None` if there is none."""
    number = corpus.number_of(finding.found.claim) if finding.found.claim else None
    return None if number is None else corpus.claim(number)


def summary(findings: Counter[str], suppressed: int, counts: Counter[str]) -> str:
    """Return in a line how many findings of each severity there are, and in how much text."""
    named = [*_graded(findings), *([f"{suppressed:,} suppressed"] if suppressed else [])]
    read = f"{counted(counts['sentences'], 'sentence')} of {counted(counts['files'], 'file')}"
    return f"{', '.join(named) or 'no findings'}, in {read}"


def by_file(findings: Iterable[Finding]) -> list[str]:
    """Return for each file with findings how many of each severity; empty for only one file."""
    files: dict[str, Counter[str]] = {}
    for one in findings:
        if not one.suppressed:
            files.setdefault(one.path, Counter())[one.kind.severity] += 1
    told = [f"{opening(path)}: {', '.join(_graded(graded))}" for path, graded in files.items()]
    return told if len(told) > 1 else []


def _graded(findings: Counter[str]) -> list[str]:
    return [counted(findings[one], one) for one in ("error", "warning", "note") if findings[one]]


def counted(count: int, what: str) -> str:
    """Return a number and what it counts."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _marked(finding: Finding, width: int | None) -> Iterator[Line]:
    """Yield the line that a finding starts on, and below it marks for what it is about."""
    line = shown(finding.line.expandtabs(1))
    first = finding.start[1] - 1 - finding.before
    on_it = finding.end[0] == finding.start[0]
    last = finding.end[1] - finding.before if on_it else len(line.rstrip())
    last = max(first + 1, min(last, first + WIDEST))
    start = 0 if first <= BEFORE else line.find(" ", first - BEFORE, first) + 1 or first
    end = len(line) if len(line) <= last + AFTER else max(last, line.rfind(" ", last, last + AFTER))
    text = f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
    shift = start - (2 if start else 0)
    for at, part in folded(text, width - len(GUTTER)) if width else [(0, text)]:
        begin, stop = max(first - shift - at, 0), min(last - shift - at, len(part))
        yield Line(f"{GUTTER}{part}", "text")
        if begin < stop:
            marks = "^" * max(1, cell_len(part[begin:stop].rstrip()))
            yield Line(f"{GUTTER}{' ' * cell_len(part[:begin])}{marks}", "mark")


def _quoted(quotation: Quotation, claim: Claim, corpus: Corpora) -> str:
    """Return a quotation of a claim, and where it stands."""
    source = corpus.sources[quotation.source or ""]
    quoted = in_marks(sic(quotation.text, source.errors))
    who = "" if quotation.speaker == source.outlet else f"{quotation.speaker}, in "
    return f"{quoted} — {who}{source.outlet}, {quotation.locator} ({claim.id})"
