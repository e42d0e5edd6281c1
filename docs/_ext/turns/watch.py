"""The run of a program that is being watched: its clock, its threads, its turns, its lines."""

import codecs
import io
import itertools
import warnings
import weakref
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

from turns import waiting
from turns.clock import Clock
from turns.identity import Actor, Turn
from turns.schedule import Chooser, Option
from turns.threads import Baton, Seat
from turns.trouble import Limits, Problem, Stop

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from turns.record import Recorder
    from turns.standins import Lock

current: "Watch | None" = None
"""The run of this process, while there is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a program printed."""

    text: str
    turn: int
    """The number of the turn that completed it; before the first and between loops, the last."""
    key: int
    """The key of that turn; of a thread beside the loop, the thread's."""
    owner: int
    """The key of the task that printed it; else ``key``."""


def callers(frame: FrameType | None, filename: str) -> list[FrameType]:
    """Return the frames that wait for the running loop, without our own.

    Innermost first, the program's module last; none if the module, compiled as ``filename``, does
    not wait for it.
    """
    while frame is not None and frame.f_code.co_name != "run_forever":
        frame = frame.f_back
    found = []
    while frame is not None:
        if frame.f_globals.get("__package__") != __package__:
            found.append(frame)
        if frame.f_code.co_name == "<module>" and frame.f_code.co_filename == filename:
            return found
        frame = frame.f_back
    return []


class Watch:
    """One run. `current` while it lasts."""

    def __init__(
        self,
        filename: str,
        limits: Limits,
        chooser: Chooser | None = None,
        recorder: "Recorder | None" = None,
        history: bool = False,
    ) -> None:
        """Prepare to watch the program compiled as ``filename``."""
        self.filename = filename
        self.limits = limits
        self.recorder = recorder
        self.history: list[Turn] | None = [] if history else None
        self.clock = Clock()
        self.baton = Baton(self.clock, chooser)
        self.baton.check = self.check
        self.baton.idle = self._idle
        self.baton.deadlock = self._deadlock
        self.module: dict[str, Any] = {}
        """The program's global variables."""
        self.turns = 0
        self.names = 0
        """How many tasks have been named after their number."""
        self.problem: Problem | None = None
        self.over = False
        """The program has ended; what is left of it has to."""
        self.exit_status: int | None = None
        self.lines: list[Line] = []
        self.tasks: weakref.WeakSet[Any] = weakref.WeakSet()
        self.threads: dict[threading.Thread, Lock] = {}
        self.selectors: list[Any] = []
        self.at_exit: list[Callable[[], object]] = []
        self.first_callers: list[FrameType] = []
        """Who waited for the loop at the first turn; noted if there is a chooser."""
        self.returned: list[object] = []
        """What the runs of loops returned to them; noted if there is a chooser."""
        self._numbers = itertools.count(1)
        self._pids = itertools.count(1)
        self.partial = ""
        """What it has printed of the line it is at."""
        self._printed = 0

    def next_number(self) -> int:
        """Number a task, for its hash."""
        return next(self._numbers)

    def next_task_name(self) -> str:
        """Name a task as asyncio does, from Task-1."""
        self.names += 1
        return f"Task-{self.names}"

    def next_pid(self) -> int:
        """Return what a simulated process says when it is asked who it is."""
        return 1_000_000 + next(self._pids)

    def next_turn(self) -> int:
        """Number a turn; stop the program if there were enough."""
        self.turns += 1
        if self.turns > self.limits.turns:
            self.turns -= 1
            self.stop("turns", f"stopped after {self.limits.turns:,} turns; it may never end")
        return self.turns

    def new_thread(self) -> Actor:
        """Return who acts in a thread that is started now."""
        actor = self.baton.current.actor
        return Actor(actor.next_task(), actor.n)

    def job(self, function: Any, by: int) -> AbstractContextManager[None]:
        """Note that the current thread runs ``function`` meanwhile, because turn ``by`` asked."""
        if self.recorder is None:
            return nullcontext()
        if not hasattr(function, "__name__") and isinstance(function, partial) and function.args:
            function = function.args[0]  # `asyncio.to_thread` runs it so in a context
        name = getattr(function, "__name__", type(function).__name__)
        return self.recorder.job(name, self.baton.current.name, by)

    def choose(self, chooser: Chooser, options: Sequence[Option]) -> int:
        """Let the chooser choose; what it raises ends the program."""
        if len(options) == 1:
            return 0
        try:
            return chooser.choose(options)
        except BaseException:
            self.problem = self.problem or Problem("abandoned", "the chooser ended the program")
            warnings.simplefilter("ignore")
            raise

    def check(self) -> None:
        """End the calling thread if the program is over."""
        if self.problem is not None or self.over:
            raise Stop

    def report(self, kind: str, message: str) -> None:
        """Note why the program must stop, and who waits for what; only the first counts."""
        if self.problem is None:
            self.problem = Problem(kind, message, waiting.describe(self))
            warnings.simplefilter("ignore")  # about what can no longer be awaited

    def stop(self, kind: str, message: str) -> None:
        """Stop the program here."""
        self.report(kind, message)
        raise Stop

    def stepping(self) -> str | None:
        """Return the name of the task whose step is running, if one is."""
        seat = self.baton.current
        return getattr(seat.actor, "task", None) if not seat.waiting else None

    def waits_in_loop(self, seat: Seat) -> bool:
        """Say whether a thread waits because its loop has nothing to do."""
        return any(selector.seat is seat for selector in self.selectors)

    def _deadlock(self) -> None:
        self.report("deadlock", "deadlock: all wait, and nothing is left that could wake one")

    def _idle(self) -> bool:
        """Give the sockets a moment of real time, when nothing else is left."""
        polled = [selector.poll() for selector in self.selectors]  # each of them: no any() here
        return any(polled)

    def write(self, text: str) -> None:
        """Take what the program prints."""
        if self.problem is not None:
            return
        self._printed += len(text)
        if self._printed > self.limits.output:
            self.stop("output", f"stopped: it printed more than {self.limits.output:,} characters")
        if "\n" not in text:
            self.partial += text
            return
        *lines, rest = (self.partial + text).split("\n")
        self.partial = rest
        for line in lines:
            self._line(line)

    def flush(self) -> None:
        """Count what stands in the last line as a line."""
        if self.partial:
            self._line(self.partial)
            self.partial = ""

    def _line(self, text: str) -> None:
        actor = self.baton.current.actor
        self.lines.append(Line(text, actor.n, actor.key, getattr(actor, "owner", actor.key)))
        if self.recorder is not None:
            seat = self.baton.current
            thread = None if seat is self.baton.main else seat.name
            self.recorder.printed(actor, thread, self.clock.now, text)


class Output(io.BufferedIOBase):
    """What a program's stdout writes to."""

    def __init__(self, running: Watch) -> None:
        """Pass all to ``running``."""
        self._running = running
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._running.write(self._decode(bytes(data)))
        return len(data)
