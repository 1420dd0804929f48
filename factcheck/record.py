"""What a corpus holds: claims, the quotations that carry them, and their sources.

Every record is a named tuple (they load in a quarter of a frozen dataclass' time,
and each look-up loads them all), and its field names are the keys that curators
write in YAML. Nothing here reads a file, touches a terminal or compares anything.
"""

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple, get_args

Kind = Literal[
    "event", "figure", "finding", "statement", "allegation", "pledge", "judgement", "reviewed"
]
Precision = Literal["exact", "about", "at-least", "over", "at-most", "under", "estimate"]
Aspect = Literal[
    "number",
    "date",
    "place",
    "speaker",
    "person",
    "object",
    "negation",
    "quantifier",
    "certainty",
    "status",
    "direction",
]
NameKind = Literal["person", "place", "body", "document", "event"]

ALLEGED = "An allegation: the source reports that it was made, and not whether it is so."
"""The caveat of every allegation, whoever makes it."""
KINDS: tuple[str, ...] = get_args(Kind)
ASPECTS: tuple[str, ...] = get_args(Aspect)
"""What a wording can differ in; `object` is what was acted on, `person` who took part."""


class Quotation(NamedTuple):
    """A verbatim passage of one source.

    Attributes:
        text: The passage, character for character, typing errors included.
        speaker: Whose words these are: the person when the passage is wholly
            theirs, else the outlet that wrote the sentence.
        paragraph: Which non-empty line of the source holds its first word,
            counted from 1.
        start: Offset of its first character in the source, in code points.
        end: Offset after its last character; exclusive.
        source: `Source.id`; `None` means the corpus' only source.
    """

    text: str
    speaker: str
    paragraph: int
    start: int
    end: int
    source: str | None = None

    @property
    def locator(self) -> str:
        """Where in the source, in words."""
        return f"paragraph {self.paragraph}"


class Figure(NamedTuple):
    """A number that a claim states, as data.

    Attributes:
        value: The number itself; a share is a fraction of 1.
        unit: The noun counted, such as `children`, `GBP` or `share`.
        counts: What exactly is counted.
        precision: How the source hedges it.
        per: The period it is a rate over, such as `year`; `None` if no rate.
        said: As the source has it, such as `two-thirds`, where that isn't the number.
    """

    value: float
    unit: str
    counts: str
    precision: Precision
    per: str | None = None
    said: str | None = None


class Reply(NamedTuple):
    """What somebody answers to an allegation, as the source reports it."""

    by: str
    text: str
    quotation: Quotation


class Misreading(NamedTuple):
    """A wording that people are likely to use and that the source contradicts.

    Attributes:
        wording: What they say.
        differs: In what it departs from the source.
        correction: One sentence that puts it right, with its attribution.
    """

    wording: str
    differs: Aspect
    correction: str


class Boundary(NamedTuple):
    """A wording that people are likely to use and on which the source is silent.

    Attributes:
        wording: What they say.
        note: One sentence: what the source does say, and that it says no more.
    """

    wording: str
    note: str


class Review(NamedTuple):
    """What a publisher of fact checks found of a claim, in its own words.

    Attributes:
        publisher: Who published it: the name, or the site where no name is given.
        url: Where it is published.
        rating: The publisher's own words for what it found, such as `Mostly false`.
        date: When it was published, in EDTF; `None` if not given.
        title: Its headline; `None` if not given.
        language: Its language as in BCP 47, such as `en`; `None` if not given.
    """

    publisher: str
    url: str
    rating: str
    date: str | None = None
    title: str | None = None
    language: str | None = None


class Correction(NamedTuple):
    """A change to a claim's record after it was first kept: when, what, and why."""

    date: str
    changed: str
    why: str


class Withdrawal(NamedTuple):
    """That a claim no longer stands: since when, in EDTF, and why."""

    date: str
    why: str


