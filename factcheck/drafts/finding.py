"""What was found in drafts: each finding with its place."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from factcheck.drafts.draft import Draft, Noted, Place, Sentence, Window
from factcheck.drafts.found import Found
from factcheck.drafts.kinds import BY_ID, SEVERITIES, UNUSED, Kind
from factcheck.drafts.passage import Span


class Suppressed(NamedTuple):
    """Why a finding doesn't count.

    Attributes:
        by: What says so: a `comment` in the draft, or the `baseline`.
        reason: In the words of who says so.
    """

    by: Literal["comment", "baseline"]
    reason: str


class Finding(NamedTuple):
    """Something wrong at a place of a draft.

    Attributes:
        path: The draft's.
        start, end: Line and column of its first and of its last character.
        offsets: The same as offsets: of the first character, and the one after the last.
        sentence: The whole sentence, as a reader sees it.
        line: The first line of the file that it stands on; of a long one what is around it.
        before: How many characters of that line stand before `line`.
        found: What is wrong.
        suppressed: Why it doesn't count; `None` if it does.
    """

    path: str
    start: Place
    end: Place
    offsets: Span
    sentence: str
    line: str
    before: int
    found: Found
    suppressed: Suppressed | None

    @property
    def kind(self) -> Kind:
        """What kind of finding it is."""
        return BY_ID[self.found.kind]


def placed(sentence: Sentence, found: Found) -> Finding:
    """Return what was found in a sentence with its place in the draft."""
    by = sentence.noted.get(found.kind)
    suppressed = Suppressed("comment", by[0].suppression.reason) if by else None
    span = sentence.span(found.span)
    return _at(sentence.window, span, sentence.text, found, suppressed)


def unused(draft: Draft, used: Collection[Noted]) -> Iterator[Finding]:
    """Yield a finding for each comment that suppresses nothing; `draft` was read to its end."""
    for one in draft.noted:
        if one not in used:
            kinds = ", ".join(sorted(one.suppression.kinds))
            told = one.suppression.fault or f"Nothing of the kind {kinds} is found here."
            span = one.suppression.span
            found = Found(UNUSED.id, (0, 0), "", "", told, None)
            yield _at(one.window, span, one.window.text[slice(*span)], found, None)


def _at(
    window: Window, span: Span, sentence: str, found: Found, suppressed: Suppressed | None
) -> Finding:
    first, last = window.place(span[0]), window.place(span[1] - 1)
    offsets = (window.offset + span[0], window.offset + span[1])
    line, before = window.line_of(span[0])
    return Finding(window.path, first, last, offsets, sentence, line, before, found, suppressed)


def counts(finding: Finding, least: str) -> bool:
    """Whether a finding is as grave as `least`, and not suppressed; nothing is as `never`."""
    if least == "never" or finding.suppressed:
        return False
    return SEVERITIES.index(finding.kind.severity) >= SEVERITIES.index(least)
