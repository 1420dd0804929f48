"""Make any text safe to show on a terminal, in the log of a workflow, and in JSON."""

import json
import re
from typing import Any

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)

BRACKETED = re.compile(r"#(?=#[\w.]*\[)")
"""Begins what GitHub (`##[error]`) and Azure (`##vso[…]`) obey wherever it stands in a line."""
COLONS = re.compile(r"[^\w./~]*::")
"""Begins what GitHub obeys at the start of a line (`::error::`), with or without what it skips."""


def shown(text: str) -> str:
    """Return `text` on one line, with control and direction characters made visible as `�`.

    What a workflow's log would obey within a line is parted by a blank.
    """
    return BRACKETED.sub("# ", UNSAFE.sub("�", " ".join(text.split("\n"))))


def opening(text: str) -> str:
    """Return `text`, such as a path, shown at the start of a line; no log takes it for a command.

    A path stays that path.
    """
    text = shown(text)
    return f"./{text}" if COLONS.match(text) else text


def dumps(data: Any) -> str:
    """Return `data` as JSON on one line, safe for a terminal and a log; it reads back the same."""
    text = BRACKETED.sub(r"\\u0023", json.dumps(data, ensure_ascii=False))
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def sic(text: str, errors: tuple[str, ...]) -> str:
    """Return `text` with ` [sic]` after each of a source's misprints."""
    for error in sorted(errors, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(error)}(?!\w)"
        text = re.sub(pattern, lambda found: f"{found[0]} [sic]", text)
    return text
