"""A claim as a program gets it."""

from typing import Any

from factcheck import record
from factcheck.show import as_json
from factcheck.store.several import Corpora


class Claim(record.Claim):
    """A claim of a corpus, with all fields of its record.

    Attributes:
        corpus: The name of its corpus; `None` if no other is open.
        sources: Those of its quotations, the main one's first.
    """

    _held: Corpora

    @property
    def corpus(self) -> str | None:
        """The name of its corpus; `None` if no other is open."""
        return self._held.corpus_of(self)

    @property
    def sources(self) -> tuple[record.Source, ...]:
        """The sources of its quotations, the main one's first."""
        return tuple(self._held.sources_of(self))

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck show --json` prints of it."""
        return as_json.claim(self, self._held)


def claim_of(number: int, corpus: Corpora) -> Claim:
    """Return the claim with this number."""
    claim = Claim._make(corpus.claim(number))
    claim._held = corpus  # noqa: SLF001 - a named tuple is made by its fields
    return claim
