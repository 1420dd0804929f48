"""Make any text safe to show on a terminal and in JSON."""

import json
import re
from typing import Any

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(text: str) -> str:
    """Return `text` on one line, with control and direction characters made visible as `�`."""
    return UNSAFE.sub("�", " ".join(text.split("\n")))


def dumps(data: Any) -> str:
    """Return `data` as JSON on one line, safe for a terminal: no raw control characters."""
    text = json.dumps(data, ensure_ascii=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def sic(text: str, errors: tuple[str, ...]) -> str:
    """Return `text` with ` [sic]` after each of a source's misprints."""
    for error in sorted(errors, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(error)}(?!\w)"
        text = re.sub(pattern, lambda found: f"{found[0]} [sic]", text)
    return text
