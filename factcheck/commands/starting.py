"""`factcheck init`: begin a corpus of one's own."""

import json
import shlex
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import out, path_named
from factcheck.commands.files import written
from factcheck.problem import UsageError
from factcheck.record import Lexicon, Shelf, Source
from factcheck.show.escaping import opening, shown
from factcheck.store.workshop import clear_leftovers, workshop

STARTER = Path(__file__).parents[1] / "starter"
SCHEMAS = {"claims": Shelf, "source": Source, "lexicon": Lexicon}


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new or an empty folder.", parser=path_named)
    ],
) -> None:
    """Begin a corpus of one's own in DIR.

    It works at once, and explains itself. One that was stopped is completed.

    \b
    Example:
      factcheck init my-claims
      cd my-claims
      factcheck lookup "the market hall was closed for eleven weeks"
    """
    files = _files()
    try:
        if not folder.exists():
            _place_whole(folder, files)
        elif _is_free(folder, files):
            _place_within(folder, files)
        else:
            raise UsageError(f"{folder} is there already, and not empty; name another folder")
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}") from error
    name = shown(str(folder))
    out(f"{opening(name)}: a corpus of two claims from an example source. Next:")
    out(f"  cd {shlex.quote(name)}")
    out('  factcheck lookup "the market hall was closed for eleven weeks"')
    out("  and read README.md there, which says how to put your own claims in their place")


def _files() -> dict[Path, str]:
    """Return the text of each file of a new corpus, by its place in it; its claims come last."""
    from factcheck.corpus.schema import schema_of

    starter = [path for path in STARTER.rglob("*") if path.is_file()]
    files = {path.relative_to(STARTER): path.read_text(encoding="utf-8") for path in starter}
    for name, kind in SCHEMAS.items():
        files[Path("schema", f"{name}.json")] = json.dumps(schema_of(kind), indent=1) + "\n"
    return dict(sorted(files.items(), key=lambda file: (file[0].parent.name == "claims", file[0])))


def _is_free(folder: Path, files: Mapping[Path, str]) -> bool:
    """Whether `folder` is empty, or has only part of the files: a killed `init` left those."""
    if not folder.is_dir():
        return False
    clear_leftovers(folder)
    folders = {name.parent for name in files}
    known = 0
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_symlink():
            return False
        if path.is_file() and name in files and path.read_bytes() == files[name].encode():
            known += 1
        elif not (path.is_dir() and name in folders):
            return False
    return known < len(files)


def _place_whole(folder: Path, files: Mapping[Path, str]) -> None:
    """Make a folder that is not there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with workshop(folder.parent) as shop:
        _write(shop / "new", files)
        (shop / "new").rename(folder)


def _place_within(folder: Path, files: Mapping[Path, str]) -> None:
    """Put the files into a folder that is there, which a shell may be in, or a drive begin at.

    Killed between two of them, it leaves a folder without claims, which the next
    `init` completes.
    """
    with workshop(folder) as shop, ExitStack() as undoing:
        _write(shop / "new", files)
        for name in files:
            place = folder / name
            if not place.exists():
                place.parent.mkdir(exist_ok=True)
                (shop / "new" / name).rename(place)
                undoing.callback(place.unlink, missing_ok=True)
        undoing.pop_all()


def _write(folder: Path, files: Mapping[Path, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written(folder / name, [text])
