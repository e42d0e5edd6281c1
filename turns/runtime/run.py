"""One run of a program that is being watched: its clock, its threads, its turns, its lines."""

import gc
import itertools
import warnings
import weakref
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from turns.runtime import failing, waiting
from turns.runtime.chance import Chance
from turns.runtime.clock import Clock
from turns.runtime.computing import Computing
from turns.runtime.keys import Actor, Turn
from turns.runtime.limits import Limits, Stop
from turns.runtime.network.network import Network
from turns.runtime.observer import Observer
from turns.runtime.options import Option
from turns.runtime.output import Line, Stream, Written
from turns.runtime.problem import Problem, Waiting
from turns.runtime.spinning import busy
from turns.runtime.threads import Baton

if TYPE_CHECKING:
    from threading import Thread

_OURS = f"{__name__.partition('.')[0]}."
_LATEST = 1000
"""Turns that are looked at to say who has them, where they do not end."""


@dataclass(frozen=True, slots=True)
class ChoicePoint:
    """A place in a run where several may run next, and all that may be asked about it."""

    options: Sequence[Option]
    """At least two; the first is asyncio's own choice."""
    run: "Run"
    loop: Any = None
    """The loop whose turn is next; None where only threads can go on."""
    handles: Sequence[Any] = ()
    """The loop's handles among the options, which come first, in the same order."""


class Strategy(Protocol):
    """Makes the choices of a schedule."""

    clock: bool
    """Pending timers and sleeping threads are options too."""
    documented: bool
    """Callbacks that the program registers itself run in the order of their registration."""

    def choose(self, point: ChoicePoint) -> int:
        """Return the index of the option to run."""
        ...


def callers(frame: FrameType | None, filename: str) -> list[FrameType]:
    """Return the frames that wait for the running loop, without our own.

    Innermost first, the program's module last; none if the module, compiled as ``filename``, does
    not wait for it.
    """
    while frame is not None and frame.f_code.co_name != "run_forever":
        frame = frame.f_back
    found = []
    while frame is not None:
        if not frame.f_globals.get("__name__", "").startswith(_OURS):
            found.append(frame)
        if frame.f_code.co_name == "<module>" and frame.f_code.co_filename == filename:
            return found
        frame = frame.f_back
    return []


