"""Lines typed at a terminal, with arrow keys, a history and completion, by prompt_toolkit."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.shortcuts import CompleteStyle

from factcheck.commands.session import completed
from factcheck.show.escaping import UNSAFE
from factcheck.store.several import Corpora
from factcheck.store.trust import is_trusted_at

PROMPT = "claim> "


def typed(store: Corpora) -> Iterator[str]:
    """Yield the lines that are typed, until Ctrl-D; Ctrl-C begins a line anew."""
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # a terminal that is silent gets a warning
    session: PromptSession[str] = PromptSession(
        history=_History(history_path()),
        completer=_Completer(store),
        complete_style=CompleteStyle.READLINE_LIKE,  # a menu is hard to follow by ear
        complete_while_typing=False,
        input_processors=[_Shown()],
        enable_suspend=True,
    )
    while True:
        try:
            with _left_as_it_was():
                line = session.prompt(PROMPT)
            yield line
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


@contextmanager
def _left_as_it_was() -> Iterator[None]:
    """Give the terminal back as it was, also when a signal ends the prompt midway."""
    try:
        import termios
    except ImportError:  # Windows
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    try:
        yield
    finally:
        with suppress(termios.error):  # it has gone
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def history_path() -> Path:
    """Return where the lines are kept; nothing can stand there if the user has no home."""
    try:
        return user_state_path("factcheck", appauthor=False) / "history"
    except RuntimeError:
        return Path(os.devnull) / "history"


class _History(FileHistory):
    """Lines kept in a file that no other user can read, if it can be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._path = path

    def load_history_strings(self) -> Iterable[str]:
        with suppress(OSError):
            if _is_own(self._path):
                return [*super().load_history_strings()]
        return []

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.path.lexists(self._path):
                os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            if _is_own(self._path):
                self._path.chmod(0o600)
                super().store_string(string)


def _is_own(path: Path) -> bool:
    return path.is_file() and is_trusted_at(path)


class _Completer(Completer):
    def __init__(self, store: Corpora) -> None:
        self._store = store

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
        start, found = completed(document.text_before_cursor, self._store)
        return [Completion(one, start_position=-len(start)) for one in found]


class _Shown(Processor):
    """Shows what would steer a terminal, as pasted text may, as a mark of the same width."""

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        parts = given.fragments
        return Transformation([(part[0], UNSAFE.sub("�", part[1]), *part[2:]) for part in parts])
