"""Look a text up: whole, and part by part if it says several things."""

from collections.abc import Iterable, Sequence

from factcheck.compare.adding import added
from factcheck.compare.judging import Judgement, judge
from factcheck.compare.names import spoken
from factcheck.compare.nearness import Asked, asked, nearness
from factcheck.lookup.answer import Answer, Claims, Match, Part
from factcheck.lookup.deciding import answering, deciding, is_counted, is_sure, jointly, settled
from factcheck.lookup.finding import nearest
from factcheck.lookup.reviews import beside_reviews
from factcheck.text.cleaning import MAX_CHARACTERS, body
from factcheck.text.parting import parts, starts_afresh
from factcheck.text.reading import Reading

JUDGED = 4
FOUND = 0.7
"""So much of a search phrase or a wh-question a claim must have to be its answer."""
LIMIT = 5
TOLD = 1.0
"""What a query shares with the claim that settles it must weigh so much: of 1,300 queries with
the built-in corpus none that was rightly settled had less than 1.13."""
WHO = frozenset({"person", "speaker"})
OPEN = frozenset({"not_covered", "found"})


def look_up(text: str, corpus: Claims, topics: Sequence[str] = (), limit: int = LIMIT) -> Answer:
    """Return what `corpus` says to `text`, with at most `limit` claims.

    A text that is too long to be read whole is supported by nothing.
    """
    answer = _part_by_part(text[:MAX_CHARACTERS], corpus, topics, limit)._replace(query=text)
    if len(text) > MAX_CHARACTERS and answer.verdict == "supported":
        return _open(answer, answer.parts, limit)
    return answer


def _part_by_part(text: str, corpus: Claims, topics: Sequence[str], limit: int) -> Answer:
    query = asked(corpus.read(body(text)), corpus.weights, corpus.size)
    answer = _look_up(text, query, corpus, topics, limit)
    clauses = parts(body(text))
    afresh = any(map(starts_afresh, clauses[1:]))
    if len(clauses) < 2 or (not afresh and _stands(answer, query.reading, corpus)):
        return answer
    alone = []
    for clause in clauses:
        part = asked(corpus.read(clause), corpus.weights, corpus.size)
        alone.append(_look_up(clause, part, corpus, topics, limit))
    return _joined(answer, alone, corpus, limit)


def _stands(answer: Answer, reading: Reading, corpus: Claims) -> bool:
    """Whether the parts of a text can't change its answer.

    Nor are they asked for where the nearest claim has no other wordings: half a
    text is nearer to chance.
    """
    near = [*answer.matches, *answer.closest]
    if not near or not corpus.profile(near[0].number).worded:
        return True
    best = near[0].judgement
    return bool(answer.matches) and (best.exact or (settled(best) and not reading.deeds))


def _joined(whole: Answer, alone: list[Answer], corpus: Claims, limit: int) -> Answer:
    """Return the answer to a text together with those to its parts, if they differ.

    A part that is contradicted makes a text contradicted of which nothing else is
    known; a text that is supported as a whole stays so, because its parts may
    have lost what they refer to, unless one says who did it to whom the other way.
    Nor does a part differ by a name that belongs to another part, which is supported.
    """
    told = [(clause, clause.matches[:1]) for clause in alone]
    said = tuple(Part(c.query, c.verdict, m[0].number if m else None) for c, m in told)
    if len({part.verdict for part in said}) < 2:
        return whole
    right = [m[0] for c, m in told if c.verdict == "supported"]
    names = {name for match in right for name in corpus.profile(match.number).names}
    wrong = [
        m[0]
        for c, m in told
        if c.verdict == "contradicted" and is_sure(m[0].judgement) and not _misses(m[0], names)
    ]
    if whole.verdict in {"supported", "found"}:
        wrong = [match for match in wrong if _turns(match.judgement)]
    if not wrong and any(c.verdict in OPEN and starts_afresh(c.query) for c in alone):
        return _open(whole, said, limit)
    if not wrong:
        return whole if whole.matches else whole._replace(parts=said)
    matches = {match.number: match for match in reversed((*wrong, *right))}
    kept = tuple(reversed(matches.values()))[:limit]
    rest = [m for m in (*whole.matches, *whole.closest) if m.number not in matches]
    closest = _offered(rest, limit - len(kept))
    return whole._replace(verdict="contradicted", matches=kept, closest=closest, parts=said)


