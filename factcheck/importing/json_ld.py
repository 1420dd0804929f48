"""Read the values of JSON-LD, which may stand alone, in lists, and in several languages."""

from collections.abc import Iterable
from typing import Any

from factcheck.importing.fields import Number, Reference, Repeated
from factcheck.importing.linking import reference


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


def spoken(value: Any, language: Any = None) -> Any:
    """Return the text of a property that may be given in several languages.

    Args:
        value: Texts, or objects with a text, each perhaps with its `@language`.
        language: What is wanted, `None` what names none; else the language that comes first is.

    Returns:
        All different texts in the one language, joined by semicolons; `None` if there are
        none; what is no text is returned as it is, for the check to refuse.
    """
    if isinstance(value, Repeated):
        return value
    values = value if isinstance(value, list) else [value]
    wanted = [one for one in values if _tongue(one) == _primary(language)]
    chosen = wanted or [one for one in values if _tongue(one) == _tongue(values[0])]
    return joined(map(_worded, chosen), "; ")


def _worded(value: Any) -> Any:
    """Return the words of a text or of a thing such as a Claim."""
    value = plain(value)
    if not isinstance(value, dict):
        return value
    words = first(plain(value.get(key)) for key in ("text", "name"))
    referred = reference(value)
    return words or (Reference(referred) if referred else value)


def _tongue(value: Any) -> str | None:
    return _primary(value.get("@language")) if isinstance(value, dict) else None


def _primary(tag: Any) -> str | None:
    """Return the language of a tag such as `en-GB`."""
    return tag.replace("_", "-").split("-")[0].lower() if isinstance(tag, str) else None


def joined(values: Iterable[Any], sign: str) -> Any:
    """Return all different texts as one; `None` if there are none, what is no text if there is."""
    found = [value for value in values if not is_empty(value)]
    odd = [value for value in found if not is_text(value)]
    return odd[0] if odd else sign.join(dict.fromkeys(found)) or None


def is_text(value: Any) -> bool:
    """Whether it is text as such, no number and no reference."""
    return isinstance(value, str) and not isinstance(value, Number | Reference)


def is_empty(value: Any) -> bool:
    """Whether a value says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def first(values: Iterable[Any]) -> Any:
    """Return the first value that is not empty; `None` if all are."""
    return next((value for value in values if not is_empty(value)), None)
