"""Several corpora as one: each claim's id and sources carry the name of its corpus."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeAlias

from factcheck.record import Claim, Quotation, Source, sources_named
from factcheck.store.reading import Store

Corpora: TypeAlias = "Store | Several"
"""What commands work with: one corpus, or several as one."""


class Records(Protocol):
    """What is told of claims needs no more of corpora."""

    def claim(self, number: int) -> Claim:
        """Return the claim with this number."""

    def number_of(self, name: str) -> int | None:
        """Return the number of the claim `name`; `None` if there is none."""

    def corpus_of(self, claim: Claim) -> str | None:
        """Return the name of the corpus that a claim is from; `None` if there is one."""

    def sources_of(self, claim: Claim) -> list[Source]:
        """Return the sources of a claim's quotations, the main one's first."""

    def source_of(self, claim: Claim) -> Source | None:
        """Return the source of a claim's main quotation; `None` if it has none."""

    def fidelity(self, quotation: Quotation) -> str:
        """Return `exact`, `typographic` or `unread`: how a quotation was proved."""


class Several:
    """Corpora that are searched together; their claims are numbered one after another."""

    def __init__(self, stores: Sequence[tuple[str, Store]]) -> None:
        """Take the corpora, each with a name that no other has.

        `owners` are the names of those that each of `topics` is from.
        """
        self._stores = list(stores)
        self.owners = [name for name, store in stores for _ in store.topics]
        self.each = [store for _, store in stores]
        self.size = sum(store.size for store in self.each)
        self.topics = [topic for store in self.each for topic in store.topics]
        self.sources: dict[str, Source] = {
            f"{name}:{key}": source._replace(id=f"{name}:{key}")
            for name, store in stores
            for key, source in store.sources.items()
        }

    def corpus_of(self, claim: Claim) -> str | None:
        """Return the name of the corpus that a claim is from."""
        return claim.id.rpartition(":")[0]

    def sources_of(self, claim: Claim) -> list[Source]:
        """Return the sources of a claim's quotations, the main one's first."""
        return [self.sources[name] for name in sources_named(claim)]

    def source_of(self, claim: Claim) -> Source | None:
        """Return the source of a claim's main quotation; `None` if it has none."""
        return self.sources[claim.quotations[0].source or ""] if claim.quotations else None

    def fidelity(self, quotation: Quotation) -> str:
        """Return `exact`, `typographic` or `unread`: how a quotation was proved."""
        name, _, source = (quotation.source or "").rpartition(":")
        (store,) = (store for known, store in self._stores if known == name)
        return store.fidelity(quotation._replace(source=source))

    def claim(self, number: int) -> Claim:
        """Return the claim with this number, from 0 in the order of the corpora."""
        for name, store in self._stores:
            if number < store.size:
                return _qualified(store.claim(number), name)
            number -= store.size
        raise IndexError(number)

    def number_of(self, name: str) -> int | None:
        """Return the number of the claim `name`: qualified, or an id that one corpus alone has."""
        found = self.numbers_of(name)
        return found[0] if len(found) == 1 else None

    def numbers_of(self, name: str) -> list[int]:
        """Return the numbers of the claims `name`, an id that several corpora may have."""
        start, found = 0, []
        for corpus, store in self._stores:
            number = store.number_of(name.removeprefix(f"{corpus}:"))
            if number is not None:
                found.append(start + number)
            start += store.size
        return found

    def ids_from(self, start: str, limit: int = 100) -> list[str]:
        """Return the first ids that begin with `start`, qualified or not."""
        found = []
        for name, store in self._stores:
            known = store.ids_from(start.removeprefix(f"{name}:"), limit)
            found += [f"{name}:{one}" for one in known]
        return found

    def claims(self, topics: Sequence[str] = ()) -> Iterator[Claim]:
        """Yield all claims, or those on any of `topics`, corpus by corpus."""
        return map(self.claim, self.numbers(topics))

    def numbers(self, topics: Sequence[str] = ()) -> Iterator[int]:
        """Yield the numbers of all claims, or of those on any of `topics`, in order."""
        start = 0
        for store in self.each:
            yield from (start + number for number in store.numbers(topics))
            start += store.size


def _qualified(claim: Claim, name: str) -> Claim:
    def sourced(quotation: Quotation) -> Quotation:
        return quotation._replace(source=f"{name}:{quotation.source}")

    return claim._replace(
        id=f"{name}:{claim.id}",
        related=tuple(f"{name}:{other}" for other in claim.related),
        quotations=tuple(map(sourced, claim.quotations)),
        replies=tuple(r._replace(quotation=sourced(r.quotation)) for r in claim.replies),
    )
