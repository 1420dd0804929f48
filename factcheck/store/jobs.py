"""Work over several processes, the results in the order of what was asked."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Started = TypeVar("Started")
Given = TypeVar("Given")
Made = TypeVar("Made")
AHEAD = 3
"""So many tasks wait for each process, so that none is idle and memory stays bounded."""


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
    `start` once. All that goes there and back must be such that it can be pickled;
    `start` must stand in a module, not in the script that runs.

    Raises:
        OSError: A process can't be started, or was ended by others.
        Exception: Whatever `start` or its work raises.
    """
    if jobs == 1:
        yield from map(start(given), items)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    from factcheck.store.workers import Workers

    waiting: deque[Future[Made]] = deque()
    workers = Workers(start, given)
    threads = ThreadPoolExecutor(jobs, initializer=workers.deafen)
    wait = True
    try:
        for item in items:
            waiting.append(threads.submit(workers.work, item))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except (KeyboardInterrupt, SystemExit):
        # A signal may have come just as a lock was taken. Nobody gives that back:
        # whoever waits for the threads waits for ever.
        wait = False
        raise
    finally:
        workers.end()
        threads.shutdown(wait, cancel_futures=True)
        if wait:
            workers.close()
