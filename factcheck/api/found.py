"""What a search found, as a program gets it."""

from typing import Any

from factcheck.api.claim import Claim, claim_of
from factcheck.api.held import Held
from factcheck.api.listed import Listed
from factcheck.lookup import searching
from factcheck.show.excerpts import data
from factcheck.store.several import Records


class Hit:
    """A claim that has what was searched for.

    Attributes:
        text: Of its statement, quotations and wordings the first that has most of it.
        spans: Where in that text, each from a place to another, in code points; empty if
            only the name of who says it has it.
    """

    def __init__(self, found: searching.Hit, corpus: Records) -> None:
        """Take what a search found, and where."""
        self._found, self._corpus = found, corpus
        self.text, self.spans = found.text, found.spans

    @property
    def claim(self) -> Claim:
        """The claim."""
        return claim_of(self._found.number, self._corpus)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck search --json` prints of it."""
        return data(self._found, self._corpus)

    def __reduce__(self) -> tuple[Any, ...]:
        return Hit, (self._found, Held([self._found.number], self._corpus))

    def __repr__(self) -> str:
        return f"<Hit {self.claim.id}: {self.text!r}>"


class Found(Listed[Hit]):
    """The claims that have what was searched for, best first.

    Attributes:
        total: How many there are; this holds as many as were asked for.
        whole: Whether each has all that was searched for; none has all of it if they don't.
        instead: Words that were searched for in the place of misspelled ones.
    """

    def __init__(self, found: searching.Found, corpus: Records) -> None:
        """Take what a search found, and where."""
        super().__init__([Hit(one, corpus) for one in found.hits])
        self.total, self.whole, self.instead = found.total, found.whole, found.instead

    def to_dict(self) -> list[dict[str, Any]]:
        """Return what `factcheck search --json` prints: a list of what it has on its lines."""
        return [one.to_dict() for one in self]

    def __repr__(self) -> str:
        return f"<Found {len(self)} of {self.total}>"
