"""Python sessions in documents, and notebooks: run, with what they print put in its place.

A block of a document that begins with ```pycon is a session as Python's own prompt shows it. The
blocks of a document are one session: what one of them defines, the next ones know. A notebook is
the same, cell by cell.
"""

import ast
import re
import traceback
from contextlib import redirect_stdout
from doctest import DocTestParser, Example
from io import StringIO
from typing import Any

import nbformat

PYCON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def as_python_has_it(text: str) -> str:
    """Return a document with what its sessions print today."""
    known: dict[str, Any] = {"__name__": "__main__"}

    def real(found: re.Match[str]) -> str:
        examples = DocTestParser().get_examples(found[1])
        return f"```pycon\n{''.join(_shown(one, known) for one in examples)}```"

    return PYCON.sub(real, text)


def _shown(example: Example, known: dict[str, Any]) -> str:
    """Return an example behind its prompts, and below it what it prints."""
    first, *others = example.source.splitlines()
    typed = [f">>> {first}", *(f"... {one}".rstrip() for one in others)]
    printed = _printed(example.source, known)
    return "".join(f"{line}\n" for line in typed) + printed


def _printed(source: str, known: dict[str, Any]) -> str:
    out = StringIO()
    with redirect_stdout(out):
        try:
            exec(compile(source, "<document>", "single"), known)  # noqa: S102 - what it is for
        except Exception as error:  # noqa: BLE001 - it is shown
            told = "".join(traceback.format_exception_only(error))
            return f"{out.getvalue()}Traceback (most recent call last):\n  ...\n{told}"
    return out.getvalue()


def as_run(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a notebook with the outputs that its cells have today, numbered from 1."""
    known: dict[str, Any] = {"__name__": "__main__"}
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(cells, 1):
        cell.execution_count = number
        cell.outputs = _outputs(cell.source, known, number)
    return notebook


def _outputs(source: str, known: dict[str, Any], number: int) -> list[nbformat.NotebookNode]:
    *statements, last = ast.parse(source).body
    value, out = None, StringIO()
    with redirect_stdout(out):
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(statements, []), "<cell>", "exec"), known)  # noqa: S102
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), known)  # noqa: S307
        else:
            exec(compile(source, "<cell>", "exec"), known)  # noqa: S102
    outputs = []
    if out.getvalue():
        outputs.append(nbformat.v4.new_output("stream", name="stdout", text=out.getvalue()))
    if value is not None:
        data = {"text/plain": repr(value)}
        shown = nbformat.v4.new_output("execute_result", data=data, execution_count=number)
        outputs.append(shown)
    return outputs
