"""A small invented corpus on ponds: two sources, four claims, an allegation and its denial."""

import json
from pathlib import Path
from typing import Any

import yaml

from factcheck.corpus.fingerprint import make

ATLAS = """\
Ulmen Pond is 41 metres deep, which makes it the deepest pond of the county.
The council said that the weir at Ulmen Pond was repaired in 2019.
Rangers counted 230 herons on the eastern shore in May 2021.
The anglers' club claims that the paper mill has poisened the pond.
The owner of the mill denies this and says that the water is tested every week.
"""
GAZETTE = """\
A diver of the Gazette read 41 metres off a line by the pier.
"""
TEXTS = {"pond-atlas": ATLAS, "gazette": GAZETTE}


def quotation(text: str, speaker: str, source: str = "pond-atlas") -> dict[str, Any]:
    start = TEXTS[source].index(text)
    paragraph = TEXTS[source].count("\n", 0, start) + 1
    place = {"paragraph": paragraph, "start": start, "end": start + len(text)}
    return {"text": text, "speaker": speaker, "source": source, **place}


def line(number: int, source: str = "pond-atlas") -> str:
    return TEXTS[source].splitlines()[number - 1]


def claims() -> list[dict[str, Any]]:
    return [
        {
            "id": "ulmen-depth",
            "statement": "The Pond Atlas gives the depth of Ulmen Pond as 41 metres.",
            "kind": "figure",
            "asserted_by": "Pond Atlas",
            "date": "2021",
            "quotations": [
                quotation(line(1), "Pond Atlas"),
                quotation(line(1, "gazette"), "Gazette", "gazette"),
            ],
            "figures": [
                {"value": 41, "unit": "metres", "counts": "depth of the pond", "precision": "exact"}
            ],
            "caveats": ["The atlas does not say in which season it was measured."],
            "wordings": [
                "Ulmen Pond has a depth of 41 metres",
                "it is 41 metres to the bottom of Ulmen Pond",
                "the deepest pond in the county is Ulmen Pond",
                "Ulmen Pond goes down 41 metres",
            ],
            "related": ["ulmen-weir"],
        },
        {
            "id": "ulmen-weir",
            "statement": "The council said that it repaired the weir at Ulmen Pond in 2019.",
            "kind": "statement",
            "asserted_by": "The council",
            "date": "2019",
            "quotations": [quotation(line(2)[:-1], "Pond Atlas")],
            "caveats": ["The atlas does not say what the repair cost."],
            "wordings": [
                "the weir was mended in 2019",
                "repairs to Ulmen weir took place in 2019",
                "in 2019 the Ulmen Pond weir got repaired",
                "according to the council the weir has been fixed since 2019",
            ],
        },
        {
            "id": "ulmen-herons",
            "statement": "Rangers counted 230 herons at the east of Ulmen Pond in May 2021.",
            "kind": "finding",
            "asserted_by": "Rangers",
            "through": ["the county's bird survey"],
            "date": "2021-05",
            "quotations": [quotation(line(3), "Pond Atlas")],
            "figures": [
                {"value": 230, "unit": "herons", "counts": "herons seen", "precision": "about"}
            ],
            "caveats": ["One shore and one month; not a count of the whole pond."],
            "wordings": [
                "there were 230 herons at the pond in May 2021",
                "230 herons were seen along the east bank",
                "the rangers' heron count came to 230",
                "a count in May 2021 found 230 herons",
            ],
        },
        {
            "id": "ulmen-mill",
            "statement": "The anglers' club claims that the paper mill has poisoned Ulmen Pond.",
            "kind": "allegation",
            "asserted_by": "The anglers' club",
            "quotations": [quotation(line(4), "Pond Atlas")],
            "replies": [
                {
                    "by": "The owner of the mill",
                    "text": "The owner denies it.",
                    "quotation": quotation(line(5), "Pond Atlas"),
                }
            ],
            "caveats": ["The atlas made no measurement of its own."],
            "wordings": [
                "the paper mill is poisoning Ulmen Pond",
                "anglers blame the mill for poison in the pond",
                "poison from the paper mill got into the pond",
                "the pond was poisoned by the mill",
            ],
        },
    ]


def sources() -> list[dict[str, Any]]:
    return [
        {
            "id": "pond-atlas",
            "outlet": "Pond Atlas",
            "kind": "report",
            "fingerprint": "pond-atlas.fingerprint",
            "title": "An Atlas of Ponds",
            "date": "2021-11",
            "caveats": ["The atlas counts quarries apart."],
            "errors": ["poisened"],
        },
        {
            "id": "gazette",
            "outlet": "Gazette",
            "kind": "newspaper",
            "author": "A. Reed",
            "url": "https://gazette.example/ponds_and_lakes",
            "caveats": ["The Gazette is owned by the paper mill."],
        },
    ]


def write_ponds(
    root: Path,
    records: list[dict[str, Any]] | None = None,
    origins: list[dict[str, Any]] | None = None,
) -> Path:
    """Write the corpus, or one with other records, into the new folder `root`; return it."""
    for folder in ("claims", "sources"):
        (root / folder).mkdir(parents=True)
    shelf = {"topic": "ponds", "title": "Ponds", "claims": records or claims()}
    (root / "claims" / "ponds.yaml").write_text(dumped(shelf), encoding="utf-8")
    for origin in origins or sources():
        (root / "sources" / f"{origin['id']}.yaml").write_text(dumped(origin), encoding="utf-8")
    (root / "sources" / "pond-atlas.fingerprint").write_text(make(ATLAS).dumps(), encoding="utf-8")
    return root


def dumped(data: Any) -> str:
    plain = json.loads(json.dumps(data))  # without it, a text used twice becomes an alias
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=90)


HOSTILE = (
    "[red]alarm[/red]",
    "[link=https://x.example]here[/link]",
    "# heading",
    "1. one",
    "A. one",
    "- item",
    "| a | b |",
    "[^1]: a note",
    "[^ulmen-depth]",
    "`code` ```",
    "![x](y) [x](y)",
    "&amp; <b>bold</b> <!-- gone -->",
    "*stars* __lines__ ~~struck~~ $x$",
    "\\",
    "---",
    ":smile: 🦆",
    "left\u200eright\u061c",
)
"""Texts that mean something to Markdown, to rich or to a terminal."""


def hostile_claims() -> list[dict[str, Any]]:
    marked = {"caveats": list(HOSTILE), "asserted_by": "*Reed* [bold]<b>", "through": ["| x |"]}
    replies = [{**r, "by": "[red]\u200e", "text": "# no"} for r in claims()[3]["replies"]]
    changed = [claim | marked for claim in claims()]
    changed[0]["statement"] = "1. # [red]41 metres[/red] | deep |"
    changed[3]["replies"] = replies
    return changed


def hostile_sources() -> list[dict[str, Any]]:
    marked = {"outlet": "[blink]Atlas[/blink] | *b* <b>", "title": "`t` | ![t](u)", "author": "_a_"}
    return [source | marked | {"caveats": list(HOSTILE)} for source in sources()]