def _open(whole: Answer, said: tuple[Part, ...], limit: int) -> Answer:
    """Return an answer that leaves open what nothing settles: its parts say the rest."""
    near = [*whole.matches, *whole.closest]
    return Answer(whole.query, "not_covered", (), _offered(near, limit), (), said)


def _is_vague(judgement: Judgement) -> bool:
    """Whether a query says too little that the claim has: `Cooper denied it`."""
    if judgement.exact or judgement.trap is not None:
        return False
    return len(judgement.shared) < 2 or sum(one.weight for one in judgement.shared) < TOLD


def _misses(match: Match, names: Iterable[str]) -> bool:
    """Whether a claim differs from a query only by some of these `names`."""
    known = {spoken(name) for name in names}
    missed = [found.query for found in match.judgement.differences if found.kind in WHO]
    return bool(missed) and len(missed) == len(match.judgement.differences) and known >= {*missed}


def _turns(judgement: Judgement) -> bool:
    return {found.kind for found in judgement.differences} == {"direction"}


def _look_up(text: str, query: Asked, corpus: Claims, topics: Sequence[str], limit: int) -> Answer:
    whole = query
    if body(text) != text:
        whole = asked(corpus.read(text), corpus.weights, corpus.size)
    every = []
    for near, number in nearest(text, whole, query, corpus, topics)[: max(JUDGED, limit)]:
        judgement = judge(query, corpus.profile(number), near, corpus.reader)
        every.append(Match(number, judgement, judgement.verdict))
    if query.reading.asks == "wh":
        every = [answering(match, query.reading, corpus) for match in every]
    return beside_reviews(_settled(text, query, every, corpus, limit), every, corpus, limit)


def _settled(text: str, query: Asked, every: list[Match], corpus: Claims, limit: int) -> Answer:
    """Return the answer that the curated claims give."""
    judged = [match for match in every if corpus.profile(match.number).standing == "curated"]
    settling = deciding(judged, corpus)
    unsettled = not settling or not settled(settling[0].judgement)
    if unsettled and not query.reading.wants:
        settling = jointly(query, judged, corpus) or settling
    more = _added(query, judged, settling, corpus)
    if more:
        others = [match for match in judged if match.number != settling[0].number]
        return Answer(text, "not_covered", (), _offered([settling[0], *others], limit), more)
    return _answer(text, query.reading, judged, settling, limit)


def _added(
    query: Asked, judged: list[Match], settling: list[Match], corpus: Claims
) -> tuple[str, ...]:
    """Return what the query adds to the claims that support it and to those beside them."""
    if not settling or settling[0].verdict != "supported" or settling[0].judgement.exact:
        return ()
    best = corpus.profile(settling[0].number)
    held = [corpus.profile(match.number) for match in judged]
    beside = [claim for claim in held if claim.places & best.places]
    known = frozenset().union(*(claim.keys for claim in beside))
    phrase = nearness(query, best).phrase
    return added(query, known, best.phrases[phrase]) if phrase is not None else ()


def _answer(
    text: str, reading: Reading, judged: list[Match], settling: list[Match], limit: int
) -> Answer:
    if not settling:
        return Answer(text, "not_covered", (), _offered(judged, limit))
    verdict = settling[0].verdict
    numbers = {match.number for match in settling}
    others = [match for match in judged if match.number not in numbers]
    best = settling[0].judgement
    vague = _is_vague(best)
    if verdict == "contradicted" and vague and not is_counted(best):
        return Answer(text, "not_covered", (), _offered(judged, limit))
    if verdict == "supported" and (vague or reading.asks == "wh" or not reading.asserts):
        if best.covered < FOUND:
            return Answer(text, "not_covered", (), _offered(judged, limit))
        verdict = "found"
        settling = [match._replace(verdict="found") for match in settling]
    kept = settling[:limit]
    return Answer(text, verdict, tuple(kept), _offered(others, limit - len(kept)))


def _offered(matches: list[Match], limit: int) -> tuple[Match, ...]:
    return tuple(Match(m.number, m.judgement, "related") for m in matches[:limit])
