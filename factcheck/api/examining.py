"""Read drafts, check their sentences over several processes, and tell of each finding in order."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from factcheck.api.days import today
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.checking import Checked, Checking
from factcheck.drafts.draft import Draft, Sentence
from factcheck.drafts.finding import Finding
from factcheck.drafts.whole import Whole
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import UNSETTLED
from factcheck.problem import CorpusError, UsageError, fault_of_program
from factcheck.record import Claim
from factcheck.show.citing import printed
from factcheck.show.headline import headline
from factcheck.store.jobs import cores, in_order
from factcheck.store.several import Corpora

if TYPE_CHECKING:
    from factcheck.api.corpora import Corpus

TOGETHER = 50
"""So many sentences go to another process at once."""

LONG = 100_000
"""Bytes; less is checked before other processes have started."""

Sentences = list[tuple[str, bool]]
"""Texts, and of each whether a block quote holds it."""


class Asked(NamedTuple):
    """How drafts are to be checked.

    Attributes:
        corpus: What they are held against.
        uncovered: Whether what nothing covers is told too.
        jobs: How many processes work; `None` leaves it to how much there is.
    """

    corpus: "Corpus"
    uncovered: bool = False
    jobs: int | None = 1


class Examination:
    """One check of drafts.

    Attributes:
        store: The corpora that they are held against.
        drafts: What is checked.
        counts: How many `files` and `sentences` were read, and how many of these got each verdict;
            a heading is checked, and is no sentence.
        faults: Why some could not be read.
        size: Bytes that there are to read, as far as that is known.
    """

    def __init__(self, drafts: Sequence[Draft], size: int, asked: Asked) -> None:
        """Take the drafts, how large they are, and how to check them."""
        self.drafts, self.size, self.asked = drafts, size, asked
        self.store = asked.corpus.store
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.jobs = asked.jobs or (cores() if size >= LONG else 1)

    def findings(self, baseline: Baseline, progress: Callable[[int], None]) -> Iterator[Finding]:
        """Yield what is found, draft by draft, each in the order of its lines.

        `progress` is told how many code points are done.
        """
        for draft, results in groupby(self.checked(), itemgetter(0)):
            whole = Whole(draft, self.store, self._printed)
            for _, sentence, checked in results:
                if sentence is None or checked is None:
                    continue
                if not sentence.passage.heading:
                    self.counts.update(("sentences", checked.verdict))
                progress(len(sentence.text) + 1)
                whole.take(sentence, checked)
            yield from map(baseline.marked, whole.findings())

    def _printed(self, claim: Claim) -> str:
        return printed(claim, self.store, today())

    def checked(self) -> Iterator[tuple[Draft, Sentence | None, Checked | None]]:
        """Yield each sentence of each draft with what is said of it; of a draft, `None` first.

        A sentence that can't be checked is left out, and told of in `faults`.
        """
        waiting: deque[tuple[Draft, list[Sentence]]] = deque()
        batches = self._batches(waiting)
        for results in in_order(Work, self.asked, batches, self.jobs):
            draft, batch = waiting.popleft()
            yield draft, None, None
            for sentence, checked in zip(batch, results, strict=True):
                if isinstance(checked, str):
                    line, column = sentence.window.place(sentence.span((0, 1))[0])
                    self.faults.append(f"{draft.path}:{line}:{column}: {checked}")
                else:
                    yield draft, sentence, checked

    def _batches(self, waiting: deque[tuple[Draft, list[Sentence]]]) -> Iterator[Sentences]:
        for draft in self.drafts:
            sentences = draft.sentences()
            batch: list[Sentence] | None = None
            try:
                while batch is None or len(batch) == TOGETHER:
                    batch = list(islice(sentences, TOGETHER))
                    waiting.append((draft, batch))
                    yield [(one.text, one.passage.quoted) for one in batch]
            except UsageError as error:
                self.faults.append(str(error))
            except Exception as error:  # noqa: BLE001 - this draft's alone
                self.faults.append(f"{draft.path}: {fault_of_program(error)}")
            else:
                self.counts["files"] += 1


def _headline(answer: Answer, corpus: Corpora) -> str:
    """Return what a look-up leads with.

    It also says what the sources leave open, which isn't worth asking for each sentence.
    """
    if answer.verdict not in UNSETTLED:
        return headline(answer, corpus)
    asked = look_up_across(answer.query, corpus.each)
    return headline(asked if asked.verdict == answer.verdict else answer, corpus)


class Work:
    """Checks sentences; each process that does so opens the corpora itself."""

    def __init__(self, asked: Asked) -> None:
        """Open the corpora, if they aren't here."""
        held = asked.corpus.store
        told = partial(_headline, corpus=held)
        self.checking = Checking(held, uncovered=asked.uncovered, headline=told)

    def __call__(self, sentences: Sentences) -> list[Checked | str]:
        """Return what is said of each sentence, or why it could not be checked."""
        return [self._checked(text, quoted=quoted) for text, quoted in sentences]

    def _checked(self, text: str, *, quoted: bool) -> Checked | str:
        try:
            return self.checking.check(text, quoted=quoted)
        except (CorpusError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - this sentence's alone
            return fault_of_program(error)
