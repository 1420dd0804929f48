"""`factcheck init`: begin a corpus of one's own."""

import json
import shlex
import shutil
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import out, path_named
from factcheck.problem import UsageError
from factcheck.record import Lexicon, Shelf, Source
from factcheck.show.escaping import opening, shown

STARTER = Path(__file__).parents[1] / "starter"
SCHEMAS = {"claims": Shelf, "source": Source, "lexicon": Lexicon}


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new or an empty folder.", parser=path_named)
    ],
) -> None:
    """Begin a corpus of one's own in DIR.

    It works at once, and explains itself.

    \b
    Example:
      factcheck init my-claims
      cd my-claims
      factcheck lookup "the market hall was closed for eleven weeks"
    """
    from factcheck.corpus.schema import schema_of

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already, and not empty; name another folder")
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    (folder / "schema").mkdir()
    for name, kind in SCHEMAS.items():
        text = json.dumps(schema_of(kind), indent=1)
        (folder / "schema" / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    name = shown(str(folder))
    out(f"{opening(name)}: a corpus of two claims from an example source. Next:")
    out(f"  cd {shlex.quote(name)}")
    out('  factcheck lookup "the market hall was closed for eleven weeks"')
    out("  and read README.md there, which says how to put your own claims in their place")
