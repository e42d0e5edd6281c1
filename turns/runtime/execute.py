"""Run a program in this process, on the watched loop, as ``python file.py`` would."""

import asyncio
import contextlib
import contextvars
import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import thread as thread_pools
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from turns import tracebacks
from turns.runtime import (
    context,
    failing,
    imports,
    interpreter,
    isolation,
    leftovers,
    patches,
    pytest_run,
    refusing,
    variables,
)
from turns.runtime.chance import Chance
from turns.runtime.computing import Computed
from turns.runtime.holders import noted
from turns.runtime.keys import Turn
from turns.runtime.limits import Limits, Stop
from turns.runtime.observer import Observer
from turns.runtime.output import Line
from turns.runtime.problem import Problem
from turns.runtime.run import Run, Strategy
from turns.runtime.target import Target
from turns.runtime.watchdog import watchdog

DEFAULT_LIMITS = Limits()
_STREAMS = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")
"""Where Python keeps the standard streams: those that are used, and those that it began with."""


@dataclass(frozen=True)
class Outcome:
    """What a program did."""

    lines: list[Line]
    problem: Problem | None
    """Why it was stopped; None if it ended by itself."""
    exit: int
    """Its exit status; 1 if it was stopped."""
    error: str | None
    """The traceback of the exception that ended it, without our own frames."""
    turns: int
    history: list[Turn]
    """The turns, if they were asked for."""
    stderr: str
    unordered: bool
    """It went through a set of asyncio's that has an order, which no schedule decides."""
    is_left: bool
    """It left something behind that still runs while it is destroyed, in whatever order."""
    polled: bool = False
    """Time went on because somebody polled; on another machine it takes as many times more."""
    computed: tuple[Computed, ...] = ()
    """The turns that took none of the virtual time, and much of the real one, where that matters.
    Other in each run."""
    notes: tuple[str, ...] = ()
    """What it asked for, did not get, and went on without."""

    @property
    def output(self) -> list[str]:
        """The texts of the lines."""
        return [line.text for line in self.lines]

    @property
    def error_line(self) -> str | None:
        """The line of the traceback that names the exception; a syntax error has no traceback."""
        if self.error is None:
            return None
        return tracebacks.raised(self.error) or self.error.strip().rpartition("\n")[2]


def execute(  # noqa: PLR0913
    target: Target,
    *,
    strategy: Strategy | None = None,
    observer: Observer | None = None,
    limits: Limits = DEFAULT_LIMITS,
    history: bool = False,
    chance: int | None = None,
) -> Outcome:
    """Run the program to its end, or until it meets a limit. Not from within such a run.

    ``chance`` is a seed for what no schedule decides; without one that is the same in each run.
    """
    imports.prepare(target.code)
    if target.test:
        pytest_run.prepare()
    lot = None if chance is None else Chance(chance)
    running = Run(target.code.co_filename, limits, strategy, observer, history, lot)
    module = ModuleType("__main__")
    module.__dict__.update(target.names())
    running.module, running.folder = module.__dict__, target.folder
    if observer is not None:
        observer.attach(running.filename, target.code, lambda: running.baton.current)
    try:
        with _installed(running, target, module):
            context = contextvars.Context()
            status, error = 1, None
            with contextlib.suppress(Stop):  # it may come when the program has just ended
                status, error = context.run(_run, running, target, module)
        running.finish_line()
    finally:
        running.first_callers.clear()
        running.returned.clear()
        if observer is not None:
            observer.close()
    return Outcome(
        running.lines,
        running.problem,
        status,
        error,
        running.turns,
        running.history or [],
        "".join(running.errors),
        running.unordered,
        running.is_left,
        running.clock.polled,
        running.computing.found,
        _notes(running),
    )


def _notes(running: Run) -> tuple[str, ...]:
    problem = running.problem
    return tuple(one for one in running.refused if problem is None or one != problem.message)


