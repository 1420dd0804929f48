"""Decide between claims that were judged one by one."""

from collections.abc import Sequence

from factcheck.lookup.answer import Match

LIKE = 0.15
"""How far below the nearest claim another may stand and still contradict a query."""


def is_noted(match: Match) -> bool:
    """Whether a query is, word for word, what the curators of a claim warn of."""
    return bool(match.judgement.noted)


def deciding(judged: Sequence[Match]) -> list[Match]:
    """Return the matches that settle the query, best first; none if nothing does.

    What one record accounts for whole is supported, whichever record is nearer by
    its words; but what the curators of a claim noted as a misreading of it, no other
    claim vouches for, and on what they noted as its boundary the corpus is silent. Only a
    claim that is near contradicts.
    """
    if any(match.judgement.noted == "boundary" for match in judged):
        return []
    if any(map(is_noted, judged)):
        judged = [match for match in judged if match.verdict == "contradicted"]
    held = [match for match in judged if match.verdict == "supported"]
    held += [match for match in judged if match.verdict == "alleged"]
    if held:
        return held
    near = judged[0].score - LIKE if judged else 0.0
    return [m for m in judged if m.verdict == "contradicted" and m.score >= near]
