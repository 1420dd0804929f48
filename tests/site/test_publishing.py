"""The workflow that the guide to a site shows can be read, and checks before it publishes."""

import re
import shlex

import yaml
from documents import DOCS

from factcheck.cli import COMMANDS

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_workflow_verifies_then_makes_the_site_and_publishes_it() -> None:
    (block,) = BLOCK.findall((DOCS / "site.md").read_text("utf-8"))
    flow = yaml.safe_load(block)
    steps = flow["jobs"]["site"]["steps"]
    runs = [shlex.split(step["run"]) for step in steps if "run" in step]
    ours = [words[1] for words in runs if words[0] == "factcheck"]
    assert ours == ["verify", "site"]
    assert set(ours) <= set(COMMANDS)
    published = next(one["with"]["path"] for one in steps if "upload-pages" in one.get("uses", ""))
    assert runs[-1][runs[-1].index("-o") + 1] == published
    assert flow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
