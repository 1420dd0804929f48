"""What each question of an assistant is told: a text to quote, and the same as data."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from factcheck.api.corpora import Corpus
from factcheck.api.examining import Asked, Examination
from factcheck.assistants.asked import claim_number
from factcheck.assistants.given import FEW, MANY
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import Draft
from factcheck.drafts.finding import Finding
from factcheck.drafts.provenance import provenance
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.searching import search_across
from factcheck.record import caveats_of
from factcheck.show import as_json, proved
from factcheck.show.answering import answer_blocks
from factcheck.show.blocks import claim_blocks
from factcheck.show.escaping import shown
from factcheck.show.excerpts import data as hit_data
from factcheck.show.excerpts import excerpt
from factcheck.show.findings_json import SCHEMA, of_finding, read
from factcheck.show.plain import plain
from factcheck.show.reporting import claim_of, counted, told
from factcheck.show.wording import MEANING, RATINGS
from factcheck.store.naming import checked_topics
from factcheck.store.several import Corpora, Several

DRAFT = "text"
"""What a text is called in its findings."""
RECORDED = "It is what the source reports and who said it, not whether it is so."
LISTED = "Nothing is judged here; get_claim has what belongs beside each: replies, caveats."
CHECKED = (
    "Each finding says where the text departs from what the sources report, not whether that is "
    "so. That nothing is found vouches for nothing: only what the corpus covers is compared."
)


class Told(NamedTuple):
    """What an assistant is told.

    Attributes:
        text: Lines that it may quote.
        data: The same, JSON-ready, as the command line prints it where it does.
    """

    text: str
    data: dict[str, Any]


def lookup_claim(asked: dict[str, Any], corpus: Corpus) -> Told:
    """Return the verdict on a wording, with all that belongs beside it."""
    store = corpus.store
    topics = checked_topics(asked.get("topics"), store)
    answer = look_up_across(asked["text"], store.each, topics, asked.get("limit", FEW))
    text = plain(answer_blocks(answer, store, topics))
    return Told(text, {**as_json.answer(answer, store), "meaning": _meaning(answer, store)})


def _meaning(answer: Answer, store: Corpora) -> str:
    rated = answer.matches and store.claim(answer.matches[0].number).reviews
    return RATINGS if rated else MEANING[answer.verdict]


def search_claims(asked: dict[str, Any], corpus: Corpus) -> Told:
    """Return the claims that have words, best first."""
    store = corpus.store
    topics = checked_topics(asked.get("topics"), store)
    found = search_across(asked["words"], store.each, topics, asked.get("limit", MANY))
    excerpts = [excerpt(hit, store) for hit in found.hits]
    lines = [f"{one.id}: {one.lead}{one.text} — {one.who}" for one in excerpts]
    if not lines:
        lines = [f"Nothing here has “{asked['words']}”; list_topics says what there is."]
    lines += [f"Searched for “{word}”, spelled like what was asked." for word in found.instead]
    if found.total > len(found.hits):
        lines.append(f"These are the best {len(found.hits):,} of {found.total:,}.")
    if found.hits and not found.whole:
        lines.append("No claim has all of these words; each of these has some.")
    data = {
        "claims": [hit_data(hit, store) for hit in found.hits],
        "total": found.total,
        "whole": found.whole,
        "instead": list(found.instead),
        "meaning": LISTED,
    }
    return Told(_lines([*lines, LISTED]), data)


def get_claim(asked: dict[str, Any], corpus: Corpus) -> Told:
    """Return one record, whole."""
    return record(claim_number(asked["id"], corpus.store), corpus.store)


def record(number: int, store: Corpora) -> Told:
    """Return the record of the claim with this number."""
    claim = store.claim(number)
    meaning = RATINGS if claim.reviews else RECORDED
    text = plain(claim_blocks(claim, store, whole=True)) + f"{meaning}\n"
    return Told(text, {"claim": as_json.claim(claim, store), "meaning": meaning})


def list_topics(asked: dict[str, Any], corpus: Corpus) -> Told:  # noqa: ARG001 - as the others
    """Return the topics, with how many claims stand on each."""
    store = corpus.store
    owners: Sequence[str] = store.owners if isinstance(store, Several) else ()
    topics = [
        {"topic": topic, "title": title, "claims": count, "corpus": owner}
        for (topic, title, count), owner in zip_longest(store.topics, owners)
    ]
    return Told(_lines(map(_topic, topics)), {"topics": topics})


def _topic(one: dict[str, Any]) -> str:
    owner = f" ({one['corpus']})" if one["corpus"] else ""
    return f"{one['topic']}: {one['title']}, {one['claims']} claims{owner}"


def check_text(asked: dict[str, Any], corpus: Corpus) -> Told:
    """Return where a text departs from the sources."""
    store = corpus.store
    draft = Draft(DRAFT, [asked["text"]], ".md")
    examination = Examination([draft], len(asked["text"]), Asked(corpus))
    found = [*examination.findings(Baseline(), lambda _: None)]
    lines = [line for one in found for line in _finding(one, store)]
    sentences = counted(examination.counts["sentences"], "sentence")
    size = f"{counted(len(found), 'finding')} in {sentences}."
    data = {
        "schema": SCHEMA,
        "findings": [of_finding(one, store) for one in found],
        **read(examination.counts, examination.faults),
        "meaning": CHECKED,
    }
    return Told(_lines([*lines, size, CHECKED]), data)


def _finding(finding: Finding, store: Corpora) -> Iterator[str]:
    """Yield the lines of a finding, and what must be known of the claim that it departs from."""
    yield from (line.text for line in told(finding, store))
    claim = claim_of(finding, store)
    if claim:
        yield from (f"  Mind: {caveat}" for caveat in caveats_of(claim))


def verify_quotation(asked: dict[str, Any], corpus: Corpus) -> Told:
    """Return whether words stand in a quotation of the corpora."""
    store = corpus.store
    found = provenance(asked["quotation"], store)
    text = plain(proved.blocks(found, store))
    return Told(text, proved.data(asked["quotation"], found, store))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{shown(line)}\n" for line in lines)
