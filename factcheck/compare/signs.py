"""Compare signs and scales: stated or turned round, some or all, alleged or proved."""

from collections.abc import Mapping

from factcheck.compare.difference import Difference
from factcheck.compare.profile import Profile
from factcheck.text.reading import Reading

WEIGHTY = 0.35
"""A turned term must weigh this much; below, it is subject matter that any clause brushes."""


def sign_differences(
    query: Reading, claim: Profile, weights: Mapping[str, float]
) -> list[Difference]:
    """Return a difference for the weightiest term that the claim only has the other way round."""
    turned = [
        term
        for term, sign in query.signs.items()
        if len(sign) == 1 and len(claim.signs.get(term, "+-")) == 1 and claim.signs[term] != sign
    ]
    turned = [term for term in turned if weights.get(term, 1.0) >= WEIGHTY]
    if not turned:
        return []
    term = max(turned, key=lambda term: weights.get(term, 1.0))
    word = query.words[term]
    said, known = ("not ", "") if query.signs[term] == "-" else ("", "not ")
    sentence = f"The wording turns '{word}' the other way round from the record."
    return [Difference("negation", f"{said}{word}", f"{known}{word}", sentence)]


def step_differences(query: Reading, claim: Profile) -> list[Difference]:
    """Return a difference for each scale on which the query claims more than any phrase."""
    found = []
    for scale, step in query.steps.items():
        if scale in claim.steps and step > claim.steps[scale][1]:
            sentence = f"The wording claims more {SCALE[scale]} than the record."
            found.append(Difference(scale, "stronger", "weaker", sentence))
    return found


SCALE = {"quantifier": "generally", "certainty": "certainly", "status": "in law"}
