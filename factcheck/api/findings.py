"""What a check of a text finds, as a program gets it."""

from typing import TYPE_CHECKING, Any

from factcheck.api.claim import Claim, claim_of
from factcheck.api.examining import Asked, Examination
from factcheck.api.held import Held
from factcheck.api.listed import Listed
from factcheck.drafts import finding
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import Draft
from factcheck.show.escaping import shown
from factcheck.show.findings_json import SCHEMA, of_finding, read
from factcheck.show.reporting import led
from factcheck.store.several import Records

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

    def __init__(self, found: finding.Finding, corpus: Records) -> None:
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

    def __reduce__(self) -> tuple[Any, ...]:
        name = self._found.found.claim
        number = self._corpus.number_of(name) if name else None
        return Finding, (self._found, Held([] if number is None else [number], self._corpus))

    def __repr__(self) -> str:
        return f"<Finding {self.kind} at {self.line}:{self.column}: {shown(self.headline)}>"


class Findings(Listed[Finding]):
    """What is found in a text, in the order of its places; what is suppressed, too.

    Attributes:
        sentences: How many were read.
        unread: Why some of them could not be checked; empty as a rule.
    """

    def __init__(self, examination: Examination) -> None:
        """Check the text."""
        found = examination.findings(Baseline(), lambda _: None)
        super().__init__([Finding(one, examination.store) for one in found])
        self._counts = examination.counts
        self.sentences, self.unread = self._counts["sentences"], tuple(examination.faults)

    def to_dict(self) -> dict[str, Any]:
        """Return what `factcheck check --json` prints."""
        found = [one.to_dict() for one in self]
        return {"schema": SCHEMA, "findings": found, **read(self._counts, self.unread)}

    def __repr__(self) -> str:
        return f"<Findings {len(self)} in {self.sentences} sentences>"


def findings_in(text: str, corpus: "Corpus") -> Findings:
    """Return where a text in Markdown departs from what the corpora have."""
    return Findings(Examination([Draft(NAME, [text], ".md")], len(text), Asked(corpus)))
