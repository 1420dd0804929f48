"""Long shelves for tests: reviewed claims on invented lakes, one a line."""

import json
from pathlib import Path
from typing import Any

LAKES = ("Ulmen", "Moor", "Stone", "Reed", "Otter", "Heron", "Mill", "Castle", "Abbey", "Swan")
DEEDS = ("was drained by vandals", "freezes each June", "holds a sunken church", "feeds the mill")


def reviewed(number: int, **changes: Any) -> dict[str, Any]:
    """Return a claim that no other number gives."""
    lake, deed = LAKES[number % 10], DEEDS[number // 10 % 4]
    claim = {
        "id": f"lake-claim-{number}",
        "statement": f"Lake {lake} {deed} and has {number + 100} islands",
        "kind": "reviewed",
        "asserted_by": f"Witness {number}",
        "date": "2030-05-06",
        "reviews": [
            {
                "publisher": "Lake Check",
                "url": f"https://lakes.example/{number}",
                "rating": "Mostly false" if number % 2 else "True, but old",
                "date": "2030-06-07",
            }
        ],
    }
    return claim | changes


def write_long(root: Path, claims: list[dict[str, Any]], name: str = "lake-reviews") -> Path:
    """Write a long shelf into the corpus at `root`, and return its path."""
    path = root / "claims" / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(claim, ensure_ascii=False) for claim in claims]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
