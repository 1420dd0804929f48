"""Problems are values: every fault is gathered with its place, then all are told at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """Something wrong with a data file.

    Attributes:
        path: The file, or the folder that should hold it.
        line: Counted from 1; 0 when the whole file is at fault.
        column: Counted from 1, in code points; 0 with `line`.
        message: What is wrong, and what was likely meant.
    """

    path: Path
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return `path:line:column: message`, which editors can open."""
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{_on_one_line(str(self.path))}{place}: {self.message}"


def _on_one_line(name: str) -> str:
    """Return a file's name with what can't be printed as an escape: it may hold a line's end."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)


class CorpusError(Exception):
    """The corpus cannot be used; `problems` says why, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep `problems` once each, sorted by place."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Let another process tell of it."""
        return CorpusError, (self.problems,)


class ChangedError(CorpusError):
    """A file of the corpus is no longer what it was when it began to be read."""

    def __init__(self, path: Path) -> None:
        """Take the file, or the folder it is in."""
        message = "was changed while it was read; try again when it is at rest"
        super().__init__([Problem(path, 0, 0, message)])


class UsageError(Exception):
    """The command line asks for something that cannot be done; its `args` say why, a line each."""


class UnknownError(UsageError, KeyError):
    """There is no such claim or topic; its `args` say which one was likely meant."""

    def __str__(self) -> str:
        """Return what it says; a `KeyError` would put it in quotation marks."""
        return "; ".join(self.args)


def fault_of_program(error: Exception) -> str:
    """Return what a user is told of an error that this program should not have made."""
    return f"a fault of this program, not of yours: {type(error).__name__}: {error}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean '…'?` for the nearest of `known`, or an empty string."""
    from difflib import get_close_matches  # only a mistake needs it

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
