"""The tools: what each is called, what it is for, what it takes and gives."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from factcheck.api.corpora import Corpus
from factcheck.assistants import given, schemas, told
from factcheck.assistants.asked import checked
from factcheck.assistants.schemas import Schema
from factcheck.assistants.told import Told
from factcheck.problem import UsageError, did_you_mean


class Tool(NamedTuple):
    """One tool.

    Attributes:
        title: What a person sees.
        description: What an assistant reads when it chooses.
        given, answered: The form of what goes in, and of what comes out.
        answer: Answers what was asked; raises `UsageError` if that can't be answered.
    """

    title: str
    description: str
    given: Schema
    answered: Schema
    answer: Callable[[dict[str, Any], Corpus], Told]


TOOLS: Mapping[str, Tool] = {
    "lookup_claim": Tool(
        "Look a claim up",
        "What the sources report on one claim, with the verdict on its wording (supported, "
        "alleged, contradicted, close, found, not_covered), the reasons, the quotation, who says "
        "it, replies and caveats. A verdict never says that a claim is true or false.",
        given.CLAIM_ASKED,
        schemas.ANSWER,
        told.lookup_claim,
    ),
    "search_claims": Tool(
        "Search claims",
        "The claims that have a word, a name, a figure or a year, best first. It judges nothing.",
        given.WORDS_ASKED,
        schemas.FOUND,
        told.search_claims,
    ),
    "get_claim": Tool(
        "Get a claim",
        "One record, whole: quotations with their places, who says it, replies, caveats, "
        "misreadings and what the source leaves open.",
        given.ID_ASKED,
        schemas.RECORD,
        told.get_claim,
    ),
    "list_topics": Tool(
        "List topics",
        "The topics of the corpus, with how many claims stand on each.",
        given.NOTHING_ASKED,
        schemas.TOPICS_TOLD,
        told.list_topics,
    ),
    "check_text": Tool(
        "Check a text",
        "Where a draft departs from what the sources report: figures, names, dates, quotations, "
        "allegations stated as fact, replies left out; each with its line and the record.",
        given.DRAFT_ASKED,
        schemas.CHECKED,
        told.check_text,
    ),
    "verify_quotation": Tool(
        "Verify a quotation",
        "Whether words stand in a quotation of the corpus, exactly or with which differences, "
        "and whose they are. To be asked before words are put in quotation marks.",
        given.QUOTATION_ASKED,
        schemas.PROVENANCE,
        told.verify_quotation,
    ),
}


def use(name: str, arguments: Mapping[str, Any], corpus: Corpus) -> Told:
    """Return what the tool `name` answers.

    Raises:
        UsageError: There is none, or what it was given can't be answered.
    """
    if name not in TOOLS:
        raise UsageError(f"there is no such tool{did_you_mean(name[:100], TOOLS)}")
    tool = TOOLS[name]
    return tool.answer(checked(arguments, tool.given), corpus)
