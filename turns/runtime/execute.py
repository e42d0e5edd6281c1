"""Run a program in this process, on the watched loop, as ``python file.py`` would."""

import asyncio
import contextlib
import contextvars
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import thread as thread_pools
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, cast

from turns.runtime import (
    compiling,
    context,
    failing,
    imports,
    interpreter,
    isolation,
    leftovers,
    patches,
    refusing,
)
from turns.runtime.chance import Chance
from turns.runtime.holders import noted
from turns.runtime.keys import Turn
from turns.runtime.limits import Limits, Stop
from turns.runtime.observer import Observer
from turns.runtime.output import Line
from turns.runtime.problem import Problem
from turns.runtime.run import Run, Strategy
from turns.runtime.watchdog import watchdog

DEFAULT_LIMITS = Limits()


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
    notes: tuple[str, ...] = ()
    """What it asked for, did not get, and went on without."""

    @property
    def output(self) -> list[str]:
        """The texts of the lines."""
        return [line.text for line in self.lines]


def load(path: Path) -> CodeType:
    """Compile the file; raise SyntaxError with the line, or OSError."""
    return compiling.compiled(compiling.read(path), str(path))


def execute(  # noqa: PLR0913
    code: CodeType,
    path: Path,
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
    imports.prepare(code)
    lot = None if chance is None else Chance(chance)
    running = Run(code.co_filename, limits, strategy, observer, history, lot)
    stderr = io.StringIO()
    module = ModuleType("__main__")
    module.__dict__.update(__file__=str(path), __builtins__=__builtins__)
    running.module, running.folder = module.__dict__, path.parent
    if observer is not None:
        observer.attach(running.filename, code, lambda: running.baton.current)
    try:
        with _installed(running, code, module, stderr):
            context = contextvars.Context()
            status, error = 1, None
            with contextlib.suppress(Stop):  # it may come when the program has just ended
                status, error = context.run(_run, running, code, module)
            running.stdout.finish()
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
        "" if stderr.closed else stderr.getvalue(),
        running.unordered,
        running.is_left,
        _notes(running),
    )


def _notes(running: Run) -> tuple[str, ...]:
    problem = running.problem
    return tuple(one for one in running.refused if problem is None or one != problem.message)


@contextlib.contextmanager
def _installed(
    running: Run, code: CodeType, module: ModuleType, stderr: io.StringIO
) -> Iterator[None]:
    """Replace what has to be replaced, and put it back."""
    path = Path(module.__dict__["__file__"])
    stdout = io.TextIOWrapper(
        cast("Any", running.stdout), encoding="utf-8", write_through=True, newline="\n"
    )
    streams = sys.stdin, sys.stdout, sys.stderr
    main, argv, search = sys.modules["__main__"], sys.argv, sys.path
    modules = set(sys.modules)
    loop = asyncio._get_running_loop()
    folder = Path.cwd()
    try:
        asyncio._set_running_loop(None)
        sys.modules["__main__"] = module
        sys.argv, sys.path = [str(path)], [str(path.parent), *search]
        running.streams = sys.stdin, sys.stdout, sys.stderr = io.StringIO(), stdout, stderr
        os.chdir(path.parent)
        collects, steady = "gc" in imports.imported(code), running.strategy is not None
        with (
            interpreter.restored(),
            isolation.process(collects=collects, steady=steady),
            patches.installed(running),
            noted(),
            watchdog(running),
        ):
            yield
    finally:
        os.chdir(folder)
        sys.stdin, sys.stdout, sys.stderr = streams
        sys.modules["__main__"], sys.argv, sys.path = main, argv, search
        imports.forget(modules, path.parent)
        asyncio._set_running_loop(loop)


def _run(running: Run, code: CodeType, module: ModuleType) -> tuple[int, str | None]:
    """Run the program and what an interpreter does at its end; return its status and error."""
    status, error = _guarded(lambda: exec(code, module.__dict__), code.co_filename)  # noqa: S102
    if running.problem is None and running.exit_status is None:
        _, late = _guarded(lambda: _wind_up(running), code.co_filename)
        error = error or late
    _guarded(lambda: _destroy(running, module), code.co_filename)
    if running.exit_status is not None:
        return running.exit_status, None
    return status, error


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
    text = failing.describe(error, filename)
    if sys.excepthook is sys.__excepthook__:
        return 1, text
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Stop:
        return 1, None
    except SystemExit as end:
        return _status(end), None
    except BaseException:  # noqa: BLE001, S110 - an interpreter tells of both
        pass
    return 1, text


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
        running.at_exit.pop()()


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
    left = any(not task.done() for task in running.tasks)
    if running.problem is not None:  # what became of its tasks has been reported
        left = False
        for task in list(running.tasks):
            task._log_destroy_pending = task._log_traceback = False
            if not task.done():
                with contextlib.suppress(BaseException):
                    task._coro.close()
    for selector in list(running.selectors):
        selector.loop.abandon()
    module.__dict__.clear()
    if left:
        gc.collect()  # a real program's tasks are destroyed before its streams are closed
