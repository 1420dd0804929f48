"""Compare of whom a religion, an origin, a sex or an age is told."""

from collections.abc import Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.reason import Effect, Reason


def identity_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each identity that the record tells of others: of girls, not of men."""
    query, pairs = alignment.query, alignment.pairs
    known = [one for phrase in alignment.claim.phrases for one in phrase.identities]
    for place, of in query.identities:
        told, whom = pairs[place].held, pairs[of].held
        if told and whom and (told.key, whom.key) not in known:
            others = [one for key, one in known if key == told.key]
            if others:
                said = f"{query.units[place].said} {query.units[of].said}"
                held = alignment.claim.by_key.get(others[0])
                recorded = f"{told.said} {held[0].said}" if held else told.said
                yield Reason("identity", said, recorded, Effect.OPENS)
