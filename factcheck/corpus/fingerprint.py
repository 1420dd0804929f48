"""Prove that a passage stands in a text, word for word and where, without the text.

A fingerprint is the text's overlapping windows of five tokens, each hashed
(w-shingling: Broder, "On the resemblance and containment of documents", 1997),
with the place of each. A passage is proved when its own windows occur there in
one unbroken run. Offsets follow the W3C Web Annotation `TextPositionSelector`:
Unicode code points, the end exclusive.

It is no secrecy device: short windows can be guessed, so whoever holds likely
words can confirm them. It only lets a corpus travel without its sources' texts.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

SCHEMA = "factcheck/fingerprint/1"
WINDOW = 5
HASH_BYTES = 6  # chance that a wrong window passes at 2,000 windows: 1 in 10^11
TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w+|[^\w\s\"'`´‘’‚‛“”„‟«»‹›‐‑‒–—―−-]")

Fidelity = Literal["exact", "typographic", "absent", "unread"]


class Window(NamedTuple):
    """Five consecutive tokens: offsets of the first and after the last, and the hash."""

    start: int
    end: int
    hash: str


@dataclass(frozen=True)
class Proof:
    """What a fingerprint says of a passage.

    Attributes:
        fidelity: `exact`; `typographic`, if only quotation marks, dashes or white
            space differ; `absent`; `unread`, if there was nothing to check against.
        places: Start and end of each occurrence; empty unless exact or typographic.
        breaks_at: Index in the passage, in code points, of the first token that
            does not follow on; `None` unless absent.
    """

    fidelity: Fidelity
    places: tuple[tuple[int, int], ...] = ()
    breaks_at: int | None = None


@dataclass(frozen=True)
class Fingerprint:
    """The windows of one text.

    Attributes:
        characters: Length of the text in code points.
        sha256: Hash of the text's UTF-8 form, in hexadecimal.
        paragraphs: Offset at which each non-empty line starts, ascending.
        exact: Windows over the text as it is, in order.
        folded: Windows that leave out quotation marks, dashes and white space.
    """

    characters: int
    sha256: str
    paragraphs: tuple[int, ...]
    exact: tuple[Window, ...]
    folded: tuple[Window, ...]

    @cached_property
    def _exact_at(self) -> dict[str, list[int]]:
        return _positions(self.exact)

    @cached_property
    def _folded_at(self) -> dict[str, list[int]]:
        return _positions(self.folded)

    def prove(self, passage: str) -> Proof:
        """Return whether and where `passage` stands in the text.

        A passage of fewer than `WINDOW` tokens has no window: it is `absent`
        from its start, because nothing proves it.
        """
        windows = tuple(_exact_windows(passage))
        places, reached = _runs(windows, self.exact, self._exact_at)
        if places and _covers(windows, passage):
            return Proof("exact", places)
        folded = tuple(_folded_windows(passage))
        loose, _ = _runs(folded, self.folded, self._folded_at)
        if loose:
            return Proof("typographic", loose)
        return Proof("absent", breaks_at=_break(passage, windows, reached))

    def held(self, passage: str) -> tuple[tuple[int, int], ...]:
        """Return the parts of `passage` that stand in the text, if it is mostly one place of it.

        Each is the start and the end of a run of words, in code points; of all places
        in the text the one is taken that holds most windows of the passage.
        """
        windows = tuple(_folded_windows(passage))
        shifts = Counter(
            place - at
            for at, window in enumerate(windows)
            for place in self._folded_at.get(window.hash, ())
        )
        if not shifts:
            return ()
        near = shifts.most_common(1)[0][0]
        known = [
            window
            for at, window in enumerate(windows)
            if any(
                abs(place - at - near) <= WINDOW for place in self._folded_at.get(window.hash, ())
            )
        ]
        runs: list[tuple[int, int]] = []
        for window in known:
            if runs and window.start <= runs[-1][1]:
                runs[-1] = (runs[-1][0], window.end)
            else:
                runs.append((window.start, window.end))
        return tuple(runs)

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph that holds `offset`."""
        return sum(start <= offset for start in self.paragraphs)

    def dumps(self) -> str:
        """Return the fingerprint as JSON, one window a line."""
        head = {
            "schema": SCHEMA,
            "window": WINDOW,
            "hash": f"blake2b-{HASH_BYTES * 8}",
            "characters": self.characters,
            "sha256": self.sha256,
            "paragraphs": self.paragraphs,
        }
        lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        for name, windows in (("exact", self.exact), ("folded", self.folded)):
            rows = ",\n".join(json.dumps(w) for w in windows)
            lines.append(f' "{name}": [\n{rows}\n ]')
        return "{\n" + ",\n".join(lines) + "\n}\n"


