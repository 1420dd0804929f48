"""Print the page of the manual: each command's own help text, in roff."""

from typing import Any

import typer

from factcheck import __version__
from factcheck.cli import app

WIDTH = 80
"""Columns of a help text, as in a pipe; so the page doesn't indent it."""
ENVIRONMENT = {
    "FACTCHECK_CORPUS": "The corpora in use, if no --corpus names them.",
    "NO_COLOR": "No colour, if it holds anything; TERM=dumb does the same.",
    "XDG_CACHE_HOME": "Where the cache lies, in a folder named factcheck.",
}


def page() -> str:
    """Return the page, in roff."""
    root: Any = typer.main.get_command(app)
    context = root.context_class(
        root, info_name="factcheck", terminal_width=WIDTH, **root.context_settings
    )
    about = escaped(root.help)
    usage, described = context.get_help().split("\n\n", 1)
    parts = [
        f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"',
        f".SH NAME\nfactcheck \\- {about[0].lower()}{about[1:].rstrip('.')}",
        f".SH SYNOPSIS\n{escaped(usage.removeprefix('Usage: '))}",
        f".SH DESCRIPTION\n{as_it_is(described)}",
        ".SH COMMANDS",
        *(f".SS {name}\n{as_it_is(text)}" for name, text in helps(context)),
        ".SH ENVIRONMENT",
        *(f".TP\n.B {name}\n{escaped(means)}" for name, means in ENVIRONMENT.items()),
    ]
    return "\n".join(parts) + "\n"


def helps(context: Any) -> list[tuple[str, str]]:
    """Return the full name and the help text of each command, those within others too."""
    found = []
    for name in context.command.list_commands(context):
        command = context.command.get_command(context, name)
        inner = command.context_class(
            command, info_name=name, parent=context, **command.context_settings
        )
        found.append((inner.command_path, inner.get_help()))
        if hasattr(command, "list_commands"):
            found += helps(inner)
    return found


def as_it_is(text: str) -> str:
    """Return a text whose lines stay as they are."""
    return f".in 0\n.nf\n{escaped(text)}\n.fi\n.in"


def escaped(text: str) -> str:
    """Return a text in which roff finds nothing to obey."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in plain.split("\n"))


if __name__ == "__main__":
    print(page(), end="")
