"""The rules that a corpus' records keep besides their shape.

Each rule is a function from filed records to problems; none stops another.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.corpus.dates import date_problem
from factcheck.corpus.fingerprint import Fingerprint
from factcheck.corpus.proving import quotation_problem
from factcheck.corpus.shape import Filed
from factcheck.corpus.yaml_reading import Path_
from factcheck.problem import Problem, did_you_mean
from factcheck.record import Claim, Lexicon, Quotation, Shelf, Source, caveats_of

Shelves = Sequence[Filed[Shelf]]
Sources = Sequence[Filed[Source]]

WEB = re.compile(r"(?i)https?://[^\s/?#]+(?:[/?#]\S*)?$")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def each(shelves: Shelves, sources: Sources) -> Iterator[Problem]:
    """Yield every problem that a record has by itself."""
    yield from source_dates(sources)
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            for at, message in alone(claim):
                yield filed.document.problem(("claims", index, *at), message)


def alone(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield what is wrong with a claim by itself."""
    yield from complete(claim)
    yield from dated(claim)
    yield from reviewed(claim)


def across(shelves: Shelves, sources: Sources) -> Iterator[Problem]:
    """Yield every problem between records; it takes all of them to say what is unknown."""
    yield from unique_ids(shelves, sources)
    yield from known_topics(shelves)
    yield from known_claims(shelves)
    yield from own_wordings(shelves)
    known = [filed.record.id for filed in sources]
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            for at, message in sourced(claim, known):
                yield filed.document.problem(("claims", index, *at), message)


def check_lexicon(filed: Filed[Lexicon]) -> Iterator[Problem]:
    """Yield a problem for each alias that two names of the lexicon share."""
    owner: dict[str, str] = {}
    for index, name in enumerate(filed.record.names):
        for alias in set(name.called):
            first = owner.setdefault(alias.casefold(), name.name)
            if first != name.name:
                message = f"'{alias}' names {first} too; it must mean one of them"
                yield filed.document.problem(("names", index), message)


