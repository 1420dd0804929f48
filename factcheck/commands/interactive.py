"""`factcheck --interactive`: one claim after another, at a terminal or through a pipe."""

import sys
from collections.abc import Iterator

from factcheck.commands.console import complain_each, out, print_blocks, warn
from factcheck.commands.corpus_in_use import opened
from factcheck.commands.session import QUIT, Session
from factcheck.problem import CorpusError, UsageError, fault_of_program
from factcheck.store.several import Corpora
from factcheck.tables.plain import text_table
from factcheck.tables.table import Row

MISSING = (
    "--interactive at a terminal needs prompt_toolkit; "
    "install it with: pip install 'factcheck-corpus[interactive]'"
)
GREETING = "Type a claim, or :help. Ctrl-D ends."


def interactive(corpus: list[str] | None) -> int:
    """Answer line after line; return the exit status.

    That is 0 for a person, who was told of each mistake; through a pipe it is 2 if
    any line couldn't be read or obeyed.

    Raises:
        UsageError: A person is at the terminal, and prompt_toolkit is missing.
        CorpusError: The corpus can't be used.
    """
    watched = sys.stdin.isatty() and sys.stdout.isatty()
    if watched:
        _check_installed()
    store = opened(corpus)
    session, sound = Session(store, corpus or ()), True
    for row in _typed(store) if watched else text_table(sys.stdin.buffer).rows:
        if row.text == QUIT:
            break
        try:
            sound = _answered(row, session) and sound
        except KeyboardInterrupt:
            if not watched:
                raise
    return 0 if watched or sound else 2


def _check_installed() -> None:
    try:
        import prompt_toolkit  # noqa: F401
    except ImportError as error:
        raise UsageError(MISSING) from error


def _typed(store: Corpora) -> Iterator[Row]:
    from factcheck.commands.prompting import typed

    out(GREETING)
    return (Row(line, (line,)) for line in map(str.strip, typed(store)) if line)


def _answered(row: Row, session: Session) -> bool:
    """Print what is answered to a line, an empty line behind it; return whether it was obeyed."""
    if row.fault:
        return _told(row.fault)
    try:
        print_blocks(session.reply(row.text))
    except (CorpusError, OSError):
        raise
    except UsageError as error:
        return _told(*error.args)
    except Exception as error:  # noqa: BLE001 - this line's alone
        return _told(fault_of_program(error))
    out("")
    complain_each((), 0)  # who feeds a pipe line by line waits for the answer
    return True


def _told(*messages: str) -> bool:
    for message in messages:
        warn(message)
    return False
