"""Look a claim up: the nearest claims, a verdict on the wording, and why."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from factcheck.compare.judging import Judgement, judge
from factcheck.compare.nearness import asked, nearness
from factcheck.compare.profile import Profile
from factcheck.text.reading import Reader, Reading

CANDIDATES = 10
NEAR = 0.12
"""How far below the best score another claim may stand and still decide the verdict."""
JUDGED = 4
FLOOR = 0.2
"""A claim that scores less isn't offered even as nearest."""
LIMIT = 5


class Claims(Protocol):
    """What a look-up needs of a compiled corpus; `Store` is one."""

    reader: Reader
    weights: dict[str, float]

    def read(self, query: str) -> Reading:
        """Return what `query` says."""

    def candidates(self, terms: Sequence[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return the numbers of the claims nearest to `terms`."""

    def profile(self, number: int) -> Profile:
        """Return the profile of a claim."""


class Match(NamedTuple):
    """One claim beside the query: its number in the corpus, and the judgement on it."""

    number: int
    judgement: Judgement
    verdict: str


class Answer(NamedTuple):
    """What the corpus says to a query.

    Attributes:
        query: As typed.
        verdict: `supported`, `contradicted`, `found` or `not_covered`.
        matches: Claims that settle it, best first; empty if not covered.
        closest: Claims near it that don't.
    """

    query: str
    verdict: str
    matches: tuple[Match, ...]
    closest: tuple[Match, ...]


def look_up(
    text: str, corpus: Claims, topics: Sequence[str] = (), limit: int = LIMIT
) -> Answer:
    """Return what `corpus` says to `text`, with at most `limit` claims."""
    reading = corpus.read(text)
    query = asked(reading, corpus.weights)
    numbers = corpus.candidates(sorted(query.keys), topics, CANDIDATES)
    scored = [(nearness(query, corpus.profile(number)), number) for number in numbers]
    scored.sort(key=lambda pair: -pair[0].score)
    judged = []
    for near, number in scored[: max(JUDGED, limit)]:
        judgement = judge(query, corpus.profile(number), near, corpus.reader)
        judged.append(Match(number, judgement, judgement.verdict))
    return _answer(text, reading, judged, limit)


def _answer(query: str, reading: Reading, judged: list[Match], limit: int) -> Answer:
    deciding = _deciding(judged)
    if not deciding:
        return Answer(query, "not_covered", (), _offered(judged, limit))
    verdict = deciding[0].verdict
    others = [match for match in judged if match not in deciding]
    if verdict == "supported" and (reading.asks == "wh" or not reading.asserts):
        verdict = "found"
        deciding = [Match(m.number, m.judgement, "found") for m in deciding]
    kept = deciding[:limit]
    return Answer(query, verdict, tuple(kept), _offered(others, limit - len(kept)))


def _deciding(judged: list[Match]) -> list[Match]:
    """Return the matches that settle the query, best first.

    The nearest claim that settles it decides. Only when it contradicts may a
    claim almost as near, which speaks of no less, support the wording instead:
    sentences of one source overlap, and one may hold the detail another lacks.
    """
    settled = [m for m in judged if m.verdict != "related" and m.judgement.score >= FLOOR]
    if not settled or settled[0].judgement.score < judged[0].judgement.score - NEAR:
        return []
    best = settled[0]
    if best.verdict == "contradicted":
        reach = best.judgement.score - NEAR / (4 if best.judgement.trap is not None else 2)
        rivals = [m for m in settled if m.verdict == "supported" and m.judgement.score >= reach]
        covering = [m for m in rivals if m.judgement.covered >= best.judgement.covered]
        best = covering[0] if covering else best
    near = [m for m in settled if m.verdict == best.verdict]
    return [best, *(m for m in near if m is not best and m.judgement.score >= best.judgement.score - NEAR)]


def _offered(matches: list[Match], limit: int) -> tuple[Match, ...]:
    near = [match for match in matches if match.judgement.score >= FLOOR]
    return tuple(Match(m.number, m.judgement, "related") for m in near[:limit])
