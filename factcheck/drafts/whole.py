"""Gather what was found in a draft, with what can be said only of the whole of it."""

from collections.abc import Iterator, Sequence

from factcheck.drafts.checking import Checked
from factcheck.drafts.draft import Draft, Noted, Sentence
from factcheck.drafts.finding import Finding, placed, unused
from factcheck.drafts.found import Found
from factcheck.drafts.replying import Telling, left_out
from factcheck.store.several import Corpora


class Whole:
    """A draft while its sentences are checked, in their order."""

    def __init__(self, draft: Draft, store: Corpora) -> None:
        """Take the draft, and what it is checked against."""
        self.draft, self.store = draft, store
        self._used: dict[int, Sequence[Noted]] = {}
        self._tellings: list[tuple[int, Telling]] = []
        self._alleging: dict[str, tuple[int, Sentence]] = {}
        self._read = 0

    def found(self, sentence: Sentence, checked: Checked) -> Iterator[Finding]:
        """Yield what was found in the next sentence."""
        if checked.telling:
            self._tellings.append((self._read, checked.telling))
            if checked.telling.alleged:
                self._alleging.setdefault(checked.telling.alleged, (self._read, sentence))
        self._read += 1
        yield from self._placed(sentence, checked.found)

    def ended(self) -> Iterator[Finding]:
        """Yield what is left to say when the draft was read to its end."""
        alleging = dict(self._alleging.values())
        for number, found in left_out(self._tellings, self.store):
            sentence = alleging[number]
            yield from self._placed(sentence, (found._replace(span=(0, len(sentence.text))),))
        yield from unused(self.draft, {one for noted in self._used.values() for one in noted})

    def _placed(self, sentence: Sentence, found: tuple[Found, ...]) -> Iterator[Finding]:
        for one in found:
            noted = sentence.noted.get(one.kind, ())
            self._used[id(noted)] = noted  # the same for all sentences of a passage
            yield placed(sentence, one)