@contextlib.contextmanager
def _installed(running: Run, target: Target, module: ModuleType) -> Iterator[None]:
    """Replace what has to be replaced, and put it back."""
    streams = {name: getattr(sys, name) for name in _STREAMS}
    main, argv, search = sys.modules["__main__"], sys.argv, sys.path
    modules = set(sys.modules)
    loop = asyncio._get_running_loop()
    folder = Path.cwd()
    try:
        asyncio._set_running_loop(None)
        sys.modules["__main__"] = module
        sys.argv = target.argv
        sys.path = [str(target.folder), *search]
        running.streams = (
            *(target.stdin.opened(), running.stdout.opened(), running.stderr.opened()),
        )
        for name, stream in zip(_STREAMS, running.streams * 2, strict=True):
            setattr(sys, name, stream)
        collects, steady = "gc" in imports.imported(target.code), running.strategy is not None
        with (
            interpreter.restored(),
            isolation.process(collects=collects, steady=steady),
            patches.installed(running),
            noted(),
            watchdog(running, target.code),
        ):
            yield
    finally:
        os.chdir(folder)
        for name, stream in streams.items():
            setattr(sys, name, stream)
        sys.modules["__main__"], sys.argv, sys.path = main, argv, search
        imports.forget(modules, target.folder)
        asyncio._set_running_loop(loop)


def _run(running: Run, target: Target, module: ModuleType) -> tuple[int, str | None]:
    """Run the program and what an interpreter does at its end; return its status and error."""
    status, error = _guarded(lambda: _start(running, target, module), running.filename)
    if running.problem is None and running.exit_status is None:
        _, late = _guarded(lambda: _wind_up(running), running.filename)
        error = error or late
    _guarded(lambda: _destroy(running, module), running.filename)
    if running.exit_status is not None:
        return running.exit_status, None
    return status, error


def _start(running: Run, target: Target, module: ModuleType) -> None:
    if target.test:
        pytest_run.run(target.path, target.test, running.observer)
    package = target.module.rpartition(".")[0]
    if package:
        importlib.import_module(package)
    exec(target.code, module.__dict__)  # noqa: S102


def _guarded(step: Callable[[], object], filename: str) -> tuple[int, str | None]:
    try:
        try:
            step()
        finally:
            interpreter.complete()
    except Stop:
        return 1, None
    except SystemExit as end:
        status = _status(end)
        if status:
            _is_refused(end)
        return status, None
    except BaseException as error:  # noqa: BLE001 - whatever a program raises
        return _failed(error, filename)
    return 0, None


def _status(end: SystemExit) -> int:
    if end.code is None or isinstance(end.code, int):
        return int(end.code or 0) & 0xFF
    failing.say(end.code)
    return 1


def _failed(error: BaseException, filename: str) -> tuple[int, str | None]:
    """Tell the program's own hook, if it has set one, as an interpreter does."""
    if _is_refused(error):
        return 1, None
    status = 128 + signal.SIGINT if isinstance(error, KeyboardInterrupt) else 1
    text = failing.describe(error, filename)
    if sys.excepthook is sys.__excepthook__:
        return status, text
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Stop:
        return 1, None
    except SystemExit as end:
        return _status(end), None
    except BaseException:  # noqa: BLE001, S110 - an interpreter tells of both
        pass
    return status, text


def _is_refused(error: BaseException) -> bool:
    """Tell whether a refusal led to the error, and report it."""
    refusal = refusing.refusal(error)
    if refusal is None or context.current is None:
        return False
    context.current.report("unsupported", str(refusal))
    return True


def _wind_up(running: Run) -> None:
    """Wait for the threads and call the exit handlers, as a dying interpreter does."""
    if thread_pools._threads_queues:
        thread_pools._python_exit()
    for thread in list(running.threads):
        if not thread.daemon:
            thread.join()
    while running.at_exit:
        function, call = running.at_exit.pop()
        try:
            call()
        except Stop:
            raise
        except BaseException as error:  # noqa: BLE001 - it keeps the others from nothing
            failing.say_ignored(error, function, running.filename)


def _destroy(running: Run, module: ModuleType) -> None:
    """End the threads that are left, and destroy the program's objects while we still listen."""
    baton = running.baton
    if len(baton.seats) > 1:
        running.over = True
        for _ in range(100):  # a thread may catch the first attempts
            for seat in baton.seats[1:]:
                with contextlib.suppress(Stop):
                    baton.interrupt(seat)
            if len(baton.seats) == 1:
                break
    thread_pools._shutdown = False
    running.is_left = running.problem is None and leftovers.are_left(running)
    left = any(not task.done() or task._log_traceback for task in running.tasks)
    if running.problem is not None:  # what became of its tasks has been reported
        left = False
        for task in list(running.tasks):
            task._log_destroy_pending = task._log_traceback = False
            if not task.done():
                with contextlib.suppress(BaseException):
                    task._coro.close()
    for selector in list(running.selectors):
        selector.loop.abandon()
    variables.dismiss(module.__dict__, collects=left)
