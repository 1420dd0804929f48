"""Write claims as Markdown citations: footnotes, a list, or a table.

Right in CommonMark (the list), with the footnotes of Pandoc and GitHub, and
with pipe tables. Every text is escaped, so none can break out of its place.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from factcheck.record import Claim, Quotation, Source, caveats_of, quotations_of
from factcheck.show.escaping import sic
from factcheck.show.markdown import markdown
from factcheck.show.wording import (
    FIDELITY,
    attribution,
    citation,
    claim_date,
    correction_in_words,
    in_marks,
    review_in_words,
    withdrawal,
)
from factcheck.store.several import Corpora

Style = Callable[[Sequence[Claim], Corpora, date], str]


def footnotes(claims: Sequence[Claim], corpus: Corpora, day: date) -> str:
    """Return each claim with its quotation and a footnote mark, then the reference list."""
    bodies = [f"{_stated(claim)}[^{claim.id}]\n\n{body(claim, corpus)}" for claim in claims]
    notes = [f"[^{claim.id}]: {reference(claim, corpus, day)}" for claim in claims]
    return "\n\n".join(bodies) + "\n\n" + "\n\n".join(notes) + "\n"


def listing(claims: Sequence[Claim], corpus: Corpora, day: date) -> str:
    """Return a list with an entry for each claim, its reference at the end of the entry."""
    entries = []
    for claim in claims:
        works = f"Reference: {reference(claim, corpus, day)}"
        text = f"{_stated(claim)}\n\n{body(claim, corpus)}\n\n{works}"
        entries.append("- " + text.replace("\n", "\n  ").replace("\n  \n", "\n\n"))
    return "\n\n".join(entries) + "\n"


def table(claims: Sequence[Claim], corpus: Corpora, day: date) -> str:
    """Return a table with a row for each claim."""
    rows = [("Claim", "Quotation", "Asserted by", "Replies and caveats", "Reference")]
    rows.append(("---",) * 5)
    for claim in claims:
        quoted = [_quoted(quotation, corpus) for quotation in claim.quotations]
        quotations = " ".join((*quoted, *_ratings(claim)))
        answers = [*_standing(claim), *_replies(claim, corpus), *map(markdown, caveats_of(claim))]
        rows.append(
            (
                _stated(claim),
                quotations,
                _attributed(claim, corpus),
                " ".join(answers),
                reference(claim, corpus, day),
            )
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


STYLES: dict[str, Style] = {"footnotes": footnotes, "list": listing, "table": table}


def printed(claim: Claim, corpus: Corpora, day: date) -> str:
    """Return a claim in every form that is written here, one below the other."""
    styles = (style([claim], corpus, day) for style in STYLES.values())
    forms = (*NOTES.values(), brief_note)
    return "\n\n".join((*styles, *(one(claim, corpus, day) for one in forms)))


def body(claim: Claim, corpus: Corpora) -> str:
    """Return what an honest reader needs of a claim besides its statement, as paragraphs."""
    parts = [*_standing(claim)]
    parts += [_block_quote(quotation, corpus) for quotation in claim.quotations]
    if claim.reviews:
        parts.append("Rated by:\n\n" + "\n".join(f"- {text}" for text in _ratings(claim)))
    label = "Claimed by" if claim.reviews else "Asserted by"
    parts.append(f"{label}: {_attributed(claim, corpus)}.")
    parts += _replies(claim, corpus)
    if caveats := caveats_of(claim):
        parts.append("Caveats:\n\n" + "\n".join(f"- {markdown(text)}" for text in caveats))
    return "\n\n".join(parts)


def _stated(claim: Claim) -> str:
    """Return what a claim states; what others rated stands in quotation marks."""
    return markdown(in_marks(claim.statement) if claim.reviews else claim.statement)


def _ratings(claim: Claim) -> list[str]:
    return [markdown(review_in_words(review), [review.url]) for review in claim.reviews]


def _standing(claim: Claim) -> list[str]:
    """Return what must be known of a claim's record: that it was withdrawn, or corrected."""
    gone = withdrawal(claim)
    told = [f"Withdrawn {gone}"] if gone else []
    told += [f"Corrected {correction_in_words(correction)}" for correction in claim.corrections]
    return [markdown(f"{one.rstrip('.')}.") for one in told]


