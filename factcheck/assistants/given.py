"""The forms of what tools take, as JSON Schema, and how much they take."""

from factcheck.assistants.schemas import NUMBER, Schema, list_of, object_of
from factcheck.text.cleaning import MAX_CHARACTERS

LONGEST_DRAFT = 20_000
"""Characters of a text that is checked; an article has 5,000 to 10,000."""
LONGEST_CLAIM = LONGEST_DRAFT
"""Characters of a claim; of these the first `MAX_CHARACTERS` are read, and that is said."""
LONGEST_WORDS, LONGEST_ID = 1_000, 500
LONGEST_QUOTATION = MAX_CHARACTERS
MOST = 50
"""Claims in an answer, as on the command line."""
FEW, MANY = 5, 10
"""Claims in an answer to a claim, and to words, if nothing else is asked for."""


def _given(_needed: str, **fields: Schema) -> Schema:
    return {**object_of(_needed, **fields), "additionalProperties": False}


def _text(most: int, description: str) -> Schema:
    told = f"{description} At most {most:,} characters."
    return {"type": "string", "minLength": 1, "maxLength": most, "description": told}


def _limit(usual: int) -> Schema:
    told = "At most so many claims."
    return {**NUMBER, "minimum": 1, "maximum": MOST, "default": usual, "description": told}


TOPICS: Schema = {
    **list_of({"type": "string", "maxLength": LONGEST_ID}),
    "maxItems": MOST,
    "description": "Only claims on any of these topics; list_topics names them.",
}
CLAIM_ASKED = _given(
    "text",
    text=_text(LONGEST_CLAIM, "One claim in a sentence, as the user words it."),
    topics=TOPICS,
    limit=_limit(FEW),
)
WORDS_ASKED = _given(
    "words",
    words=_text(LONGEST_WORDS, "Words, a name, a figure or a year."),
    topics=TOPICS,
    limit=_limit(MANY),
)
ID_ASKED = _given("id", id=_text(LONGEST_ID, "A claim's id, as answers have it."))
NOTHING_ASKED = _given("")
DRAFT_ASKED = _given("text", text=_text(LONGEST_DRAFT, "A draft, in Markdown or plain text."))
QUOTATION_ASKED = _given(
    "quotation", quotation=_text(LONGEST_QUOTATION, "The words, with or without quotation marks.")
)
