"""What an assistant asks, checked: it may send anything."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from factcheck.problem import UsageError, did_you_mean
from factcheck.show.escaping import shown
from factcheck.store.several import Corpora, Several

ECHO = 100
"""So many characters of what was sent are said again."""


def checked(arguments: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a tool.

    Raises:
        UsageError: They aren't of the form that the tool takes.
    """
    error = best_match(Draft202012Validator(schema).iter_errors(arguments))
    if error is not None:
        raise UsageError(_told(error, schema))
    return dict(arguments)


def _told(error: ValidationError, schema: Mapping[str, Any]) -> str:
    """Return in a sentence what is wrong; never more of what was sent than is needed."""
    where = ".".join(map(str, error.absolute_path))
    rule: Any = error.validator_value
    known = [*schema["properties"]]
    if error.validator == "required":
        missing = [name for name in rule if name not in error.instance]
        return f"'{missing[0]}' is missing"
    if error.validator == "additionalProperties":
        name = next(name for name in error.instance if name not in known)
        return f"unknown argument '{_cut(name)}'{did_you_mean(name[:ECHO], known)}"
    told = {
        "type": f"must be of the type {rule}",
        "minLength": "is empty",
        "maxLength": f"has {_size(error.instance):,} characters; at most {rule:,} are taken"
        if isinstance(rule, int)
        else "",
        "maxItems": f"has too many items; at most {rule} are taken",
        "minimum": f"must be {rule} or more",
        "maximum": f"must be {rule} or less",
    }
    return f"'{where}' {told.get(str(error.validator), 'is not what this takes')}"


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str) else 0


def _cut(text: str) -> str:
    return shown(text if len(text) <= ECHO else f"{text[:ECHO]}…")


def known_topics(topics: Sequence[str], store: Corpora) -> Sequence[str]:
    """Return `topics`, or raise `UsageError` that says which of them is unknown."""
    names = [topic for topic, _, _ in store.topics]
    for name in topics:
        if name not in names:
            raise UsageError(_unknown("topic", name, names, "list_topics names all"))
    return topics


def claim_number(name: str, store: Corpora) -> int:
    """Return the number of the claim `name`, or raise `UsageError` with what was likely meant."""
    number = store.number_of(name)
    if number is not None:
        return number
    if isinstance(store, Several) and (owners := store.numbers_of(name)):
        ids = " or ".join(store.claim(one).id for one in owners)
        raise UsageError(f"'{_cut(name)}' is {ids}")
    near = [other for start in ("", name[:3]) for other in store.ids_from(start)]
    raise UsageError(_unknown("claim", name, near, "search_claims finds claims by their words"))


def source_named(name: str, store: Corpora) -> str:
    """Return `name` if a source is called so, or raise `UsageError` with what was likely meant."""
    if name not in store.sources:
        raise UsageError(_unknown("source", name, store.sources, "resources/list names them"))
    return name


def _unknown(what: str, name: str, known: Iterable[str], way: str) -> str:
    meant = did_you_mean(name[:ECHO], known) or f"; {way}"
    return f"unknown {what} '{_cut(name)}'{meant}"
