"""Claims as a long shelf: JSON Lines of whole records, which a corpus reads back the same."""

from collections.abc import Sequence
from typing import Any

from factcheck.record import Claim, as_data
from factcheck.show.escaping import dumps


def json_lines(claims: Sequence[Claim]) -> str:
    """Return a claim a line with every field of it that holds something."""
    return "".join(f"{dumps(_held(as_data(claim)))}\n" for claim in claims)


def _held(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _held(one) for key, one in value.items() if one not in (None, [])}
    return [_held(one) for one in value] if isinstance(value, list) else value