class Run:
    """One run; `turns.runtime.context.current` while it lasts."""

    def __init__(  # noqa: PLR0913, PLR0915, PLR0917
        self,
        filename: str,
        limits: Limits,
        strategy: Strategy | None = None,
        observer: Observer | None = None,
        history: bool = False,
        chance: Chance | None = None,
    ) -> None:
        """Prepare to watch the program compiled as ``filename``."""
        self.filename = filename
        self.limits = limits
        self.strategy = strategy
        self.observer = observer
        self.history: list[Turn] | None = [] if history else None
        self.chance = chance
        self.clock = Clock(chance)
        self.computing = Computing(self.clock)
        self.baton = Baton(self.clock, self)
        self.network = Network(self.baton)
        self.stdout = Written(partial(self._write, Stream.OUTPUT), 1)
        self.stderr = Written(partial(self._write, Stream.ERRORS), 2)
        self.partial = ""
        """What it has printed of the line it is at."""
        self.lines: list[Line] = []
        self.errors: list[str] = []
        """What it has written to standard error, in pieces."""
        self.module: dict[str, Any] = {}
        """The program's global variables."""
        self.folder = Path()
        """Where its own modules are."""
        self.refused: dict[str, None] = {}
        """What it asked for and did not get, each once, in order."""
        self.turns = 0
        self.names = 0
        """How many tasks have been named after their number."""
        self.unordered = False
        """It went through a set that has an order, which no schedule decides."""
        self.is_left = False
        """Something was left behind that would still run while it is destroyed."""
        self.problem: Problem | None = None
        self.over = False
        """The program has ended; what is left of it has to."""
        self.exit_status: int | None = None
        self.tasks: weakref.WeakSet[Any] = weakref.WeakSet()
        self.holders: weakref.WeakKeyDictionary[Any, str | None] = weakref.WeakKeyDictionary()
        """By the locks of asyncio that are locked, the task that holds each."""
        self.threads: dict[Thread, Any] = {}
        """The threads that it started, each with the lock that it releases at its end."""
        self.selectors: list[Any] = []
        self.generators: weakref.WeakSet[Any] = weakref.WeakSet()
        """The async generators that were begun; a loop forgets those that it could not close."""
        self.streams: tuple[Any, ...] = ()
        """What the program finds as its standard input, output and error."""
        self.at_exit: list[tuple[object, Callable[[], object]]] = []
        """What it has registered to be called at its end, and how to call it."""
        self.first_callers: list[FrameType] = []
        """Who waited for the loop at the first turn; noted if there is a strategy."""
        self.returned: list[object] = []
        """What the runs of loops returned to them; noted if there is a strategy."""
        self._numbers = itertools.count(1)
        self._pids = itertools.count(1)
        self._printed = 0
        self._latest: list[Actor] = []
        """Who had the last turns before there were too many."""

    def next_number(self) -> int:
        """Number a task, for its hash."""
        return self.chance.hash() if self.chance else next(self._numbers)

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
        if self.chance is not None and self.chance.collects():
            gc.collect()
        if self.turns > self.limits.turns - _LATEST + 1:
            self._latest.append(self.baton.current.actor)
        if self.turns > self.limits.turns:
            self.turns -= 1
            last = busy(self, self._latest)
            message = f"stopped after {self.limits.turns:,} turns; it may never end"
            self.stop("turns", f"{message}: the last {len(self._latest):,} were of {last}")
        return self.turns

    def new_thread(self) -> Actor:
        """Return who acts in a thread that is started now."""
        actor = self.baton.current.actor
        return Actor(actor.next_task(), actor.n)

    def job(self, function: Any, by: int) -> AbstractContextManager[None]:
        """Note that the current thread runs ``function`` meanwhile, because turn ``by`` asked."""
        if self.observer is None:
            return nullcontext()
        if not hasattr(function, "__name__") and isinstance(function, partial) and function.args:
            function = function.args[0]  # `asyncio.to_thread` runs it so in a context
        name = getattr(function, "__name__", type(function).__name__)
        return self.observer.job(name, self.baton.current, by)

    def choose(
        self, options: Sequence[Option], loop: Any = None, handles: Sequence[Any] = ()
    ) -> int:
        """Let the strategy choose; what it raises ends the program."""
        if self.strategy is None or len(options) == 1 or self.problem is not None:
            return 0
        try:
            return self.strategy.choose(ChoicePoint(options, self, loop, handles))
        except BaseException:
            self.problem = self.problem or Problem("abandoned", "the strategy ended the program")
            warnings.simplefilter("ignore")
            raise

    def check(self) -> None:
        """End the calling thread if the program is over."""
        if self.problem is not None or self.over:
            raise Stop

    def report(self, kind: str, message: str, line: int | None = None) -> None:
        """Note why the program must stop, and who waits for what; only the first counts.

        ``line`` is where it is now, if the caller knows that better than its stack does.
        """
        if self.problem is None:
            waits = () if kind == "unsupported" else self._waiting(line)
            self.problem = Problem(kind, message, waits)
            warnings.simplefilter("ignore")  # about what can no longer be awaited

    def stop(self, kind: str, message: str) -> NoReturn:
        """Stop the program here."""
        self.report(kind, message)
        raise Stop

    def end_at_once(self, status: int, call: str) -> NoReturn:
        """End the program here, as its own call does in reality: nothing more of it runs."""
        self.exit_status = status
        self.stop("exit", f"the program ended itself at once with {call}")

    def _waiting(self, line: int | None) -> tuple[Waiting, ...]:
        seat = self.baton.current
        stepping = getattr(seat.actor, "task", None) if not seat.waiting else None
        in_loop = {selector.seat for selector in self.selectors}
        return waiting.describe(self, in_loop, stepping, line)

    def deadlock(self) -> None:
        """Note that nobody can ever run again; `Problem` says it, with who waits for what.

        Who waits for others, outside of the program, is in no deadlock: they do not come here.
        """
        awaited = self.network.awaited()
        if awaited is None and any(selector.asks_outside for selector in self.selectors):
            awaited = "what nobody has sent from outside of the program"
        if awaited is not None:
            self.report("network", f"stopped: it waits for {awaited}")
            return
        self.report("deadlock", "deadlock: all wait, and nothing is left that could wake one")

    def idle(self) -> bool:
        """Give the sockets a moment of real time, when nothing else is left; say if that helped."""
        polled = [selector.poll() for selector in self.selectors]  # each of them: no any() here
        return any(polled)

    def _accepts(self, characters: int) -> bool:
        """Say whether what is printed now still counts; stop the program if it was too much."""
        if self.problem is not None:
            if self.problem.kind == "time":  # from outside, it is hard to stop in our own code
                raise Stop
            return False
        self._printed += characters
        if self._printed > self.limits.output:
            self.stop("output", f"stopped: it printed more than {self.limits.output:,} characters")
        return True

    def _write(self, stream: Stream, text: str) -> None:
        if not text or not self._accepts(len(text)):
            return
        seat = self.baton.current
        if stream is Stream.ERRORS:
            text = failing.without_ours(text)
            self.errors.append(text)
        else:
            *lines, self.partial = (self.partial + text).split("\n")
            for line in lines:
                self._line(line)
        if self.observer is not None:
            thread = None if seat is self.baton.main else seat
            self.observer.wrote(seat.actor, thread, self.clock.now, stream, text)

    def _line(self, text: str) -> None:
        actor = self.baton.current.actor
        self.lines.append(Line(text, actor.n, actor.key, getattr(actor, "owner", actor.key)))

    def finish_line(self) -> None:
        """Count what stands in the last line as a line: the program is over."""
        if self.partial:
            self._line(self.partial)
            self.partial = ""
