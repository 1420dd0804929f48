"""The shape of a corpus' files as JSON Schema, so that editors complete and check the keys."""

import re
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

DRAFT = "http://json-schema.org/draft-07/schema#"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
ATTRIBUTE = re.compile(r"^ {8}(\w[\w, ]*): (.*(?:\n {12}.*)*)", re.MULTILINE)


def schema_of(record: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of a file that holds one `record`."""
    return {"$schema": DRAFT, **_schema(record)}


def _schema(kind: Any) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return {"type": PLAIN[kind]}
    if hasattr(kind, "_fields"):
        return _record(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _list(arguments)
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1])}
    # what may be `None` is left out of a file, or is of the other kind
    return _schema(next(one for one in arguments if one is not type(None)))


def _list(arguments: tuple[Any, ...]) -> dict[str, Any]:
    held: dict[str, Any] = {"type": "array", "items": _schema(arguments[0])}
    if arguments[-1] is not Ellipsis:
        held |= {"minItems": len(arguments), "maxItems": len(arguments)}
    return held


def _record(record: Any) -> dict[str, Any]:
    hints, told = get_type_hints(record), _attributes(record.__doc__ or "")
    properties = {name: _schema(hints[name]) for name in record._fields}
    for name, text in told.items():
        if name in properties:
            properties[name]["description"] = text
    return {
        "type": "object",
        "description": (record.__doc__ or "").partition("\n")[0],
        "additionalProperties": False,
        "required": [name for name in record._fields if name not in record._field_defaults],
        "properties": properties,
    }


def _attributes(docstring: str) -> dict[str, str]:
    """Return what a docstring says of each attribute."""
    told = {}
    for names, text in ATTRIBUTE.findall(docstring.partition("Attributes:")[2]):
        for name in names.split(", "):
            told[name] = " ".join(text.replace("`", "").split())
    return told
