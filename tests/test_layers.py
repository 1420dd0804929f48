"""The direction of imports: each layer knows only those below it, and only the edge prints."""

import ast
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
BELOW = {
    "version": "",
    "problem": "",
    "working_folder": "",
    "record": "",
    "text": "record",
    "compare": "record text",
    "lookup": "compare record text",
    "corpus": "problem record text",
    "importing": "problem record",
    "tables": "importing problem",
    "store": "compare corpus problem record text",
    "drafts": "compare lookup record store text",
    "show": "compare drafts lookup record store text version",
    "api": "compare drafts lookup problem record show store",
    "__init__": "api compare problem show version",
    "arrow": "api compare problem show store tables",
    "citations": "corpus record show store tables",
    "site": "citations record show store",
    "assistants": "api drafts lookup problem record show store text version",
    "commands": "api assistants citations corpus drafts importing lookup problem record show site"
    " store tables text",
    "cli": "commands problem show version working_folder",
    "__main__": "cli",
}
HEAVY = {"pydantic", "yaml", "edtf", "rich"}
"""Slow to load: only the modules that read a corpus or draw on a terminal may."""
DRAWING = {
    "show/screen.py",
    "show/drawing.py",
    "show/folding.py",
    "show/timeline.py",
    "show/reporting.py",
    "show/batch_rows.py",
    "commands/console.py",
}


def layer(path: Path) -> str:
    """Return the folder, or the module beside them, that the file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the full names of the modules that the file imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole path"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own_layers(names: set[str]) -> set[str]:
    """Return the layers of this package that `names` lead to."""
    parts = (name.split(".") for name in names if name.startswith("factcheck."))
    found = {part[1] for part in parts}
    return {name if name in BELOW else "__init__" for name in found}


MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = sorted({layer(path) for path in MODULES})


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def modules(here: str) -> list[Path]:
    return [path for path in MODULES if layer(path) == here]


@pytest.mark.parametrize("here", LAYERS)
def test_imports_point_down(here: str) -> None:
    for path in modules(here):
        assert own_layers(imported(path)) <= {here, *BELOW[here].split()}, path


def test_every_module_has_a_layer() -> None:
    assert {layer(path) for path in MODULES} == set(BELOW)


def test_layers_have_no_cycle() -> None:
    order = list(BELOW)
    for name, below in BELOW.items():
        assert all(order.index(other) < order.index(name) for other in below.split())


def streams(path: Path) -> set[str]:
    """Return which streams of the process a file names; `print` is one, too."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    named = {node.id for node in nodes if isinstance(node, ast.Name)} & {"print"}
    return named | {
        node.attr
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
        and node.attr in {"stdin", "stdout", "stderr", "exit"}
    }


@pytest.mark.parametrize("here", LAYERS)
def test_only_the_edge_touches_the_streams(here: str) -> None:
    for path in modules(here):
        found = streams(path)
        assert "print" not in found, path
        assert not found or here in {"commands", "cli"}, path


@pytest.mark.parametrize("here", LAYERS)
def test_slow_libraries_stay_where_they_are_needed(here: str) -> None:
    for path in modules(here):
        heavy = {name.partition(".")[0] for name in imported(path)} & HEAVY
        assert not heavy or here == "corpus" or heavy == {"rich"}, path
        assert "rich" not in heavy or name_of(path) in DRAWING, path
