"""The one sentence that an answer leads with: the verdict, and the answer or the difference."""

from collections.abc import Sequence

from factcheck.compare.reason import Effect, Reason
from factcheck.lookup.answer import Answer
from factcheck.record import Claim
from factcheck.show.escaping import shown
from factcheck.show.wording import PARTLY, REVIEWED, VERDICTS
from factcheck.store.several import Records
from factcheck.text.asking import asks
from factcheck.text.cleaning import clean
from factcheck.text.words import tokens

LISTED = 3
"""So many of a text's open words are told in short."""
SEVERAL = 2
"""And so many points."""
ALONE = "the source reports it as that, and no more"


def headline(answer: Answer, corpus: Records) -> str:
    """Return the verdict on a query with what the source says, or in what the wording departs."""
    name = VERDICTS[answer.verdict][0]
    if answer.gaps:
        return f"{name} · the source doesn't say {shown(answer.gaps[0])}."
    if answer.parts:
        return f"{name} · {PARTLY[answer.verdict]}."
    best = [*answer.matches, *answer.closest][:1]
    if not best or answer.verdict == "not_covered":
        return f"{name} · {VERDICTS[answer.verdict][1]}."
    claim = corpus.claim(best[0].number)
    if claim.reviews and answer.matches:
        return f"{name} · {REVIEWED}."
    differs = shown(in_short(best[0].judgement.decisive, answer.query))
    return f"{name}{_told(answer, claim, corpus, differs)}."


def is_listed(answer: Answer) -> bool:
    """Whether a query is a word or a name alone: what speaks of it is listed."""
    return answer.verdict == "found" and asks(tokens(clean(answer.query))) != "wh"


def in_short(reasons: Sequence[Reason], query: str) -> str:
    """Return the first reasons in a few words, and how many more there are; empty for none."""
    lacking = _in_runs([one.said for one in reasons if one.kind == "added"], query)
    told = [one.explanation for one in reasons if one.effect is Effect.CONTRADICTS]
    told += [f"the record doesn't say {_listed(lacking)}"] if lacking else []
    opening = (one for one in reasons if one.effect is Effect.OPENS and one.kind != "added")
    told += [one.explanation for one in opening]
    more = len(told) - SEVERAL
    last = [] if more <= 0 else [f"and {more} more {'point' if more == 1 else 'points'}"]
    return "; ".join((*told[:SEVERAL], *last))


def _told(answer: Answer, claim: Claim, corpus: Records, differs: str) -> str:
    source = corpus.source_of(claim)
    own = source is not None and claim.asserted_by == source.outlet
    who = claim.asserted_by
    alleged = claim.kind == "allegation"
    if answer.verdict == "supported":
        as_from = (
            f"the source reports {f'that {who} alleges it' if alleged else f'this from {who}'}"
        )
        return f" · {VERDICTS['supported'][1] if own else as_from}"
    if answer.verdict == "alleged":
        told = "no reply is reported" if claim.no_reply else ALONE
        told = "a reply is reported" if claim.replies else told
        return f" by {who} · {told}"
    if answer.verdict == "found":
        several = is_listed(answer) and len(answer.matches) > 1
        speaking = f"claims that speak of “{shown(answer.query)}”"
        return f" · {speaking if several else claim.statement.rstrip('.')}"
    if answer.verdict == "contradicted" and alleged:
        return f" · {who} alleges otherwise: {differs}"
    return f" · {differs or VERDICTS[answer.verdict][1]}"


def _in_runs(words: Sequence[str], query: str) -> list[str]:
    """Return words as they were typed, those that stand side by side together."""
    runs: list[str] = []
    for word in words:
        if runs and f"{runs[-1]} {word}" in query:
            runs[-1] += f" {word}"
        else:
            runs.append(word)
    return runs


def _listed(words: Sequence[str]) -> str:
    first = [f"“{word}”" for word in words[:LISTED]]
    more = len(words) - LISTED
    if more > 0:
        return f"{', '.join(first)} and {more} more"
    return " or ".join(filter(None, (", ".join(first[:-1]), first[-1])))
