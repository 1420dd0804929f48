"""The forms of what goes in and out, as JSON Schema; what comes out may have more fields."""

from typing import Any

from factcheck.text.cleaning import MAX_CHARACTERS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer"}
MEANING: Schema = {**TEXT, "description": "What this does and doesn't say; pass it on."}
LONGEST_DRAFT = 50_000
"""Characters of a text that is checked; an article has 5,000 to 10,000."""
LONGEST_CLAIM = LONGEST_DRAFT
"""Characters of a claim; of these the first `MAX_CHARACTERS` are read, and that is said."""
LONGEST_WORDS, LONGEST_ID = 1_000, 500
LONGEST_QUOTATION = MAX_CHARACTERS
MOST = 50
"""Claims in an answer, as on the command line."""


def _object(_needed: str = "*", **fields: Schema) -> Schema:
    needed = [*fields] if _needed == "*" else _needed.split()
    return {"type": "object", "properties": fields, "required": needed}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _given(_needed: str, **fields: Schema) -> Schema:
    return {**_object(_needed, **fields), "additionalProperties": False}


def _text(most: int, description: str) -> Schema:
    told = f"{description} At most {most:,} characters."
    return {"type": "string", "minLength": 1, "maxLength": most, "description": told}


def _limit(usual: int) -> Schema:
    told = "At most so many claims."
    return {**NUMBER, "minimum": 1, "maximum": MOST, "default": usual, "description": told}


TOPICS: Schema = {
    **_list({"type": "string", "maxLength": LONGEST_ID}),
    "maxItems": MOST,
    "description": "Only claims on any of these topics; list_topics names them.",
}
CLAIM_ASKED = _given(
    "text",
    text=_text(LONGEST_CLAIM, "One claim in a sentence, as the user words it."),
    topics=TOPICS,
    limit=_limit(5),
)
WORDS_ASKED = _given(
    "words",
    words=_text(LONGEST_WORDS, "Words, a name, a figure or a year."),
    topics=TOPICS,
    limit=_limit(10),
)
ID_ASKED = _given("id", id=_text(LONGEST_ID, "A claim's id, as answers have it."))
NOTHING_ASKED = _given("")
DRAFT_ASKED = _given("text", text=_text(LONGEST_DRAFT, "A draft, in Markdown or plain text."))
QUOTATION_ASKED = _given(
    "quotation", quotation=_text(LONGEST_QUOTATION, "The words, with or without quotation marks.")
)

QUOTATION = _object(
    "text speaker source locator fidelity",
    text=TEXT,
    speaker=TEXT,
    source=MAYBE,
    locator=TEXT,
    start=NUMBER,
    end=NUMBER,
    fidelity={"enum": ["exact", "typographic", "unread"]},
)
REPLIES = _list(_object(by=TEXT, text=TEXT, quotation=QUOTATION))
REASON = _object(
    kind=TEXT,
    said=TEXT,
    recorded=TEXT,
    effect={"enum": ["contradicts", "opens", "notes"]},
    explanation=TEXT,
)
MATCH = _object(
    "id statement kind status verdict asserted_by quotes replies no_reply caveats reasons",
    id=TEXT,
    corpus=MAYBE,
    statement=TEXT,
    kind=TEXT,
    status={"enum": ["reported", "alleged", "rated by others"]},
    verdict=TEXT,
    score={"type": "number", "minimum": 0, "maximum": 1},
    asserted_by=MAYBE,
    through=_list(TEXT),
    reported_by=MAYBE,
    date=MAYBE,
    quotes=_list(QUOTATION),
    replies=REPLIES,
    no_reply=MAYBE,
    caveats=_list(TEXT),
    reasons=_list(REASON),
)
VERDICT: Schema = {
    "enum": ["supported", "alleged", "contradicted", "close", "found", "not_covered"]
}
ANSWER = _object(
    "schema query verdict headline matches closest parts meaning",
    schema={"const": "factcheck/lookup/2"},
    query=TEXT,
    verdict=VERDICT,
    headline=TEXT,
    meaning=MEANING,
    gaps=_list(TEXT),
    parts=_list(_object(text=TEXT, verdict=VERDICT, id=MAYBE)),
    matches=_list(MATCH),
    closest=_list(MATCH),
)
CLAIM = _object(
    "id statement kind asserted_by quotations replies no_reply caveats source_caveats withdrawn",
    id=TEXT,
    statement=TEXT,
    kind=TEXT,
    asserted_by=MAYBE,
    reported_by=MAYBE,
    quotations=_list(QUOTATION),
    replies=REPLIES,
    no_reply=MAYBE,
    caveats=_list(TEXT),
    source_caveats=_list(TEXT),
    withdrawn={"type": ["object", "null"]},
    corpus=MAYBE,
)
RECORD = _object("claim meaning", claim=CLAIM, meaning=MEANING)
FOUND = _object(
    "claims total whole instead meaning",
    claims=_list(CLAIM),
    total={**NUMBER, "description": "How many claims there are, listed or not."},
    whole={"type": "boolean", "description": "Whether each has all that was searched for."},
    instead={**_list(TEXT), "description": "Searched for in the place of misspelled words."},
    meaning=MEANING,
)
TOPICS_TOLD = _object(topics=_list(_object(topic=TEXT, title=TEXT, claims=NUMBER, corpus=MAYBE)))
FINDING = _object(
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
CHECKED = _object(
    "schema findings sentences verdicts unread meaning",
    schema={"const": "factcheck/check/1"},
    findings=_list(FINDING),
    files=NUMBER,
    sentences=NUMBER,
    verdicts={"type": "object", "additionalProperties": NUMBER},
    unread=_list(TEXT),
    meaning=MEANING,
)
DIFFERENCES = _list(_object(said=TEXT, recorded=TEXT))
PROVENANCE = _object(
    schema={"const": "factcheck/quotation/1"},
    quotation=TEXT,
    standing={
        "enum": ["exact", "same_words", "shortened", "in_source", "differs", "not_found"],
    },
    headline=TEXT,
    meaning=MEANING,
    differences=DIFFERENCES,
    matches=_list(_object(quotation=QUOTATION, differences=DIFFERENCES, claim=CLAIM)),
    places=_list(_object(source=TEXT, reported_by=TEXT, locator=TEXT)),
)
