"""Make any text safe in Markdown."""

import re

from factcheck.show.escaping import shown

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&])")
SMART = re.compile(r"(\.)(?=\.\.)|(-)(?=-)|(?<=-)(-)")
START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")


def markdown(text: str) -> str:
    """Return `text` as one line of Markdown that means just these characters.

    Holds for CommonMark and for Pandoc's Markdown with its `smart` extension.
    """
    text = SMART.sub(
        lambda found: f"\\{found[0]}", MARKS.sub(r"\\\1", " ".join(shown(text).split()))
    )
    return START.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    """Keep the start of a line from opening a list, a heading or a definition."""
    space, mark, number, dot = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{dot}"
