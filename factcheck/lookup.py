"""Look a claim up: the nearest claims, a verdict on the wording, and why."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from factcheck.compare.adding import added
from factcheck.compare.joining import together
from factcheck.compare.judging import Judgement, judge
from factcheck.compare.likeness import likenesses
from factcheck.compare.nearness import Asked, Nearness, asked, nearness
from factcheck.compare.profile import Profile
from factcheck.text.cleaning import body
from factcheck.text.reading import Reader, Reading

CANDIDATES = 10
BARE_CANDIDATES = 30
"""A claim without other wordings is found less surely, so more of them are compared."""
NEAR = 0.12
"""How far below the best score another claim may stand and still decide the verdict."""
WHOLE = 0.85
"""A claim that speaks of so much of a query stands against a neighbour that says otherwise."""
JUDGED = 4
FOUND = 0.7
"""So much of a search phrase or a wh-question a claim must have to be its answer."""
JOINT = 0.75
"""Claims that support a query only together must speak of so much of it."""
DETAILS = frozenset({"number", "date"})
"""A neighbouring sentence may hold another of these; it doesn't turn what was said round."""
TURNING = frozenset({"negation", "direction"})
"""Nor does another claim make good a query that turns the nearest one round."""
FLOOR = 0.2
"""A claim that scores less isn't offered even as nearest."""
BARE_FLOOR = 0.1
"""The same for one without other wordings, which shares fewer of a query's words."""
LIMIT = 5


