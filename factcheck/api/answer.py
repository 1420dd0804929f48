"""What corpora say to a text, as a program gets it."""

from functools import cached_property
from typing import Any, NamedTuple

from factcheck.api.claim import Claim, claim_of
from factcheck.api.held import Held, settled
from factcheck.compare.reason import Reason
from factcheck.lookup import answer as lookup
from factcheck.show import as_json
from factcheck.show.escaping import shown
from factcheck.show.outcome import BAD, Outcome, outcome, unanswered
from factcheck.store.several import Records, Several


class Part(NamedTuple):
    """One of several things that a text says.

    Attributes:
        text: As typed.
        verdict: On this part alone.
        id: Of the claim that settles it; `None` if none does.
    """

    text: str
    verdict: str
    id: str | None


class Match:
    """One claim beside a text."""

    def __init__(self, found: lookup.Match, corpus: Records) -> None:
        """Take what a look-up found, and where."""
        self._found, self._corpus = found, corpus

    @property
    def claim(self) -> Claim:
        """The claim."""
        return claim_of(self._found.number, self._corpus)

    @property
    def verdict(self) -> str:
        """What it says to the text: as of an answer, or `related`."""
        return self._found.verdict

    @property
    def score(self) -> float:
        """How near the two are, from 0 to 1."""
        return self._found.score

    @property
    def why(self) -> tuple[str, ...]:
        """The words that the two share."""
        return self._found.judgement.shared

    @property
    def wording(self) -> str:
        """The one of its wordings that the text was laid beside."""
        return self._found.judgement.phrase.text

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """In what the text departs from the record."""
        return tuple(self._found.judgement.reasons)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck lookup --json` prints of it."""
        return as_json.match(self._found, self._corpus)

    def __reduce__(self) -> tuple[Any, ...]:
        return Match, (settled(self._found), Held([self._found.number], self._corpus))

    def __repr__(self) -> str:
        return f"<Match {self.verdict}: {self.claim.id}>"


class Answer:
    """What corpora say to a text: what their sources report, never whether it is so.

    Attributes:
        error: Why it could not be looked up; `None` if it was.
    """

    def __init__(self, found: lookup.Answer, corpus: Records, error: str | None = None) -> None:
        """Take what a look-up found, and where; or why there is nothing."""
        self._found, self._corpus = found, corpus
        self.error = error

    @property
    def query(self) -> str:
        """The text, as it was given."""
        return self._found.query

    @property
    def verdict(self) -> str:
        """`supported`, `alleged`, `contradicted`, `close`, `found`, `not_covered` or `error`."""
        return self._found.verdict

    @property
    def headline(self) -> str:
        """The sentence that says it all, in one line."""
        return self.outcome.headline

    @property
    def matches(self) -> tuple[Match, ...]:
        """The claims that settle it, best first; empty if none does."""
        return tuple(Match(one, self._corpus) for one in self._found.matches)

    @property
    def closest(self) -> tuple[Match, ...]:
        """The nearest claims that settle nothing; if it is close, the first is the one meant."""
        return tuple(Match(one, self._corpus) for one in self._found.closest)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The things that it says, if they are several and differ in verdict."""
        return tuple(
            Part(text, verdict, None if number is None else self._corpus.claim(number).id)
            for text, verdict, number in self._found.parts
        )

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the sources leave open of it."""
        return self._found.gaps

    @cached_property
    def outcome(self) -> Outcome:
        """What a table says of it, as `factcheck lookup --from FILE` has it."""
        return unanswered(self.error) if self.error else outcome(self._found, self._corpus)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck lookup --json` prints."""
        if self.error:
            return as_json.unanswered(self.query, self.error)
        return as_json.answer(self._found, self._corpus)

    def __reduce__(self) -> tuple[Any, ...]:
        matches, closest = (
            tuple(map(settled, each)) for each in (self._found.matches, self._found.closest)
        )
        parts = (part.number for part in self._found.parts if part.number is not None)
        held = Held({*parts, *(one.number for one in (*matches, *closest))}, self._corpus)
        found = self._found._replace(matches=matches, closest=closest)
        return Answer, (found, held, self.error)

    def __repr__(self) -> str:
        return f"<Answer {shown(self.headline)}>"


def failed(text: str, error: str) -> Answer:
    """Return what stands in the place of the answer to a text that could not be looked up."""
    return Answer(lookup.Answer(text, BAD, (), ()), Several([]), error)
