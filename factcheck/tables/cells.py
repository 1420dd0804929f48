"""Values of cells as text, as JSON, and as text that no spreadsheet runs."""

import re
from collections.abc import Mapping
from json import dumps
from math import isfinite
from typing import Any

from factcheck.tables.table import SURROGATE

NUMBER = re.compile(r"[-+]?\d[\d.,]*%?")
"""What begins like a formula and is none."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""Begins what a spreadsheet may run."""


def as_text(value: Any) -> str | None:
    """Return a value as text, what is no plain value as JSON; `None` for no value."""
    if value is None:
        return None
    if isinstance(value, bool | dict | list):
        return SURROGATE.sub("�", dumps(as_json(value), ensure_ascii=False))
    return SURROGATE.sub("�", _bare(value))


def as_json(value: Any) -> Any:
    """Return a value as JSON has it; one that JSON doesn't have as text."""
    if isinstance(value, Mapping):
        return {str(key): as_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(one) for one in value]
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value if value is None or isinstance(value, bool | int) else _bare(value)


def _bare(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def inert(value: Any) -> str:
    """Return a value as text that no spreadsheet runs: what it would has an apostrophe before it.

    A number is left as it is, with its sign.
    """
    text = as_text(value) or ""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
