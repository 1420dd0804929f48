"""Find the claims that speak of a word, a person, a place, a figure or a year; judge none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.compare.nearness import KIN, Asked, asked
from factcheck.compare.profile import Phrase, Profile
from factcheck.lookup.answer import Claims
from factcheck.lookup.finding import words
from factcheck.lookup.marking import Span, spans
from factcheck.text.cleaning import clean
from factcheck.text.figures import spelled_out
from factcheck.text.reading import Reader
from factcheck.text.related import related
from factcheck.text.words import tokens

MOST = 500
"""So many claims of a corpus are read at most; nobody reads on so far."""
LASTING = frozenset({"duration", "ago"})
"""What a figure counts that the comparison puts in months: `24` is no `two years`."""
Ways = Mapping[str, frozenset[str]]
"""For each key of a query those that stand for it: itself, and what derives from the same word."""


class Hit(NamedTuple):
    """A claim that has what was searched for.

    Attributes:
        number: Its number in the corpus.
        text: Of its statement, quotations and wordings the first that has most of it.
        spans: Where in that text; empty if only the name of who says it has it.
    """

    number: int
    text: str
    spans: tuple[Span, ...]


class Found(NamedTuple):
    """What a search found.

    Attributes:
        hits: The best of them, best first.
        total: How many there are.
        whole: Whether each has all that was searched for; none has all of it if they don't.
        searched: Whether anything of the text can be searched for, as it can't of `the`.
        instead: Words that were searched for in the place of misspelled ones.
    """

    hits: tuple[Hit, ...]
    total: int
    whole: bool
    searched: bool
    instead: tuple[str, ...]


class _Near(NamedTuple):
    number: int
    phrase: Phrase
    held: frozenset[str]
    weight: float
    whole: bool
    reader: Reader


def search_across(
    text: str, corpora: Sequence[Claims], topics: Sequence[str] = (), limit: int = MOST
) -> Found:
    """Return what `corpora` have of `text`; their claims are numbered one after another.

    A claim that has some of it counts only if none has all.
    """
    near: list[_Near] = []
    start, searched = 0, False
    instead: dict[str, None] = {}
    for corpus in corpora:
        query = asked(corpus.read(text), corpus.weights, corpus.size)
        searched = searched or bool(query.keys)
        instead |= dict.fromkeys(_instead(text, query))
        near += [one._replace(number=one.number + start) for one in _near(query, corpus, topics)]
        start += corpus.size
    whole = [one for one in near if one.whole]
    ranked = sorted(whole or near, key=lambda one: -one.weight)
    hits = tuple(map(_hit, ranked[:limit]))
    return Found(hits, len(ranked), bool(whole), searched, tuple(instead))


def _instead(text: str, query: Asked) -> list[str]:
    typed = set(tokens(spelled_out(clean(text))))
    return [word for word in query.reading.said if word.isalpha() and word not in typed]


def _hit(one: _Near) -> Hit:
    found = spans(one.phrase.text, one.held & one.phrase.keys, one.reader)
    return Hit(one.number, one.phrase.text, found)


def _near(query: Asked, corpus: Claims, topics: Sequence[str]) -> Iterator[_Near]:
    """Yield the claims of one corpus that have any of a query, the nearest first."""
    ways = {key: _ways(key, query) for key in query.keys}
    keys = sorted(frozenset().union(*ways.values()))
    numbers = corpus.candidates(keys, topics, MOST)
    numbers += corpus.long_candidates(words(query), topics, MOST)
    for number in numbers:
        profile = corpus.profile(number)
        had = _had(query, profile)
        held = {key: found for key, way in ways.items() if (found := way & had)}
        if held:
            weight = sum(query.keys[k] * (1 if k in had else KIN) for k in held)
            every = frozenset().union(*held.values())
            whole = len(held) == len(ways)
            best = _best(ways, profile)
            yield _Near(number, best, every, weight, whole, corpus.reader)


def _ways(key: str, query: Asked) -> frozenset[str]:
    return related(key).derived & frozenset(query.relatives.get(key, ())) | {key}


def _had(query: Asked, profile: Profile) -> frozenset[str]:
    """Return the keys that a claim has, but for a length of time where a bare number is meant."""
    bare = {f"#{figure.value:g}" for figure in query.reading.figures if not figure.unit}
    counted = {f"#{one.value:g}" for one in profile.figures if one.unit not in LASTING}
    return profile.keys - (bare - counted)


def _best(ways: Ways, profile: Profile) -> Phrase:
    """Return the text of a claim that has most; of those that have as much its statement first.

    Then a quotation goes before a curator's wording, which is nobody's own words.
    """
    statement, *others = profile.phrases
    quoted = others[-len(profile.places) :] if profile.places else []
    return max((statement, *quoted, *others), key=lambda one: _count(ways, one))


def _count(ways: Ways, phrase: Phrase) -> int:
    return sum(not way.isdisjoint(phrase.keys) for way in ways.values())
