"""What was found in drafts: each finding with its place, and how many sentences were read."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.drafts.checking import Found
from factcheck.drafts.draft import Draft, Place, Sentence
from factcheck.drafts.kinds import BY_ID, SEVERITIES, Kind


class Finding(NamedTuple):
    """Something wrong at a place of a draft.

    Attributes:
        path: The draft's.
        start, end: Line and column of its first and of its last character.
        offsets: The same as offsets: of the first character, and the one after the last.
        sentence: The whole sentence, as a reader sees it.
        line: The first line of the file that it stands on.
        found: What is wrong.
    """

    path: str
    start: Place
    end: Place
    offsets: tuple[int, int]
    sentence: str
    line: str
    found: Found

    @property
    def kind(self) -> Kind:
        """What kind of finding it is."""
        return BY_ID[self.found.kind]


def placed(draft: Draft, sentence: Sentence, found: Found) -> Finding:
    """Return what was found in a sentence with its place in the draft."""
    start, end = sentence.span(found.span)
    first = draft.place(start)
    text = draft.line(first[0])
    return Finding(
        draft.path, first, draft.place(end - 1), (start, end), sentence.text, text, found
    )


def is_grave(findings: Iterable[Finding], least: str) -> bool:
    """Whether any of `findings` is as grave as `least`; nothing is as grave as `never`."""
    if least == "never":
        return False
    bound = SEVERITIES.index(least)
    return any(SEVERITIES.index(finding.kind.severity) >= bound for finding in findings)
