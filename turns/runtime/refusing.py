"""Refuse what a watched program cannot have: say what was called, where, and what to do instead."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from turns.runtime import context, own, switching, waiting
from turns.runtime.limits import NoProcessError, UnsupportedError
from turns.runtime.run import Run

_OURS = f"{__name__.partition('.')[0]}."


@dataclass(frozen=True)
class Reason:
    """Why something is refused."""

    why: str
    instead: str
    """What to do instead."""
    error: type[UnsupportedError] = UnsupportedError
    """What a library that merely tries it is ready for."""


_NO_PROCESS = "a watched program starts no process"
PROGRAM = Reason(
    _NO_PROCESS,
    "put a coroutine in its place that sleeps as long and returns what it would",
    NoProcessError,
)
WORKER = Reason(
    _NO_PROCESS,
    "use concurrent.futures.ProcessPoolExecutor, whose processes are simulated, or threads",
    NoProcessError,
)
THREAD = Reason(
    "a watched program starts threads through the threading module", "use threading.Thread"
)
STACK = Reason(
    "it needs a stack of its own, and this browser cannot switch between stacks",
    "Chrome and Edge can from version 137 on, Firefox from 153, Safari from 27",
)
LOOP = Reason("only asyncio's own loop can be watched", "take this one out")
INTERPRETER = Reason(
    "there is only one interpreter in a browser",
    "use a process pool, whose processes are simulated",
)
MEMORY = Reason(
    "there is only one process in a browser",
    "let its tasks or threads share an object",
)
MODULE = Reason(
    "this part of the standard library is not in the browser",
    "run the program with turns on your machine",
)
NETWORK = Reason(
    "there is no network in a browser", "let it talk to a server of its own, on localhost"
)

_RUNNERS = frozenset(
    "asyncio.events asyncio.runners concurrent.futures.thread ctypes threading".split()
)
"""Modules of the standard library that call, or find, what others name."""


def refuse(call: str, reason: Reason) -> NoReturn:
    """Raise an error that says in one line what to do instead; the program may go on after it.

    ``call`` is what was called, unless a function of the standard library called that.
    """
    frames = [*_frames(sys._getframe())]
    text = f"{_called(frames) or call}{_at(frames)}: {reason.why}; {reason.instead}"
    if context.current is not None:
        context.current.refused[text] = None
    raise reason.error(text)


def refusing(call: str, reason: Reason) -> Callable[..., NoReturn]:
    """Return a function that refuses."""

    def refused(*_args: object, **_kwargs: object) -> NoReturn:
        refuse(call, reason)

    return refused


def refusal(error: BaseException) -> UnsupportedError | None:
    """Find what was refused and led to ``error``: itself, one of its group, or a cause of it.

    Of several, the first: what came later may be a part of cleaning up.
    """
    found = None
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        one = left.pop()
        if one is None or id(one) in seen:
            continue
        if isinstance(one, UnsupportedError):
            found = one
        seen.add(id(one))
        inner = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        left += (*inner, one.__context__, one.__cause__)
    return found


def place() -> str:
    """Return where the program is, such as ``program.py:7``; empty if it does not wait for this."""
    return _place(_frames(sys._getframe()))


def _frames(frame: FrameType | None) -> Iterator[FrameType]:
    """Yield a frame and those that wait for it, without our own."""
    while frame is not None:
        if not str(frame.f_globals.get("__name__", "")).startswith(_OURS):
            yield frame
        frame = frame.f_back


def _called(frames: list[FrameType]) -> str:
    """Name the outermost function of the standard library that led here, if one did."""
    name = ""
    for frame in frames:
        module = str(frame.f_globals.get("__name__", ""))
        package = module.partition(".")[0]
        if package not in sys.stdlib_module_names or module == "__main__" or module in _RUNNERS:
            break
        function = frame.f_code.co_qualname.removesuffix(".__init__")
        public = sys.modules.get(package)
        if hasattr(public, function.partition(".")[0]):
            name = f"{package}.{function}()"
        elif hasattr(public, frame.f_code.co_name) and not frame.f_code.co_name.startswith("__"):
            # such as multiprocessing.Pool, which is a method there
            name = f"{package}.{frame.f_code.co_name}()"
        else:
            name = f"{module}.{function}()"
    return name


def _at(frames: list[FrameType]) -> str:
    where = _place(frames)
    return f" at {where}" if where else ""


def _place(frames: Iterable[FrameType]) -> str:
    running = context.current
    if running is None:
        return ""
    if where := _innermost(frames, running):
        return where
    for task in list(running.tasks):  # a thread does what one of them waits for
        if not task.done():
            line, wait = waiting.suspended(task, running.filename)
            if line and wait.kind is waiting.WaitKind.THREAD:
                return f"{Path(running.filename).name}:{line}"
    main = switching.current.frames().get(running.baton.main.ident)
    return _innermost(_frames(main), running)


def _innermost(frames: Iterable[FrameType], running: Run) -> str:
    for frame in frames:
        if file := _own(frame.f_code.co_filename, running):
            return f"{file}:{frame.f_lineno}"
    return ""


def _own(file: str, running: Run) -> str:
    """Return how people call a file of the program's own; empty for any other."""
    if file == running.filename:
        return Path(file).name
    return own.within(file, str(running.folder))
