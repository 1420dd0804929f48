"""The command `factcheck`: its commands in one place, and errors into exit statuses."""

import sys
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.commands import browse, export, lookup, verify
from factcheck.commands.console import fail
from factcheck.problem import CorpusError, UsageError

EPILOG = """\b
Examples:
  factcheck lookup "1,400 children were exploited in Rotherham"
  factcheck list --topic history
  factcheck export --topic figures -o figures.md

\b
Exit status: 0 supported, or done; 1 contradicted, or a check found something;
2 wrong usage; 3 not covered; 4 the corpus itself is at fault."""

app = typer.Typer(
    name="factcheck",
    help="Look up what quoted, attributed sources say about a claim, offline.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def factcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Look up what quoted, attributed sources say about a claim, offline."""


app.command()(lookup.lookup)
app.command("list")(browse.list_claims)
app.command()(browse.topics)
app.command()(browse.show)
app.command()(browse.sources)
app.command()(export.export)
app.command()(verify.verify)
app.command()(verify.fingerprint)


def main() -> None:
    """Run the command line; no error ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if stream.encoding.lower().replace("-", "") == "utf8" or not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except CorpusError as error:
        fail(str(error), 4)
    except UsageError as error:
        fail(f"factcheck: {error}", 2)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone; Python would complain at exit
        sys.exit(0)
    except OSError as error:
        fail(f"factcheck: {error.filename or ''}: {error.strerror or error}", 2)