class Claims(Protocol):
    """What a look-up needs of a compiled corpus; `Store` is one."""

    reader: Reader
    weights: dict[str, float]
    size: int

    def read(self, query: str) -> Reading:
        """Return what `query` says."""

    def candidates(self, terms: Sequence[str], topics: Sequence[str], limit: int) -> list[int]:
        """Return the numbers of the claims nearest to `terms`."""

    def profile(self, number: int) -> Profile:
        """Return the profile of a claim."""

    def statement(self, number: int) -> str:
        """Return the statement of a claim."""


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
        added: What it adds to claims that would otherwise support it.
        matches: Claims that settle it, best first; empty if not covered.
        closest: Claims near it that don't.
    """

    query: str
    verdict: str
    matches: tuple[Match, ...]
    closest: tuple[Match, ...]
    added: tuple[str, ...] = ()


def look_up(text: str, corpus: Claims, topics: Sequence[str] = (), limit: int = LIMIT) -> Answer:
    """Return what `corpus` says to `text`, with at most `limit` claims."""
    said = body(text)
    query = asked(corpus.read(said), corpus.weights, corpus.size)
    whole = query if said == text else asked(corpus.read(text), corpus.weights, corpus.size)
    scored = _scored(text, whole, query, corpus, topics)
    judged = []
    for near, number in scored[: max(JUDGED, limit)]:
        judgement = judge(query, corpus.profile(number), near, corpus.reader)
        judged.append(Match(number, judgement, judgement.verdict))
    if query.reading.asks == "wh":
        judged = [_answered(match, query.reading, corpus) for match in judged]
    deciding = _deciding(judged)
    unsettled = not deciding or not _settled(deciding[0].judgement)
    if unsettled and query.reading.asks != "wh":
        deciding = _jointly(query, judged, corpus) or deciding
    more = _added(query, judged, deciding, corpus)
    if more:
        return Answer(text, "not_covered", (), _offered(judged, limit), more)
    return _answer(text, query.reading, judged, deciding, limit)


def _added(
    query: Asked, judged: list[Match], deciding: list[Match], corpus: Claims
) -> tuple[str, ...]:
    """Return what the query adds to the claims that support it and to those beside them."""
    if not deciding or deciding[0].verdict != "supported" or deciding[0].judgement.exact:
        return ()
    best = corpus.profile(deciding[0].number)
    held = [corpus.profile(match.number) for match in judged]
    beside = [claim for claim in held if claim.places & best.places]
    known = frozenset().union(*(claim.keys for claim in beside))
    phrase = nearness(query, best).phrase
    return added(query, known, best.phrases[phrase]) if phrase is not None else ()


def _scored(
    text: str, whole: Asked, query: Asked, corpus: Claims, topics: Sequence[str]
) -> list[tuple[Nearness, int]]:
    """Return the claims nearest to `text`, the nearest first; `query` is what it asserts."""
    keys = sorted(whole.keys)
    numbers = corpus.candidates(keys, topics, CANDIDATES)
    if not all(corpus.profile(number).worded for number in numbers):
        numbers = corpus.candidates(keys, topics, BARE_CANDIDATES)
    bare = [number for number in numbers if not corpus.profile(number).worded]
    alike = dict(zip(bare, likenesses(text, [corpus.statement(n) for n in bare]), strict=True))
    scored = [
        (nearness(whole if n in alike else query, corpus.profile(n), alike.get(n, 0.0)), n)
        for n in numbers
    ]
    kept = [(near, n) for near, n in scored if near.score >= (BARE_FLOOR if n in alike else FLOOR)]
    return sorted(kept, key=lambda pair: -pair[0].score)


def _answered(match: Match, question: Reading, corpus: Claims) -> Match:
    """Return a match for a wh-question, which nothing contradicts, but a claim may not answer."""
    claim = corpus.profile(match.number)
    held = {
        "": True,
        "figure": bool(claim.figures),
        "duration": any(unit == "duration" for _, unit, _ in claim.figures),
        "date": bool(claim.years or claim.months),
    }
    answers = match.verdict == "supported" and (held[question.wants] or match.judgement.exact)
    return match._replace(verdict="supported" if answers else "related")


def _answer(
    text: str, reading: Reading, judged: list[Match], deciding: list[Match], limit: int
) -> Answer:
    if not deciding:
        return Answer(text, "not_covered", (), _offered(judged, limit))
    verdict = deciding[0].verdict
    numbers = {match.number for match in deciding}
    others = [match for match in judged if match.number not in numbers]
    if verdict == "supported" and (reading.asks == "wh" or not reading.asserts):
        if deciding[0].judgement.covered < FOUND:
            return Answer(text, "not_covered", (), _offered(judged, limit))
        verdict = "found"
        deciding = [match._replace(verdict="found") for match in deciding]
    kept = deciding[:limit]
    return Answer(text, verdict, tuple(kept), _offered(others, limit - len(kept)))


def _settled(judgement: Judgement) -> bool:
    """Whether neighbouring claims have nothing to add: word for word, or nearly all of it."""
    return judgement.exact or (judgement.verdict == "supported" and judgement.covered >= WHOLE)


def _jointly(query: Asked, judged: list[Match], corpus: Claims) -> list[Match]:
    """Return the claims of one paragraph that settle the query only together.

    A sentence that joins what one paragraph says is supported by it, or differs
    in a detail that one of its claims has; one that joins what different
    paragraphs say may say what none of them does.
    """
    if not judged or judged[0].judgement.trap is not None:
        return []
    if not all(found.kind in DETAILS for found in judged[0].judgement.differences):
        return []
    place = corpus.profile(judged[0].number).places
    joined = [match for match in judged if corpus.profile(match.number).places & place]
    if len(joined) < 2:
        return []
    whole = together([corpus.profile(match.number) for match in joined])
    judgement = judge(query, whole, nearness(query, whole), corpus.reader)
    if judgement.covered < JOINT or judgement.verdict == "related":
        return []
    if judgement.verdict == "supported":
        return [match._replace(verdict="supported") for match in joined]
    kinds = {found.kind for found in judgement.differences}
    told = [match for match in joined if kinds & {d.kind for d in match.judgement.differences}]
    return [match._replace(verdict="contradicted") for match in told] if kinds <= DETAILS else []


def _deciding(judged: list[Match]) -> list[Match]:
    """Return the matches that settle the query, best first.

    The nearest claim that settles it decides, unless one almost as near says
    otherwise and knows more: sentences of one source overlap. A contradiction
    yields to a claim that speaks of nearly all of the query, and of no less;
    support that leaves much of the query open yields to a contradiction.
    """
    known = [m for m in judged if m.judgement.exact]
    if known:
        return known
    settled = [m for m in judged if m.verdict != "related"]
    if not settled or settled[0].judgement.score < judged[0].judgement.score - NEAR:
        return []
    best = _decider(settled)
    near = [m for m in settled if m.verdict == best.verdict]
    return [
        best,
        *(m for m in near if m is not best and m.judgement.score >= best.judgement.score - NEAR),
    ]


def _decider(settled: list[Match]) -> Match:
    best = settled[0]
    reach = best.judgement.score - NEAR / (4 if best.judgement.trap is not None else 2)
    others = [m for m in settled if m.verdict != best.verdict and m.judgement.score >= reach]
    if best.verdict == "contradicted":
        if any(found.kind in TURNING for found in best.judgement.differences):
            return best
        others = [m for m in others if m.judgement.covered >= max(WHOLE, best.judgement.covered)]
    else:
        turned = [m for m in others if _turns(m, best)]
        if turned or best.judgement.covered >= WHOLE:
            return turned[0] if turned else best
    return others[0] if others else best


def _turns(match: Match, best: Match) -> bool:
    """Whether a claim that knows as much as the best says that it was the other way round."""
    kinds = {found.kind for found in match.judgement.differences}
    return kinds == {"direction"} and match.judgement.covered >= best.judgement.covered


def _offered(matches: list[Match], limit: int) -> tuple[Match, ...]:
    return tuple(Match(m.number, m.judgement, "related") for m in matches[:limit])
