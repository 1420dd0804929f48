"""The command `factcheck`: its commands, each loaded when it is called for, and its errors."""

from factcheck.working_folder import leave_it

leave_it()  # before anything is loaded that could lie there

import gc  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from importlib import import_module  # noqa: E402
from typing import Annotated, Any, NoReturn  # noqa: E402

gc.set_threshold(50_000)  # before typer loads: collecting all that it makes takes 4 ms

import typer  # noqa: E402
from typer.core import TyperGroup  # noqa: E402

from factcheck.problem import CorpusError, UsageError, did_you_mean  # noqa: E402
from factcheck.version import __version__  # noqa: E402

COMMANDS = {
    "lookup": "factcheck.commands.lookup:lookup",
    "search": "factcheck.commands.search:search",
    "list": "factcheck.commands.listing:list_claims",
    "timeline": "factcheck.commands.timeline:timeline",
    "topics": "factcheck.commands.browse:topics",
    "stats": "factcheck.commands.stats:stats",
    "show": "factcheck.commands.browse:show",
    "sources": "factcheck.commands.browse:sources",
    "site": "factcheck.commands.site:site",
    "export": "factcheck.commands.export:export",
    "cite": "factcheck.commands.cite:cite",
    "check": "factcheck.commands.check:check",
    "annotate": "factcheck.commands.annotate:annotate",
    "mcp": "factcheck.commands.mcp:mcp",
    "explain": "factcheck.commands.explain:explain",
    "init": "factcheck.commands.starting:init",
    "add": "factcheck.commands.adding:add",
    "import": "factcheck.commands.importing:import_",
    "corpus": "factcheck.commands.corpora:corpus",
    "index": "factcheck.commands.corpora:index",
    "verify": "factcheck.commands.verify:verify",
    "fingerprint": "factcheck.commands.verify:fingerprint",
    "help": "factcheck.commands.helping:help_",
}
INTERACTIVE = "--interactive"
OWN = frozenset(
    f"-h --help -V --version {INTERACTIVE} --install-completion --show-completion".split()
)
"""The options before any command; all others are those of a look-up."""
MISTAKE: type[Exception] = typer.BadParameter.__mro__[2]
"""What typer raises for any command line that can't be read; it has no public name."""
INTERRUPTED = 130  # as a shell has it for a program that SIGINT ended
EPILOG = """\b
Examples:
  factcheck "1,400 children were exploited in Rotherham"
  factcheck --interactive
  factcheck list --topic history
  factcheck export --topic figures -o figures.md

\b
Exit status: 0 supported, alleged, found, or done; 1 contradicted, or a
check found something; 2 wrong usage; 3 close or not covered; 4 the corpus
itself is at fault."""


class Commands(TyperGroup):
    """Loads a command when it is called: a look-up needs one of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer calls it so
        """Return the names in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """Return the command `name`; an unknown one ends in a usage error."""
        if name not in COMMANDS:
            return ctx.fail(f"No such command '{name}'{did_you_mean(name, COMMANDS)}")
        module, _, function = COMMANDS[name].partition(":")
        called = getattr(import_module(module), function)
        if isinstance(called, typer.Typer):
            return typer.main.get_command(called)
        single = typer.Typer(rich_markup_mode=None, add_completion=False)
        single.command(name)(called)
        return typer.main.get_command(single)

    def make_context(self, *given: Any, **more: Any) -> Any:
        """Read the command line; whoever closes the help early has read enough."""
        with _unread():
            return super().make_context(*given, **more)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            with _unread():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)


@contextmanager
def _unread() -> Iterator[None]:
    """End well if the reader of what typer prints has gone; typer itself would end with 1."""
    from factcheck.commands.console import discard_output

    try:
        yield
    except BrokenPipeError:
        discard_output()
        raise typer.Exit from None


app = typer.Typer(
    name="factcheck",
    cls=Commands,
    epilog=EPILOG,
    invoke_without_command=True,
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
    ctx: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - typer reads it
        bool,
        typer.Option(
            "-V", "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    interactive: Annotated[
        bool,
        typer.Option(INTERACTIVE, help="Ask one claim after another; --corpus PATH chooses."),
    ] = False,
    corpus: Annotated[list[str] | None, typer.Option(hidden=True)] = None,
) -> None:
    """Look up what quoted, attributed sources say about a claim, offline."""
    if interactive:
        _ask(ctx.invoked_subcommand, corpus)
    if ctx.invoked_subcommand is None:
        from factcheck.commands.hello import hello

        hello()


def _ask(command: str | None, corpus: list[str] | None) -> NoReturn:
    """Answer line after line, and end."""
    if command:
        raise UsageError(f"{INTERACTIVE} takes no command; type claims when it has begun")
    from factcheck.commands.interactive import interactive

    raise typer.Exit(interactive(corpus))


def main() -> NoReturn:
    """Run the command line; no error ends in a traceback.

    The process ends at once when all is written: what Python tidies up at its
    end takes 12 ms of the 80 that a look-up takes, and nobody misses it.
    """
    from factcheck.commands.console import ended, prepare_streams

    prepare_streams()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _ended_by)
    os._exit(ended([], _run()))


def _ended_by(number: int, _: object) -> NoReturn:
    """End as the signal asks, but clear away first what is half made."""
    sys.exit(128 + number)


def _run() -> int:
    """Run the command line and return its exit status."""
    from factcheck.commands.console import ended

    try:
        args = meant(sys.argv[1:])
        return app(args=args, prog_name="factcheck", standalone_mode=False) or 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except Exception as error:  # noqa: BLE001 - the user gets a message, whatever it is
        return ended(*_told(error))


def meant(args: list[str]) -> list[str]:
    """Return a command line with the `lookup` that whoever types a claim alone leaves out.

    A word that looks like a slip in a command's name is left to be told as one. Without
    anything standard input is looked up, if something comes that way.
    """
    if not args:
        from factcheck.commands.console import is_piped

        return ["lookup"] if is_piped(sys.stdin) else []
    first = args[0]
    asks = first.startswith("--corpus") and INTERACTIVE in args
    known = first in COMMANDS or first in OWN or asks
    slip = len(args) == 1 or not first.startswith("-")
    if known or (slip and " " not in first and did_you_mean(first, [*COMMANDS, *OWN])):
        return args
    return ["lookup", *args]


def _told(error: Any) -> tuple[list[str], int]:
    """Return what is said of an error, each message a line, and the exit status."""
    if isinstance(error, MISTAKE):
        return _mistaken(error), 2
    if isinstance(error, CorpusError):
        return [*map(str, error.problems)], 4
    if isinstance(error, UsageError):
        return [f"factcheck: {one}" for one in error.args], 2
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return [f"factcheck: {place}{error.strerror or error}"], 2
    if sys.flags.dev_mode:
        raise error
    kind = f"{type(error).__name__}: {error}"
    return [f"factcheck: a fault of this program, not of yours: {kind}"], 2


def _mistaken(error: Any) -> list[str]:
    """Return what typer finds wrong with the command line; a message may quote any of it."""
    message: str = error.format_message()
    if message.startswith("Usage:"):  # nothing was asked for
        return message.split("\n")
    told = [f"Error: {message}"]
    if context := getattr(error, "ctx", None):
        way = f"Try '{context.command_path} {context.help_option_names[0]}' for help."
        told = [context.get_usage(), way, "", *told]
    return told
