"""Tell whether words stand in what the corpora quote: a headline, text and JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.drafts.provenance import Difference, Provenance
from factcheck.show import as_json
from factcheck.show.blocks import Block, claim_blocks
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import in_marks, place
from factcheck.store.several import Corpora

SCHEMA = "factcheck/quotation/1"
NAMES = {
    "exact": "EXACT · word for word",
    "same_words": "SAME WORDS · only capitals or marks differ",
    "shortened": "SHORTENED · the source's words, with gaps that are marked",
}
TOLD = 3
"""So many differences are told in a headline."""
MEANING = "It says whether these words stand in what the corpus quotes, not whether they are so."
UNFOUND = "This says nothing about whether somebody said them."


def headline(found: Provenance, corpus: Corpora) -> str:
    """Return in a sentence how words stand in what the corpora quote."""
    if found.standing == "in_source":
        name, paragraph = found.places[0]
        where = f"{corpus.sources[name].outlet}, paragraph {paragraph}"
        return f"IN THE SOURCE · {where} has these words; no claim quotes them, or says whose."
    if found.standing == "not_found":
        return "NOT FOUND · no quotation of the corpus has these words."
    if not found.stands:
        return f"DIFFERS · the source hasn't “{shown(found.altered)}” in this passage."
    best = found.stands[0]
    where = place(best.quotation, corpus.sources[best.quotation.source or ""])
    if found.standing == "differs":
        return f"DIFFERS · {_listed(best.differences)}; nearest is {where}."
    return f"{NAMES[found.standing]}, in {where}."


def meaning(found: Provenance) -> str:
    """Return what it says that words stand there, or don't, and what it doesn't."""
    return UNFOUND if found.standing == "not_found" else MEANING


def blocks(found: Provenance, corpus: Corpora) -> Iterator[Block]:
    """Yield all that there is to say, with the whole record of the claim that quotes the words."""
    yield Block("Verdict", (headline(found, corpus), meaning(found)), "verdict")
    if not found.stands:
        return
    best = found.stands[0]
    if best.differences:
        yield Block("Differs in", tuple(map(_told, best.differences)), "difference")
    source = corpus.sources[best.quotation.source or ""]
    said = in_marks(sic(best.quotation.text, source.errors))
    where = f"{place(best.quotation, source)}, in words of {best.quotation.speaker}"
    yield Block("Stands in", (said, where), "quotation")
    yield from claim_blocks(corpus.claim(best.number), corpus)
    others = dict.fromkeys(one.number for one in found.stands if one.number != best.number)
    if others:
        yield Block("Also in", (", ".join(corpus.claim(number).id for number in others),))


def data(text: str, found: Provenance, corpus: Corpora) -> dict[str, Any]:
    """Return how `text` stands as `factcheck/quotation/1`."""
    return {
        "schema": SCHEMA,
        "quotation": text,
        "standing": found.standing,
        "headline": headline(found, corpus),
        "meaning": meaning(found),
        "differences": _differences(found),
        "matches": [
            {
                "quotation": as_json.quotation(one.quotation, corpus),
                "differences": [each._asdict() for each in one.differences],
                "claim": as_json.claim(corpus.claim(one.number), corpus),
            }
            for one in found.stands
        ],
        "places": [
            {
                "source": name,
                "reported_by": corpus.sources[name].outlet,
                "locator": f"paragraph {paragraph}",
            }
            for name, paragraph in found.places
        ],
    }


def _differences(found: Provenance) -> list[dict[str, str]]:
    if found.altered:
        return [Difference(found.altered, "")._asdict()]
    return [one._asdict() for one in found.stands[0].differences] if found.stands else []


def _listed(found: Sequence[Difference]) -> str:
    more = f"; and {len(found) - TOLD} more" if len(found) > TOLD else ""
    return "; ".join(map(_told, found[:TOLD])) + more


def _told(one: Difference) -> str:
    said, recorded = shown(one.said), shown(one.recorded)
    if said and recorded:
        return f"you have “{said}”, the source “{recorded}”"
    return f"you leave out “{recorded}”" if recorded else f"the source hasn't “{said}”"
