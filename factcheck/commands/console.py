"""The edge to the terminal: the only place that prints, and where colour is decided."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, TypeAlias, TypeVar

import typer

from factcheck.show.escaping import opening, shown
from factcheck.store.opening import Watch

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from factcheck.show.blocks import Block
    from factcheck.show.reporting import Line


Told = TypeVar("Told")
Screen: TypeAlias = "Console"
"""A terminal; rich is loaded only where there is one."""
SHOWN_EVERY = 0.2  # seconds
SLOW = 1.0  # seconds; what is done sooner needs no view on it
NARROWEST, USUAL, WIDEST = 20, 80, 1_000
"""Columns of a terminal; what says it is narrower or wider is not believed."""
LONGEST = 2_000
"""Characters of a message; what a person needs of it stands at its ends."""


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR does the same.")]


def path_named(text: str) -> Path:
    """Return the path that an argument names; an empty one is not the working folder."""
    if not text:
        raise typer.BadParameter("'' names no file and no folder")
    return Path(text)


def prepare_streams() -> None:
    """Let any text be written, whatever the encoding.

    A closed input is empty, and what a closed output is given can't be written, as on a
    full disk. No file that is opened later takes its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDONLY)
            setattr(sys, name, open(handle, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
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
    """Print a result.

    A reader that has gone, as `head` does, is no fault: the rest is dropped, and the
    command goes on in silence. For its exit status is a verdict on all that it was
    given; of what it hadn't got to when the reader left it could say nothing. (git and
    grep die of SIGPIPE then, but they only list.)

    Raises:
        OSError: It can't be written for another reason.
    """
    with suppress(BrokenPipeError), _results():
        sys.stdout.write(text + end)


def out_each(lines: Iterable[str], *, at_once: bool = False) -> None:
    """Print a list, each line `at_once` if need be; nothing more is done when its reader has gone.

    Raises:
        OSError: It can't be written for another reason.
    """
    for line in lines:
        if not _is_read(line, at_once=at_once):
            return


def _is_read(line: str, *, at_once: bool) -> bool:
    """Print a line; return whether somebody may read on."""
    with suppress(BrokenPipeError), _results():
        sys.stdout.write(f"{line}\n")
        if at_once:
            sys.stdout.flush()
        return True
    return False


@contextmanager
def _results() -> Iterator[None]:
    """Say of what can't be written that these are the results, and drop them."""
    try:
        yield
    except OSError as error:
        discard_output()
        raise OSError(error.errno, error.strerror, "standard output") from error


def out_as_it_is(text: str) -> None:
    """Print a user's own text, not a character changed; on a terminal, what would steer it is."""
    if sys.stdout.isatty():
        text = "\n".join(map(shown, text.split("\n")))
    out(text, end="")


def near(path: Path) -> str:
    """Return a path as a person here would write it."""
    try:
        return opening(str(Path(os.path.realpath(path)).relative_to(Path.cwd())))
    except (ValueError, OSError):
        return opening(str(path))


def warn(text: str) -> None:
    """Print a message for a person, beside the results."""
    complain(f"factcheck: {text}", 0)


def tell(text: str) -> None:
    """Print what is going on, if a person is watching."""
    if sys.stderr.isatty():
        warn(text)


def counted(lines: Iterable[Told]) -> Iterator[Told]:
    """Yield `lines`; after a second, count them for a person who is watching."""
    watched = sys.stderr.isatty()
    start = shown_at = monotonic()
    for number, line in enumerate(lines, start=1):
        yield line
        now = monotonic()
        if watched and now - start > SLOW and now - shown_at > SHOWN_EVERY:
            shown_at = now
            sys.stderr.write(f"\r{number:,} claims looked up")
    if shown_at > start:
        sys.stderr.write("\r\x1b[K")


def fail(text: str, status: int) -> NoReturn:
    """Print what went wrong, and end with `status`."""
    sys.exit(complain(text, status))


def complain(text: str, status: int) -> int:
    """Print what went wrong, on one line whatever it quotes; return `status`."""
    return complain_each([text], status)


def complain_each(messages: Iterable[str], status: int) -> int:
    """Print all that went wrong, each on a line, after the results so far; return `status`.

    Raises:
        OSError: The results can't be written.
    """
    with suppress(BrokenPipeError), _results():
        sys.stdout.flush()
    _say(messages)
    return status


def ended(messages: Iterable[str], status: int) -> int:
    """Print what a command ended with, if anything; return `status`, or 2 if results are lost."""
    try:
        return complain_each(messages, status)
    except OSError as error:
        _say([f"factcheck: {error.filename}: {error.strerror}"])
        return 2


def _say(messages: Iterable[str]) -> None:
    """Print each on a line of stderr; if that can't be written, nobody is there to be told."""
    with suppress(OSError):
        sys.stderr.write("".join(f"{opening(_cut(text))}\n" for text in messages))
        sys.stderr.flush()


def _cut(text: str) -> str:
    """Return a message without its middle if that is long: it may quote anything."""
    left = len(text) - LONGEST
    if left <= 0:
        return text
    half = LONGEST // 2
    return f"{text[:half]} … ({left:,} characters left out) … {text[-half:]}"


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


def print_each(rows: Iterable["Text"], screen: "Console") -> None:
    """Print rows on a terminal, each as soon as there is one."""
    for row in rows:
        screen.print(row)


def print_rows(rows: Iterable[Sequence[str]], screen: "Console") -> None:
    """Print rows on a terminal: aligned, the last column wrapped."""
    from factcheck.show.drawing import drawn

    for line in drawn(rows, screen.width):
        screen.print(line)


def print_bars(counts: Sequence[tuple[str, int]], screen: "Console") -> None:
    """Print names on a terminal, each with its number and a bar as long as that."""
    from factcheck.show.drawing import bars

    for line in bars(counts, screen.width):
        screen.print(line)


def terminal(*, no_color: bool) -> "Console | None":
    """Return the terminal that results are shown on; `None` if they go elsewhere."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console

    colourless = no_color or bool(os.environ.get("NO_COLOR"))
    return _sized(Console(no_color=colourless, highlight=False))


def _sized(console: "Console") -> "Console":
    """Give a terminal a width that can be read: that of COLUMNS if it is one, or its own."""
    from rich.console import ConsoleDimensions

    asked, lines = get_terminal_size()
    try:
        own = os.get_terminal_size(console.file.fileno()).columns
    except (OSError, ValueError):
        own = 0
    found = next((one for one in (asked, own) if NARROWEST <= one <= WIDEST), USUAL)
    console.size = ConsoleDimensions(found, lines)
    return console


@contextmanager
def watching(
    what: str, size: int, beside: "Console | None" = None
) -> Iterator[Callable[[int], None]]:
    """Show after a second how far something has come, of `size`, if a person is watching.

    What is printed meanwhile on `beside` stands above what is shown.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    start, done = monotonic(), 0
    with ExitStack() as stack:
        show: Callable[[int], None] | None = None

        def advance(more: int) -> None:
            nonlocal show, done
            done += more
            if show is None and monotonic() - start > SLOW:
                show = stack.enter_context(_bar(what, size, beside))
            if show:
                show(done)

        yield advance


@contextmanager
def _bar(what: str, size: int, beside: "Console | None") -> Iterator[Callable[[int], None]]:
    """Show a bar, and give what tells it how much is done."""
    from rich.console import Console
    from rich.progress import Progress

    console = beside or _sized(Console(stderr=True))
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(shown(what), total=size)
        yield lambda done: progress.update(task, completed=done)
