"""Compare of whom a religion, an origin, a sex or an age is told."""

from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Phrase
from factcheck.compare.reason import Effect, Reason


def identity_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each identity that the record tells of others: of girls, not of men."""
    query, pairs = alignment.query, alignment.pairs
    phrases = alignment.claim.phrases
    known = {pair for phrase in phrases for pair in phrase.identities}
    for place, of in query.identities:
        told, whom = pairs[place].held, pairs[of].held
        if told and whom and (told.key, whom.key) not in known:
            others = [one for phrase in phrases for one in _of_others(told.key, phrase)]
            if others:
                said = " … ".join(query.units[at].said for at in sorted((place, of)))
                yield Reason("identity", said, others[0], Effect.OPENS)


def _of_others(identity: str, phrase: Phrase) -> Iterator[str]:
    """Yield an identity with whom a wording tells it of, in the order in which they stand."""
    for told, whom in phrase.identities:
        if told == identity:
            both = (phrase.by_key[told][0], phrase.by_key[whom][0])
            yield " … ".join(one.said for one in sorted(both, key=phrase.held.index))
