"""Work over several processes, the results in the order of what was asked."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Started = TypeVar("Started")
Given = TypeVar("Given")
Made = TypeVar("Made")
AHEAD = 3
"""So many tasks wait for each process, so that none is idle and memory stays bounded."""

_working: list[Callable[[Any], Any]] = []
"""In a process that works for another: what it does with each item."""


def cores() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    start: Callable[[Started], Callable[[Given], Made]],
    given: Started,
    items: Iterable[Given],
    jobs: int,
) -> Iterator[Made]:
    """Yield what `start(given)` returns for each item, in their order.

    With more than one job as many processes work on the items, and each calls
    `start` once; all that goes there and back must be such that it can be pickled.
    """
    if jobs == 1:
        yield from map(start(given), items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    waiting: deque[Future[Made]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (start, given))
    try:
        for item in items:
            with _uninterrupted():  # a process may start here, and would hear it too
                waiting.append(pool.submit(_work, item))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BaseException:
        for process in active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let SIGINT wait; a process that is started meanwhile never hears it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(start: Callable[[Any], Callable[[Any], Any]], given: Any) -> None:
    """Prepare a process; it ends with the one that it works for, however that ends."""
    from multiprocessing import parent_process
    from threading import Thread

    gc.set_threshold(50_000)  # what passes through holds no cycles; looking for them takes a tenth
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that it works for hears it
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    _working.append(start(given))


def _end_with(other: Any) -> None:
    other.join()
    os._exit(1)


def _work(item: Any) -> Any:
    return _working[0](item)
