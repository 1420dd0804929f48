"""`factcheck check`: read drafts, and say where they depart from the sources."""

import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from factcheck.commands.console import complain, out, watching
from factcheck.commands.corpus_in_use import CorpusPaths, opened
from factcheck.commands.files import read_text
from factcheck.drafts.checking import Checked, Checking
from factcheck.drafts.draft import Draft, Sentence
from factcheck.drafts.files import drafts_in
from factcheck.drafts.finding import Finding, is_grave, placed, suppressing, unused
from factcheck.problem import UsageError
from factcheck.show.escaping import dumps
from factcheck.show.findings_json import report
from factcheck.show.reporting import told
from factcheck.show.workflow import annotation
from factcheck.store.jobs import cores, in_order
from factcheck.store.several import Corpora

STDIN = Path("-")
TOGETHER = 50
"""So many sentences go to another process at once."""
LONG = 100_000
"""Characters; less is checked before other processes have started."""


class Least(str, Enum):
    """How grave a finding must be to make the command fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class Format(str, Enum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"


class Asked(NamedTuple):
    """How sentences are to be checked."""

    corpus: list[str] | None
    uncovered: bool


class Work:
    """Checks sentences; each process that does so opens the corpora itself."""

    def __init__(self, asked: Asked) -> None:
        """Open the corpora."""
        self.checking = Checking(opened(asked.corpus), uncovered=asked.uncovered)

    def __call__(self, sentences: list[tuple[str, bool]]) -> list[Checked]:
        """Return what is said of each sentence; with it stands whether a block quote holds it."""
        return [self.checking.check(text, quoted=quoted) for text, quoted in sentences]


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
    *,
    corpus: CorpusPaths = None,
    include: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Files to read in folders.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Files to leave out of folders.")
    ] = None,
    not_covered: Annotated[
        bool, typer.Option("--not-covered", help="Also name what no claim settles.")
    ] = False,
    fail_on: Annotated[Least, typer.Option(help="How grave a finding must be for status 1.")] = (
        Least.warning
    ),
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.text,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="So many processes; as a rule one a core.")
    ] = None,
) -> None:
    """Say where drafts depart from the sources.

    Reads Markdown, HTML and plain text; - is standard input, as Markdown. In a
    folder, every such file that git doesn't ignore. `factcheck explain` names the
    kinds of finding.

    \b
    Examples:
      factcheck check draft.md
      factcheck check posts/ --exclude "old/*" --format github
      pandoc -t markdown draft.docx | factcheck check -
    """
    found = list(drafts_in(files, include or (), exclude or ()))
    if not found:
        raise UsageError("there is no draft in these folders; --include says which files are some")
    faults: list[str] = []
    drafts = list(_read(found, faults))
    size = sum(len(draft.text) for draft in drafts)
    asked = Asked(corpus, not_covered)
    store = opened(corpus)  # what is wrong is told once, and the indexes are made once
    counts: Counter[str] = Counter(files=len(drafts))
    findings: list[Finding] = []
    spoke: set[Draft] = set()
    with watching("checking", size) as progress:
        for draft, results in groupby(_checked(drafts, asked, jobs or _jobs(size)), itemgetter(0)):
            used = set()
            for _, sentence, checked in results:
                counts.update(("sentences", checked.verdict))
                progress(len(sentence.text) + 1)
                new = [placed(draft, sentence, one) for one in checked.found]
                used |= set(suppressing(sentence, checked.found))
                findings += _written(new, form, store)
            findings += _written(unused(draft, used), form, store)
            spoke.add(draft)
    for draft in drafts:  # a draft of nothing but comments has none that is used
        if draft not in spoke:
            findings += _written(unused(draft, ()), form, store)
    if form is Format.json:
        out(dumps(report(findings, counts, faults, store)))
    elif form is Format.text:
        _summed_up(findings, counts)
    if faults:
        raise UsageError("\n".join(faults))
    raise typer.Exit(int(is_grave(findings, fail_on.value)))


def _written(new: Iterable[Finding], form: Format, store: Corpora) -> list[Finding]:
    """Write findings as they come, if the form allows it; return them all."""
    found = list(new)
    for finding in found:
        if finding.suppressed is not None:
            continue
        if form is Format.text:
            out("\n".join(told(finding, store)))
        elif form is Format.github:
            out(annotation(finding, store))
    return found


def _read(paths: Iterable[Path], faults: list[str]) -> Iterator[Draft]:
    """Yield each draft that can be read; say of the others why not."""
    for path in paths:
        try:
            yield _draft(path)
        except UsageError as error:  # noqa: PERF203 - the others are read all the same
            faults.append(str(error))


def _draft(path: Path) -> Draft:
    if path != STDIN:
        return Draft(str(path), read_text(path), path.suffix)
    try:
        return Draft("<stdin>", sys.stdin.buffer.read().decode("utf-8-sig"), ".md")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input: not UTF-8 at byte {error.start}") from error


def _jobs(size: int) -> int:
    return cores() if size >= LONG else 1


def _checked(
    drafts: Iterable[Draft], asked: Asked, jobs: int
) -> Iterator[tuple[Draft, Sentence, Checked]]:
    """Yield each sentence of each draft, in order, with what is said of it."""
    waiting: deque[tuple[Draft, list[Sentence]]] = deque()

    def batches() -> Iterator[list[tuple[str, bool]]]:
        for draft in drafts:
            sentences = draft.sentences()
            while batch := list(islice(sentences, TOGETHER)):
                waiting.append((draft, batch))
                yield [(sentence.text, sentence.passage.quoted) for sentence in batch]

    for results in in_order(Work, asked, batches(), jobs):
        draft, batch = waiting.popleft()
        for sentence, checked in zip(batch, results, strict=True):
            yield draft, sentence, checked


def _summed_up(findings: list[Finding], counts: Counter[str]) -> None:
    grave = Counter(one.kind.severity for one in findings if one.suppressed is None)
    named = [_counted(count, severity) for severity, count in sorted(grave.items())]
    suppressed = sum(one.suppressed is not None for one in findings)
    named += [f"{suppressed:,} suppressed"] if suppressed else []
    read = f"{_counted(counts['sentences'], 'sentence')} of {_counted(counts['files'], 'file')}"
    complain(f"{', '.join(named) or 'no findings'}, in {read}", 0)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
