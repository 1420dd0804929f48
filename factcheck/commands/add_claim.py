"""`factcheck add claim`: start a claim from a quotation."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from factcheck.commands.asking import asked, needed, one_of, own_corpus, slug
from factcheck.commands.console import near, out, warn
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.files import read_text, write_whole
from factcheck.corpus import rules
from factcheck.problem import CorpusError, UsageError, did_you_mean
from factcheck.record import Claim, Kind, Quotation, Reply
from factcheck.show.escaping import shown
from factcheck.store.places import locked
from factcheck.text.dates import MONTHS

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

NAME = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+")
"""What looks like a name: words with capitals, not at the start of a sentence."""
DAYS = {*MONTHS, *"monday tuesday wednesday thursday friday saturday sunday".split()}
WHEN = "When it holds, such as 2025-06-16 or 2025-06; empty if not given"
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
    date: Annotated[str | None, typer.Option(help="When it holds, such as 2025-06-16.")] = None,
    reply_by: Annotated[str | None, typer.Option(help="Who answers an allegation.")] = None,
    reply: Annotated[str | None, typer.Option(help="The answer, in a sentence.")] = None,
    reply_quote: Annotated[
        str | None, typer.Option(help="The words of the source that bear it out.")
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
    from factcheck.corpus.dates import date_problem
    from factcheck.corpus.selecting import quotation

    if not quote.strip():
        raise UsageError("--quote is missing")
    root = own_corpus(corpus)
    held = _read(root)
    source = _source(source or _asked_source(held), held)
    content = read_text(text)
    _check_text(text, content, source, held)
    outlet = held.sources[source].outlet

    def quoted(passage: str, speaker: str) -> Quotation:
        at = _place(passage, content, text, paragraph if passage == quote else None)
        return quotation(passage, content, at, speaker, source)

    quoted(quote, outlet)  # what isn't there is told before anything is asked
    topics = [shelf.topic for shelf in held.shelves]
    topic = needed("--topic", topic, f"Topic ({', '.join(topics)}, or a new one)")
    statement = needed("--statement", statement, "The claim, with its attribution")
    asserted_by = needed("--asserted-by", asserted_by, "Who asserts it")
    kind = one_of("--kind", kind, f"What it is ({', '.join(KINDS)})", KINDS)
    caveats = caveat or [needed("--caveat", None, "What a reader must know besides")]
    whose = speaker or asked(None, f"Whose words the quotation is [{outlet}]") or outlet
    replies: tuple[Reply, ...] = ()
    if kind == "allegation" and no_reply is None:
        answered = _reply(reply_by, reply, reply_quote)
        if answered:
            who, said, words = answered
            replies = (Reply(who, said, quoted(words, outlet)),)
        else:
            no_reply = asked(None, "Why there is no reply")
        if not replies and not no_reply:
            raise UsageError(
                "an allegation needs --reply-by, --reply and --reply-quote; or --no-reply, why"
            )
    made: Any = Claim(
        id=name or slug(statement, words=6),
        statement=statement,
        kind=kind,  # type: ignore[arg-type]  # one of the kinds, by the check above
        asserted_by=asserted_by,
        quotations=(quoted(quote, whose),),
        caveats=tuple(caveats),
        wordings=tuple(wording or ()),
        date=date or asked(None, WHEN, date_problem),
        replies=replies,
        no_reply=no_reply,
    )
    with locked(root / "claims", warn):  # others may have added to it meanwhile
        _file(root, _read(root), topic, made)
    _tell_names(made, held)


def _reply(by: str | None, text: str | None, quote: str | None) -> tuple[str, str, str] | None:
    """Return who answers an allegation, what, and the words that bear it out; `None` if nobody."""
    by = asked(by, "Who answers it; empty if the source reports no answer")
    if by is None and text is None and quote is None:
        return None
    return (
        needed("--reply-by", by, "Who answers it"),
        needed("--reply", text, "The answer, in a sentence with its attribution"),
        needed("--reply-quote", quote, "The words of the source that bear it out"),
    )


def _tell_names(claim: Claim, held: "Corpus") -> None:
    """Name what looks like a name and isn't known: only a known one tells people apart."""
    known = {alias for name in held.lexicon.names for alias in (name.name, *name.aliases)}
    texts = (claim.statement, claim.asserted_by or "", *(q.text for q in claim.quotations))
    found = {one for text in texts for one in NAME.findall(text) if one.lower() not in DAYS}
    unknown = sorted(one for one in found if not any(one in name or name in one for name in known))
    if unknown:
        out(f"  names that lexicon.yaml doesn't have: {shown(', '.join(unknown))}")
        out("  add them there, or a claim about somebody else may be taken for this one")


def _asked_source(held: "Corpus") -> str | None:
    if len(held.sources) == 1:
        return None
    return asked(None, f"Which source ({', '.join(held.sources)})")


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
    faults += _worded_already(claim, held)
    faults += [(("id",), message)] if (message := rules.id_problem(claim.id)) else []
    if faults:
        raise CorpusError(filed.document.problem(("claims", last, *at), m) for at, m in faults)
    write_whole(path, [made])
    line = filed.document.places[("claims", last)][0]
    out(f"{near(path)}:{line}: the claim '{claim.id}'")
    out("  other wordings that mean the same make it easier to find: add them under 'wordings'")


def _worded_already(claim: Claim, held: "Corpus") -> list[tuple[tuple[str | int, ...], str]]:
    """Return which of the claim's texts another claim has, or its own quotation."""
    owners = {rules.plain_words(one.text): "its own quotation" for one in claim.quotations}
    owners |= {
        rules.plain_words(text): f"'{known.id}'"
        for known in held.claims
        for _, text in rules.wordings_of(known)
    }
    texts = ((at, rules.plain_words(text)) for at, text in rules.wordings_of(claim))
    return [(at, f"this stands in {owners[text]} already") for at, text in texts if text in owners]


def _title(topic: str) -> str:
    return topic.replace("-", " ").capitalize()
