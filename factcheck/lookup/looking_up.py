"""Look a text up: whole, and clause by clause if no one record accounts for all of it."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.compare.alignment import accounting
from factcheck.compare.gaps import left_open
from factcheck.compare.nearness import Asked, asked
from factcheck.compare.profile import Recorded
from factcheck.compare.verdict import judge
from factcheck.lookup.answer import Answer, Claims, Match, Part
from factcheck.lookup.deciding import deciding, is_noted
from factcheck.lookup.finding import nearest
from factcheck.lookup.reviews import beside_reviews
from factcheck.text.cleaning import MAX_CHARACTERS, body
from factcheck.text.figures import CURRENCIES
from factcheck.text.parting import LEVELS, parts
from factcheck.text.reading import DURATIONS, Reading
from factcheck.text.related import related
from factcheck.text.units import Unit

JUDGED = 5
"""So many of the nearest claims are compared. With eight, no verdict on 1,100 texts of seven lists
differs."""
LIMIT = 5
NEAR = 0.45
"""From this score of its nearest claim on, a text is about that claim's matter."""
ENOUGH, LEAST = 3, 1 / 3
"""And of one farther off, if it names somebody or some place that the claim names, and shares so
many of its words, or two and this part of them. Of 950 texts on a corpus' subject 904 are so, and
of 600 on others none; without a name three words would do for seven of these."""
TOLD = 1.0
"""What a query shares with the claim that settles it must weigh so much: of 1,300 queries with
the built-in corpus none that was rightly settled had less than 1.13."""
SETTLED = frozenset({"supported", "alleged", "contradicted"})
UNSETTLED = frozenset({"close", "not_covered"})
PARTS = 12
"""A text of more clauses is looked up whole."""


def look_up(text: str, corpus: Claims, topics: Sequence[str] = (), limit: int = LIMIT) -> Answer:
    """Return what `corpus` says to `text`, with at most `limit` claims.

    A text that is too long to be read whole is supported by nothing.
    """
    answer = _whole_or_parted(text, corpus, topics, limit)
    if answer.verdict not in UNSETTLED or not corpus.gaps:
        return answer
    said = {word for match in answer.closest[:1] for word in match.judgement.shared}
    return answer._replace(gaps=left_open(corpus.read(text), said, corpus.gaps))


def _whole_or_parted(text: str, corpus: Claims, topics: Sequence[str], limit: int) -> Answer:
    whole = _look_up(body(text), corpus, topics, limit, text)._replace(query=text)
    if len(text) > MAX_CHARACTERS:
        return _open(whole, limit) if whole.matches else whole
    if whole.verdict not in UNSETTLED | {"found"} or any(map(is_noted, whole.closest)):
        return whole
    if whole.verdict == "not_covered" and _is_strange(body(text), corpus):
        return whole
    alone = list(_parted(body(text), corpus, topics, limit))
    return _joined(whole, alone, limit) if len(alone) > 1 else whole


def _is_strange(text: str, corpus: Claims) -> bool:
    """Whether each clause has a word for which no record has anything; then none is settled."""
    reading = corpus.read(text)
    strange = [unit.said for unit in reading.units if _is_unknown(unit, reading, corpus)]
    _, clauses = _clauses(text, 0, PARTS)
    return all(any(word in clause.lower() for word in strange) for clause in clauses)


def _is_unknown(unit: Unit, reading: Reading, corpus: Claims) -> bool:
    """Whether the corpus has neither a word, nor one like it, nor its opposite."""
    if unit.kind != "word" or reading.said[unit.at - 1 : unit.at] == ("the",):
        return False  # `the council` may be a name
    like = accounting(unit, reading) | related(unit.term).opposite
    return all(corpus.weights.get(one) is None for one in like)


def _parted(
    text: str,
    corpus: Claims,
    topics: Sequence[str],
    limit: int,
    *,
    level: int = 0,
    most: int = PARTS,
) -> Iterator[Answer]:
    """Yield the answers to the clauses of a text, at most so many; none if it isn't parted.

    A clause that is not settled is parted further, which counts if that settles it.
    """
    deeper, clauses = _clauses(text, level, most)
    for clause in clauses:
        answer = _look_up(clause, corpus, topics, limit)
        more = []
        if answer.verdict in UNSETTLED:
            rest = most // len(clauses)
            more = _settled(_parted(clause, corpus, topics, limit, level=deeper + 1, most=rest))
        yield from more or [answer]


def _clauses(text: str, level: int, most: int) -> tuple[int, list[str]]:
    """Return the clauses of a text and the first level that parts it; none if none does."""
    found = ((deeper, parts(text, deeper)) for deeper in range(level, LEVELS))
    return next(((n, clauses) for n, clauses in found if 1 < len(clauses) <= most), (LEVELS, []))


def _settled(alone: Iterable[Answer]) -> list[Answer]:
    """Return these answers if all of them settle something; none, at the first that doesn't."""
    found = []
    for one in alone:
        if one.verdict not in SETTLED:
            return []
        found.append(one)
    return found


