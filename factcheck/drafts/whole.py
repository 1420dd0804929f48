"""Gather what was found in a draft, with what can be said only of the whole of it."""

from collections.abc import Iterator, Sequence

from factcheck.drafts.checking import Checked
from factcheck.drafts.draft import Draft, Noted, Sentence
from factcheck.drafts.finding import Finding, placed, unused
from factcheck.drafts.found import Found
from factcheck.drafts.own import Own, Printed
from factcheck.drafts.replying import Telling, claim_named, left_out
from factcheck.store.several import Corpora

TOO = "It leaves out the reply that the source reports."
"""Said of what is stated as fact; the reply itself stands beside the finding."""


class Whole:
    """A draft while its sentences are checked, in their order."""

    def __init__(self, draft: Draft, store: Corpora, printed: Printed) -> None:
        """Take the draft, what it is checked against, and what prints a claim."""
        self.draft, self.store = draft, store
        self._own = Own(printed)
        self._used: dict[int, Sequence[Noted]] = {}
        self._tellings: list[tuple[int, Telling]] = []
        self._alleging: dict[str, tuple[int, Sentence]] = {}
        self._found: list[Finding] = []
        self._read = 0

    def take(self, sentence: Sentence, checked: Checked) -> None:
        """Take the next sentence, and what was found in it; what the corpora print is no finding.

        Of the corpora's own sentences only a statement can allege something: the others
        stand beside one.
        """
        if checked.stated:
            self._own.hold(claim_named(checked.stated, self.store))
        is_own = self._own.has(sentence.text)
        if checked.telling:
            self._tell(sentence, checked.telling, alleges=bool(checked.stated) or not is_own)
        self._read += 1
        if not is_own:
            self._place(sentence, checked.found)

    def findings(self) -> Iterator[Finding]:
        """Yield what was found when the draft was read to its end, in the order of its lines."""
        alleging = dict(self._alleging.values())
        for number, found in left_out(self._tellings, self.store):
            sentence = alleging[number]
            self._place(sentence, (found._replace(span=(0, len(sentence.text))),))
        used = {one for noted in self._used.values() for one in noted}
        told = _told_once((*self._found, *unused(self.draft, used)))
        yield from sorted(told, key=lambda one: one.offsets[0])

    def _tell(self, sentence: Sentence, telling: Telling, *, alleges: bool) -> None:
        telling = telling if alleges else telling._replace(alleged=None)
        self._tellings.append((self._read, telling))
        if telling.alleged:
            self._alleging.setdefault(telling.alleged, (self._read, sentence))

    def _place(self, sentence: Sentence, found: tuple[Found, ...]) -> None:
        for one in found:
            noted = sentence.noted.get(one.kind, ())
            self._used[id(noted)] = noted  # the same for all sentences of a passage
            self._found.append(placed(sentence, one))


def _told_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings; what is stated as fact and what its reply is, is one, not two."""
    replies = {_allegation(one): one for one in findings if one.kind.id == "reply"}
    bare = {_allegation(one) for one in findings if _is_bare(one)}
    for one in findings:
        reply = replies.get(_allegation(one)) if _is_bare(one) else None
        if reply and not reply.suppressed:
            yield one._replace(
                found=one.found._replace(explanation=f"{one.found.explanation} {TOO}")
            )
        elif one.kind.id != "reply" or _allegation(one) not in bare:
            yield one


def _is_bare(finding: Finding) -> bool:
    return finding.kind.id == "unattributed" and not finding.suppressed


def _allegation(finding: Finding) -> tuple[int, str | None]:
    return finding.offsets[0], finding.found.claim
