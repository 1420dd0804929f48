"""A claim as a program gets it."""

from typing import Any

from factcheck import record
from factcheck.api.held import Held
from factcheck.show import as_json
from factcheck.store.several import Records


class Claim(record.Claim):
    """A claim of a corpus: the fields of its record, and where it is from."""

    _number: int
    _corpus: Records

    @property
    def corpus(self) -> str | None:
        """The name of its corpus; `None` if no other is open."""
        return self._corpus.corpus_of(self)

    @property
    def sources(self) -> tuple[record.Source, ...]:
        """The sources of its quotations, the main one's first."""
        return tuple(self._corpus.sources_of(self))

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck show --json` prints of it."""
        return as_json.claim(self, self._corpus)

    def __reduce__(self) -> tuple[Any, ...]:
        return claim_of, (self._number, Held([self._number], self._corpus))

    def __repr__(self) -> str:
        return f"<Claim {self.id}: {self.statement!r}>"


def claim_of(number: int, corpus: Records) -> Claim:
    """Return the claim with this number."""
    claim = Claim._make(corpus.claim(number))
    claim._number, claim._corpus = number, corpus  # noqa: SLF001 - a tuple is made by its fields
    return claim
