"""`factcheck mcp`: the corpus for assistants, by the Model Context Protocol."""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from factcheck.commands.console import tell, warn
from factcheck.commands.corpus_in_use import CorpusPaths, in_use
from factcheck.problem import UsageError


def mcp(*, corpus: CorpusPaths = None) -> None:
    """Answer an assistant by the Model Context Protocol.

    It reads requests from standard input and answers on standard output, until its
    input ends; an assistant starts it by itself. It only reads.
    It needs mcp: pip install 'factcheck-corpus[mcp]'

    \b
    Examples:
      factcheck mcp
      factcheck mcp --corpus my-claims --corpus builtin
    """
    with _installed():
        from factcheck.assistants.server import server
        from factcheck.assistants.wire import serve
    made = server(in_use(corpus))
    logging.basicConfig(level=logging.WARNING, handlers=[_Log()])
    if sys.stdin.isatty():
        tell("waiting for an assistant's requests; Ctrl-D ends it")
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    serve(made, sys.stdin.buffer)


@contextmanager
def _installed() -> Iterator[None]:
    """Say what to install where the extra is missing."""
    try:
        import mcp  # noqa: F401 - what it brings along isn't asked for by name
    except ImportError as error:
        if error.name != "mcp":
            raise
        raise UsageError(
            "a server of this kind needs mcp; install it with: pip install 'factcheck-corpus[mcp]'"
        ) from error
    yield


class _Log(logging.Handler):
    """Tells on standard error, each in a line, what libraries have to say."""

    def emit(self, record: logging.LogRecord) -> None:
        warn(record.getMessage())


def _end(number: int, _: object) -> NoReturn:
    """End at once: nothing is half made, and a thread may wait for input for ever."""
    os._exit(128 + number)
