"""Compare what stands in quotation marks with what the corpus has verbatim."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein, Opcode

from factcheck.drafts.passage import Span

MARKED = re.compile(
    r"“([^“”]*)”|(?<!\w)\"(?=\S)([^\"]*)\"|«([^«»]*)»|»([^«»]*)«|„([^„“”]*)[“”]|‹([^‹›]*)›|›([^‹›]*)‹"
    r"|「([^「」]*)(?:」|\Z)|『([^『』]*)(?:』|\Z)|‚([^‚‘’]*)(?:[‘’](?!\w)|\Z)"
    r"|(?<!\w)‘((?:[^‘’]|’(?=\w))*+)’(?!\w)|(?<!\w)'(?=[^\W\d]|\[)((?:[^']|(?<=\w)'(?=\w))*+)'(?!\w)"
)
"""Words in quotation marks of any kind. A single mark between letters is an apostrophe, and one
behind a letter or a figure opens nothing (6", 5'). What a sentence's end cuts is read."""
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
GAP = re.compile(r"…|\.\.\.|\[[^\]]*\]")
"""What an honest quotation leaves out or puts in."""
CHANGED = re.compile(r"\[(\w+)\](?=\w)|(?<=\w)\[(\w+)\]")
"""Letters of a word that an editor changed or added: [w]e, victim[s]."""
ALTERED = re.compile(r"\w*\[\w+\]\w+|\w+\[\w+\]")
"""Such a word as a whole."""
DENYING = frozenset("not no never none nor neither nobody nothing without cannot".split())
"""Words that a quotation can't leave out without saying the reverse; `n't` too."""
SHORTEST = 4
"""Words; fewer are a turn of phrase that anybody may use."""


class Quoted(NamedTuple):
    """Words in quotation marks: what they are and where they stand in the text."""

    text: str
    span: Span


class Likeness(NamedTuple):
    """How a quotation in a draft compares with one of the corpus.

    Attributes:
        share: Of its words, how many stand there too, in order; 1 is verbatim.
        said, recorded: The first words that differ; empty if none do.
        beyond: Whether it goes on before or behind what the corpus quotes.
    """

    share: float
    said: str = ""
    recorded: str = ""
    beyond: bool = False


def quoted_in(text: str) -> Iterator[Quoted]:
    """Yield what stands in quotation marks in `text`, if it is long enough to be compared."""
    for found in MARKED.finditer(text):
        group = found.lastindex or 0
        words = found[group] if group else ""
        if len(WORD.findall(spelled(words))) >= SHORTEST:
            yield Quoted(words, found.span(group))


def likeness(quoted: str, verbatim: str) -> Likeness:
    """Return how what is quoted compares with the source's own words, where both have some."""
    ours, theirs = words(spelled(quoted)), words(verbatim)
    changes = [one for one in Levenshtein.opcodes(ours, theirs) if one.tag != "equal"]
    inner = [one for one in changes if not _is_around(one, len(ours), len(theirs))]
    more = sum(one.src_end - one.src_start for one in changes if one not in inner)
    if not ours or _in_order(quoted, theirs):
        return Likeness(1.0)
    if not inner:
        return Likeness(1 - more / len(ours), beyond=more > 0)
    lost = sum(max(one.src_end - one.src_start, one.dest_end - one.dest_start) for one in inner)
    first = last = inner[0]
    for one in inner[1:]:
        if (one.src_start, one.dest_start) == (last.src_end, last.dest_end):
            last = one
    return Likeness(
        max(0.0, 1 - (lost + more) / len(ours)),
        " ".join(ours[first.src_start : last.src_end]),
        " ".join(theirs[first.dest_start : last.dest_end]),
        beyond=more > 0,
    )


def words(text: str) -> list[str]:
    """Return the words of a text, without regard to case, marks and the form of apostrophes."""
    return [word.replace("’", "'").casefold() for word in WORD.findall(text)]


def parts(quoted: str) -> list[Quoted]:
    """Return what stands between the gaps of a quotation, marks at its ends left out."""
    found, start = [], 0
    for gap in (*GAP.finditer(quoted), None):
        end = gap.start() if gap else len(quoted)
        within = [word.span() for word in WORD.finditer(quoted, start, end)]
        if within:
            span = (within[0][0], within[-1][1])
            found.append(Quoted(quoted[slice(*span)], span))
        start = gap.end() if gap else end
    return found


def _is_around(change: Opcode, ours: int, theirs: int) -> bool:
    """Whether one of the two only goes on before or behind what the other has."""
    at_start = change.src_start == change.dest_start == 0
    at_end = change.src_end == ours and change.dest_end == theirs
    return change.tag in {"insert", "delete"} and (at_start or at_end)


def spelled(text: str) -> str:
    """Return a text with letters that an editor changed or added as if they stood there."""
    return CHANGED.sub(lambda found: found[1] or found[2], text) if "[" in text else text


def unaltered(text: str) -> str:
    """Return a text with a gap for each word that an editor changed."""
    return ALTERED.sub("[]", text) if "[" in text else text


def _in_order(quoted: str, theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the parts between what is left out stand, one after the other; else nothing.

    A word that an editor changed may be any word of the source, if it isn't as he has it.
    """
    return _placed(spelled(quoted), theirs) or _placed(unaltered(quoted), theirs)


def _placed(quoted: str, theirs: Sequence[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for part in filter(None, map(words, GAP.split(quoted))):
        start = _found(part, theirs, at)
        if start is None:
            return []
        at = start + len(part)
        found.append((start, at))
    return found


def restored(quoted: str, verbatim: str) -> str | None:
    """Return what a quotation says without its gaps and changes, in the source's own words.

    `None` if it isn't in these words, or if it leaves out a word that denies: then it
    says something else.
    """
    theirs = [*WORD.finditer(verbatim)]
    spans = _in_order(quoted, words(verbatim))
    if not spans:
        return None
    gaps = ((one[1], other[0]) for one, other in pairwise(spans))
    if any(_denies(word[0]) for start, end in gaps for word in theirs[start:end]):
        return None
    return verbatim[theirs[spans[0][0]].start() : theirs[spans[-1][1] - 1].end()]


def _denies(word: str) -> bool:
    plain = word.replace("’", "'").casefold()
    return plain in DENYING or plain.endswith("n't")


def _found(part: Sequence[str], theirs: Sequence[str], start: int) -> int | None:
    places: Iterable[int] = range(start, len(theirs) - len(part) + 1)
    return next((at for at in places if list(theirs[at : at + len(part)]) == list(part)), None)
