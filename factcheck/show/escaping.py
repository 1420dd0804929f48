"""Make any text safe to show: on a terminal, in JSON, in Markdown."""

import json
import re
from typing import Any

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&])")
SMART = re.compile(r"(\.)(?=\.\.)|(-)(?=-)|(?<=-)(-)")
START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")


def shown(text: str) -> str:
    """Return `text` on one line, with control and direction characters made visible as `�`."""
    return UNSAFE.sub("�", " ".join(text.split("\n")))


def dumps(data: Any) -> str:
    """Return `data` as JSON on one line, safe for a terminal: no raw control characters."""
    text = json.dumps(data, ensure_ascii=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def markdown(text: str) -> str:
    """Return `text` as one line of Markdown that means just these characters.

    Holds for CommonMark and for Pandoc's Markdown with its `smart` extension.
    """
    text = SMART.sub(lambda found: f"\\{found[0]}", MARKS.sub(r"\\\1", " ".join(shown(text).split())))
    return START.sub(lambda found: _opened(found), text)


def _opened(found: re.Match[str]) -> str:
    """Keep the start of a line from opening a list, a heading or a definition."""
    space, mark, number, dot = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{dot}"


def sic(text: str, errors: tuple[str, ...]) -> str:
    """Return `text` with ` [sic]` after each of a source's misprints."""
    for error in sorted(errors, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(error)}(?!\w)"
        text = re.sub(pattern, lambda found: f"{found[0]} [sic]", text)
    return text
