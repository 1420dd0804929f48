"""`verify` and `fingerprint`: prove that quotations stand in their sources."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.commands.choosing import chosen
from factcheck.commands.console import AsJson, complain_each, out, path_named, watch, watching
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.files import read_text, write_new
from factcheck.problem import CorpusError, UsageError, did_you_mean
from factcheck.record import Source, as_data
from factcheck.show.escaping import dumps, opening, shown
from factcheck.store.opening import open_corpus

if TYPE_CHECKING:
    from factcheck.corpus.verifying import Check


def verify(
    source: Annotated[
        str | None, typer.Argument(help="The source that --against is the text of.")
    ] = None,
    *,
    corpus: CorpusPaths = None,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Check the source's real text and its fingerprint too.",
            parser=path_named,
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Check the data and its standards, and prove every quotation.

    A quotation is exact, typographic (other quotation marks, dashes or spaces),
    absent, or unread: its source has no fingerprint to check against.

    \b
    Examples:
      factcheck verify
      factcheck verify --against article.txt stv-news-casey-audit
    """
    if source and not against:
        raise UsageError("a source goes with --against FILE")
    corpora = chosen(corpus)
    if against and len(corpora) > 1:
        raise UsageError("--against FILE is checked with one corpus; name it with --corpus")
    status = 0
    for one in corpora:
        if len(corpora) > 1 and not json:
            out(f"{shown(one.name)}:")
        status = max(status, _verify(one.root, source, against, json=json))
    raise typer.Exit(status)


def _verify(root: Path, source: str | None, against: Path | None, *, json: bool) -> int:
    """Check one corpus and print what was found; return the exit status."""
    from factcheck.corpus.corpus import examine
    from factcheck.corpus.verifying import against_text, check_long, check_quotations

    corpus, problems, unproved, unkept = examine(root)
    if problems or corpus is None:
        raise CorpusError([*problems, *unproved])
    claims, checks = len(corpus.claims), check_quotations(corpus)
    if corpus.long:
        open_corpus(root, watch())
    for path in corpus.long:
        with watching(path.name, path.stat().st_size) as progress:
            count, more = check_long(corpus, path, progress)
        claims, checks = claims + count, checks + more
    found: list[str] = []
    if against:
        found = against_text(corpus, _chosen(source, corpus.sources), read_text(against))
    summary = {**_summary(checks, claims), "unproved": len(unproved), "unkept": len(unkept)}
    if json:
        told = {"schema": "factcheck/verify/1", **summary, "text": found}
        out(dumps({**told, "checks": [as_data(check) for check in checks]}))
    else:
        _print(checks, summary, found, against)
    if unproved or unkept:
        return complain_each(map(str, CorpusError([*unproved, *unkept]).problems), 1)
    return int(bool(found or summary["typographic"]))


def _chosen(name: str | None, sources: Mapping[str, Source]) -> str:
    if name is None and len(sources) == 1:
        return next(iter(sources))
    if name is None:
        raise UsageError(f"say which source FILE is the text of: {', '.join(sources)}")
    if name not in sources:
        raise UsageError(f"unknown source '{name}'{did_you_mean(name, sources)}")
    return name


def _summary(checks: Sequence["Check"], claims: int) -> dict[str, int]:
    counts: Counter[str] = Counter(check.fidelity for check in checks)
    kinds = ("exact", "typographic", "absent", "unread")
    return {"claims": claims, "quotations": len(checks), **{kind: counts[kind] for kind in kinds}}


def _print(
    checks: Sequence["Check"],
    summary: Mapping[str, int],
    found: Sequence[str],
    against: Path | None,
) -> None:
    for check in checks:
        if check.fidelity != "exact":
            out(f"{check.fidelity}\t{check.claim}\t{check.locator}\t{shown(check.reason)}")
    for line in found:
        out(f"text\t{shown(line)}")
    total = summary["quotations"]
    sound = summary["exact"] == total and not summary["unproved"]
    proved = "every quotation is exact" if total else "none to prove"
    every = proved if sound else "not every quotation is exact and in its place"
    out(
        f"{summary['claims']:,} claims, {total:,} quotations: {every} ({summary['exact']} exact, "
        f"{summary['typographic']} typographic, {summary['absent']} absent, "
        f"{summary['unread']} unread)"
    )
    if against and not found:
        out(f"{opening(str(against))}: the text, its fingerprint and every quotation from it agree")


def fingerprint(
    file: Annotated[Path, typer.Argument(help="A text file in UTF-8.", parser=path_named)],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Make the fingerprint of a text.

    With it quotations from the text can be proved without the text.
    It is no secrecy device: whoever guesses five words in a row can confirm them.

    \b
    Example:
      factcheck fingerprint article.txt -o sources/article.fingerprint
    """
    from factcheck.corpus.fingerprint import make

    text = make(read_text(file)).dumps()
    if output:
        write_new(output, text, force=force)
    else:
        out(text, end="")
