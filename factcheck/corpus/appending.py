"""Add a claim to a shelf, or write a source's record, without touching what is there."""

from collections.abc import Iterator
from typing import Any

import yaml

from factcheck.corpus.shape import Filed, shaped
from factcheck.corpus.yaml_reading import (
    CONTROL,
    Document,
    Path_,
    control_message,
    parsed,
    strings,
)
from factcheck.problem import CorpusError
from factcheck.record import Claim, Shelf, Source, as_data

WIDTH = 96
HEADING = "# yaml-language-server: $schema=../schema/{}.json\n"
"""Tells editors that understand YAML which keys there are, if the corpus has a schema."""
LAYOUT = "claims: must be its last key, each claim two spaces in"
SAMPLE = Claim("sample", "Tried out.", "event", "nobody", (), ("Never written.",))


def shelf_text(topic: str, title: str) -> str:
    """Return a file for claims on a topic that has none yet."""
    return HEADING.format("claims") + _yaml({"topic": topic, "title": title}) + "claims:\n"


def source_text(source: Source) -> str:
    """Return a file with the record of a source."""
    return HEADING.format("source") + _yaml({"caveats": [], **_given(as_data(source))})


def block_of(claim: Claim) -> str:
    """Return `claim` as it stands among the claims of a shelf."""
    lines = _yaml([_given(as_data(claim))]).splitlines()
    return "".join(f"  {line}\n" for line in lines)


def with_claim(document: Document, text: str, claim: Claim) -> tuple[str, Filed[Shelf]]:
    """Return the `text` of a shelf with `claim` after its last one, and the shelf as it is then.

    Comments, order and layout stay as they are.

    Raises:
        CorpusError: The shelf is broken, or it is laid out so that nothing can be
            put at its end.
    """
    block = block_of(claim)
    appended = _appended(document, text, block)
    if appended is None:
        message = f"{LAYOUT}; add this by hand:\n{block}"
        raise CorpusError([*document.problems, document.problem(("claims",), message)])
    return appended


def check_appendable(document: Document, text: str) -> None:
    """Refuse a shelf that no claim can be put at the end of.

    Raises:
        CorpusError: It is broken, or laid out otherwise.
    """
    if _appended(document, text, block_of(SAMPLE)) is None:
        raise CorpusError([*document.problems, document.problem(("claims",), LAYOUT)])


def _appended(document: Document, text: str, block: str) -> tuple[str, Filed[Shelf]] | None:
    if "\r\n" in text:
        block = block.replace("\n", "\r\n")
    end = "" if text.endswith("\n") else "\n"
    made = f"{text}{end}{block}"
    filed, problems = shaped(parsed(document.path, made), Shelf)
    before = (document.data or {}).get("claims") or []
    if filed is None or problems or filed.document.data["claims"][:-1] != before:
        return None
    return made, filed


def unwritable(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield each text of a claim that no data file may hold, and why."""
    for at, text in strings(as_data(claim)):
        if found := CONTROL.search(text):
            yield at, control_message(found[0])
        elif text != text.strip() or not text:
            yield at, "empty text, or space at its start or end"


def _given(data: Any) -> Any:
    """Return `data` without what is empty or as it is anyway."""
    if isinstance(data, dict):
        return {key: _given(value) for key, value in data.items() if value not in (None, [], ())}
    return [_given(item) for item in data] if isinstance(data, list) else data


def _yaml(data: Any) -> str:
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text