def _look_up(
    text: str, corpus: Claims, topics: Sequence[str], limit: int, typed: str = ""
) -> Answer:
    """Return what is said to `text`; its claims are found by all that was `typed`, tags too."""
    query = whole = asked(corpus.read(text), corpus.weights, corpus.size)
    if typed and typed != text:
        whole = asked(corpus.read(typed), corpus.weights, corpus.size)
    judged = []
    for near, number in nearest(typed or text, whole, query, corpus, topics)[: max(JUDGED, limit)]:
        judgement = judge(query.reading, corpus.profile(number))
        judged.append(Match(number, judgement, judgement.verdict, near.score))
    answer = _answer(text, query, judged, corpus, limit)
    return beside_reviews(answer, judged, corpus, limit)


def _answer(text: str, query: Asked, every: Sequence[Match], corpus: Claims, limit: int) -> Answer:
    judged = [match for match in every if corpus.profile(match.number).standing == "curated"]
    settling = [one for one in deciding(judged) if _answers(one, query.reading, corpus)]
    settling = [match for match in settling if not _says_little(query, match)]
    if not settling:
        about = bool(judged) and _is_about(judged[0], query.reading, corpus)
        found = tuple(match._replace(verdict="related") for match in judged[:limit])
        return Answer(text, "close" if about else "not_covered", (), found)
    verdict = settling[0].verdict
    if not query.reading.states:
        verdict = "found"
        settling = [match._replace(verdict="found") for match in settling]
        # Who, or what, is asked of the claim that tells least besides; a figure or a day isn't.
        if query.reading.asks == "wh" and not query.reading.wants:
            settling.sort(key=lambda match: match.judgement.phrase.length)
    kept = tuple(settling[:limit])
    numbers = {match.number for match in settling}
    others = [m._replace(verdict="related") for m in judged if m.number not in numbers]
    return Answer(text, verdict, kept, tuple(others[: limit - len(kept)]))


def _is_about(match: Match, reading: Reading, corpus: Claims) -> bool:
    """Whether a text is about the matter of a claim."""
    shared = len({*match.judgement.shared})
    if match.score >= NEAR and (shared > 1 or shared == len(reading.units)):
        return True
    named = not corpus.profile(match.number).keys.isdisjoint(reading.names)
    return named and shared >= min(ENOUGH, max(2, LEAST * len(reading.units)))


def _answers(match: Match, question: Reading, corpus: Claims) -> bool:
    """Whether a claim has what a question asks for; so if nothing of a kind is asked for."""
    if not question.states and match.verdict == "contradicted":
        return False  # it asserts nothing that could be
    claim = corpus.profile(match.number)
    held = {
        "": True,
        "figure": any(_counts(figure, question) for figure in claim.figures),
        "duration": any(figure.unit == "duration" for figure in claim.figures),
        "date": bool(claim.years or claim.months),
    }
    return question.asks != "wh" or held[question.wants]


def _counts(figure: Recorded, question: Reading) -> bool:
    """Whether a figure is of something that a question speaks of, as far as it says of what."""
    if figure.unit in {"duration", "ago"}:
        return any(unit.said in DURATIONS for unit in question.units)
    return figure.unit in {"", "share", *CURRENCIES, *question.terms}


def _says_little(query: Asked, match: Match) -> bool:
    """Whether a text shares too little with a claim to be settled by it: `She denied it`."""
    if not query.reading.states:
        return not match.judgement.shared
    few = len(set(match.judgement.shared)) < 2
    if match.judgement.whole:
        return few and bool(query.reading.names)  # `going by what she wrote` says nothing
    return few or sum(query.keys.values()) < TOLD


def _joined(whole: Answer, alone: Sequence[Answer], limit: int) -> Answer:
    """Return the answer to a text by those to its clauses: it is as strong as its weakest."""
    said = tuple(
        Part(one.query, one.verdict, one.matches[0].number if one.matches else None)
        for one in alone
    )
    verdicts = {one.verdict for one in alone if not _only_asks(one)}
    if not verdicts:
        return whole
    settled = {match.number: match for one in alone for match in one.matches[:1]}
    kept = tuple(settled.values())[:limit]
    rest = tuple(m for m in (*whole.matches, *whole.closest) if m.number not in settled)
    if verdicts <= {"supported", "alleged"}:
        verdict = "alleged" if "alleged" in verdicts else "supported"
        return Answer(whole.query, verdict, kept, rest[: limit - len(kept)], said)
    clauses = len(parts(body(whole.query))) > 1  # what shares its subject was parted less surely
    if "contradicted" in verdicts and (clauses or verdicts <= SETTLED):
        kept = tuple(sorted(kept, key=lambda match: match.verdict != "contradicted"))
        return Answer(whole.query, "contradicted", kept, rest[: limit - len(kept)], said)
    return whole._replace(parts=said)


def _only_asks(answer: Answer) -> bool:
    return answer.query.rstrip().endswith("?")


def _open(whole: Answer, limit: int) -> Answer:
    near = tuple(m._replace(verdict="related") for m in (*whole.matches, *whole.closest))
    return Answer(whole.query, "close", (), near[:limit])
