"""A digest of everything a watched program can still do, to tell states of it apart.

Why equal digests mean equal futures. What a program does next, given the choices of a schedule, is
a function of what its code can reach: the handles that the loop will run, the timers, the tasks and
their suspended coroutines (where each is, its variables and its value stack), the module's
variables, the functions that called the loop, and the context variables. `Digester.digest` walks
all of it (`turns.exploring.object_graph`) and writes it down; two equal texts describe isomorphic
graphs, and code cannot tell isomorphic graphs apart except by `id()` and by the iteration order of
sets, which are no part of a schedule (see `turns.exploring.chance`). The order of the ready handles
is left out, because any of them may run next. What the walk does not know, it does not guess: that
state is not merged with any other.

The value stacks of the functions that called the loop cannot be seen. They hold the same in every
schedule as long as the call that they wait in was made before the first turn (`_settled`). Of
asyncio's own functions they hold what a run of the loop returned (`Run.returned`) and nothing
else of the program's. A function of the program that called a loop later is opaque.

Left out on purpose: tracebacks (unless the program reads them: then exceptions are opaque), what
was written to stderr, the state of modules that the survey lets no program change, and how often
somebody has looked at a clock that stands still: once time goes on because of that, every state is
opaque.
"""

import asyncio
import functools
import hashlib
import random
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from turns.exploring import garbage
from turns.exploring.object_graph import Walk
from turns.exploring.opaque import Opaque
from turns.exploring.surroundings import Surroundings
from turns.runtime import imports, isolation
from turns.runtime.clock import rounded
from turns.runtime.run import ChoicePoint, Run, callers
from turns.runtime.target import Target

_TRACEBACK_NAMES = frozenset(
    "traceback print_exc format_exc __traceback__ tb_next logging".split()  # it may print them
)
CLOCK_NAMES = frozenset(
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time when"
    " datetime timeit call_at timeout_at deadline logging clock_gettime"
    " slow_callback_duration".split()
)
_LOOP_NOISE = frozenset(
    "_asyncgens _csock _old_agen_hooks _ready _scheduled _selector _ssock _thread_id"
    " _timer_cancelled_count _transports clock".split()
)
"""What of a loop is written down apart, or cannot be told from outside."""
_ASYNCIO = Path(asyncio.__file__).parent


def names_in(code: types.CodeType) -> frozenset[str]:
    """Return every name, attribute and string constant in ``code`` and the code inside it."""
    found = set(code.co_names) | set(code.co_varnames)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= names_in(constant)
        elif isinstance(constant, str):
            found.add(constant)
    return frozenset(found)


def _position() -> int | None:
    """Return where the program is in its standard input; None if it is closed."""
    try:
        return None if sys.stdin.closed else sys.stdin.tell()
    except OSError:
        raise Opaque("a standard input that is gone through line by line") from None


