"""Check that data read from YAML has the shape of a record, and make the record.

The only module that loads pydantic: 139 ms that a look-up can't afford.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from factcheck.corpus.yaml_reading import KEY, Document, Path_, strings
from factcheck.problem import Problem, did_you_mean
from factcheck.record import Claim, Lexicon, Shelf, Source

Shaped = TypeVar("Shaped", Shelf, Source, Lexicon, Claim)
EXPECTED = {
    "string_type": "expected text",
    "float_type": "expected a number",
    "int_type": "expected a whole number",
    "tuple_type": "expected a list",
    "dict_type": "expected keys and values",
    "named_tuple_type": "expected keys and values",
    "arguments_type": "expected keys and values",
    "too_long": "too many entries",
}


ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def adapter(kind: type[Shaped]) -> TypeAdapter[Shaped]:
    """Return what makes records of `kind` from JSON; making it takes longer than using it."""
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


@dataclass(frozen=True)
class Filed(Generic[Shaped]):
    """A record and the document that it was read from."""

    document: Document
    record: Shaped


def shaped(document: Document, kind: type[Shaped]) -> tuple[Filed[Shaped] | None, list[Problem]]:
    """Return `document` as a record of `kind`, or `None` and what is wrong with it."""
    problems = [*document.problems, *_blank(document)]
    if problems and document.data is None:
        return None, problems
    if document.data is None:
        return None, [document.problem((), "the file is empty")]
    # pydantic takes a list as the values of a named tuple; what it says of those misleads
    lists = [at for at, found in _records(kind, (), document.data) if isinstance(found, list)]
    problems += [document.problem(at, "expected keys and values, found a list") for at in lists]
    try:
        record = adapter(kind).validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        problems += [
            _problem(document, kind, detail)
            for detail in error.errors()
            if not any(detail["loc"][: len(at)] == at for at in lists)
        ]
        return None, problems
    return Filed(document, record), problems


def _blank(document: Document) -> Iterator[Problem]:
    for path, text in strings(document.data):
        if not text.strip():
            yield document.problem(path, "empty text")
        elif text != text.strip():
            yield document.problem(path, "space at the start or end of the text")


def _problem(document: Document, kind: type[Any], error: ErrorDetails) -> Problem:
    at, what = error["loc"], error["type"]
    name = at[-1] if at else ""
    if what in {"missing", "missing_argument"}:
        message = f"key '{name}' is missing" if isinstance(name, str) else "too few entries"
        return document.problem(at[:-1], message)
    if what in {"unexpected_keyword_argument", "extra_forbidden"}:
        hint = did_you_mean(str(name), _keys(kind, at[:-1]))
        return document.problem((*at, KEY), f"unknown key '{name}'{hint}")
    given = _shown(error["input"])
    if what == "literal_error":
        known = _choices(error)
        hint = did_you_mean(str(error["input"]), known)
        return document.problem(at, f"{given} is none of {', '.join(known)}{hint}")
    expected = EXPECTED.get(what, error["msg"])
    advice = ""
    if what == "tuple_type":
        advice = "; start each entry with '- '"
    elif what == "string_type" and _plain(error["input"]):
        advice = "; put it in quotes"
    return document.problem(at, f"{expected}, found {given}{advice}")


def _choices(error: ErrorDetails) -> list[str]:
    expected: str = error.get("ctx", {}).get("expected", "")
    return [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(", ")]


def _plain(value: Any) -> bool:
    return isinstance(value, (int, float, bool))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"'{str(value)[:60]}'"


def _records(kind: Any, at: Path_, data: Any) -> Iterator[tuple[Path_, Any]]:
    """Yield each record that `data` should hold: its path and what stands there."""
    if hasattr(kind, "_fields"):
        yield at, data
        if isinstance(data, dict):
            hints = get_type_hints(kind)
            for key in data.keys() & hints.keys():
                yield from _records(hints[key], (*at, key), data[key])
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _records(next(iter(get_args(kind)), None), (*at, index), item)


def _keys(kind: Any, at: Path_) -> list[str]:
    """Return the keys of the record that `at` leads to from `kind`."""
    for step in at:
        if isinstance(step, str):
            kind = get_type_hints(kind).get(step) if hasattr(kind, "_fields") else None
        else:
            kind = next(iter(get_args(kind)), None)
    return list(getattr(kind, "_fields", ()))
