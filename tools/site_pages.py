"""Put what lies beside docs/ into the site, and lead the links between the two there.

ProperDocs knows only the files of one folder; people who read the files themselves look
for README and the like in the project's own. The functions are its hooks.
"""

import re
from pathlib import Path
from typing import Any

from properdocs.structure.files import File

ROOT = Path(__file__).parents[1]
BESIDE = (
    "README.md",
    "BENCHMARKS.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "CORRECTIONS.md",
    "LICENSE",
    "factcheck/text/relations.licence.txt",
)
FROM_BESIDE, TO_BESIDE = re.compile(r"\]\(docs/"), re.compile(r"\]\(\.\./")


def on_files(files: Any, config: Any) -> Any:
    """Add the files beside docs/, as if they lay in it."""
    for name in BESIDE:
        files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Return a page whose links lead to where the files lie in the site."""
    leading = FROM_BESIDE if page.file.src_uri in BESIDE else TO_BESIDE
    return leading.sub("](", markdown)
