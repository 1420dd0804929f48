"""The pages that lead to claims: topics, speakers, sources, corrections and the timeline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.record import Claim, Source, quotations_of, speakers_of
from factcheck.show.wording import correction_in_words, withdrawal
from factcheck.site.brief import Brief, brief
from factcheck.site.listing import listed, named, timeline
from factcheck.site.names import source_path, speaker_path, topic_path
from factcheck.site.page import Link, Material, Page
from factcheck.site.sources import facts

SPEAKERS = (
    "Whoever asserts a claim, speaks in a quotation, or replies to an allegation, "
    "as the sources name them."
)
Shelved = dict[str, list[Claim]]


def shelf_pages(material: Material) -> Iterator[Page]:
    """Yield all pages that lead to claims."""
    yield from _topics(material)
    yield from _speakers(material)
    yield from _sources(material)
    yield from _corrections(material.claims)
    undated = len(material.claims) - len(material.dated)
    yield from timeline("timeline.html", "Timeline", material.dated, undated)


def topic_links(material: Material) -> tuple[Link, ...]:
    """Return a link to the page of each topic, with how many claims stand on it."""
    titles = material.titles
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
    for topic, claims in on.items():
        path = topic_path(topic)
        yield from listed(path, material.titles.get(topic, topic), _briefs(claims), above="Topics")


def _speakers(material: Material) -> Iterator[Page]:
    says, replies = _spoken(material)
    names = sorted({*says, *replies}, key=lambda name: (name.casefold(), name))
    links = [Link(one, speaker_path(one), _told(says[one], replies[one])) for one in names]
    yield from named("speakers.html", "Speakers", links, intro=SPEAKERS)
    for name in names:
        answered = _briefs(replies[name])
        yield from listed(
            speaker_path(name), name, _briefs(says[name]), "speaker.html", answered=answered
        )


def _spoken(material: Material) -> tuple[Shelved, Shelved]:
    """Return the claims that each person makes or speaks in, and those that each replies to."""
    says: Shelved = defaultdict(list)
    replies: Shelved = defaultdict(list)
    for claim in material.claims:
        for name in speakers_of(claim, material.outlets):
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
        path, name = source_path(source.id), _called(source)
        yield from listed(path, name, _briefs(claims), "source.html", **told)


def _source_link(source: Source, count: int) -> Link:
    known = facts(source)
    told = " ".join((f"{known.citation}. {counted(count)}.", *known.unknown))
    return Link(_called(source), source_path(source.id), told)


def _called(source: Source) -> str:
    """Return what a source is called on its page: its headline, or else who published it."""
    return source.title or f"{source.outlet} ({source.id})"


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
