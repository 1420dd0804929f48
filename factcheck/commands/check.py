"""`factcheck check`: say where drafts depart from the sources."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.api.examining import Asked, Examination
from factcheck.commands.console import NoColor, complain, path_named, warn
from factcheck.commands.corpus_in_use import CorpusPaths, in_use
from factcheck.commands.drafts import STDIN, draft_of, size_of
from factcheck.commands.files import read_text, write_whole
from factcheck.commands.telling import Format, Told, tell
from factcheck.drafts import baseline as baselines
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.files import drafts_in
from factcheck.drafts.finding import counts
from factcheck.problem import UsageError
from factcheck.show.reporting import counted


class Least(StrEnum):
    """How grave a finding must be to make the command fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", show_default=False, parser=path_named)
    ],
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
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", parser=path_named, help="Findings that are known and don't count."
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", parser=path_named, help="Write what is found as a baseline."),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whatever changes, until Ctrl-C.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="So many processes; as a rule one a core.")
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Say where drafts depart from the sources.

    Reads Markdown, HTML and plain text; - is standard input, as Markdown. In a
    folder, every such file that git doesn't ignore. `factcheck explain` names the
    kinds of finding.

    \b
    Examples:
      factcheck check draft.md
      factcheck check posts/ --exclude "old/*" --format github
      factcheck check posts/ --write-baseline known.json
      factcheck check posts/ --baseline known.json
      pandoc -t markdown draft.docx | factcheck check -
    """
    if json and form not in {Format.text, Format.json}:
        raise UsageError(f"--json is --format json; it can't be --format {form.value} too")
    form = Format.json if json else form

    def drafts() -> list[Path]:
        return list(drafts_in(files, warn, include or (), exclude or ()))

    def checked(paths: list[Path]) -> Told:
        size = sum(map(size_of, paths))
        asked = Asked(in_use(corpus), not_covered, jobs)
        examination = Examination([*map(draft_of, paths)], size, asked)
        shape = None if write_baseline else form
        return tell(examination, _known(baseline), shape, no_color=no_color)

    if watch:
        _refuse_to_watch(files, write_baseline)
        from factcheck.commands.rechecking import recheck

        recheck(files, drafts, checked)
        return
    paths = drafts()
    if not paths:
        raise UsageError("there is no draft in these folders; --include says which files are some")
    if write_baseline:
        _check_replaceable(write_baseline)
    done = checked(paths)
    if done.faults:
        raise UsageError(*done.faults)
    if write_baseline:
        text, size = baselines.dumps(done.findings, write_baseline.parent)
        write_whole(write_baseline, [text])
        complain(f"{write_baseline}: {counted(size, 'finding')} known from now on", 0)
        return
    raise typer.Exit(int(any(counts(finding, fail_on.value) for finding in done.findings)))


def _known(path: Path | None) -> Baseline:
    if path is None:
        return Baseline()
    try:
        return baselines.loads(read_text(path), path.parent)
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from error


def _check_replaceable(path: Path) -> None:
    """Refuse to write over a file that is no baseline."""
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"{path}: a baseline is a file in a folder that exists")
    if path.exists():
        _known(path)


def _refuse_to_watch(files: list[Path], write_baseline: Path | None) -> None:
    if STDIN in files:
        raise UsageError("--watch: standard input can't be watched; name a file or a folder")
    if write_baseline:
        raise UsageError("--watch: a baseline is written once; leave --write-baseline out")
