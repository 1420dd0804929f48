"""The pages that lead to claims: topics, people, sources, corrections and the timeline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.record import Claim, Source, quotations_of, speakers_of
from factcheck.show.wording import correction_in_words, withdrawal
from factcheck.site.brief import Brief, brief
from factcheck.site.listing import listed, named, timeline
from factcheck.site.names import person_path, source_path, topic_path
from factcheck.site.page import Link, Material, Page
from factcheck.site.sources import facts

PEOPLE = (
    "Whoever asserts a claim, speaks in a quotation, or replies to an allegation, "
    "as the sources name them."
)
Shelved = dict[str, list[Claim]]


def shelf_pages(material: Material) -> Iterator[Page]:
    """Yield all pages that lead to claims."""
    yield from _topics(material)
    yield from _people(material)
    yield from _sources(material)
    yield from _corrections(material.claims)
    undated = len(material.claims) - len(material.dated)
    yield from timeline("timeline.html", "Timeline", material.dated, undated)


def topic_links(material: Material) -> tuple[Link, ...]:
    """Return a link to the page of each topic, with how many claims stand on it."""
    titles = {name: title for name, title, _ in reversed(material.corpus.topics)}
    counts: dict[str, int] = defaultdict(int)
    for name, _, count in material.corpus.topics:
        counts[name] += count
    return tuple(
        Link(titles[name], topic_path(name), counted(count)) for name, count in counts.items()
    )


def counted(count: int) -> str:
    """Return how many claims there are, in words."""
    return f"{count:,} claim{'' if count == 1 else 's'}"


def _topics(material: Material) -> Iterator[Page]:
    links = topic_links(material)
    yield from named(
        "topics.html", "Topics", links, intro="Each claim stands on at least one topic."
    )
    on: Shelved = defaultdict(list)
    for claim in material.claims:
        for topic in dict.fromkeys(claim.topics):
            on[topic].append(claim)
    titles = {link.path: link.text for link in links}
    for topic, claims in on.items():
        path = topic_path(topic)
        yield from listed(path, titles.get(path, topic), _briefs(claims), above="Topics")


def _people(material: Material) -> Iterator[Page]:
    says, replies = _spoken(material)
    names = sorted({*says, *replies}, key=lambda name: (name.casefold(), name))
    links = [Link(one, person_path(one), _told(says[one], replies[one])) for one in names]
    yield from named("people.html", "People", links, intro=PEOPLE)
    for name in names:
        answered = _briefs(replies[name])
        yield from listed(
            person_path(name), name, _briefs(says[name]), "person.html", answered=answered
        )


def _spoken(material: Material) -> tuple[Shelved, Shelved]:
    """Return the claims that each person makes or speaks in, and those that each replies to."""
    outlets = frozenset(source.outlet for source in material.corpus.sources.values())
    says: Shelved = defaultdict(list)
    replies: Shelved = defaultdict(list)
    for claim in material.claims:
        for name in speakers_of(claim, outlets):
            says[name].append(claim)
        for name in dict.fromkeys(one.by for one in claim.replies):
            replies[name].append(claim)
    return says, replies


def _told(says: Sequence[Claim], replies: Sequence[Claim]) -> str:
    alleged = sum(claim.kind == "allegation" for claim in says)
    told = [counted(len(says))] if says else []
    told += [f"{alleged:,} of them alleged"] if alleged else []
    told += [f"replies to {len(replies):,}"] if replies else []
    return ", ".join(told)


def _sources(material: Material) -> Iterator[Page]:
    drawn: Shelved = defaultdict(list)
    for claim in material.claims:
        for name in dict.fromkeys(one.source or "" for one in quotations_of(claim)):
            drawn[name].append(claim)
    known = [(one, drawn[one.id]) for one in material.corpus.sources.values()]
    links = [_source_link(source, len(claims)) for source, claims in known]
    intro = "The works that the claims are drawn from, with what is not known of each."
    yield from named("sources.html", "Sources", links, intro=intro)
    for source, claims in known:
        told = {"source": facts(source), "above": "Sources"}
        name = source.title or source.id
        yield from listed(source_path(source.id), name, _briefs(claims), "source.html", **told)


def _source_link(source: Source, count: int) -> Link:
    unknown = facts(source).unknown
    told = " ".join((f"{counted(count)}.", *unknown))
    return Link(facts(source).citation, source_path(source.id), told)


def _corrections(claims: Iterable[Claim]) -> Iterator[Page]:
    changed = [claim for claim in claims if claim.withdrawn or claim.corrections]
    briefs = [(brief(claim), tuple(_changes(claim))) for claim in changed]
    yield from listed("corrections.html", "Corrections", briefs, "corrections.html")


def _changes(claim: Claim) -> Iterator[str]:
    if gone := withdrawal(claim):
        yield f"Withdrawn {gone}"
    yield from (f"Corrected {correction_in_words(one)}" for one in claim.corrections)


def _briefs(claims: Iterable[Claim]) -> list[Brief]:
    return [brief(claim) for claim in claims]
