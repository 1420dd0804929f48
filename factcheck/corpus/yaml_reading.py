"""Read YAML strictly: plain data, the place of every value, and every problem at once.

PyYAML keeps the last of two equal keys, turns `12:30` into 750 and `no` into
false, and copies what an alias points at. Here each of these is a problem, so
what a curator reads in the file is what the program holds. The tree is built
from parser events without recursion, so deep nesting can't exhaust the stack.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from factcheck.corpus import regular
from factcheck.problem import Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same events, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 10_000_000
MAX_DEPTH = 20
TOO_DEEP = f"nested more than {MAX_DEPTH} deep"
DEEPER = re.compile(rf"(?:[\[{{]\s*){{{MAX_DEPTH}}}[\[{{]")
"""So many brackets in a row; parsers refuse some number of them, each with words of its own."""
KEY = "\0key"
"""Ends a path that points at a mapping's key rather than its value."""

Path_ = tuple[str | int, ...]
Place = tuple[int, int]
INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")  # longer ones lose digits elsewhere, or fail
FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
UNREADABLE: re.Pattern[str] = yaml.reader.Reader.NON_PRINTABLE
WORDS = {"true": True, "false": False, "null": None, "": None}


@dataclass
class Document:
    """One YAML file as data.

    Attributes:
        path: The file.
        data: Mappings, lists, strings, numbers, booleans and `None`; `None` too if
            reading had to stop, because half a file tells nothing of the rest.
        places: The line and column, from 1, of each value by its path of keys.
        problems: What is wrong with it as YAML.
    """

    path: Path
    data: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, at: Path_, message: str) -> Problem:
        """Return a problem at the place of `at`, or of the nearest value around it."""
        while at and at not in self.places:
            at = at[:-1]
        return Problem(self.path, *self.places.get(at, (1, 1)), message)


def read_yaml(path: Path) -> Document:
    """Return the document at `path`; its `problems` say what is wrong with it."""
    document = Document(path)
    text = _decoded(document)
    return document if text is None else parsed(path, text)


def parsed(path: Path, text: str) -> Document:
    """Return the document `text`, which is or will be that at `path`."""
    document = Document(path)
    try:
        if not _Builder(document).build(text):
            document.data = None
    except yaml.MarkedYAMLError as error:
        document.problems.append(_too_deep(path, text) or _broken(path, error))
        document.data = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # PyYAML lets chr() fail
        message = " ".join(str(error).split())
        document.problems.append(Problem(path, 1, 1, f"not YAML: {message}"))
        document.data = None
    return document


def places_in(text: str) -> dict[Path_, Place]:
    """Return the line and column of each value of one JSON value, which is YAML nearly always.

    Where it is not, only the start of the whole is known.
    """
    document = Document(Path())
    with suppress(yaml.YAMLError, ValueError, OverflowError):
        _Builder(document).build(text)
    return document.places


def _too_deep(path: Path, text: str) -> Problem | None:
    """Return where brackets open deeper than is read, if that is what a parser refused first."""
    found = DEEPER.search(text)
    place = _end(text[: found.end() - 1]) if found else None
    return place and Problem(path, *place, TOO_DEEP)


def _broken(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    """Return what the parser says, and from where on if that lies lines above."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    message = f"not YAML: {error.problem}"
    if mark is None:
        return Problem(path, 1, 1, message)
    if begun and begun.line < mark.line:
        message += f" {error.context}, begun on line {begun.line + 1}"
    return Problem(path, mark.line + 1, mark.column + 1, message)


def _decoded(document: Document) -> str | None:
    path = document.path
    try:
        raw = regular.content(path)
    except OSError as error:
        document.problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}"))
        return None
    if len(raw) > MAX_BYTES:
        message = f"{len(raw):,} bytes; a data file holds at most {MAX_BYTES:,}: split it"
        document.problems.append(Problem(path, 0, 0, message))
        return None
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        place = _end(raw[: error.start].decode())
        message = f"not UTF-8: byte 0x{raw[error.start]:02x}; save the file as UTF-8"
        document.problems.append(Problem(path, *place, message))
        return None
    found = UNREADABLE.search(text)
    if found:
        place = _end(text[: found.start()])
        document.problems.append(Problem(path, *place, control_message(found[0])))
        return None
    return text


def _end(text: str) -> Place:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def control_message(character: str) -> str:
    """Return what is wrong with a control character in a text."""
    return f"control character U+{ord(character):04X}; take it out"


class _Builder:
    """Fills a document from parser events; one open collection is one level."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[tuple[Any, Path_]] = []
        self.key: list[str | None] = []

    def build(self, text: str) -> bool:
        """Read `text`; return False if that stopped before the end of its document."""
        documents = 0
        for event in yaml.parse(text, Loader=Loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                self._fault(event, "a second document; a data file holds one")
                break
            if isinstance(event, yaml.NodeEvent) and not self._node(event):
                return False
            if isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.key.pop()
        return True

    def _fault(self, event: yaml.Event, message: str) -> None:
        self.document.problems.append(Problem(self.document.path, *_where(event), message))

    def _node(self, event: yaml.NodeEvent) -> bool:
        """Take one value in; return False when reading on is not safe."""
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._fault(
                event, f"'{sign}{event.anchor}': anchors and aliases are not taken; repeat the text"
            )
            if sign == "*":
                return False
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._fault(event, f"tag '{tag}': tags are not taken; write plain text")
        if len(self.open) > MAX_DEPTH:
            self._fault(event, TOO_DEEP)
            return False
        if isinstance(event, yaml.ScalarEvent):
            self._place(event, self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            data: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self._place(event, data)
            self.open.append((data, path))
            self.key.append(None)
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        value = event.value
        found = CONTROL.search(value)
        if found:
            self._fault(event, control_message(found[0]))
        if event.style:
            return value
        if self.open and isinstance(self.open[-1][0], dict) and self.key[-1] is None:
            return value  # a key is always text
        if value in WORDS:
            return WORDS[value]
        if INT.fullmatch(value):
            return int(value)
        if FLOAT.fullmatch(value):
            return float(value)
        if _reinterpreted(value):
            self._fault(event, f"'{value}' is not plain text to YAML; write \"{value}\" in quotes")
        return value

    def _place(self, event: yaml.NodeEvent, value: Any) -> Path_:
        """Put `value` where it belongs and return its path."""
        here = _where(event)
        if not self.open:
            self.document.data = value
            self.document.places[()] = here
            return ()
        parent, path = self.open[-1]
        if isinstance(parent, list):
            at: Path_ = (*path, len(parent))
            parent.append(value)
        elif self.key[-1] is None:
            return self._take_key(event, value, path, here)
        else:
            key = self.key[-1]
            at = (*path, key)
            parent[key] = value
            self.key[-1] = None
        self.document.places[at] = here
        return at

    def _take_key(self, event: yaml.NodeEvent, value: Any, path: Path_, here: Place) -> Path_:
        key = value if isinstance(value, str) else repr(value)
        if not isinstance(value, str):
            self._fault(event, "a key must be text")
        if key in self.open[-1][0]:
            first = self.document.places[(*path, key, KEY)][0]
            self._fault(event, f"key '{key}' again; it is on line {first} already")
        self.document.places[(*path, key, KEY)] = here
        self.key[-1] = key
        return (*path, key)


def _where(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


def _reinterpreted(value: str) -> bool:
    """Whether YAML 1.1 reads the plain scalar `value` as anything but text."""
    return any(pattern.match(value) for _, pattern in _RESOLVERS.get(value[:1], []))


def strings(data: Any, at: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Yield every string in `data` with its path."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from strings(value, (*at, index))
