"""What the page on assistants shows can be pasted: it is JSON or TOML, and a command line."""

import json
import re
import tomllib
from typing import Any

import pytest
from documents import DOCS

from factcheck.assistants import schemas
from factcheck.assistants.tools import TOOLS
from factcheck.store.roots import BUILTIN

PAGE = (DOCS / "assistants.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(json|toml)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
READERS = {"json": json.loads, "toml": tomllib.loads}


@pytest.mark.parametrize(("form", "text"), BLOCKS)
def test_each_block_names_the_command_and_its_arguments(form: str, text: str) -> None:
    data: dict[str, Any] = READERS[form](text)
    ((_, servers),) = data.items()
    ((name, server),) = servers.items()
    assert name == server["command"] == "factcheck"
    first, *rest = server["args"]
    assert first == "mcp"
    assert set(rest[::2]) <= {"--corpus"}
    assert rest == [] or rest[-1] == BUILTIN


def test_each_tool_and_how_much_it_takes_is_on_the_page() -> None:
    rows = {row[1]: row[0] for row in re.finditer(r"^\| `([a-z_]+)` \| .*$", PAGE, re.MULTILINE)}
    assert {*TOOLS} <= {*rows}
    assert {*schemas.PROVENANCE["properties"]["standing"]["enum"]} <= {*rows}
    for name, tool in TOOLS.items():
        for field, given in tool.given["properties"].items():
            assert f"`{field}`" in rows[name]
            if field in {"text", "words", "quotation"}:
                assert f"{given['maxLength']:,} characters" in rows[name]
