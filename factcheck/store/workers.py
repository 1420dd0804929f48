"""Processes that work for this one, each handed one item after another.

They are our own rather than `multiprocessing`'s: those begin with the working folder
on the path, so that a `pickle.py` beside somebody's drafts would run. These begin
without it (`-P`), and are given the path of this process.
"""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOME = str(Path(__file__).parents[2])
"""The folder of this package, should nothing on the path lead to it."""
BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from factcheck.store.workers import serve; serve()"
UNHEARD = ("SIGINT", "SIGTERM", "SIGHUP")
"""What a terminal sends to all that runs in it; the process that is worked for hears it."""
LOST = "a process that worked for this one ended before its time"


class Workers:
    """Processes, each with a thread here that hands it one item after another."""

    def __init__(self, start: Callable[[Any], Callable[[Any], Any]], given: Any) -> None:
        """Take what each process calls once, and what with."""
        from threading import local

        self._given = (start, given)
        self._own = local()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._ended = False

    def deafen(self) -> None:
        """Let this thread hear no signal, nor the process that it will start."""
        import signal

        if hasattr(signal, "pthread_sigmask"):  # not on Windows
            signal.pthread_sigmask(signal.SIG_BLOCK, {getattr(signal, name) for name in UNHEARD})

    def work(self, item: Any) -> Any:
        """Return what this thread's process makes of `item`."""
        if not hasattr(self._own, "process"):
            self._own.process = self._started()
        process = self._own.process
        try:
            _send(process.stdin, item)
            done, result = pickle.load(process.stdout)  # noqa: S301 - our own process wrote it
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise OSError(0, LOST) from error
        if not done:
            raise result
        return result

    def end(self) -> None:
        """Kill the processes; one that is only being started ends too."""
        self._ended = True
        for process in self._processes:
            process.kill()

    def close(self) -> None:
        """Wait for the processes, which were killed, and give their pipes free."""
        for process in self._processes:
            process.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - this very Python
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._processes.append(process)
        if self._ended:
            process.kill()
        _send(process.stdin, self._given)
        return process


def _command() -> list[str]:
    """Return how a Python is started that never looks for modules in the working folder."""
    asked = {
        "-E": sys.flags.ignore_environment,
        "-s": sys.flags.no_user_site,
        "-B": sys.dont_write_bytecode,
    }
    flags = [flag for flag, given in asked.items() if given]
    return [sys.executable, "-P", *flags, "-c", BEGIN, *filter(None, sys.path), HOME]


def _send(pipe: Any, content: Any) -> None:
    pickle.dump(content, pipe)
    pipe.flush()


def serve() -> None:
    """Work for another process, whose items come on standard input, until that ends."""
    from queue import SimpleQueue
    from threading import Thread

    gc.set_threshold(50_000)  # what passes through holds no cycles; looking for them takes a tenth
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints would break the answers
    items: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_hear, args=(os.fdopen(os.dup(0), "rb"), items), daemon=True).start()
    start, given = items.get()
    working: list[Callable[[Any], Any]] = []
    while True:
        item = items.get()
        try:
            working = working or [start(given)]
            answer = (True, working[0](item))
        except Exception as error:  # noqa: BLE001 - it is raised again where the item came from
            answer = (False, error)
        _send(answers, answer)


def _hear(pipe: Any, items: Any) -> None:
    """Read items as they come; the end of them is the end of who sent them, and of this process."""
    try:
        while True:
            items.put(pickle.load(pipe))  # noqa: S301 - who started this process wrote it
    finally:
        os._exit(0)
