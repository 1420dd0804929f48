"""Look a text up in several corpora, each by its own words, and answer once."""

from collections.abc import Sequence

from factcheck.lookup.answer import Answer, Claims, Match, Part
from factcheck.lookup.looking_up import LIMIT, look_up

JUDGED = frozenset({"supported", "alleged", "contradicted"})


def look_up_across(
    text: str, corpora: Sequence[Claims], topics: Sequence[str] = (), limit: int = LIMIT
) -> Answer:
    """Return what `corpora` say to `text`; their claims are numbered one after another.

    The corpus whose claim is nearest gives the verdict, one that judges the wording
    before one that only has a review of it. The others' matches follow, each with
    its own verdict, and the first of each is shown however many there are.
    """
    answers = []
    start = 0
    for corpus in corpora:
        if not corpus.silent:
            answers.append(_shifted(look_up(text, corpus, topics, limit), start))
        start += corpus.size
    if not answers:
        return Answer(text, "not_covered", (), ())
    return answers[0] if len(answers) == 1 else _merged(answers, limit)


def _shifted(answer: Answer, start: int) -> Answer:
    """Return `answer` with its claims' numbers counted from `start`."""
    if not start:
        return answer
    return answer._replace(
        matches=tuple(m._replace(number=m.number + start) for m in answer.matches),
        closest=tuple(m._replace(number=m.number + start) for m in answer.closest),
        parts=tuple(
            part if part.number is None else part._replace(number=part.number + start)
            for part in answer.parts
        ),
    )


def _merged(answers: Sequence[Answer], limit: int) -> Answer:
    ranked = sorted(answers, key=_rank, reverse=True)
    first = [match for answer in ranked for match in answer.matches[:1]]
    rest = [match for answer in ranked for match in answer.matches[1:]]
    matches = (first + rest)[: max(limit, len(first))]
    closest = [match for answer in ranked for match in answer.closest]
    closest.sort(key=_score, reverse=True)
    near = closest[: max(0, limit - len(matches))]
    parts = tuple(_settled_first(same) for same in zip(*_parted(ranked), strict=True))
    return ranked[0]._replace(matches=tuple(matches), closest=tuple(near), parts=parts)


def _parted(ranked: Sequence[Answer]) -> list[tuple[Part, ...]]:
    """Return the parts that each corpus told apart, if the one that decides did."""
    return [answer.parts for answer in ranked if answer.parts] if ranked[0].parts else []


def _settled_first(same: Sequence[Part]) -> Part:
    """Return what the corpora say of one part: the first that settles it."""
    return next((part for part in same if part.number is not None), same[0])


def _rank(answer: Answer) -> tuple[bool, bool, float]:
    """Return by what an answer goes before others: settled, judged, word for word, near."""
    best = [*answer.matches, *answer.closest][:1]
    return (
        bool(answer.matches),
        answer.verdict in JUDGED,
        _score(best[0]) if best else 0.0,
    )


def _score(match: Match) -> float:
    return match.score