def make(text: str) -> Fingerprint:
    """Return the fingerprint of `text`."""
    lines = re.finditer(r"^.*\S.*$", text, re.MULTILINE)
    return Fingerprint(
        characters=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        paragraphs=tuple(line.start() for line in lines),
        exact=tuple(_exact_windows(text)),
        folded=tuple(_folded_windows(text)),
    )


def loads(text: str) -> Fingerprint:
    """Return the fingerprint written as `text`.

    Raises:
        ValueError: It is not a fingerprint of this schema.
    """
    try:
        return _fingerprint(json.loads(text))
    except (ValueError, ArithmeticError, TypeError, LookupError, RecursionError) as error:
        message = f"not a fingerprint of {SCHEMA}; make it anew with `factcheck fingerprint`"
        raise ValueError(message) from error


def _fingerprint(data: Any) -> Fingerprint:
    expected = (SCHEMA, WINDOW, f"blake2b-{HASH_BYTES * 8}")
    if (data["schema"], data["window"], data["hash"]) != expected:
        raise ValueError(f"{data['schema']} where {expected} is expected")
    return Fingerprint(
        int(data["characters"]),
        str(data["sha256"]),
        tuple(map(int, data["paragraphs"])),
        tuple(_window(*row) for row in data["exact"]),
        tuple(_window(*row) for row in data["folded"]),
    )


def _window(start: int, end: int, digest: str) -> Window:
    return Window(int(start), int(end), str(digest))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=HASH_BYTES).hexdigest()


def _exact_windows(text: str) -> Iterator[Window]:
    spans = [match.span() for match in TOKEN.finditer(text)]
    for (start, _), (_, end) in zip(spans, spans[WINDOW - 1 :], strict=False):
        yield Window(start, end, _hash(text[start:end]))


def _folded_windows(text: str) -> Iterator[Window]:
    words = [(match[0], *match.span()) for match in WORD.finditer(text)]
    for index in range(len(words) - WINDOW + 1):
        window = words[index : index + WINDOW]
        yield Window(window[0][1], window[-1][2], _hash(" ".join(word for word, _, _ in window)))


def _positions(windows: tuple[Window, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, window in enumerate(windows):
        found.setdefault(window.hash, []).append(index)
    return found


def _runs(
    wanted: tuple[Window, ...], known: tuple[Window, ...], at: dict[str, list[int]]
) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return where all of `wanted` runs on in `known`, and the longest run from its start."""
    places, longest = [], 0
    for first in at.get(wanted[0].hash, []) if wanted else []:
        run = 0
        while run < len(wanted) and first + run < len(known):
            if known[first + run].hash != wanted[run].hash:
                break
            run += 1
        longest = max(longest, run)
        if run == len(wanted):
            places.append((known[first].start, known[first + run - 1].end))
    return tuple(places), longest


def _covers(windows: tuple[Window, ...], passage: str) -> bool:
    """Whether the windows reach both ends, so that no white space lies outside them."""
    return windows[0].start == 0 and windows[-1].end == len(passage)


def _break(passage: str, windows: tuple[Window, ...], reached: int) -> int:
    """Return the index of the first token that no known window holds in its place."""
    if not windows or not reached:
        return 0
    spans = [match.span() for match in TOKEN.finditer(passage)]
    return spans[min(reached + WINDOW - 1, len(spans) - 1)][0]
