"""What an answer needs of the corpora that gave it, so that it can go to another process."""

from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from factcheck.compare.reason import Reason
from factcheck.lookup.answer import Match
from factcheck.record import Claim, Quotation, Source, quotations_of, sources_named
from factcheck.store.several import Records


class Held:
    """Some claims of the corpora, with their sources."""

    def __init__(self, numbers: Iterable[int], corpus: Records) -> None:
        """Take the claims with these numbers."""
        self._claims = {number: corpus.claim(number) for number in numbers}
        claims = self._claims.values()
        self._corpora = {claim.id: corpus.corpus_of(claim) for claim in claims}
        self._sources = {one.id: one for claim in claims for one in corpus.sources_of(claim)}
        quoted = (quotation for claim in claims for quotation in quotations_of(claim))
        self._fidelity = {one: corpus.fidelity(one) for one in quoted}

    def claim(self, number: int) -> Claim:
        """Return the claim with this number."""
        return self._claims[number]

    def number_of(self, name: str) -> int | None:
        """Return the number of the claim whose id is `name`; `None` if it isn't here."""
        return next((n for n, claim in self._claims.items() if claim.id == name), None)

    def corpus_of(self, claim: Claim) -> str | None:
        """Return the name of its corpus; `None` if no other was open."""
        return self._corpora[claim.id]

    def sources_of(self, claim: Claim) -> list[Source]:
        """Return the sources of its quotations, the main one's first."""
        return [self._sources[name] for name in sources_named(claim)]

    def source_of(self, claim: Claim) -> Source | None:
        """Return the source of its main quotation; `None` if it has none."""
        return self._sources[claim.quotations[0].source or ""] if claim.quotations else None

    def fidelity(self, quotation: Quotation) -> str:
        """Return how a quotation was proved."""
        return self._fidelity[quotation]


class Worded(NamedTuple):
    """A wording of a claim."""

    text: str


class Judged(NamedTuple):
    """What is told of a judgement, without the readings that it came from."""

    shared: tuple[str, ...]
    reasons: tuple[Reason, ...]
    decisive: tuple[Reason, ...]
    phrase: Worded


def settled(match: Match) -> Match:
    """Return a match with its reasons found: a twentieth of the bytes, as far as any is told."""
    one = match.judgement
    told = Judged(one.shared, one.reasons, one.decisive, Worded(one.phrase.text))
    return match._replace(judgement=cast("Any", told))