class Digester:
    """Takes digests of one program; ``any_timer``: in clock schedules deadlines do not matter."""

    def __init__(self, target: Target, *, any_timer: bool) -> None:
        """Prepare for a program."""
        code = target.code
        imports.prepare(code)
        names = names_in(code)
        self._reads_clocks = bool(names & CLOCK_NAMES)
        self.timeless = any_timer and not self._reads_clocks
        """The program cannot find out what time it is, and no timer waits for its time."""
        self._collects = "collect" in names
        # What a traceback refers to is no garbage.
        self._reads_tracebacks = bool(names & _TRACEBACK_NAMES) or self._collects
        self._uses_random = "random" in names
        self.stops = "stop" in names
        """The program may stop its loop: then it matters who is left of a pass."""
        self._surroundings = Surroundings(target.folder)

    def of(self, point: ChoicePoint, *, ordered: bool = False) -> bytes:
        """Return the digest of the state in which there is this choice; raise `Opaque`.

        Names of tasks count on, so that what is created next is called after them.
        """
        run = point.run
        if point.loop is None or len(run.baton.seats) > 1:
            raise Opaque("threads")
        if run.clock.polled:
            raise Opaque("time that went on because somebody polled")
        state = self.digest(point.loop, run, set(), ordered=ordered)
        return state + run.names.to_bytes(4, "big")

    def digest(
        self, loop: Any, running: Run, lines: set[tuple[str, int]], *, ordered: bool = False
    ) -> bytes:
        """Return the digest of the running program, which printed ``lines``; raise `Opaque`.

        With ``ordered``, the order of the ready handles is a part of the state.
        """
        if isolation.are_warnings_changed():
            raise Opaque("warnings that are treated otherwise")
        frames = _callers(running)
        walk = Walk(
            running,
            loop,
            self._surroundings,
            deadline=self._deadline(running.clock.now),
            tracebacks=self._reads_tracebacks,
        )
        walk.out += sorted(lines)
        walk.out.append(running.partial)
        timers = [handle for handle in loop._scheduled if not handle._cancelled]
        ready = [handle for handle in loop._ready if not handle._cancelled]
        walk.out.append(len(ready) + len(timers))
        walk.add(*sorted([*ready, *timers], key=_handle_key))
        if self.stops:
            walk.out.append(loop._stopping and loop.is_asked_to_stop)
            walk.add(*sorted(filter(loop._ready.in_batch, ready), key=_handle_key))
        walk.add(*(handle for handle in ready if handle.registered))
        if ordered:
            walk.add(*ready)
        for frame in frames:
            walk.code(frame.f_code)
            walk.out.append(frame.f_lasti)
            if frame.f_code.co_name not in {"<module>", "run_forever"}:
                walk.variables(dict(frame.f_locals))
        walk.add(running.returned)
        tasks = [task for task in running.tasks if not task.done()]
        walk.add(*sorted(tasks, key=asyncio.Task.get_name))
        walk.variables({k: v for k, v in vars(loop).items() if k not in _LOOP_NOISE})
        walk.changes(type(loop))
        for name, logger in isolation.loggers():
            walk.out.append(name)
            walk.variables(logger)
        walk.add(sys.stdin, sys.stdout, sys.stderr, *(call for _, call in running.at_exit))
        walk.out.append(_position() if sys.stdin in running.streams else None)
        walk.out.append(repr(running._numbers))  # the hash of the next task
        if self._uses_random:
            walk.out.append(hash(random.getstate()))
        if self._reads_clocks:
            walk.out.append(running.clock.now)
        state = walk.finish()
        if self._collects:
            state += repr(garbage.order(walk.number)).encode()
        return hashlib.blake2b(state, digest_size=16).digest()

    def _deadline(self, now: float) -> Any:
        if self.timeless:
            return lambda _when: None
        if self._reads_clocks:
            return lambda when: when
        return lambda when: rounded(when - now)


def _callers(running: Run) -> list[types.FrameType]:
    """Return the frames from the one that runs the loop up to the module."""
    frames = callers(sys._getframe(), running.filename)
    if not frames:
        raise Opaque("a loop that the module did not start")
    settled = _settled(frames, running.first_callers)
    for frame in frames[: len(frames) - settled]:
        if _ASYNCIO not in Path(frame.f_code.co_filename).parents:
            raise Opaque("a function that runs a loop a second time")
    return frames


def _settled(now: list[types.FrameType], first: list[types.FrameType]) -> int:
    """Count the frames, from the outermost, that still wait in the call they waited in at first.

    Those are the ones whose callee is the same too; the innermost, if nothing has changed at all.
    """
    same = 0
    for frame, before in zip(reversed(now), reversed(first), strict=False):
        if frame is not before:
            return same - 1
        same += 1
    return same


def _handle_key(handle: Any) -> tuple[str, float]:
    return label(handle), getattr(handle, "_when", 0.0)


def label(handle: Any) -> str:
    """Name a handle, as far as possible the same in every run: what it calls, and for whom."""
    callback = handle._callback
    while isinstance(callback, functools.partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    name = getattr(callback, "__qualname__", None) or type(callback).__name__
    if isinstance(owner, asyncio.Task):
        return f"step {owner.get_name()}"
    whom = ""
    for argument in handle._args or ():
        if isinstance(argument, asyncio.Task):
            whom += f" {argument.get_name()}"
        elif isinstance(argument, asyncio.Future):
            whom += f" {sorted(_waiters(argument))}"
    return f"{name}{whom}"


def _waiters(future: Any) -> Iterator[str]:
    for callback, _context in future._callbacks or ():
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, asyncio.Task):
            yield owner.get_name()
