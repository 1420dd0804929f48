"""Read a long shelf: JSON Lines, one claim a line, each checked by itself, in bounded memory.

A line that surely has no fault is read in a few microseconds; any other is read
again as the YAML is, so that both say the same of the same fault.
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from factcheck.corpus.shape import Filed, adapter, shaped
from factcheck.corpus.yaml_reading import (
    CONTROL,
    Document,
    Path_,
    control_message,
    places_in,
    strings,
)
from factcheck.problem import Problem
from factcheck.record import Claim

MAX_LINE = 1_000_000  # bytes
SUSPECT = ("\\", '""', '" ', ' ",', ' "}', ' "]', ' ":')
"""What a line has if a text in it is empty, starts or ends with a space, or hides something."""


class Line(NamedTuple):
    """One line of a long shelf.

    Attributes:
        number: Counted from 1.
        raw: Its bytes, without the line's end.
        claim: `None` if it can't be made of the line.
        problems: What is wrong with it.
    """

    number: int
    raw: bytes
    claim: Claim | None
    problems: tuple[Problem, ...]


class DoubledKeyError(ValueError):
    """An object names a key twice; JSON's readers keep the last in silence."""


def numbered(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line that holds anything, with its number; one too long is cut after the limit."""
    for number, line in enumerate(iter(partial(file.readline, MAX_LINE + 1), b""), start=1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE)
        held = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if held.strip():
            yield number, held.rstrip(b"\r\n")


def read_line(path: Path, number: int, raw: bytes) -> Line:
    """Return what the line holds."""
    try:
        text = raw.decode()
        if len(raw) <= MAX_LINE:
            data = DECODER.decode(text)
            if not _is_suspect(text) or all(map(_is_plain, strings(data))):
                claim = adapter(Claim).validate_json(raw, strict=True)
                return Line(number, raw, claim, ())
    except (ValueError, RecursionError):
        pass  # told below, with its place
    filed, problems = _read_slowly(path, number, raw)
    return Line(number, raw, filed.record if filed else None, tuple(problems))


def _is_suspect(text: str) -> bool:
    return not text.isprintable() or any(mark in text for mark in SUSPECT)


def _is_plain(found: tuple[Path_, str]) -> bool:
    text = found[1]
    return bool(text) and text == text.strip() and not CONTROL.search(text)


def line_problems(path: Path, line: Line, faults: Iterable[tuple[Path_, str]]) -> list[Problem]:
    """Return `faults` of a line's claim as problems with their place."""
    found = list(faults)
    if not found:
        return []
    document = _document(path, line.number, line.raw)
    return [document.problem(at, message) for at, message in found]


def _read_slowly(path: Path, number: int, raw: bytes) -> tuple[Filed[Claim] | None, list[Problem]]:
    if len(raw) > MAX_LINE:
        message = f"this line is longer than {MAX_LINE:,} bytes, which no claim is"
        return None, [Problem(path, number, 1, message)]
    document = _document(path, number, raw)
    if document.data is None:
        return None, document.problems
    document.problems += [
        document.problem(at, control_message(found[0]))
        for at, text in strings(document.data)
        if (found := CONTROL.search(text))
    ]
    return shaped(document, Claim)


def _document(path: Path, number: int, raw: bytes) -> Document:
    document = Document(path)
    try:
        text = raw.decode()
        document.data = DECODER.decode(text)
        document.places = {at: (number, column) for at, (_, column) in places_in(text).items()}
        document.places.setdefault((), (number, 1))
        if not isinstance(document.data, dict):
            document.data = None
            document.problems.append(Problem(path, number, 1, "expected a claim: {…} on one line"))
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg.lower()}"
        document.problems.append(Problem(path, number, error.colno, message))
    except UnicodeDecodeError as error:
        column = len(raw[: error.start].decode()) + 1
        message = f"not UTF-8: byte 0x{raw[error.start]:02x}; save the file as UTF-8"
        document.problems.append(Problem(path, number, column, message))
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        document.problems.append(Problem(path, number, 1, f"not JSON: {reason}"))
    return document


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        doubled = next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at]))
        raise DoubledKeyError(f"key '{doubled}' stands twice")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)
