"""Read plain text: blank lines part its passages."""

import re
from collections.abc import Iterator

from factcheck.drafts.passage import Passage, Restart, Writing

BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\Z")
BREAK = re.compile(r"[^\S\n]*+\n\s*+|(?:[^\S\n]*+\S++)++|[^\S\n]++")
"""Ends of lines with the white space around them; else what stands on a line. Each character is
gone through a few times at most, however it is repeated."""


def plain_parts(text: str) -> Iterator[Passage | Restart]:
    """Yield the passages of a plain text, in order."""
    start = 0
    for blank in BLANK.finditer(text):
        writing = Writing()
        for line in BREAK.finditer(text, start, blank.start()):
            joined = " " if not line[0].strip() else line[0]
            writing.add(joined, line.start(), line.end())
        passage = writing.taken()
        if passage:
            yield Restart(start)
            yield passage
        start = blank.end()
