"""Find the reviews in a JSON value, whichever of the known shapes it has."""

from collections.abc import Iterator
from typing import Any

from factcheck.importing.claim_review import claim_review_fields, is_claim_review, named
from factcheck.importing.columns import NEEDED, fields_of
from factcheck.importing.elements import LISTS
from factcheck.importing.fields import Fields, label, shortened
from factcheck.importing.linking import linked

EXPECTED = (
    "expected is a ClaimReview, a list under "
    + " or ".join(f"'{key}'" for key in LISTS)
    + ", or an object that gives "
    + ", ".join(f"the {label(name)}" for name in NEEDED)
)
SHOWN = 10
"""How many keys of an object a message names."""


def reviews_in(value: Any) -> Iterator[Fields | str]:
    """Yield the fields of each review in `value`, or why there are none where one should be.

    A node of a graph that is no ClaimReview, such as a WebPage, is no review.
    """
    waiting = [value]
    while waiting:  # no recursion: lists in lists may be deep
        node = waiting.pop()
        inner = _inner(node)
        if inner is None:
            yield from _reviews_of(node)
        else:
            waiting.extend(reversed([one for _, one in linked((None, one) for one in inner)]))


def _inner(node: Any) -> list[Any] | None:
    """Return what a list, a feed, a graph or an item of one holds; `None` if it is none."""
    if isinstance(node, list):
        return node
    if not isinstance(node, dict) or is_claim_review(node) or _is_row(node):
        return None
    found = [node[key] for key in LISTS if isinstance(node.get(key), list | dict)]
    if not found and isinstance(node.get("item"), list | dict) and node["item"]:
        return [node["item"]]
    return found or None


def _reviews_of(node: Any) -> Iterator[Fields | str]:
    if not isinstance(node, dict):
        yield "neither a review nor a list of them"
    elif is_claim_review(node):
        yield claim_review_fields(node)
    elif "item" in node and ("@type" in node or not node["item"]):
        yield "an item of a feed that holds nothing"
    elif "claimReview" in node:
        yield from _reviews_of_claim(node)
    elif nested := list(_nested(node)):
        yield from nested
    elif _is_row(node) or not {"@type", "@id", "@context"} & node.keys():
        fields = fields_of(node)
        yield fields if any(value is not None for value in fields) else _nothing(node)


def _nothing(node: dict[str, Any]) -> str:
    """Return what an object is that gives no field of a review, and what was expected."""
    if message := _error(node.get("error")):
        return f"no review but an error: '{message}'"
    keys = ", ".join(f"'{shortened(key)}'" for key in list(node)[:SHOWN])
    more = f" and {len(node) - SHOWN:,} more" if len(node) > SHOWN else ""
    what = f"an object with {keys}{more}" if node else "an empty object"
    return f"{what} is no review; {EXPECTED}"


def _error(value: Any) -> str | None:
    """Return what a service that answers with an error says of it."""
    told = value.get("message") if isinstance(value, dict) else value
    return shortened(told) if isinstance(told, str) else None


def _is_row(node: dict[str, Any]) -> bool:
    """Whether an object has its fields under names of columns, whatever else it has."""
    fields = fields_of(node)
    return fields.statement is not None and fields.rating is not None


def _nested(node: dict[str, Any]) -> Iterator[Fields]:
    """Yield the reviews that stand in another node, such as the article that they belong to."""
    waiting: list[Iterator[Any]] = [iter([node])]
    while waiting:  # no recursion, and no second list of what may be very many
        value = next(waiting[-1], waiting)
        if value is waiting:
            waiting.pop()
        elif isinstance(value, dict) and is_claim_review(value):
            yield claim_review_fields(value)
        elif isinstance(value, dict | list):
            waiting.append(iter(value.values() if isinstance(value, dict) else value))


def _reviews_of_claim(claim: dict[str, Any]) -> Iterator[Fields | str]:
    """Yield each review of a claim as the Google Fact Check Tools API answers with it."""
    reviews = claim["claimReview"]
    if not isinstance(reviews, list) or not reviews:
        yield "a claim without a review"
        return
    for review in reviews:
        yield _review_of_claim(claim, review) if isinstance(review, dict) else "a review of nothing"


def _review_of_claim(claim: dict[str, Any], review: dict[str, Any]) -> Fields:
    return Fields(
        statement=claim.get("text"),
        publisher=_publisher(review.get("publisher")),
        url=review.get("url"),
        rating=review.get("textualRating"),
        claimant=claim.get("claimant"),
        claim_date=claim.get("claimDate"),
        date=review.get("reviewDate"),
        title=review.get("title"),
        language=review.get("languageCode"),
    )


def _publisher(value: Any) -> Any:
    return named(value) or value.get("site") if isinstance(value, dict) else value
