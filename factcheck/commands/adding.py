"""`factcheck add`: put sources and claims into a corpus of one's own."""

import typer

from factcheck.commands.add_claim import add_claim
from factcheck.commands.add_source import add_source

add = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Add a source or a claim to a corpus of one's own.",
)
add.command("source")(add_source)
add.command("claim")(add_claim)
