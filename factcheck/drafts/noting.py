"""Add footnotes to a text in Markdown, and change nothing else in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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
        notes: Of each label the text; a label that the text defines already keeps its own.

    Returns:
        `None` if the text ends within something that takes footnotes for its own
        text, such as code that isn't closed.
    """
    marks = marks_of(text)
    outside = [one for one in places if not any(s <= one[0] <= e for s, e, _ in marks.notes)]
    wanted = {_behind(place, marks): labels for place, labels in outside}
    new = {at: [*_missing(at, labels, marks)] for at, labels in wanted.items()}
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


def _behind(place: int, marks: Marks) -> int:
    """Return where a mark behind `place` goes: behind a link or an emphasis that ends there."""
    for start, end in sorted(marks.inline, key=lambda span: span[1]):
        if start < place < end:
            last = marks.words[bisect_left(marks.words, (end, end)) - 1]
            place = place if last[1] > place else end
    return place


def _missing(at: int, labels: Iterable[str], marks: Marks) -> Iterator[str]:
    """Yield those of `labels` whose marks don't stand behind a place already."""
    there = set()
    for start, end, label in marks.references:
        if start == at:
            there.add(label)
            at = end
    return (label for label in labels if label not in there)


def _defined(new: dict[int, list[str]], notes: dict[str, str], marks: Marks) -> list[str]:
    """Return the footnotes that are to be added, in the order of their first marks."""
    labels = dict.fromkeys(label for _, labels in sorted(new.items()) for label in labels)
    return [f"[^{label}]: {notes[label]}" for label in labels if label not in _labels(marks)]


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
