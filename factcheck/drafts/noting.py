"""Add footnotes to a text in Markdown, and change nothing else in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, count
from typing import Any, NamedTuple

from pyromark import events_with_range

from factcheck.drafts.markdown import KNOWN, WITHIN, Places, tag_of


class Noted(NamedTuple):
    """A text with its footnotes.

    Attributes:
        text: The text.
        cited: How many places got a note.
        left: How many didn't, because no note is read there: within HTML.
    """

    text: str
    cited: int
    left: int


class Marks(NamedTuple):
    """Where the marks of a text stand, in code points.

    Attributes:
        references: Start, end and label of each footnote mark.
        notes: Start, end and label of each footnote itself.
        inline: Start and end of each emphasis and link.
        words: Start and end of each run of text.
    """

    references: tuple[tuple[int, int, str], ...]
    notes: tuple[tuple[int, int, str], ...]
    inline: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]


def noted(
    text: str, places: Iterable[tuple[int, Sequence[str]]], notes: dict[str, str]
) -> Noted | None:
    """Return `text` with marks for footnotes, and below it the footnotes.

    Args:
        text: In Markdown.
        places: Behind which characters marks are wanted, and their labels; none is put
            into a footnote.
        notes: Of each label the text. A note that the text has already, with the same
            first sentence, stays as it is; a label that it has for another note gets a number.

    Returns:
        `None` if the text ends within something that takes footnotes for its own
        text, such as code that isn't closed.
    """
    marks = marks_of(text)
    there = _texts(text, marks)
    free = {label: _free(label, note, there) for label, note in notes.items()}
    notes = {free[label]: note for label, note in notes.items()}
    within, behind = Within([(s, e) for s, e, _ in marks.notes]), Behind(marks)
    outside = [one for one in places if not within.has(one[0])]
    wanted = {behind.of(place): [free[one] for one in labels] for place, labels in outside}
    marked = {start: (end, label) for start, end, label in marks.references}
    new = {at: [*_missing(at, labels, marked)] for at, labels in wanted.items()}
    tried = _written(text, new, _defined(new, notes, marks))
    done = marks_of(tried)
    if not {label for labels in new.values() for label in labels} <= _labels(done):
        return None
    read = {start for start, _, _ in done.references}
    kept, shift = {}, 0
    for at, labels in sorted(new.items()):
        if not labels or at + shift in read:
            kept[at] = labels
        shift += len(_mark(labels))
    return Noted(
        _written(text, kept, _defined(kept, notes, marks)), len(kept), len(new) - len(kept)
    )


def marks_of(text: str) -> Marks:
    """Return where the marks of a text in Markdown stand."""
    places = Places(text)
    references: list[tuple[int, int, str]] = []
    notes: list[tuple[int, int, str]] = []
    inline: list[tuple[int, int]] = []
    words: list[tuple[int, int]] = []
    for event, place in events_with_range(text, options=KNOWN):
        pairs: Any = [(event, None)] if isinstance(event, str) else event.items()
        ((name, value),) = pairs
        start, end = places.of(place)
        if name == "FootnoteReference":
            references.append((start, end, value))
        elif name in {"Text", "Code"}:
            words.append((start, end))
        elif name == "Start" and tag_of(value) == "FootnoteDefinition":
            notes.append((start, end, value["FootnoteDefinition"]))
        elif name == "Start" and tag_of(value) in WITHIN:
            inline.append((start, end))
    return Marks(tuple(references), tuple(notes), tuple(inline), tuple(words))


class Within:
    """Tells whether a place is in any of some spans, by looking at one of them."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the spans, in the order of their starts."""
        self._starts = [start for start, _ in spans]
        self._furthest = [*accumulate((end for _, end in spans), max)]

    def has(self, place: int) -> bool:
        """Whether a span starts at or before a place and ends at or behind it."""
        last = bisect_right(self._starts, place) - 1
        return last >= 0 and self._furthest[last] >= place


class Behind:
    """Tells where a mark goes: behind a link or an emphasis that ends at its place."""

    def __init__(self, marks: Marks) -> None:
        """Take the marks; of each emphasis and link it is told once which one holds it."""
        self._marks = marks
        self._starts = [start for start, _ in marks.inline]
        self._holding: list[int] = []
        for at, (start, _) in enumerate(marks.inline):
            outer = at - 1
            while outer >= 0 and marks.inline[outer][1] <= start:
                outer = self._holding[outer]
            self._holding.append(outer)

    def of(self, place: int) -> int:
        """Return where a mark behind `place` goes."""
        words, at = self._marks.words, bisect_left(self._starts, place) - 1
        while at >= 0:
            end = self._marks.inline[at][1]
            last = words[bisect_left(words, (end, end)) - 1]
            place = end if last[1] <= place < end else place
            at = self._holding[at]
        return place


def _missing(at: int, labels: Iterable[str], marks: Mapping[int, tuple[int, str]]) -> Iterator[str]:
    """Yield those of `labels` whose marks don't stand behind a place already."""
    there = set()
    while at in marks:
        at, label = marks[at]
        there.add(label)
    return (label for label in labels if label not in there)


def _texts(text: str, marks: Marks) -> dict[str, str]:
    """Return the footnotes of a text by their labels, whose case says nothing."""
    return {
        label.casefold(): " ".join(text[start:end].partition("]:")[2].split())
        for start, end, label in marks.notes
    }


def _free(label: str, note: str, there: Mapping[str, str]) -> str:
    """Return a label that has this note, or none yet: the wanted one, or else with a number."""
    stated = note.partition(". ")[0]
    tried = chain([label], (f"{label}-{number}" for number in count(2)))
    return next(
        one
        for one in tried
        if one.casefold() not in there or there[one.casefold()].startswith(stated)
    )


def _defined(new: dict[int, list[str]], notes: dict[str, str], marks: Marks) -> list[str]:
    """Return the footnotes that are to be added, in the order of their first marks."""
    labels = dict.fromkeys(label for _, labels in sorted(new.items()) for label in labels)
    known = _labels(marks)
    return [f"[^{label}]: {notes[label]}" for label in labels if label not in known]


def _labels(marks: Marks) -> set[str]:
    return {label for _, _, label in marks.notes}


def _written(text: str, new: dict[int, list[str]], notes: list[str]) -> str:
    parts, start = [], 0
    for at, labels in sorted(new.items()):
        parts += [text[start:at], _mark(labels)]
        start = at
    parts.append(text[start:])
    end = "\r\n" if "\r\n" in text else "\n"
    if notes and not text.endswith(("\n", "\r")):
        parts.append(end)
    return "".join((*parts, *(f"{end}{note}{end}" for note in notes)))


def _mark(labels: Iterable[str]) -> str:
    return "".join(f"[^{label}]" for label in labels)
