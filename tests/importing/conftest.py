"""Write a file of published reviews and read it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.importing.reading import read_reviews
from factcheck.importing.taken import Loss, Taken


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, Any], Path]:
    """Write a file: bytes and text as they are, anything else as JSON."""

    def written(name: str, content: Any) -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


@pytest.fixture
def read(put: Callable[[str, Any], Path]) -> Callable[..., list[Taken | str]]:
    """Write a file and read it; problems and losses are told as `line:column: message`."""

    def values(name: str, content: Any, **options: Any) -> list[Taken | str]:
        path = put(name, content)
        found = read_reviews(path, **options)
        told = (value.problem if isinstance(value, Loss) else value for value in found)
        return [v if isinstance(v, Taken) else str(v).removeprefix(f"{path}:") for v in told]

    return values
