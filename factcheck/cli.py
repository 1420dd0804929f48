"""The command `factcheck`: its commands, each loaded when it is called for, and its errors."""

from factcheck.working_folder import leave_it

leave_it()  # before anything is loaded that could lie there

import gc  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
from importlib import import_module  # noqa: E402
from typing import Annotated, Any, NoReturn  # noqa: E402

gc.set_threshold(50_000)  # before typer loads: collecting all that it makes takes 4 ms

import typer  # noqa: E402
from typer.core import TyperGroup  # noqa: E402

from factcheck import __version__  # noqa: E402
from factcheck.problem import CorpusError, UsageError, did_you_mean  # noqa: E402

COMMANDS = {
    "lookup": "factcheck.commands.lookup:lookup",
    "list": "factcheck.commands.browse:list_claims",
    "topics": "factcheck.commands.browse:topics",
    "show": "factcheck.commands.browse:show",
    "sources": "factcheck.commands.browse:sources",
    "export": "factcheck.commands.export:export",
    "check": "factcheck.commands.check:check",
    "annotate": "factcheck.commands.annotate:annotate",
    "explain": "factcheck.commands.explain:explain",
    "init": "factcheck.commands.starting:init",
    "add": "factcheck.commands.adding:add",
    "import": "factcheck.commands.importing:import_",
    "corpus": "factcheck.commands.corpora:corpus",
    "index": "factcheck.commands.corpora:index",
    "verify": "factcheck.commands.verify:verify",
    "fingerprint": "factcheck.commands.verify:fingerprint",
}
INTERRUPTED = 130  # as a shell has it for a program that SIGINT ended
EPILOG = """\b
Examples:
  factcheck lookup "1,400 children were exploited in Rotherham"
  factcheck list --topic history
  factcheck export --topic figures -o figures.md

\b
Exit status: 0 supported, or done; 1 contradicted, or a check found something;
2 wrong usage; 3 not covered; 4 the corpus itself is at fault."""


class Commands(TyperGroup):
    """Loads a command when it is called: a look-up needs one of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer calls it so
        """Return the names in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """Return the command `name`; an unknown one ends in a usage error."""
        if name not in COMMANDS:
            from factcheck.show.escaping import shown

            return ctx.fail(f"No such command '{shown(name)}'{did_you_mean(name, COMMANDS)}")
        module, _, function = COMMANDS[name].partition(":")
        called = getattr(import_module(module), function)
        if isinstance(called, typer.Typer):
            return typer.main.get_command(called)
        single = typer.Typer(rich_markup_mode=None, add_completion=False)
        single.command(name)(called)
        return typer.main.get_command(single)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; whoever closes its output early has read enough."""
        from factcheck.commands.console import discard_output

        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            discard_output()
            raise typer.Exit from None
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)


app = typer.Typer(
    name="factcheck",
    cls=Commands,
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
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


def main() -> NoReturn:
    """Run the command line; no error ends in a traceback.

    The process ends at once when all is written: what Python tidies up at its
    end takes 12 ms of the 80 that a look-up takes, and nobody misses it.
    """
    from factcheck.commands.console import flushed, prepare_streams

    prepare_streams()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _ended_by)
    status = flushed(_run())
    sys.stderr.flush()
    os._exit(status)


def _ended_by(number: int, _: object) -> NoReturn:
    """End as the signal asks, but clear away first what is half made."""
    sys.exit(128 + number)


def _run() -> int:
    """Run the command line and return its exit status."""
    from factcheck.commands.console import complain

    try:
        app(prog_name="factcheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except CorpusError as error:
        return complain(str(error), 4)
    except UsageError as error:
        return complain(f"factcheck: {error}", 2)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return complain(f"factcheck: {place}{error.strerror or error}", 2)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        kind = f"{type(error).__name__}: {error}"
        return complain(f"factcheck: a fault of this program, not of yours: {kind}", 2)
    return 0
