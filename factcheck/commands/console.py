"""The edge to the terminal: the only place that prints, and where colour is decided."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, TypeVar

import typer

from factcheck.show.escaping import shown
from factcheck.store.opening import Watch

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.show.blocks import Block
    from factcheck.show.reporting import Line


Told = TypeVar("Told")
SHOWN_EVERY = 0.2  # seconds
SLOW = 5_000_000
"""Bytes; less is dealt with in a second."""


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR does the same.")]


def prepare_streams() -> None:
    """Let any text be written, whatever the encoding; a closed stream reads and writes nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.encoding.lower().replace("-", "") == "utf8" or not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="replace")


def is_piped(stream: TextIO) -> bool:
    """Whether a stream is a pipe or a file; a terminal is none, nor what reads as nothing."""
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISCHR(mode)


def out(text: str, end: str = "\n") -> None:
    """Print a result."""
    sys.stdout.write(text + end)


def near(path: Path) -> str:
    """Return a path as a person here would write it."""
    try:
        return shown(str(path.resolve().relative_to(Path.cwd())))
    except (ValueError, OSError):
        return shown(str(path))


def warn(text: str) -> None:
    """Print a message for a person, beside the results."""
    sys.stdout.flush()
    sys.stderr.write(f"factcheck: {shown(text)}\n")


def tell(text: str) -> None:
    """Print what is going on, if a person is watching."""
    if sys.stderr.isatty():
        warn(text)


def counted(lines: Iterable[Told]) -> Iterator[Told]:
    """Yield `lines`; after a second, count them for a person who sees no results meanwhile."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    start = shown_at = monotonic()
    for number, line in enumerate(lines, start=1):
        yield line
        now = monotonic()
        if watched and now - start > 1 and now - shown_at > SHOWN_EVERY:
            shown_at = now
            sys.stderr.write(f"\r{number:,} claims looked up")
    if shown_at > start:
        sys.stderr.write("\r\x1b[K")


def fail(text: str, status: int) -> NoReturn:
    """Print what went wrong, and end with `status`."""
    sys.exit(complain(text, status))


def complain(text: str, status: int) -> int:
    """Print what went wrong, each line by itself; return `status`."""
    status = flushed(status)
    sys.stderr.write("".join(f"{shown(line)}\n" for line in text.splitlines()))
    return status


def flushed(status: int) -> int:
    """Write out what stdout holds; return `status`, or 2 if that can't be done.

    A reader that has gone, as `head` does, is no fault.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        sys.stderr.write(f"factcheck: {error.strerror}\n")
        return 2
    return status


def discard_output() -> None:
    """Drop what stdout still holds: it can't be written, and each flush would try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_blocks(blocks: Iterable["Block"], *, no_color: bool = False) -> None:
    """Print blocks: in panels on a terminal, else as plain text that is never wrapped."""
    console = terminal(no_color=no_color)
    if console is None:
        from factcheck.show.plain import plain

        out(plain(blocks), end="")
        return
    from factcheck.show.screen import screen

    console.print(screen(blocks))


def watch() -> Watch:
    """Return who is told of what goes on: a person who watches."""
    return Watch(warn, tell, watching)


def print_lines(
    lines: Iterable["Line"], styles: Mapping[str, str], screen: "Console | None"
) -> None:
    """Print lines, on a terminal each in the style of its role."""
    if screen is None:
        out("\n".join(line.text for line in lines))
        return
    from rich.padding import Padding
    from rich.text import Text

    for line in lines:
        indent = len(line.text) - len(line.text.lstrip())
        text = Text(line.text.lstrip(), styles.get(line.role, ""))
        screen.print(Padding(text, (0, 0, 0, indent)))


def terminal(*, no_color: bool) -> "Console | None":
    """Return the terminal that results are shown on; `None` if they go elsewhere."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console, ConsoleDimensions

    colourless = no_color or bool(os.environ.get("NO_COLOR"))
    console = Console(no_color=colourless, highlight=False)
    if console.is_dumb_terminal:
        console.size = ConsoleDimensions(*get_terminal_size())  # rich takes it to be 80 wide
    return console


@contextmanager
def watching(
    what: str, size: int, slow: int = SLOW, beside: "Console | None" = None
) -> Iterator[Callable[[int], None]]:
    """Show how far something has come, of `size` bytes, if a person is watching.

    Less than `slow` is not worth it. What is printed meanwhile on `beside` stands
    above what is shown.
    """
    if not sys.stderr.isatty() or size < slow:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = beside or Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(shown(what), total=size)
        yield lambda done: progress.advance(task, done)
