"""The forms of what tools answer, as JSON Schema; an answer may have more fields."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer"}
MEANING: Schema = {**TEXT, "description": "What this does and doesn't say; pass it on."}


def object_of(_needed: str = "*", **fields: Schema) -> Schema:
    """Return the form of an object; those of its fields that are named are always there."""
    needed = [*fields] if _needed == "*" else _needed.split()
    return {"type": "object", "properties": fields, "required": needed}


def list_of(one: Schema) -> Schema:
    """Return the form of a list."""
    return {"type": "array", "items": one}


QUOTATION = object_of(
    "text speaker source locator fidelity",
    text=TEXT,
    speaker=TEXT,
    source=MAYBE,
    locator=TEXT,
    start=NUMBER,
    end=NUMBER,
    fidelity={"enum": ["exact", "typographic", "unread"]},
)
REPLIES = list_of(object_of(by=TEXT, text=TEXT, quotation=QUOTATION))
REASON = object_of(
    kind=TEXT,
    said=TEXT,
    recorded=TEXT,
    effect={"enum": ["contradicts", "opens", "notes"]},
    explanation=TEXT,
)
MATCH = object_of(
    "id statement kind status verdict asserted_by quotes replies no_reply caveats reasons",
    id=TEXT,
    corpus=MAYBE,
    statement=TEXT,
    kind=TEXT,
    status={"enum": ["reported", "alleged", "rated by others"]},
    verdict=TEXT,
    score={"type": "number", "minimum": 0, "maximum": 1},
    asserted_by=MAYBE,
    through=list_of(TEXT),
    reported_by=MAYBE,
    date=MAYBE,
    quotes=list_of(QUOTATION),
    replies=REPLIES,
    no_reply=MAYBE,
    caveats=list_of(TEXT),
    reasons=list_of(REASON),
)
VERDICT: Schema = {
    "enum": ["supported", "alleged", "contradicted", "close", "found", "not_covered"]
}
ANSWER = object_of(
    "schema query verdict headline matches closest parts meaning",
    schema={"const": "factcheck/lookup/2"},
    query=TEXT,
    verdict=VERDICT,
    headline=TEXT,
    meaning=MEANING,
    gaps=list_of(TEXT),
    parts=list_of(object_of(text=TEXT, verdict=VERDICT, id=MAYBE)),
    matches=list_of(MATCH),
    closest=list_of(MATCH),
)
CLAIM = object_of(
    "id statement kind asserted_by quotations replies no_reply caveats source_caveats withdrawn",
    id=TEXT,
    statement=TEXT,
    kind=TEXT,
    asserted_by=MAYBE,
    reported_by=MAYBE,
    quotations=list_of(QUOTATION),
    replies=REPLIES,
    no_reply=MAYBE,
    caveats=list_of(TEXT),
    source_caveats=list_of(TEXT),
    withdrawn={"type": ["object", "null"]},
    corpus=MAYBE,
)
RECORD = object_of("claim meaning", claim=CLAIM, meaning=MEANING)
FOUND = object_of(
    "claims total whole instead meaning",
    claims=list_of(CLAIM),
    total={**NUMBER, "description": "How many claims there are, listed or not."},
    whole={"type": "boolean", "description": "Whether each has all that was searched for."},
    instead={**list_of(TEXT), "description": "Searched for in the place of misspelled words."},
    meaning=MEANING,
)
TOPICS_TOLD = object_of(
    topics=list_of(object_of(topic=TEXT, title=TEXT, claims=NUMBER, corpus=MAYBE))
)
FINDING = object_of(
    "kind severity line column sentence headline said recorded explanation claim",
    kind=TEXT,
    severity={"enum": ["error", "warning", "note"]},
    line=NUMBER,
    column=NUMBER,
    sentence=TEXT,
    headline=TEXT,
    said=TEXT,
    recorded=TEXT,
    explanation=TEXT,
    claim={"anyOf": [CLAIM, {"type": "null"}]},
)
CHECKED = object_of(
    "schema findings sentences verdicts unread meaning",
    schema={"const": "factcheck/check/1"},
    findings=list_of(FINDING),
    files=NUMBER,
    sentences=NUMBER,
    verdicts={"type": "object", "additionalProperties": NUMBER},
    unread=list_of(TEXT),
    meaning=MEANING,
)
DIFFERENCES = list_of(object_of(said=TEXT, recorded=TEXT))
PROVENANCE = object_of(
    schema={"const": "factcheck/quotation/1"},
    quotation=TEXT,
    standing={
        "enum": ["exact", "same_words", "shortened", "in_source", "differs", "not_found"],
    },
    headline=TEXT,
    meaning=MEANING,
    differences=DIFFERENCES,
    matches=list_of(object_of(quotation=QUOTATION, differences=DIFFERENCES, claim=CLAIM)),
    places=list_of(object_of(source=TEXT, reported_by=TEXT, locator=TEXT)),
)
