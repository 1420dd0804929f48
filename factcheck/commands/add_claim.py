"""`factcheck add claim`: start a claim from a quotation."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from factcheck.commands.asking import (
    asked,
    confirmed,
    is_watched,
    needed,
    one_of,
    own_corpus,
    retraced,
    slug,
)
from factcheck.commands.console import out, path_named
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.commands.filing import check_topic, file_claim, id_fault, worded_already
from factcheck.commands.passages import Passages, chosen_source
from factcheck.problem import CorpusError, UsageError
from factcheck.record import Claim, Kind, Reply
from factcheck.show.escaping import shown
from factcheck.text.dates import MONTHS

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

NAME = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+")
"""What looks like a name: words with capitals, not at the start of a sentence."""
DAYS = {*MONTHS, *"monday tuesday wednesday thursday friday saturday sunday".split()}
WHEN = "When it holds, such as 2025-06-16 or 2025-06"
KINDS = tuple(kind for kind in get_args(Kind) if kind != "reviewed")
WORDINGS = 4
"""With fewer wordings hardly anybody's own words find a claim."""


def add_claim(
    *,
    corpus: CorpusPaths = None,
    text: Annotated[
        Path, typer.Option(metavar="FILE", help="The source's text.", parser=path_named)
    ],
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

    Spaces, quotation marks and dashes may be typed otherwise: the text's own are taken.
    Finds the place and fills it in, asks on a terminal for what is not given, and
    adds the claim at the end of its topic's file, whose comments and order stay.

    \b
    Example:
      factcheck add claim --text article.txt --quote "the pipe burst in May"
    """
    from factcheck.corpus.appending import block_of
    from factcheck.corpus.corpus import read_corpus
    from factcheck.corpus.dates import date_problem

    if not quote.strip():
        raise UsageError("--quote is missing")
    root = own_corpus(corpus)
    held = read_corpus(root)
    _check_given(root, held, topic, name)
    origin = chosen_source(source, held)
    passages = Passages(text, origin, held)
    # what isn't there is told before anything is asked
    quotation = passages.quotation("--quote", quote, paragraph)

    def unlike(statement: str) -> str | None:
        """Return what stands against a statement."""
        texts = iter([(("statement",), statement)])
        fault = next((why for _, why in worded_already(texts, held, quotation.text)), None)
        if fault or name or not id_fault(slug(statement, words=6), held):
            return fault
        return f"begins as that of '{slug(statement, words=6)}'; begin otherwise, or give an --id"

    def answered() -> tuple[str, Claim]:
        """Return the topic and the claim, as far as they aren't given as a person answers."""
        topics = ", ".join(shelf.topic for shelf in held.shelves)
        on = needed(
            "--topic", topic, f"Topic ({topics}, or a new one)", partial(_topic_fault, root)
        )
        said = needed("--statement", statement, "The claim, with its attribution", unlike)
        who = needed("--asserted-by", asserted_by, "Who asserts it")
        what: Any = one_of("--kind", kind, f"What it is ({', '.join(KINDS)})", KINDS)
        caveats = caveat or [needed("--caveat", None, "What a reader must know besides")]
        keep = f"if they are {quotation.speaker}'s"
        whose = asked(speaker or None, "Whose words the quotation is", enter=keep)
        replies, none = _answers(what, (reply_by, reply, reply_quote), no_reply, passages)
        made = Claim(
            id=name or slug(said, words=6),
            statement=said,
            kind=what,
            asserted_by=who,
            quotations=(quotation._replace(speaker=whose or quotation.speaker),),
            caveats=tuple(caveats),
            wordings=tuple(wording or ()),
            date=asked(date or None, WHEN, date_problem),
            replies=replies,
            no_reply=none,
        )
        confirmed(block_of(made))
        return on, made

    on, made = retraced(answered)
    file_claim(root, on, made)
    _tell_names(made, held)
    _tell_rest(made)


def _check_given(root: Path, held: "Corpus", topic: str | None, name: str | None) -> None:
    """Refuse what is given and can't be taken, before anything is asked."""
    if topic:
        check_topic(root, topic)
    if name and (message := id_fault(name, held)):
        raise UsageError(message)


def _topic_fault(root: Path, topic: str) -> str | None:
    try:
        check_topic(root, topic)
    except (CorpusError, UsageError) as error:
        return str(error)
    return None


def _answers(
    kind: str,
    given: tuple[str | None, str | None, str | None],
    none: str | None,
    passages: Passages,
) -> tuple[tuple[Reply, ...], str | None]:
    """Return the replies to an allegation, or none and why there is none."""
    if kind != "allegation" or none is not None:
        return (), none
    if replies := _reply(*given, passages):
        return replies, None
    if not is_watched():
        raise UsageError(
            "an allegation needs --reply-by, --reply and --reply-quote; or --no-reply, why"
        )
    return (), needed("--no-reply", None, "Why there is no reply")


def _reply(
    by: str | None, text: str | None, quote: str | None, passages: Passages
) -> tuple[Reply, ...]:
    """Return who answers an allegation, what, and the words that bear it out; empty if nobody."""
    by = asked(by, "Who answers it", enter="if the source reports no answer")
    if by is None and text is None and quote is None:
        return ()
    by = needed("--reply-by", by, "Who answers it")
    text = needed("--reply", text, "The answer, in a sentence with its attribution")
    words = "The words of the source that bear it out"
    quote = needed("--reply-quote", quote, words, passages.fault)
    return (Reply(by, text, passages.quotation("--reply-quote", quote)),)


def _tell_names(claim: Claim, held: "Corpus") -> None:
    """Name what looks like a name and isn't known: only a known one tells people apart."""
    known = {alias for name in held.lexicon.names for alias in name.called}
    texts = (claim.statement, claim.asserted_by or "", *(q.text for q in claim.quotations))
    found = {one for text in texts for one in NAME.findall(text) if one.lower() not in DAYS}
    unknown = sorted(one for one in found if not any(one in name or name in one for name in known))
    if unknown:
        out(f"  names that lexicon.yaml doesn't have: {shown(', '.join(unknown))}")
        out("  add them there, or a claim about somebody else may be taken for this one")


def _tell_rest(claim: Claim) -> None:
    """Say in what a claim falls short of the standards, and what it still lacks."""
    from factcheck.corpus.standards import of_claim

    for _, message in of_claim(claim):
        out(f"  to mend: {shown(message)}")
    if len(claim.wordings) < WORDINGS:
        out("  to write beside it: other wordings, each saying just this, no more and no less")
    out("  to write beside it: misreadings that the source speaks against, each put right,")
    out("  and boundaries: what people will read into it, and the source doesn't say")