def _block_quote(quotation: Quotation, corpus: Corpora) -> str:
    outlet = corpus.sources[quotation.source or ""].outlet
    who = "" if quotation.speaker == outlet else f"{quotation.speaker}, in "
    where = f"— {who}{outlet}, {quotation.locator} ({FIDELITY[corpus.fidelity(quotation)]})"
    return f"> {_quoted(quotation, corpus)}\n>\n> {markdown(where)}"


def _quoted(quotation: Quotation, corpus: Corpora) -> str:
    return markdown(in_marks(sic(quotation.text, corpus.sources[quotation.source or ""].errors)))


def _attributed(claim: Claim, corpus: Corpora) -> str:
    return markdown(attribution(claim, corpus.source_of(claim)))


def _replies(claim: Claim, corpus: Corpora) -> list[str]:
    replies = [
        f"Reply of {markdown(reply.by)}: {markdown(reply.text)} {_quoted(reply.quotation, corpus)}"
        for reply in claim.replies
    ]
    return replies or ([f"Reply: {markdown(claim.no_reply)}"] if claim.no_reply else [])


def note(claim: Claim, corpus: Corpora, day: date) -> str:
    """Return all that an honest reader needs of a claim, as one line of a footnote."""
    parts = [*_standing(claim), _stated(claim)]
    parts += [
        f"{_quoted(one, corpus)} {markdown(f'({one.speaker}, {one.locator}).')}"
        for one in claim.quotations
    ]
    parts += [f"Asserted by: {_attributed(claim, corpus)}.", *_replies(claim, corpus)]
    parts += [markdown(caveat) for caveat in caveats_of(claim)]
    return " ".join((*parts, reference(claim, corpus, day)))


def short_note(claim: Claim, corpus: Corpora, day: date) -> str:
    """Return what a claim states, its main quotation, whose it is, what was replied, and where."""
    works = [markdown(f"{citation(source)}.") for source in corpus.sources_of(claim)]
    return " ".join((brief_note(claim, corpus, day), *works))


def brief_note(claim: Claim, corpus: Corpora, day: date) -> str:  # noqa: ARG001 - as `note`
    """Return the same without what the source is, which another note of the text tells."""
    parts = [*_standing(claim), _stated(claim)]
    if claim.quotations:
        where = f"({attribution(claim, corpus.source_of(claim))}, {claim.quotations[0].locator})."
        parts.append(f"{_quoted(claim.quotations[0], corpus)} {markdown(where)}")
    else:
        parts += _ratings(claim)
    parts += [*_replies(claim, corpus), *map(markdown, caveats_of(claim)[: _alleged(claim)])]
    return " ".join(parts)


def _alleged(claim: Claim) -> bool:
    """Whether the first caveat is that of all allegations."""
    return claim.kind == "allegation"


NOTES: dict[str, Callable[[Claim, Corpora, date], str]] = {"short": short_note, "full": note}
"""The notes that a draft may get."""


def notes(claims: Mapping[str, Claim], form: str, corpus: Corpora, day: date) -> dict[str, str]:
    """Return the note of each claim; in short ones the first from a source says what that is."""
    told: set[str] = set()
    written = {}
    for name, claim in claims.items():
        sources = {source.id for source in corpus.sources_of(claim)}
        known = form == "short" and sources and sources <= told
        written[name] = (brief_note if known else NOTES[form])(claim, corpus, day)
        told |= sources
    return written


def reference(claim: Claim, corpus: Corpora, day: date) -> str:
    """Return the works that a claim is drawn from, with what holds for all of them, in a line."""
    sources = corpus.sources_of(claim)
    works = "; ".join((*(_cited(claim, source) for source in sources), *_published(claim)))
    when = claim_date(claim)
    of = f" Date of what is reported: {when}." if when else ""
    exported = f"{day.day} {day:%B %Y}"
    inherited = "".join(f" {caveat}" for source in sources for caveat in source.caveats)
    name = corpus.corpus_of(claim)
    held = f" In the corpus {name}." if name else ""
    addresses = [*(one.url for one in sources), *(one.url for one in claim.reviews)]
    return markdown(f"{works}.{of}{inherited}{held} Exported {exported}.", addresses)


def _published(claim: Claim) -> list[str]:
    return [
        ", ".join(filter(None, (one.publisher, one.title and in_marks(one.title), one.url)))
        for one in claim.reviews
    ]


def _cited(claim: Claim, source: Source) -> str:
    quoted = [quotation for quotation in quotations_of(claim) if quotation.source == source.id]
    places = ", ".join(dict.fromkeys(quotation.locator for quotation in quoted))
    return f"{citation(source)}, {places}"
