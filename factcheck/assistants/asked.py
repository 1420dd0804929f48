"""What an assistant asks, checked: it may send anything."""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from factcheck.assistants.given import LONGEST_ID
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.escaping import shown
from factcheck.store.naming import numbers_of
from factcheck.store.several import Corpora

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


def claim_number(name: str, store: Corpora) -> int:
    """Return the number of the claim `name`, or raise `UsageError` with what was likely meant."""
    (number,) = numbers_of([_brief(name)], store, lambda _: "; search_claims finds claims")
    return number


def source_named(name: str, store: Corpora) -> str:
    """Return `name` if a source is called so, or raise `UsageError` with what was likely meant."""
    if name not in store.sources:
        meant = did_you_mean(_brief(name), store.sources)
        raise UsageError(f"unknown source '{name}'{meant or '; resources/list names all'}")
    return name


def _brief(name: str) -> str:
    """Return a name that may be one: nobody reads on in a longer one, nor is it looked for."""
    if len(name) > LONGEST_ID:
        raise UsageError(f"an id has at most {LONGEST_ID} characters")
    return name
