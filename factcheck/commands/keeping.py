"""`init` and `add`: begin a corpus of one's own, and put sources and claims into it."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer

from factcheck.commands.choosing import builtin_root, chosen
from factcheck.commands.console import CorpusPaths, out
from factcheck.commands.files import read_text, write_lines, write_new
from factcheck.problem import CorpusError, Problem, UsageError, did_you_mean
from factcheck.record import Claim, Kind, Lexicon, Quotation, Shelf, Source
from factcheck.show.escaping import shown

STARTER = Path(__file__).parents[1] / "starter"
SCHEMAS = {"claims": Shelf, "source": Source, "lexicon": Lexicon}
KINDS = tuple(kind for kind in get_args(Kind) if kind != "reviewed")
WORKS: tuple[str, ...] = get_args(get_type_hints(Source)["kind"])

add = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Put a source, or a claim from a quotation, into a corpus of one's own.",
)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder.")],
) -> None:
    """Begin a corpus of one's own in DIR: it works at once, and explains itself.

    \b
    Example:
      factcheck init my-claims
      cd my-claims
      factcheck lookup "the market hall was closed for eleven weeks"
    """
    from factcheck.corpus.schema import schema_of

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already, and not empty; name another folder")
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    (folder / "schema").mkdir()
    for name, kind in SCHEMAS.items():
        text = json.dumps(schema_of(kind), indent=1)
        (folder / "schema" / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    name = shown(str(folder))
    out(f"{name}: a corpus of two claims from an example source. Next:")
    out(f"  cd {name}")
    out('  factcheck lookup "the market hall was closed for eleven weeks"')
    out("  and read README.md there, which says how to put your own claims in their place")


@add.command("source")
def add_source(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The source's text, in UTF-8.")],
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
    from factcheck.corpus.fingerprint import make
    from factcheck.corpus.rules import id_problem
    from factcheck.corpus.shape import shaped
    from factcheck.corpus.yaml_reading import parsed

    text = read_text(file)
    root = _own(corpus)
    name = name or _slug(file.stem)
    if message := id_problem(name):
        raise UsageError(message)
    record, print_ = root / "sources" / f"{name}.yaml", f"{name}.fingerprint"
    given = {
        "outlet": _needed("--outlet", outlet, "Who published it"),
        "kind": _one_of("--kind", kind, f"What it is ({', '.join(WORKS)})", WORKS),
        "title": _asked(title, "Its headline"),
        "author": _asked(author, "Who wrote it"),
        "url": _asked(url, "Its web address"),
        "date": _asked(date, "Its date, such as 2025-06-16"),
        "caveats": caveat or _listed(_asked(None, "What a reader must know of all of it")),
    }
    source: Any = Source(id=name, fingerprint=print_, **given)
    made = source_text(source)
    _, problems = shaped(parsed(record, made), Source)
    problems += _dated(record, source)
    if problems:
        raise CorpusError(problems)
    record.parent.mkdir(parents=True, exist_ok=True)
    write_new(record, made, force=False)
    try:
        write_new(record.with_name(print_), make(text).dumps(), force=False)
    except UsageError:
        record.unlink()
        raise
    out(f"{shown(str(record))}: the source '{name}', its fingerprint beside it")
    out(f'  factcheck add claim --source {name} --text {shown(str(file))} --quote "…"')


@add.command("claim")
def add_claim(
    *,
    corpus: CorpusPaths = None,
    text: Annotated[Path, typer.Option(metavar="FILE", help="The source's text.")],
    quote: Annotated[str, typer.Option(help="The words of the source that bear it out.")],
    source: Annotated[str | None, typer.Option(metavar="ID", help="If there are several.")] = None,
    paragraph: Annotated[
        int | None, typer.Option(min=1, help="Where the words stand, if they do more than once.")
    ] = None,
    topic: Annotated[str | None, typer.Option(help="Its file: claims/TOPIC.yaml.")] = None,
    name: Annotated[str | None, typer.Option("--id", help="As a rule from the statement.")] = None,
    statement: Annotated[
        str | None, typer.Option(help="The claim in a neutral sentence with its attribution.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help=f"One of: {', '.join(KINDS)}.")] = None,
    asserted_by: Annotated[str | None, typer.Option(help="Who asserts it.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Whose words the quotation is.")] = None,
    caveat: Annotated[
        list[str] | None, typer.Option(help="What a reader must know besides; may be repeated.")
    ] = None,
    wording: Annotated[
        list[str] | None, typer.Option(help="Another way to say it; may be repeated.")
    ] = None,
    no_reply: Annotated[
        str | None, typer.Option(help="Why an allegation has no reply.")
    ] = None,
) -> None:
    """Start a claim from a quotation; refuse one that isn't in the text word for word.

    Finds the place and fills it in, asks on a terminal for what is not given, and
    adds the claim at the end of its topic's file, whose comments and order stay.

    \b
    Example:
      factcheck add claim --text article.txt --quote "the pipe burst in May"
    """
    root = _own(corpus)
    held = _read(root)
    source = _source(source, held)
    content = read_text(text)
    _check_text(text, content, source, held)
    outlet = held.sources[source].outlet
    at = _place(quote, content, text, paragraph)
    topics = [shelf.topic for shelf in held.shelves]
    topic = _needed("--topic", topic, f"Topic ({', '.join(topics)}, or a new one)")
    statement = _needed("--statement", statement, "The claim, with its attribution")
    asserted_by = _needed("--asserted-by", asserted_by, "Who asserts it")
    kind = _one_of("--kind", kind, f"What it is ({', '.join(KINDS)})", KINDS)
    caveats = caveat or [_needed("--caveat", None, "What a reader must know besides")]
    whose = speaker or _asked(None, f"Whose words the quotation is [{outlet}]") or outlet
    from factcheck.corpus.selecting import quotation

    made: Any = Claim(
        id=name or _slug(statement, words=6),
        statement=statement,
        kind=kind,  # type: ignore[arg-type]
        asserted_by=asserted_by,
        quotations=(quotation(quote, content, at, whose, source),),
        caveats=tuple(caveats),
        wordings=tuple(wording or ()),
        no_reply=no_reply,
    )
    _file(root, held, topic, made)
