"""Why a match has its verdict: in what it differs, what met, and by which wording."""

from factcheck.compare.judging import CONTRADICTED, COVERED, Judgement
from factcheck.compare.profiling import supporting_texts
from factcheck.lookup.answer import Answer, Match
from factcheck.lookup.looking_up import FOUND
from factcheck.record import Claim


def nearest_wording(match: Match, claim: Claim) -> str | None:
    """Return the claim's text that the query is nearest to; `None` if none shares a word."""
    if match.judgement.trap is not None:
        return claim.misreadings[match.judgement.trap].wording
    if match.judgement.phrase is None:
        return None
    return supporting_texts(claim)[match.judgement.phrase]


def reason(match: Match, claim: Claim, answer: Answer) -> str:
    """Return in one sentence why the match has the verdict that it has."""
    judgement = match.judgement
    if match.verdict == "contradicted":
        return _why_contradicted(judgement)
    if match.verdict == "found":
        return _why_found(judgement, claim)
    if match.verdict != "supported":
        return _why_not(judgement, claim, answer)
    if judgement.exact:
        return "The query is, word for word, one of the texts that say what this claim says."
    return f"Nothing in it differs, and {_covered(judgement)} ({COVERED:.0%} is needed)."


def _covered(judgement: Judgement) -> str:
    return f"it speaks of {judgement.covered:.0%} of what is said"


def _why_found(judgement: Judgement, claim: Claim) -> str:
    if claim.reviews:
        return f"It is on this point: {_covered(judgement)}. What others found is theirs to say."
    return f"The query asserts too little, and {_covered(judgement)} ({FOUND:.0%} is needed)."


def _why_contradicted(judgement: Judgement) -> str:
    if judgement.trap is not None:
        near = "is" if judgement.exact else "is nearest to"
        return f"The query {near} a wording that curators noted as departing from the source."
    kinds = ", ".join(dict.fromkeys(found.kind for found in judgement.differences))
    return (
        f"It is on the same point (it speaks of {judgement.covered:.0%} of what is said; "
        f"{CONTRADICTED:.0%} is needed), and differs in {kinds}."
    )


def _why_not(judgement: Judgement, claim: Claim, answer: Answer) -> str:
    if claim.withdrawn:
        return "The claim was withdrawn, so it settles nothing any more."
    if answer.added and answer.closest and answer.closest[0].judgement is judgement:
        return f"The query adds something: {', '.join(answer.added)}."
    if judgement.foreign:
        return f"It knows nothing of {', '.join(judgement.foreign)}, which no paraphrase adds."
    if judgement.differences:
        return f"It differs, but is too far from what is said to contradict it ({claim.id})."
    return _why_open(judgement)


def _why_open(judgement: Judgement) -> str:
    if judgement.reordered:
        return (
            "It has the claim's words in another order, or relates them otherwise; "
            "more wordings would tell whether that means the same."
        )
    if judgement.covered < COVERED:
        return f"It speaks of {judgement.covered:.0%} of what is said; {COVERED:.0%} is needed."
    if judgement.replaced:
        return "Nearly all its wordings have a word that the query leaves out, or has another for."
    return "Another claim is nearer, or settles it."