def unique_ids(shelves: Shelves, sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each id that is used twice or isn't lower-case words."""
    seen: dict[str, str] = {}
    places = [(f.document, ("id",), f.record.id) for f in sources]
    places += [(f.document, ("topic",), f.record.topic) for f in shelves]
    ids = [
        (filed.document, ("claims", index, "id"), claim.id)
        for filed in shelves
        for index, claim in enumerate(filed.record.claims)
    ]
    for document, at, name in (*places, *ids):
        here = document.problem(at, "")
        if message := id_problem(name):
            yield document.problem(at, message)
        key = f"{at[-1]}:{'claim' if len(at) > 1 else ''}:{name}"
        place = f"{here.path.name}:{here.line}"
        if key in seen:
            yield document.problem(at, f"{at[-1]} '{name}' is used at {seen[key]} already")
        seen.setdefault(key, place)


def id_problem(name: str) -> str | None:
    """Return what is wrong with an id, or `None` if nothing is."""
    return None if SLUG.fullmatch(name) else f"id '{name}' must be lower-case words joined by '-'"


def known_topics(shelves: Shelves) -> Iterator[Problem]:
    """Yield a problem for each further topic that has no shelf or is named twice."""
    known = [filed.record.topic for filed in shelves]
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            for j, topic in enumerate(claim.topics):
                at = ("claims", index, "topics", j)
                if topic not in known:
                    message = f"unknown topic '{topic}'{did_you_mean(topic, known)}"
                    yield filed.document.problem(at, message)
                elif topic in (filed.record.topic, *claim.topics[:j]):
                    yield filed.document.problem(at, f"topic '{topic}' is there already")


def on_long_shelf(claim: Claim, known: Collection[str]) -> Iterator[tuple[Path_, str]]:
    """Yield each further topic of a claim that has no shelf."""
    for index, topic in enumerate(claim.topics):
        if topic not in known:
            yield ("topics", index), f"unknown topic '{topic}'{did_you_mean(topic, known)}"


def known_claims(shelves: Shelves) -> Iterator[Problem]:
    """Yield a problem for each related id that is no other claim's."""
    known = [claim.id for filed in shelves for claim in filed.record.claims]
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            for j, other in enumerate(claim.related):
                at = ("claims", index, "related", j)
                if other == claim.id:
                    yield filed.document.problem(at, "a claim is not related to itself")
                elif other not in known:
                    message = f"unknown claim '{other}'{did_you_mean(other, known)}"
                    yield filed.document.problem(at, message)


def own_wordings(shelves: Shelves) -> Iterator[Problem]:
    """Yield a problem for each wording that another text of the corpus has already.

    Claims may share a quotation; a wording must differ from its claim's own. The
    words that were reviewed are their author's, and another may have said them.
    """
    owner: dict[str, str] = {}
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            if claim.reviews:
                continue
            quoted = {plain_words(quotation.text) for quotation in claim.quotations}
            for at, text in wordings_of(claim):
                key = plain_words(text)
                first = owner.setdefault(key, f"{claim.id} {at}")
                if key in quoted:
                    message = "this wording is the quotation's; write it in other words"
                    yield filed.document.problem(("claims", index, *at), message)
                elif first != f"{claim.id} {at}":
                    message = f"this wording stands in '{first.split()[0]}' already"
                    yield filed.document.problem(("claims", index, *at), message)


def wordings_of(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield each text that a claim alone may have: its statement, and all wordings."""
    yield ("statement",), claim.statement
    for j, text in enumerate(claim.wordings):
        yield ("wordings", j), text
    for j, misreading in enumerate(claim.misreadings):
        yield ("misreadings", j, "wording"), misreading.wording
    for j, boundary in enumerate(claim.boundaries):
        yield ("boundaries", j, "wording"), boundary.wording


def plain_words(text: str) -> str:
    """Return the words of a text, without case and marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def source_dates(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each source whose date is not EDTF or whose reasons are of no field."""
    for filed in sources:
        source = filed.record
        if source.date and (message := date_problem(source.date)):
            yield filed.document.problem(("date",), message)
        for key in source.inferred or {}:
            if getattr(source, key, None) is None:
                message = f"'{key}' is said to be inferred, but the record has no such value"
                yield filed.document.problem(("inferred", key), message)


def complete(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield what a claim lacks: who asserts it, caveats, quotations, reviews, a reply."""
    if claim.kind == "reviewed":
        if not claim.reviews:
            yield ("kind",), "a reviewed claim has at least one of its reviews"
    else:
        yield from _curated(claim)
    answered = bool(claim.replies) + bool(claim.no_reply)
    if claim.kind == "allegation" and not answered:
        yield ("kind",), "an allegation needs 'replies', or 'no_reply' saying why there is none"
    if answered > 1:
        yield ("no_reply",), "has 'replies' too; keep one of the two"


def _curated(claim: Claim) -> Iterator[tuple[Path_, str]]:
    if claim.asserted_by is None:
        yield (), "key 'asserted_by' is missing"
    for key, held in (("caveats", caveats_of(claim)), ("quotations", claim.quotations)):
        if not held:
            yield (key,), f"a claim has at least one of its {key}"
    if claim.reviews:
        yield ("kind",), "a claim with reviews is of the kind 'reviewed'"


def dated(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield what is wrong with a claim's date."""
    if claim.date and (message := date_problem(claim.date)):
        yield ("date",), message
    if claim.date_inferred and not claim.date:
        yield ("date_inferred",), "says why a date is inferred, but there is no 'date'"
    if claim.withdrawn and (message := date_problem(claim.withdrawn.date)):
        yield ("withdrawn", "date"), message
    for index, correction in enumerate(claim.corrections):
        if message := date_problem(correction.date):
            yield ("corrections", index, "date"), message


def reviewed(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield what is wrong with a claim's reviews: a date, or an address that leads nowhere."""
    for index, review in enumerate(claim.reviews):
        if not is_web_address(review.url):
            yield ("reviews", index, "url"), f"'{review.url[:60]}' is no web address"
        if review.date and (message := date_problem(review.date)):
            yield ("reviews", index, "date"), message


def is_web_address(url: str) -> bool:
    """Whether `url` can be opened in a browser, and does nothing else there."""
    return WEB.match(url) is not None


def sourced(claim: Claim, sources: Collection[str]) -> Iterator[tuple[Path_, str]]:
    """Yield each quotation whose source is unknown, or not named among several."""
    for at, quotation in placed_quotations(claim):
        name = quotation.source
        if name is None and len(sources) != 1:
            yield at, f"'source' is missing; the corpus has {len(sources)} sources"
        elif name is not None and name not in sources:
            yield (*at, "source"), f"unknown source '{name}'{did_you_mean(name, sources)}"


def unproved(
    shelves: Shelves, sources: Sequence[str], prints: Mapping[str, Fingerprint]
) -> Iterator[Problem]:
    """Yield a problem for each quotation that does not stand in its source where it says."""
    for filed in shelves:
        for index, claim in enumerate(filed.record.claims):
            for at, message in misquoted(claim, sources, prints):
                yield filed.document.problem(("claims", index, *at), message)


def misquoted(
    claim: Claim, sources: Sequence[str], prints: Mapping[str, Fingerprint]
) -> Iterator[tuple[Path_, str]]:
    """Yield each quotation of a claim that does not stand in its source where it says."""
    only = sources[0] if len(sources) == 1 else ""
    for at, quotation in placed_quotations(claim):
        fingerprint = prints.get(quotation.source or only)
        found = fingerprint and quotation_problem(quotation, fingerprint)
        if found:
            yield (*at, found[0]), found[1]


def placed_quotations(claim: Claim) -> Iterator[tuple[Path_, Quotation]]:
    """Yield every quotation of a claim, its replies' too, with its path."""
    for index, quotation in enumerate(claim.quotations):
        yield ("quotations", index), quotation
    for index, reply in enumerate(claim.replies):
        yield ("replies", index, "quotation"), reply.quotation