class Claim(NamedTuple):
    """One checkable statement that a source makes or reports, or that publishers reviewed.

    Attributes:
        id: Unique in the corpus: lower-case words joined by hyphens.
        statement: One neutral sentence that carries its own attribution; of a
            reviewed claim the words that were reviewed.
        kind: What sort of statement it is; `reviewed` for what somebody claims and
            publishers of fact checks rated.
        asserted_by: Who asserts it; `None` for a reviewed claim whose reviews don't say.
        quotations: The passages that carry it, the main one first; a reviewed
            claim may have none.
        caveats: What an honest reader must know besides, what matters most first; one
            to four, each a sentence. A reviewed claim may have none. Those of its source
            are inherited, and so is the one that all allegations have.
        wordings: Other wordings that mean the same.
        topics: Shelves that it stands on; the first is its file's own.
        through: The hands between `asserted_by` and the source, in order.
        date: When it happened, was said or applies, in EDTF; `None` if not given.
        date_inferred: From what an inferred `date` is inferred; `None` if stated.
        figures: Its numbers as data.
        replies: Answers to an allegation.
        no_reply: Why an allegation has no reply; `None` unless that is so.
        misreadings: Likely wordings that the source contradicts.
        boundaries: Likely wordings that go past what the source says, which it
            doesn't contradict either.
        related: Ids of claims easily confused with it.
        reviews: What publishers of fact checks found of it.
        corrections: What was changed in this record, the latest last.
        withdrawn: Since when and why it no longer stands; `None` while it does.
    """

    id: str
    statement: str
    kind: Kind
    asserted_by: str | None = None
    quotations: tuple[Quotation, ...] = ()
    caveats: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    date: str | None = None
    date_inferred: str | None = None
    figures: tuple[Figure, ...] = ()
    replies: tuple[Reply, ...] = ()
    no_reply: str | None = None
    misreadings: tuple[Misreading, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    related: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None


class Shelf(NamedTuple):
    """One file of claims on one topic."""

    topic: str
    title: str
    claims: tuple[Claim, ...]


class Gap(NamedTuple):
    """Something that a source leaves open.

    Attributes:
        matter: It, as in `the source doesn't say …`: `who will chair the inquiry`.
        asked: Words that a text about it has, as in `chair inquiry`; one entry for each way
            to word it.
    """

    matter: str
    asked: tuple[str, ...]


class Source(NamedTuple):
    """A work that claims are drawn from, and what is known of it.

    Attributes:
        id: Unique in the corpus.
        outlet: Who published it, such as `STV News`.
        kind: What sort of work it is.
        fingerprint: File with the fingerprint of its text, beside the record;
            `None` if there is none, and then no quotation can be proved.
        title, author, url, date: `None` where the copy does not say. `date` is EDTF.
        inferred: For each inferred field, from what it is inferred.
        caveats: What holds for everything drawn from it.
        errors: Misprints of the original, shown as `[sic]`.
        gaps: What readers will ask of it, and it leaves open.
    """

    id: str
    outlet: str
    kind: Literal["newspaper", "web article", "report", "broadcast", "speech"]
    caveats: tuple[str, ...]
    fingerprint: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    date: str | None = None
    inferred: Mapping[str, str] | None = None
    errors: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Name(NamedTuple):
    """A person, place, body, document or event, and what people call it.

    Attributes:
        name: As the corpus calls it.
        kind: What it is.
        aliases: What else its sources call it.
        also: What else people call it, though no source does, each with the reason why it
            can mean nothing else here.
    """

    name: str
    kind: NameKind
    aliases: tuple[str, ...] = ()
    also: Mapping[str, str] | None = None

    @property
    def called(self) -> tuple[str, ...]:
        """Every way to call it, its name first."""
        return (self.name, *self.aliases, *(self.also or {}))


class Lexicon(NamedTuple):
    """The words of a corpus' subject: its names, and words that mean the same in it.

    Attributes:
        names: Who and what the claims speak of.
        same: Groups of words or phrases that mean the same here.
        opposites: Pairs of such groups' members that mean the reverse.
    """

    names: tuple[Name, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()


def caveats_of(claim: Claim) -> tuple[str, ...]:
    """Return the caveats of a claim: first the one that all allegations have, then its own."""
    return (ALLEGED, *claim.caveats) if claim.kind == "allegation" else claim.caveats


def noted(claim: Claim) -> list[str]:
    """Return the wordings that the curators of a claim warn of: misreadings, then boundaries."""
    return [m.wording for m in claim.misreadings] + [one.wording for one in claim.boundaries]


def quotations_of(claim: Claim) -> list[Quotation]:
    """Return every quotation of a claim, those of its replies last."""
    return [*claim.quotations, *(reply.quotation for reply in claim.replies)]


def sources_named(claim: Claim) -> list[str]:
    """Return the ids of the sources of a claim's quotations, the main one's first."""
    return list(dict.fromkeys(quotation.source or "" for quotation in quotations_of(claim)))


def speakers_of(claim: Claim, outlets: Collection[str]) -> list[str]:
    """Return who asserts a claim, and who else speaks in its quotations in words of their own.

    `outlets` published its sources: they wrote what isn't wholly somebody's.
    """
    quoted = (one.speaker for one in claim.quotations if one.speaker not in outlets)
    return list(dict.fromkeys([*filter(None, [claim.asserted_by]), *quoted]))


def completed(claim: Claim, topic: str, source: str) -> Claim:
    """Return `claim` with what a curator may leave out: its shelf's topic, the only source."""

    def sourced(quotation: Quotation) -> Quotation:
        return quotation._replace(source=quotation.source or source)

    return claim._replace(
        topics=(topic, *(one for one in claim.topics if one != topic)),
        quotations=tuple(map(sourced, claim.quotations)),
        replies=tuple(r._replace(quotation=sourced(r.quotation)) for r in claim.replies),
    )


def as_data(value: Any) -> Any:
    """Return a record, or anything that holds records, as JSON-ready data."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            return {key: as_data(item) for key, item in zip(value._fields, value, strict=True)}
        return [as_data(item) for item in value]
    return value
