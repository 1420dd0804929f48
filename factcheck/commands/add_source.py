"""`factcheck add source`: record a source, with the fingerprint of its text."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer

from factcheck.commands.asking import asked, listed, needed, one_of, own_corpus, retraced, slug
from factcheck.commands.console import near, out, path_named
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.files import read_text, sole_writer, write_new
from factcheck.problem import CorpusError, UsageError
from factcheck.record import Source
from factcheck.show.escaping import shown

TAKEN = "; choose another name with --id"
WORKS: tuple[str, ...] = get_args(get_type_hints(Source)["kind"])


def add_source(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The source's text, in UTF-8.", parser=path_named)
    ],
    *,
    corpus: CorpusPaths = None,
    name: Annotated[
        str | None, typer.Option("--id", help="As a rule the file's name, in hyphens.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    kind: Annotated[str | None, typer.Option(help=f"One of: {', '.join(WORKS)}.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it is published.")] = None,
    date: Annotated[str | None, typer.Option(help="When, in EDTF, such as 2025-06-16.")] = None,
    caveat: Annotated[
        list[str] | None, typer.Option(help="What holds for all of it; may be repeated.")
    ] = None,
) -> None:
    """Record a source: what is known of it, and the fingerprint of its text.

    Asks on a terminal for what is not given; what is left empty stays unknown.
    The text itself is not kept.

    \b
    Examples:
      factcheck add source article.txt
      factcheck add source report.txt --outlet "Home Office" --kind report
    """
    from factcheck.corpus.appending import source_text
    from factcheck.corpus.dates import date_problem
    from factcheck.corpus.files import check_writable
    from factcheck.corpus.fingerprint import make
    from factcheck.corpus.rules import id_problem
    from factcheck.corpus.shape import shaped
    from factcheck.corpus.yaml_reading import parsed

    text = read_text(file)
    root = own_corpus(corpus)
    name = name or slug(file.stem)
    if message := id_problem(name):
        raise UsageError(message)
    record, print_ = root / "sources" / f"{name}.yaml", f"{name}.fingerprint"
    for path in (record, record.with_name(print_)):
        check_writable(path, root)
    if record.exists() and record.with_name(print_).exists():  # told before anything is asked
        raise UsageError(f"{record} exists{TAKEN}")

    def given() -> dict[str, Any]:
        return {
            "outlet": needed("--outlet", outlet, "Who published it"),
            "kind": one_of("--kind", kind, f"What it is ({', '.join(WORKS)})", WORKS),
            "title": asked(title, "Its headline"),
            "author": asked(author, "Who wrote it"),
            "url": asked(url, "Its web address"),
            "date": asked(date, "Its date, such as 2025-06-16 or 2025-06", date_problem),
            "caveats": tuple(caveat or listed(asked(None, "What a reader must know of all of it"))),
        }

    source = Source(id=name, fingerprint=print_, **retraced(given))
    made = source_text(source)
    if source.date and (message := date_problem(source.date)):
        raise UsageError(f"--date: {message}")
    _, problems = shaped(parsed(record, made), Source)
    if problems:
        raise CorpusError(problems)
    files = {record.with_name(print_): make(text).dumps(), record: made}
    record.parent.mkdir(parents=True, exist_ok=True)
    with sole_writer(record.parent):
        _place(files)
    out(f"{near(record)}: the source '{name}', its fingerprint beside it")
    out(f'  factcheck add claim --source {name} --text {shown(str(file))} --quote "…"')


def _place(files: Mapping[Path, str]) -> None:
    """Write the fingerprint, then the record that names it, or neither.

    What a killed run left of just these is taken as it is.
    """
    there = [path for path in files if path.exists()]
    if other := [path for path in there if read_text(path) != files[path]]:
        raise UsageError(f"{other[0]} exists{TAKEN}")
    with ExitStack() as undoing:
        for path in (path for path in files if path not in there):
            write_new(path, files[path], force=False, hint=TAKEN)
            undoing.callback(path.unlink, missing_ok=True)
        undoing.pop_all()
