"""What was found in drafts: each finding with its place, and how many sentences were read."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from factcheck.drafts.checking import Found
from factcheck.drafts.draft import Draft, Place, Sentence
from factcheck.drafts.kinds import BY_ID, SEVERITIES, UNUSED, Kind
from factcheck.drafts.passage import Span
from factcheck.drafts.suppressing import Suppression


class Finding(NamedTuple):
    """Something wrong at a place of a draft.

    Attributes:
        path: The draft's.
        start, end: Line and column of its first and of its last character.
        offsets: The same as offsets: of the first character, and the one after the last.
        sentence: The whole sentence, as a reader sees it.
        line: The first line of the file that it stands on.
        found: What is wrong.
        suppressed: The reason why it doesn't count; `None` if it does.
    """

    path: str
    start: Place
    end: Place
    offsets: tuple[int, int]
    sentence: str
    line: str
    found: Found
    suppressed: str | None

    @property
    def kind(self) -> Kind:
        """What kind of finding it is."""
        return BY_ID[self.found.kind]


def placed(draft: Draft, sentence: Sentence, found: Found) -> Finding:
    """Return what was found in a sentence with its place in the draft."""
    by = next(suppressing(sentence, [found]), None)
    return _at(draft, sentence.span(found.span), sentence.text, found, by and by.reason)


def suppressing(sentence: Sentence, found: Iterable[Found]) -> Iterator[Suppression]:
    """Yield the comments that suppress anything of what was found in a sentence."""
    kinds = {one.kind for one in found}
    for one in sentence.suppressions:
        if one.fault is None and one.kinds & kinds:
            yield one


def unused(draft: Draft, used: Collection[Suppression]) -> Iterator[Finding]:
    """Yield a finding for each comment that suppresses nothing; `draft` was read to its end."""
    for one in draft.suppressions:
        if one not in used:
            told = one.fault or f"Nothing of the kind {', '.join(sorted(one.kinds))} is found here."
            found = Found(UNUSED.id, (0, 0), "", "", told, None)
            yield _at(draft, one.span, draft.text[slice(*one.span)], found, None)


def _at(draft: Draft, span: Span, sentence: str, found: Found, suppressed: str | None) -> Finding:
    first, last = draft.place(span[0]), draft.place(span[1] - 1)
    return Finding(draft.path, first, last, span, sentence, draft.line(first[0]), found, suppressed)


def is_grave(findings: Iterable[Finding], least: str) -> bool:
    """Whether any of `findings` that counts is as grave as `least`; nothing is as `never`."""
    if least == "never":
        return False
    bound = SEVERITIES.index(least)
    counting = (finding for finding in findings if finding.suppressed is None)
    return any(SEVERITIES.index(finding.kind.severity) >= bound for finding in counting)
