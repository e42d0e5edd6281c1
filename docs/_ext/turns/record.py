"""One record for each turn: who ran, what it did, and where that left everybody."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType
from typing import TYPE_CHECKING, Any, NamedTuple

from turns import waiting
from turns.handles import Task, describe
from turns.identity import Actor, Turn
from turns.lines import LineWatch
from turns.trouble import Stop

if TYPE_CHECKING:
    from turns.watch import Watch

ROOM = 1_000_000
"""How many entries (ready callbacks, timers, tasks, each once a turn) are kept in all. A program
with a few tasks reaches the limit of turns first; one with a thousand does not fill the memory."""
TURNS = 20_000
"""How many turns are kept: the first ones."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback that waits for its turn, or for its deadline."""

    callback: str
    task: str | None
    """The task of which it is a step; of a timer, the one that it will wake."""
    internal: bool
    when: float | None = None
    """The deadline of a timer, in virtual seconds."""


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task after a turn."""

    name: str
    state: str
    """``ready``, ``waiting``, ``done``, ``cancelled``, ``failed`` or ``stopped``."""
    line: int | None
    """Where it is suspended; where it begins, if it never ran; None when it is over."""
    waiting_on: str | None
    """Such as ``Queue.get()``; of a failed task, its exception."""


@dataclass(frozen=True, slots=True)
class Made:
    """A task, when it was made."""

    name: str
    coroutine: str
    parent: int
    """The number of the turn that made it; 0 outside of turns."""


@dataclass(slots=True)
class Job:
    """What a thread does beside the loop: a job of a pool, or all that a thread is for."""

    name: str
    """Of the function."""
    thread: str
    by: int
    """The number of the turn that asked for it; 0 outside of turns."""
    begins: int
    """The number of the turn after which, or during which, it begins; 0 before the first."""
    ends: int | None = None
    """The same for its end; None if it did not end."""


class Aside(NamedTuple):
    """A line that was printed outside of turns."""

    thread: str | None
    """Who printed it; None for the program itself."""
    text: str
    time: float
    """In virtual seconds."""


@dataclass(slots=True)
class Record:
    """A turn, and the state in which it left the program."""

    turn: Turn
    thread: str | None = None
    """The thread that scheduled it, beside the loop; None if a turn did, or the main thread."""
    lines: list[int] = field(default_factory=list)
    """The lines of the program it executed, each once, in the order of their first time."""
    output: list[str] = field(default_factory=list)
    outside: list[Aside] = field(default_factory=list)
    """What was printed after it, outside of turns."""
    ready: tuple[Callback, ...] = ()
    timers: tuple[Callback, ...] = ()
    tasks: tuple[TaskState, ...] = ()


class Recorder:
    """Takes the records of one run; linear in the turns, and bounded in memory."""

    def __init__(self, room: int = ROOM, turns: int = TURNS) -> None:
        """Keep at most ``turns`` records, with ``room`` entries in all."""
        self.records: list[Record] = []
        self.before: list[str] = []
        """What was printed before the first turn."""
        self.omitted = 0
        """How many turns after the last record were not recorded."""
        self.made: list[Made] = []
        """The tasks, in the order in which they were made."""
        self.jobs: list[Job] = []
        self.scheduled: list[Any] = []
        """The tasks of which a step was scheduled since the last record."""
        self._room = room
        self._turns = turns
        self._filename = ""
        self._open: dict[Any, Record] = {}
        self._numbers: dict[int, int] = {}
        self._states: list[TaskState] = []
        self._stepping: set[int] = set()
        self._dirty: list[Any] = []

    def attach(self, running: "Watch", code: CodeType) -> None:
        """Record this run of ``code``."""
        self._filename = running.filename
        self._lines = LineWatch(code, lambda: running.baton.current.actor)

    def close(self) -> None:
        """The run is over."""
        self._lines.close()
        self._numbers.clear()
        self._stepping.clear()

    def created(self, task: Any, coro: Any = None) -> None:
        """Note a new task; one that runs eagerly may be over, and not know ``coro`` any more."""
        if task.hash not in self._numbers and self._room > 0:
            self._numbers[task.hash] = len(self._states)
            self._states.append(TaskState("", "", None, None))
            coro = task._coro if coro is None else coro
            coroutine = getattr(coro, "__qualname__", "").replace(".<locals>", "")
            self.made.append(Made(task.get_name(), coroutine, task.parent))
            self._dirty.append(task)

    def begin(self, loop: Any, turn: Turn, handle: Any) -> None:
        """Begin a record."""
        if self._room <= 0:
            self.omitted += 1
            self.scheduled.clear()
            return
        record = Record(turn, handle.seat.name if handle.seat else None)
        self.records.append(record)
        self._absorb()
        task = handle.task
        if isinstance(task, Task):
            self._stepping.discard(task.hash)
            self._dirty.append(task)
        self._open[loop] = record
        self._lines.begin(turn)

    @contextmanager
    def job(self, name: str, thread: str, by: int) -> Iterator[None]:
        """Note what a thread does meanwhile."""
        job = Job(name, thread, by, self._last())
        self.jobs.append(job)
        try:
            yield
        finally:
            job.ends = self._last()

    def _last(self) -> int:
        return self.records[-1].turn.n if self.records else 0

    def printed(self, actor: Actor, thread: str | None, time: float, text: str) -> None:
        """Note a line of output; ``thread`` is the one it comes from, if not the main one."""
        if self.omitted:
            return
        if not self.records:
            self.before.append(text)
            return
        for record in self._open.values():
            if record.turn is actor:
                record.output.append(text)
                return
        self.records[-1].outside.append(Aside(thread, text, round(time, 6)))

    def finish(self, loop: Any) -> None:
        """Complete the record of the turn that has just ended, if there is one."""
        record = self._open.pop(loop, None)
        if record is None:
            return
        record.lines = self._lines.end(record.turn)
        self._absorb()
        dirty = self._dirty
        for task in dirty if len(dirty) < 2 else set(dirty):
            self._states[self._numbers[task.hash]] = self._state(task)
        dirty.clear()
        record.tasks = tuple(self._states)
        record.ready = tuple([h.note or self._note(h) for h in loop._ready if not h._cancelled])
        timers = loop._scheduled
        if timers:
            timers = sorted((h for h in timers if not h._cancelled), key=lambda h: h._when)
            record.timers = tuple([_timer(handle) for handle in timers])
        self._room -= 1 + len(self._states) + len(record.ready) + len(timers)
        if len(self.records) >= self._turns:
            self._room = 0
        if self._room <= 0:  # let go of the program
            self._stepping.clear()
            self._numbers.clear()

    def _absorb(self) -> None:
        """Take up the tasks of which a step was scheduled."""
        for task in self.scheduled:
            if task.hash not in self._numbers:
                self.created(task)
            self._stepping.add(task.hash)
            if not self._dirty or self._dirty[-1] is not task:
                self._dirty.append(task)
        self.scheduled.clear()

    @staticmethod
    def _note(handle: Any) -> Callback:
        task = handle.task
        if task is None and isinstance(handle, asyncio.TimerHandle):
            return _timer(handle)
        name = task.get_name() if task is not None else None
        callback, internal = describe(handle)
        note = handle.note = Callback(callback, name, internal)
        return note

    def _state(self, task: Any) -> TaskState:
        name = task.get_name()
        if task.cancelled():
            return TaskState(name, "cancelled", None, None)
        if task.done():
            error = task._exception
            if isinstance(error, Stop):
                return TaskState(name, "stopped", None, None)
            if error is None:
                return TaskState(name, "done", None, None)
            text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            return TaskState(name, "failed", None, text)
        line, waits_for = waiting.suspended(task, self._filename)
        if task.hash in self._stepping:
            return TaskState(name, "ready", line, None)
        return TaskState(name, "waiting", line, waits_for)


def _timer(handle: Any) -> Callback:
    """Describe a timer, with the task that it will wake if that can be told."""
    task: Any = getattr(getattr(handle._callback, "__self__", None), "_task", None)
    for argument in handle._args or ():
        if isinstance(argument, asyncio.Future) and not isinstance(argument, asyncio.Task):
            for callback, _ in getattr(argument, "_callbacks", None) or ():
                task = getattr(callback, "__self__", None)
    name = task.get_name() if isinstance(task, asyncio.Task) else None
    callback, internal = describe(handle)
    return Callback(callback, name, internal, handle._when)


def as_json(record: Record) -> dict[str, Any]:
    """Return the record in the format that DESIGN.md fixes."""
    turn = record.turn
    return {
        "n": turn.n,
        "time": round(turn.time, 6),
        "task": turn.task,
        "callback": turn.callback,
        "internal": turn.internal,
        "lines": record.lines,
        "output": record.output,
        "ready": [
            {"task": c.task, "callback": c.callback, "internal": c.internal} for c in record.ready
        ],
        "timers": [
            {"when": round(c.when or 0.0, 6), "callback": c.callback, "task": c.task}
            for c in record.timers
        ],
        "tasks": [
            {"name": t.name, "state": t.state, "line": t.line, "waiting_on": t.waiting_on}
            for t in record.tasks
        ],
    }


def shown(records: list[Record], *, internal: bool) -> Iterator[Record]:
    """Return the records to show: without those of internal callbacks, if they did nothing."""
    for record in records:
        if internal or not record.turn.internal or record.output or record.outside:
            yield record
