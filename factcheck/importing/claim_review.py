"""The fields of a schema.org ClaimReview, as publishers mark it up."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from factcheck.importing.fields import Fields, Number, Reference
from factcheck.importing.linking import reference

NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def is_claim_review(node: dict[str, Any]) -> bool:
    """Whether a node of JSON-LD says that it is a ClaimReview, among other things perhaps."""
    names = (name for name in listed(node.get("@type")) if isinstance(name, str))
    return any(re.split("[/:#]", name)[-1] == "ClaimReview" for name in names)


def claim_review_fields(node: dict[str, Any]) -> Fields:
    """Return the fields of a ClaimReview."""
    claims = list(_claims(node))
    return Fields(
        statement=plain(node.get("claimReviewed")),
        publisher=_known([named(node.get(key)) for key in ("author", "publisher")]),
        url=_address(plain(node.get("url"))),
        rating=_ratings(listed(node.get("reviewRating"))),
        claimant=named([who for claim in claims for who in listed(claim.get("author"))]),
        claim_date=_first(plain(claim.get("datePublished")) for claim in claims),
        date=plain(node.get("datePublished")),
        title=_first(plain(node.get(key)) for key in ("name", "headline")),
        language=plain(node.get("inLanguage")),
    )


def _known(names: list[Any]) -> Any:
    """Return the first of `names` that is no mere reference, if there is one."""
    return _first([name for name in names if not isinstance(name, Reference)] + names)


def _claims(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what a review reviews, and what that reviews in its turn."""
    for item in listed(node.get("itemReviewed")):
        if isinstance(item, dict):
            yield item
            yield from (one for one in listed(item.get("itemReviewed")) if isinstance(one, dict))


def _ratings(values: list[Any]) -> Any:
    """Return all ratings as one text; what is no text is left for the check to refuse."""
    found = [rating for rating in map(_rating, values) if not _is_empty(rating)]
    odd = [rating for rating in found if not _is_text(rating)]
    return odd[0] if odd else "; ".join(dict.fromkeys(found)) or None


def plain(value: Any) -> Any:
    """Return what stands in lists of one and in `{"@value": …}`; else `value` itself.

    `None` if the list is empty.
    """
    while True:
        if isinstance(value, list) and len(value) <= 1:
            value = value[0] if value else None
        elif isinstance(value, dict) and "@value" in value:
            value = value["@value"]
        else:
            return value


def listed(value: Any) -> list[Any]:
    """Return the plain values of a property that may have none, one or several."""
    value = plain(value)
    values = value if isinstance(value, list) else [value]
    return [item for item in map(plain, values) if item is not None]


def named(value: Any) -> Any:
    """Return the names of those that `value` gives, joined by commas.

    Who has no name goes by the host of their site. `None` if it gives nobody; what
    is no text is returned as it is, for the check to refuse.
    """
    names = [name for name in map(_name, listed(value)) if not _is_empty(name)]
    odd = [name for name in names if not _is_text(name)]
    return odd[0] if odd else ", ".join(dict.fromkeys(names)) or None


def _name(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    named_by = [plain(value.get("name")), _host(_address(plain(value.get("url"))))]
    referred = reference(value)
    return _first([*named_by, referred and (_host(referred) or Reference(referred))])


def _host(url: Any) -> str | None:
    try:
        return urlsplit(url).hostname if _is_text(url) else None
    except ValueError:  # brackets that are no address
        return None


def _address(url: Any) -> Any:
    """Return a URL, which JSON-LD may write as `{"@id": …}`."""
    return url["@id"] if isinstance(url, dict) and "@id" in url else url


def _rating(value: Any) -> Any:
    """Return a rating in the publisher's words, or its number with the best one."""
    if not isinstance(value, dict):
        return value
    words = _first(plain(value.get(key)) for key in ("alternateName", "name"))
    if words is not None:
        return words
    number, best = plain(value.get("ratingValue")), plain(value.get("bestRating"))
    if not _is_number(number):
        return number
    return f"{number} of {best}" if _is_number(best) else str(number)


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Number | Reference)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _first(values: Iterable[Any]) -> Any:
    """Return the first value that is not empty; `None` if all are."""
    return next((value for value in values if not _is_empty(value)), None)
