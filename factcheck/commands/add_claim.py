"""`factcheck add claim`: start a claim from a quotation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from factcheck.commands.asking import asked, needed, one_of, own_corpus, slug
from factcheck.commands.console import near, out
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.files import read_text, write_lines
from factcheck.corpus import rules
from factcheck.problem import CorpusError, UsageError, did_you_mean
from factcheck.record import Claim, Kind

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

KINDS = tuple(kind for kind in get_args(Kind) if kind != "reviewed")


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
    no_reply: Annotated[str | None, typer.Option(help="Why an allegation has no reply.")] = None,
) -> None:
    """Start a claim from a quotation; refuse one that isn't in the text word for word.

    Finds the place and fills it in, asks on a terminal for what is not given, and
    adds the claim at the end of its topic's file, whose comments and order stay.

    \b
    Example:
      factcheck add claim --text article.txt --quote "the pipe burst in May"
    """
    from factcheck.corpus.selecting import quotation

    root = own_corpus(corpus)
    held = _read(root)
    source = _source(source, held)
    content = read_text(text)
    _check_text(text, content, source, held)
    outlet = held.sources[source].outlet
    at = _place(quote, content, text, paragraph)
    topics = [shelf.topic for shelf in held.shelves]
    topic = needed("--topic", topic, f"Topic ({', '.join(topics)}, or a new one)")
    statement = needed("--statement", statement, "The claim, with its attribution")
    asserted_by = needed("--asserted-by", asserted_by, "Who asserts it")
    kind = one_of("--kind", kind, f"What it is ({', '.join(KINDS)})", KINDS)
    caveats = caveat or [needed("--caveat", None, "What a reader must know besides")]
    whose = speaker or asked(None, f"Whose words the quotation is [{outlet}]") or outlet
    made: Any = Claim(
        id=name or slug(statement, words=6),
        statement=statement,
        kind=kind,  # type: ignore[arg-type]  # one of the kinds, by the check above
        asserted_by=asserted_by,
        quotations=(quotation(quote, content, at, whose, source),),
        caveats=tuple(caveats),
        wordings=tuple(wording or ()),
        no_reply=no_reply,
    )
    _file(root, held, topic, made)


def _read(root: Path) -> "Corpus":
    from factcheck.corpus.corpus import read_corpus

    return read_corpus(root)


def _source(name: str | None, held: "Corpus") -> str:
    if name is None and len(held.sources) == 1:
        return next(iter(held.sources))
    if name is None:
        raise UsageError(f"say which source with --source: {', '.join(held.sources)}")
    if name not in held.sources:
        raise UsageError(f"unknown source '{name}'{did_you_mean(name, held.sources)}")
    return name


def _check_text(path: Path, text: str, source: str, held: "Corpus") -> None:
    """Refuse a text that is not the source's: its places would mean nothing."""
    from factcheck.corpus.fingerprint import make

    known = held.fingerprints.get(source)
    if known and known != make(text):
        raise UsageError(f"{path} is not the text of '{source}': its fingerprint is another")


def _place(quote: str, content: str, path: Path, paragraph: int | None) -> int:
    """Return where the quotation stands in the text."""
    from factcheck.corpus.fingerprint import make
    from factcheck.corpus.selecting import nearest_passage, places_of

    places = places_of(quote, content)
    if not places:
        near = nearest_passage(quote, content)
        hint = f"; the text reads: {near}" if near else ""
        raise UsageError(f"{path}: these words don't stand there, word for word{hint}")
    paragraphs = [make(content).paragraph_at(at) for at in places]
    wanted = [
        at for at, found in zip(places, paragraphs, strict=True) if paragraph in {None, found}
    ]
    if len(wanted) != 1:
        where = ", ".join(map(str, paragraphs))
        raise UsageError(
            f"{path}: these words stand in paragraphs {where}; choose by --paragraph, or give more"
        )
    return wanted[0]


def _file(root: Path, held: "Corpus", topic: str, claim: Claim) -> None:
    """Put `claim` at the end of its topic's file, if the corpus is sound with it."""
    from factcheck.corpus.appending import shelf_text, with_claim
    from factcheck.corpus.yaml_reading import parsed

    if message := rules.id_problem(topic):
        raise UsageError(message.replace("id", "--topic", 1))
    if claim.id in {known.id for known in held.claims}:
        raise UsageError(f"the id '{claim.id}' is used already; choose another with --id")
    path = root / "claims" / f"{topic}.yaml"
    text = read_text(path) if path.exists() else shelf_text(topic, _title(topic))
    made, filed = with_claim(parsed(path, text), text, claim)
    last = len(filed.record.claims) - 1
    sources = list(held.sources)
    faults = [*rules.alone(claim), *rules.misquoted(claim, sources, held.fingerprints)]
    faults += [(("id",), message)] if (message := rules.id_problem(claim.id)) else []
    if faults:
        raise CorpusError(filed.document.problem(("claims", last, *at), m) for at, m in faults)
    write_lines(path, made.removesuffix("\n").split("\n"))
    line = filed.document.places[("claims", last)][0]
    out(f"{near(path)}:{line}: the claim '{claim.id}'")
    out("  other wordings that mean the same make it easier to find: add them under 'wordings'")


def _title(topic: str) -> str:
    return topic.replace("-", " ").capitalize()
