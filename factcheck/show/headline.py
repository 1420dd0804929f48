"""The one sentence that an answer leads with."""

from factcheck.compare.reason import in_short
from factcheck.lookup.answer import Answer
from factcheck.show.escaping import shown
from factcheck.show.wording import PARTLY, VERDICTS, verdict_in_words
from factcheck.store.several import Corpora


def headline(answer: Answer, corpus: Corpora) -> str:
    """Return the verdict, and what the source says or in what the wording departs from it."""
    name, meaning = VERDICTS[answer.verdict]
    best = [*answer.matches, *answer.closest][:1]
    if answer.parts:
        meaning = PARTLY[answer.verdict]
    elif answer.matches:
        claim = corpus.claim(best[0].number)
        meaning = verdict_in_words(answer.verdict, claim, corpus.source_of(claim))[1]
    reasons = best[0].judgement.decisive if best else ()
    if answer.gaps:
        return f"{name}: the source doesn't say {shown(answer.gaps[0])}."
    if answer.verdict == "contradicted" and reasons:
        return f"{name}: {meaning}; {shown(in_short(reasons))}."
    if answer.verdict == "close" and reasons and not answer.parts:
        return f"{name}: {shown(in_short(reasons))}."
    return f"{name}: {meaning}."
