"""`factcheck explain`: what a kind of finding means, with an example."""

from typing import Annotated

import typer

from factcheck.commands.console import out
from factcheck.drafts.kinds import BY_ID, KINDS, Kind
from factcheck.problem import UsageError, did_you_mean


def complete_kind(incomplete: str) -> list[str]:
    """Return the kinds that start so, for a shell."""
    return [name for name in BY_ID if name.startswith(incomplete)]


def explain(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="ID", show_default=False, autocompletion=complete_kind),
    ] = None,
) -> None:
    """Say what a kind of finding means, or name them all.

    \b
    Example:
      factcheck explain unattributed
    """
    if kind is None:
        for one in KINDS:
            out(f"{one.id:14} {one.severity:8} {one.meaning}")
        return
    if kind not in BY_ID:
        raise UsageError(f"unknown kind '{kind}'{did_you_mean(kind, BY_ID)}")
    out("\n".join(_explained(BY_ID[kind])))


def _explained(kind: Kind) -> list[str]:
    told = [f"{kind.id} ({kind.severity}): {kind.headline}", kind.meaning]
    if kind.flagged:
        told += [f"Flagged, with the built-in corpus: {kind.flagged}", f"Not: {kind.sound}"]
    return told
