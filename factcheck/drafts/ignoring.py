"""Patterns as in a .gitignore: which paths they name.

A pattern becomes a regular expression that never goes back behind a star once what
follows that is found: for such patterns the first place will do, so that time grows
with the length of the name, not with its power.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST = 1_000
"""Code points of a pattern; no folder's name and no path is so long."""
CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
PIECE = re.compile(
    r"\\(?P<escaped>.)|(?P<stars>\*+)|(?P<one>\?)|(?P<end>\\)"
    r"|\[(?P<none>[!^])?(?P<any>\]?+(?:\\.|\[:\w+:\]|[^\]\\])*)\]|(?P<open>\[)|(?P<plain>.)",
    re.DOTALL,
)
MEMBER = re.compile(
    r"\[:(?P<class>\w+):\]|(?P<first>\\.|.)(?:-(?P<last>\\.|[^\\]))?|(?P<end>.)", re.DOTALL
)


class Pattern(NamedTuple):
    """What a line names.

    Attributes:
        regex: Matches the whole of a path below the folder of the patterns.
        folders: Whether it names folders only.
        back: Whether it takes back what was named before.
    """

    regex: re.Pattern[str]
    folders: bool
    back: bool


class Patterns:
    """Lines of patterns; the last that names a path decides.

    Attributes:
        faults: What is wrong with a line, and its number, from 1; it names nothing.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the lines."""
        self.faults: list[tuple[int, str]] = []
        self._patterns: list[Pattern] = []
        for number, line in enumerate(lines, start=1):
            self._read(number, line)

    def _read(self, number: int, line: str) -> None:
        try:
            self._patterns += pattern(line)
        except ValueError as error:
            self.faults.append((number, str(error)))

    def names(self, path: str, *, folder: bool) -> bool | None:
        """Return whether just this path is named; `None` if no line says anything of it."""
        for one in reversed(self._patterns):
            if (folder or not one.folders) and one.regex.fullmatch(path):
                return not one.back
        return None

    def hold(self, path: str) -> bool:
        """Whether a file, or a folder that it is in, is named."""
        ends = [at for at, character in enumerate(path) if character == "/"]
        return any(self.names(path[:end], folder=True) for end in ends) or bool(
            self.names(path, folder=False)
        )


def pattern(line: str) -> Iterator[Pattern]:
    """Yield the pattern on a line, if there is one.

    Raises:
        ValueError: It can name nothing; the message says why.
    """
    line = _trimmed(line.removesuffix("\r"))
    if not line or line.startswith("#"):
        return
    if len(line) > LONGEST:
        raise ValueError(f"a pattern has at most {LONGEST:,} characters")
    text = line.removeprefix("!")
    if not text:
        raise ValueError("'!' takes back what a pattern behind it names; there is none")
    bare = text.removesuffix("/")
    segments = [
        "**" if re.fullmatch(r"\*\*+", one) else one for one in bare.removeprefix("/").split("/")
    ]
    if "" in segments:
        raise ValueError("a part of a path is missing beside a '/'")
    if "/" not in bare:
        segments.insert(0, "**")
    regex = re.compile(_path(segments), re.DOTALL)
    yield Pattern(regex, text.endswith("/"), line.startswith("!"))


def _trimmed(line: str) -> str:
    """Return a line without the blanks at its end; one that a backslash escapes stays."""
    signs = re.finditer(r"\\?.", line, re.DOTALL)
    return line[: max((sign.end() for sign in signs if sign[0] != " "), default=0)]


def _path(segments: list[str]) -> str:
    """Return the expression for the parts of a path; `**` is any number of them."""
    runs: list[list[str]] = [[]]
    for segment in segments:
        if segment == "**":
            runs.append([])
        else:
            runs[-1].append(_segment(segment))
    first, *others = ["/".join(run) for run in runs]
    if not others:
        return first
    *middle, last = others
    start = f"{first}/" if first else ""
    between = "".join(f"(?>(?:[^/]+/)*?{run}/)" for run in middle if run)
    return f"{start}{between}(?:[^/]+/)*{last or '[^/]+'}"


def _segment(text: str) -> str:
    """Return the expression for a part of a path."""
    pieces = [""]
    for found in PIECE.finditer(text):
        if found["stars"]:
            pieces.append("")
        else:
            pieces[-1] += _one(found)
    first, *others = pieces
    if not others:
        return first
    *middle, last = others
    return f"{first}{''.join(f'(?>[^/]*?{piece})' for piece in middle if piece)}[^/]*{last}"


def _one(found: re.Match[str]) -> str:
    """Return the expression for one character."""
    if found["end"]:
        raise ValueError("a backslash stands before a character; here it is the last")
    if found["open"]:
        raise ValueError("'[' without a ']' behind it")
    if found["one"]:
        return "[^/]"
    if found["any"] is not None:
        members = "".join(map(_member, MEMBER.finditer(found["any"])))
        return f"(?!/)[{'^' if found['none'] else ''}{members}]"
    return re.escape(found["escaped"] or found["plain"])


def _member(found: re.Match[str]) -> str:
    """Return what stands for a member of a set of characters."""
    if name := found["class"]:
        if name not in CLASSES:
            raise ValueError(f"'[:{name}:]' is no class of characters")
        return CLASSES[name]
    first, last = (one and one[-1] for one in (found["first"], found["last"]))
    if last and last < first:
        raise ValueError(f"no character is from '{first}' to '{last}'")
    return "-".join(re.escape(one) for one in (first, last) if one)
