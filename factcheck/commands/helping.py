"""`help`: what `--help` of a command prints, for those who ask the other way round."""

from typing import Annotated, Any

import typer

from factcheck.commands.console import out
from factcheck.problem import UsageError, did_you_mean


def complete_command(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the commands that start so, for a shell."""
    root: Any = ctx.find_root()
    return [name for name in root.command.list_commands(root) if name.startswith(incomplete)]


def help_(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(metavar="COMMAND...", show_default=False, autocompletion=complete_command),
    ] = None,
) -> None:
    """Print the help of COMMAND, or of factcheck itself.

    \b
    Examples:
      factcheck help lookup
      factcheck help add claim
    """
    asked: Any = ctx.find_root()
    for name in command or []:
        asked = _inner(asked, name)
    out(asked.get_help())


def _inner(context: Any, name: str) -> Any:
    """Return the context of the command `name` of a command."""
    if not hasattr(context.command, "get_command"):
        raise UsageError(f"'{context.command_path}' has no commands of its own, so no '{name}'")
    found = context.command.get_command(context, name)
    if found is None:
        known = context.command.list_commands(context)
        near = did_you_mean(name, known)
        raise UsageError(f"'{context.command_path}' has no command '{name}'{near}")
    return found.context_class(found, info_name=name, parent=context, **found.context_settings)
