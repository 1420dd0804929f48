"""The fields of a schema.org ClaimReview, as publishers mark it up."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from factcheck.importing.fields import Fields, Reference, Repeated
from factcheck.importing.json_ld import first, is_text, joined, listed, plain, spoken
from factcheck.importing.linking import reference

NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def is_claim_review(node: dict[str, Any]) -> bool:
    """Whether a node of JSON-LD says that it is a ClaimReview, among other things perhaps."""
    names = (name for value in listed(node.get("@type")) for name in listed(value))
    return any(
        isinstance(name, str) and re.split("[/:#]", name)[-1] == "ClaimReview" for name in names
    )


def claim_review_fields(node: dict[str, Any]) -> Fields:
    """Return the fields of a ClaimReview."""
    claims = list(_claims(node))
    language = _language(plain(node.get("inLanguage")))
    return Fields(
        statement=spoken(node.get("claimReviewed"), language),
        publisher=_known([named(node.get(key)) for key in ("author", "publisher")]),
        url=_address(plain(node.get("url"))),
        rating=_ratings(node.get("reviewRating"), language),
        claimant=named([who for claim in claims for who in listed(claim.get("author"))]),
        claim_date=first(plain(claim.get("datePublished")) for claim in claims),
        date=plain(node.get("datePublished")),
        title=first(spoken(node.get(key), language) for key in ("name", "headline")),
        language=language,
    )


def _known(names: list[Any]) -> Any:
    """Return the first of `names` that is no mere reference, if there is one."""
    return first([name for name in names if not isinstance(name, Reference)] + names)


def _claims(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what a review reviews, and what that reviews in its turn."""
    for item in listed(node.get("itemReviewed")):
        if isinstance(item, dict):
            yield item
            yield from (one for one in listed(item.get("itemReviewed")) if isinstance(one, dict))


def _language(value: Any) -> Any:
    """Return the tag of a language, which may be an object with its name."""
    if not isinstance(value, dict):
        return value
    return first(plain(value.get(key)) for key in ("alternateName", "name"))


def named(value: Any) -> Any:
    """Return the names of those that `value` gives, joined by commas.

    Who has no name goes by the host of their site. `None` if it gives nobody; what
    is no text is returned as it is, for the check to refuse.
    """
    return value if isinstance(value, Repeated) else joined(map(_name, listed(value)), ", ")


def _name(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    named_by = [spoken(value.get("name")), _host(_address(plain(value.get("url"))))]
    referred = reference(value)
    return first([*named_by, referred and (_host(referred) or Reference(referred))])


def _host(url: Any) -> str | None:
    try:
        return urlsplit(url).hostname if is_text(url) else None
    except ValueError:  # brackets that are no address
        return None


def _address(url: Any) -> Any:
    """Return a URL, which JSON-LD may write as `{"@id": …}`."""
    return url["@id"] if isinstance(url, dict) and "@id" in url else url


def _ratings(value: Any, language: Any) -> Any:
    """Return all ratings as one text; what is no text is left for the check to refuse."""
    if isinstance(value, Repeated):
        return value
    return joined((_rating(one, language) for one in listed(value)), "; ")


def _rating(value: Any, language: Any) -> Any:
    """Return a rating in the publisher's words, or its number with the best one."""
    if not isinstance(value, dict):
        return value
    words = first(spoken(value.get(key), language) for key in ("alternateName", "name"))
    if words is not None:
        return words
    number, best = plain(value.get("ratingValue")), plain(value.get("bestRating"))
    if not _is_number(number):
        return number
    return f"{number} of {best}" if _is_number(best) else str(number)


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None
