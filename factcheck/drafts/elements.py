"""The elements of HTML within a passage, read as a browser shows them."""

import re
from collections import Counter
from typing import NamedTuple

from factcheck.drafts.passage import Here, Passage, Writing

WITHIN = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a passage; every other one parts it from the next."""
CODE = frozenset("code kbd samp".split())
"""What is no prose, and stands in the place of a word."""
UNREAD = CODE | frozenset("head script style template textarea pre del s strike svg math".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that hold nothing, and have no end."""
LEFT = {"br": " ", "q": "“"} | dict.fromkeys(CODE, " ")
"""What a reader sees in the place of a start."""
RIGHT = {"q": "”"}
RAISED = frozenset({"sup", "sub"})
NOTE = re.compile(r"[\s\d*†‡§¶#,;:.()\[\]–—↩\ufe0e\ufe0f-]*")
"""A mark of a note, raised or linked; letters are none, as in 4<sup>th</sup>."""
LOCAL = re.compile(r"<a\s[^>]*?href\s*=\s*[\"']?#", re.IGNORECASE)


class _Open(NamedTuple):
    """An open element, and where it began in which passage, if it may be the mark of a note."""

    name: str
    here: Here | None
    passage: int


class Elements:
    """The elements that are open, and the passage that is put together in them."""

    def __init__(self) -> None:
        """Start with none."""
        self.writing = Writing()
        self.often: Counter[str] = Counter()
        self.unread = 0
        self._open: list[_Open] = []
        self._passage = 0
        self._broken = False

    def begin(self, name: str, tag: str, start: int) -> None:
        """Take the start of an element, as it stands from `start` on."""
        if not self.unread:
            self.writing.add(LEFT.get(name, ""), start, start + len(tag))
            self._broken = name == "br"
        if name in VOID:
            return
        noting = name in RAISED or (name == "a" and LOCAL.match(tag))
        here = self.writing.here() if noting else None
        self._count(name, 1)
        self._open.append(_Open(name, here, self._passage))

    def end(self, name: str, tag: str, start: int) -> None:
        """Take an end: of the innermost such element and all within; a stray one ends nothing."""
        if not self.often[name]:
            return
        while True:
            ended = self._open.pop()
            self._count(ended.name, -1)
            self._close(ended)
            if ended.name == name:
                break
        if not self.unread:
            self.writing.add(RIGHT.get(name, ""), start, start + len(tag))

    def add(self, text: str, start: int, end: int) -> None:
        """Add text, unless it isn't read here."""
        if not self.unread:
            self.writing.add(text, start, end)
            self._broken = self._broken and not text.strip()

    def parts(self, name: str) -> bool:
        """Whether an element parts what is read: a block, or a second line break in a row."""
        return name not in WITHIN or (name == "br" and self._broken)

    def taken(self, *, quoted: bool, block: int | None, heading: bool) -> Passage | None:
        """Return the passage and start the next; `None` if there is nothing to read in it."""
        self._passage += 1
        return self.writing.taken(quoted=quoted, block=block, heading=heading)

    def _count(self, name: str, step: int) -> None:
        self.often[name] += step
        self.unread += step * (name in UNREAD)

    def _close(self, ended: _Open) -> None:
        """Leave the mark of a note out; a lowered figure behind a letter is none (CO2)."""
        here = ended.here
        if here is None or ended.passage != self._passage:
            return
        low = ended.name == "sub" and not self.writing.before(here).isdigit()
        if not low and NOTE.fullmatch(self.writing.since(here)):
            self.writing.back(here)
