"""`factcheck add source`: record a source, with the fingerprint of its text."""

from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer

from factcheck.commands.asking import asked, listed, needed, one_of, own_corpus, slug
from factcheck.commands.console import near, out, path_named
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.files import read_text, write_new
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
    given: dict[str, Any] = {
        "outlet": needed("--outlet", outlet, "Who published it"),
        "kind": one_of("--kind", kind, f"What it is ({', '.join(WORKS)})", WORKS),
        "title": asked(title, "Its headline"),
        "author": asked(author, "Who wrote it"),
        "url": asked(url, "Its web address"),
        "date": asked(date, "Its date, such as 2025-06-16 or 2025-06", date_problem),
        "caveats": tuple(caveat or listed(asked(None, "What a reader must know of all of it"))),
    }
    source = Source(id=name, fingerprint=print_, **given)
    made = source_text(source)
    if source.date and (message := date_problem(source.date)):
        raise UsageError(f"--date: {message}")
    _, problems = shaped(parsed(record, made), Source)
    if problems:
        raise CorpusError(problems)
    record.parent.mkdir(parents=True, exist_ok=True)
    write_new(record, made, force=False, hint=TAKEN)
    try:
        write_new(record.with_name(print_), make(text).dumps(), force=False, hint=TAKEN)
    except UsageError:
        record.unlink()
        raise
    out(f"{near(record)}: the source '{name}', its fingerprint beside it")
    out(f'  factcheck add claim --source {name} --text {shown(str(file))} --quote "…"')
