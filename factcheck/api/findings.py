"""What a check of a text finds, as a program gets it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from factcheck.api.claim import Claim, claim_of
from factcheck.api.examining import Asked, Examination
from factcheck.drafts import finding
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import Draft
from factcheck.show.findings_json import SCHEMA, of_finding, read
from factcheck.show.reporting import led
from factcheck.store.several import Corpora

if TYPE_CHECKING:
    from factcheck.api.corpora import Corpus

NAME = "<text>"
"""What stands for the file's name in what is said of a text."""


class Finding:
    """Something wrong at a place of a text.

    Attributes:
        kind: What kind of finding it is; `factcheck explain` names all.
        severity: `error`, `warning` or `note`.
        line, column: Where it starts; both count from 1, in code points.
        start, end: The same as offsets in the text: of the first character, and the one after
            the last.
        sentence: The whole sentence, as a reader sees it.
        said, recorded: What the text has, and what the record has.
        explanation: In what the two differ.
        suppressed: In whose words a comment in the text says that it doesn't count; `None` if
            it does.
    """

    def __init__(self, found: finding.Finding, corpus: Corpora) -> None:
        """Take what a check found, and what the text was held against."""
        self._found, self._corpus = found, corpus
        self.kind, self.severity = found.kind.id, found.kind.severity
        self.line, self.column = found.start
        self.start, self.end = found.offsets
        self.sentence, self.explanation = found.sentence, found.found.explanation
        self.said, self.recorded = found.found.said, found.found.recorded
        self.suppressed = found.suppressed.reason if found.suppressed else None

    @property
    def headline(self) -> str:
        """The sentence that says it all, in one line."""
        return led(self._found)

    @property
    def claim(self) -> Claim | None:
        """The claim that the text departs from; `None` if there is none."""
        name = self._found.found.claim
        number = self._corpus.number_of(name) if name else None
        return None if number is None else claim_of(number, self._corpus)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck check --json` prints of it."""
        return of_finding(self._found, self._corpus)


class Findings(Sequence[Finding]):
    """What is found in a text, in the order of its places; what is suppressed, too.

    Attributes:
        sentences: How many were read.
    """

    def __init__(self, examination: Examination) -> None:
        """Check the text."""
        found = examination.findings(Baseline(), lambda _: None)
        self._findings = tuple(Finding(one, examination.store) for one in found)
        self._counts, self._faults = examination.counts, examination.faults
        self.sentences = self._counts["sentences"]

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Finding]: ...
    def __getitem__(self, at: int | slice) -> Finding | Sequence[Finding]:
        """Return the finding at a place, or those in a range."""
        return self._findings[at]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        """Yield them in order."""
        return iter(self._findings)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck check --json` prints."""
        found = [one.to_dict() for one in self._findings]
        return {"schema": SCHEMA, "findings": found, **read(self._counts, self._faults)}


def findings_in(text: str, corpus: "Corpus") -> Findings:
    """Return where a text in Markdown departs from what the corpora have."""
    return Findings(Examination([Draft(NAME, [text], ".md")], len(text), Asked(corpus)))
