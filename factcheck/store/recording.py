"""Make records of the data that an index stores; it was checked when it was made."""

import json
from typing import Any

from factcheck.record import (
    Boundary,
    Claim,
    Correction,
    Figure,
    Gap,
    Misreading,
    Quotation,
    Reply,
    Review,
    Source,
    Withdrawal,
    completed,
)

PARTS = {
    "quotations": Quotation,
    "figures": Figure,
    "misreadings": Misreading,
    "boundaries": Boundary,
    "reviews": Review,
    "corrections": Correction,
}


def dumps(data: Any) -> bytes:
    """Return `data` as compact JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def claim_of(data: dict[str, Any], topic: str | None, source: str) -> Claim:
    """Return a claim; of one from a long shelf `topic` and the only `source` are filled in."""
    held: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    for key, kind in PARTS.items():
        if held.get(key):
            held[key] = tuple(kind(**one) for one in held[key])
    held["replies"] = tuple(_reply(one) for one in held.get("replies", ()))
    if held.get("withdrawn"):
        held["withdrawn"] = Withdrawal(**held["withdrawn"])
    claim = Claim(**held)
    return claim if topic is None else completed(claim, topic, source)


def _reply(data: dict[str, Any]) -> Reply:
    return Reply(**{**data, "quotation": Quotation(**data["quotation"])})


def source_of(data: dict[str, Any]) -> Source:
    """Return a source."""
    listed = {key: tuple(data[key]) for key in ("caveats", "errors")}
    gaps = tuple(Gap(one["matter"], tuple(one["asked"])) for one in data["gaps"])
    return Source(**{**data, **listed, "gaps": gaps})
