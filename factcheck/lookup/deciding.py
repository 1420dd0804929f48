"""Decide between claims that were judged one by one."""

from factcheck.compare.joining import together
from factcheck.compare.judging import Judgement, judge
from factcheck.compare.nearness import Asked, nearness
from factcheck.lookup.answer import Answer, Claims, Match
from factcheck.text.reading import Reading

NEAR = 0.12
"""How far below the best score another claim may stand and still decide the verdict."""
WHOLE = 0.85
"""A claim that speaks of so much of a query stands against a neighbour that says otherwise."""
JOINT = 0.75
"""Claims that support a query only together must speak of so much of it."""
SURE = 0.65
"""A part that is contradicted must be covered so far, by more than a word, to speak for all."""
WEIGHTY = 1.2
"""And what it shares with the claim must weigh so much, unless a figure or a date differs: a part
may lack its subject. Of 24,000 claims on other subjects this leaves none contradicted."""
UNHELD = 0.3
"""A word of this weight may say more than a claim that supports the rest. Of 408 sound texts that
are supported a quarter have one that no claim has; of 26 wrong ones, 15."""
DETAILS = frozenset({"number", "date"})
"""A neighbouring sentence may hold another of these; it doesn't turn what was said round."""
TURNING = frozenset({"negation", "direction"})
"""Nor does another claim make good a query that turns the nearest one round."""


def deciding(judged: list[Match], corpus: Claims) -> list[Match]:
    """Return the matches that settle the query, best first.

    The nearest claim that settles it decides, unless one almost as near says
    otherwise and knows more: sentences of one source overlap. A contradiction
    yields to a claim that speaks of nearly all of the query, and of no less;
    support that leaves much of the query open yields to a contradiction. What one
    alleges and another denies is reported as alleged, whichever is nearer.
    """
    known = [m for m in judged if m.judgement.exact]
    if known:
        return known
    settling = [m for m in judged if m.verdict != "related"]
    if not settling or settling[0].judgement.score < judged[0].judgement.score - NEAR:
        return []
    alleged = [m for m in settling if corpus.profile(m.number).accuser]
    best = _decider(settling, alleged)
    near = [m for m in settling if m.verdict == best.verdict]
    return [
        best,
        *(m for m in near if m is not best and m.judgement.score >= best.judgement.score - NEAR),
    ]


def _decider(settled: list[Match], alleged: list[Match]) -> Match:
    best = settled[0]
    reach = best.judgement.score - NEAR / (4 if best.judgement.trap is not None else 2)
    others = [m for m in settled if m.verdict != best.verdict and m.judgement.score >= reach]
    if best.verdict == "contradicted":
        if any(found.kind in TURNING for found in best.judgement.differences):
            return next((m for m in others if _is_denied(m, best) and m in alleged), best)
        others = [m for m in others if m.judgement.covered >= max(WHOLE, best.judgement.covered)]
    else:
        turned = [m for m in others if _turns(m, best)]
        if turned or best.judgement.covered >= WHOLE:
            return turned[0] if turned else best
    return others[0] if others else best


def _is_denied(match: Match, best: Match) -> bool:
    """Whether the best claim is of somebody who denies what a query states and another knows."""
    kinds = {(found.kind, found.record) for found in best.judgement.differences}
    return kinds == {("negation", "denied")} and match.judgement.covered >= best.judgement.covered


def _turns(match: Match, best: Match) -> bool:
    """Whether a claim that knows as much as the best says that it was the other way round."""
    kinds = {found.kind for found in match.judgement.differences}
    return kinds == {"direction"} and match.judgement.covered >= best.judgement.covered


def settled(judgement: Judgement) -> bool:
    """Whether neighbouring claims have nothing to add: word for word, or nearly all of it."""
    return judgement.exact or (judgement.verdict == "supported" and judgement.covered >= WHOLE)


def is_sure(judgement: Judgement) -> bool:
    """Whether a part of a text, contradicted by itself, speaks for all of it."""
    if judgement.covered < SURE or len(judgement.shared) < 2:
        return False
    return is_counted(judgement) or sum(one.weight for one in judgement.shared) >= WEIGHTY


def is_counted(judgement: Judgement) -> bool:
    """Whether only figures and dates differ."""
    return {found.kind for found in judgement.differences} <= DETAILS


def _is_open(best: Judgement) -> bool:
    """Whether the nearest claim leaves its neighbours anything to add."""
    if best.trap is not None or not all(found.kind in DETAILS for found in best.differences):
        return False
    return not best.differences or best.covered < WHOLE


def jointly(query: Asked, judged: list[Match], corpus: Claims) -> list[Match]:
    """Return the claims of one paragraph that settle the query only together.

    A sentence that joins what one paragraph says is supported by it, or differs
    in a detail that one of its claims has; one that joins what different
    paragraphs say may say what none of them does.
    """
    if not judged or not _is_open(judged[0].judgement):
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


def unheld(answer: Answer) -> tuple[str, ...]:
    """Return the weighty words of a text that none of the claims that support it has."""
    held = [match.judgement for match in answer.matches if match.verdict == "supported"]
    if answer.verdict != "supported" or any(one.exact for one in held):
        return ()
    missing = [{word for word, weight in one.missing if weight >= UNHELD} for one in held]
    every = set.intersection(*missing)
    return tuple(word for word, _ in held[0].missing if word in every)


def answering(match: Match, question: Reading, corpus: Claims) -> Match:
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
