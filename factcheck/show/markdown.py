"""Make any text safe in Markdown."""

import re

from factcheck.show.escaping import shown

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&])")
SMART = re.compile(r"(\.)(?=\.\.)|(-)(?=-)|(?<=-)(-)")
START = re.compile(r"^(?:([-+=:%])|(\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$))")


def markdown(text: str) -> str:
    """Return `text` as one line of Markdown that means just these characters.

    Holds for CommonMark and for Pandoc's Markdown, but that Pandoc's `smart`
    extension curls straight quotation marks.
    """
    text = SMART.sub(
        lambda found: f"\\{found[0]}", MARKS.sub(r"\\\1", " ".join(shown(text).split()))
    )
    return START.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    """Keep the start of a line from opening a list, a heading, a definition or a title."""
    mark, number, dot = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{dot}"
