"""A process pool without processes: its jobs take their virtual time in threads beside the loop."""

import os
import pickle
from collections.abc import Callable
from concurrent import futures
from functools import partial, update_wrapper
from typing import Any

from turns.runtime import context

_real_pid = os.getpid


def getpid() -> int:
    """Return the process's id; in a job of a simulated process, a number of its own."""
    running = context.current
    return (running.baton.current.pid if running else None) or _real_pid()


def _begin(initializer: Callable[..., object] | None, initargs: tuple[Any, ...]) -> None:
    running = context.current
    if running is not None:
        running.baton.current.pid = running.next_pid()
    if initializer is not None:
        initializer(*initargs)


class ProcessPoolExecutor(futures.ThreadPoolExecutor):
    """``concurrent.futures.ProcessPoolExecutor``; arguments and results are copied as there."""

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: object = None,
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
        *,
        max_tasks_per_child: int | None = None,
    ) -> None:
        """Take what the real one takes; there is one thread for each process."""
        del mp_context, max_tasks_per_child
        super().__init__(
            max_workers or os.cpu_count() or 1,
            thread_name_prefix="Process",
            initializer=_begin,
            initargs=(initializer, initargs),
        )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> futures.Future[Any]:
        """Schedule a call with a copy of the arguments."""
        job = pickle.dumps((fn, args, kwargs))
        return super().submit(update_wrapper(partial(_work, job), fn))


def _work(job: bytes) -> Any:
    running = context.current
    if running is not None:
        running.baton.pause()  # another process is never done before its caller has gone on
    function, args, kwargs = pickle.loads(job)  # noqa: S301 - pickled above
    return pickle.loads(pickle.dumps(function(*args, **kwargs)))  # noqa: S301 - the same
