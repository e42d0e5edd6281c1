"""What happened in one run of a program: what table, picture, player and card are made of.

Plain and typed; written as JSON by `turns.recording.codec`, in which each field below has its name.
Times are virtual seconds since the program began, to the microsecond; lines are those of its file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from turns.runtime.output import Stream
from turns.runtime.problem import Waiting
from turns.runtime.waiting import Wait, WaitKind

__all__ = [
    "Arrival",
    "Callback",
    "Cancelling",
    "EndKind",
    "Ending",
    "Job",
    "Outside",
    "Recording",
    "State",
    "Stream",
    "Task",
    "TaskState",
    "Thread",
    "ThreadKind",
    "Timer",
    "Turn",
    "Wait",
    "WaitKind",
    "Waiting",
    "Written",
]


class State(StrEnum):
    """Where a task stands."""

    READY = "ready"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    STOPPED = "stopped"
    """Because the program was."""


class ThreadKind(StrEnum):
    """What runs beside the loop."""

    THREAD = "thread"
    PROCESS = "process"
    """Of a process pool, which is watched as threads."""


class EndKind(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    """By itself; an exit status that is not 0 says that it failed."""
    DEADLOCK = "deadlock"
    NETWORK = "network"
    """Stopped: it waits for somebody outside of the program."""
    TURNS = "turns"
    """Stopped: too many turns; the same for the next two."""
    TIME = "time"
    OUTPUT = "output"
    EXIT = "exit"
    """`os._exit` was called."""
    UNSUPPORTED = "unsupported"
    """It called what a watched program cannot have."""
    ABANDONED = "abandoned"
    """The strategy had seen enough."""


class Arrival(StrEnum):
    """What comes from outside of the program's turns."""

    IO = "io"
    """Something at a socket or a file."""
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback in the ready queue."""

    task: str | None
    """The task of which it is a step."""
    callback: str
    """What it calls; of a task's step, the coroutine."""
    arguments: str
    """Those that are texts, numbers and the like, as Python writes them; empty if any is not."""
    internal: bool
    """It is asyncio's own business."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A callback with a deadline."""

    when: float
    task: str | None
    """The task that it will wake, if that can be told."""
    callback: str
    arguments: str
    internal: bool


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task after a turn."""

    state: State
    line: int | None
    """Where it is suspended; where it begins, if it never ran; None when it is over."""
    wait: Wait | None
    """What it waits for; None if it does not."""
    error: str | None
    """The exception with which it failed."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line that was written, or a part of one."""

    text: str
    """A line ends with its newline; what does not is gone on with by what is written next."""
    stream: Stream

    @property
    def shown(self) -> str:
        """The text without the newline."""
        return self.text.removesuffix("\n")


@dataclass(frozen=True, slots=True)
class Outside:
    """What was written outside of turns."""

    thread: str | None
    """Who wrote it; None for the program itself."""
    time: float
    amid: int | None
    """How much the turn had written by then that was going on; None if none was."""
    written: Written


@dataclass(frozen=True, slots=True)
class Cancelling:
    """A call of a task's `cancel`."""

    by: int
    """The number of the turn that called it; 0 outside of turns, as at the end of `asyncio.run`."""
    at: int | None
    """The line of the program that did; None if asyncio did."""
    through: str | None
    """The task that was cancelled, if it waits for this one, and hands that on."""
    by_run: bool
    """`asyncio.run` did: at its end, whatever is left; or upon Ctrl-C, what it runs."""
    was_woken: bool
    """What the task had waited for had come; it was only about to go on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One callback run by the loop, start to finish, and where that left everybody."""

    number: int
    """From 1; turns that are not in the recording count, too."""
    begins: float
    ends: float
    """Later than ``begins`` only if the turn itself let time pass: by blocking."""
    pass_number: int
    """Of the pass of its loop in which it ran, from 1."""
    task: str | None
    """The task of which it is a step; None for a plain callback."""
    callback: str
    internal: bool
    due: float | None
    """Of a timer, its deadline; it may have come earlier than its turn."""
    cancelled: Cancelling | None
    """Who cancelled the task, if it meets that in this turn."""
    scheduled_by: int
    """The number of the turn that scheduled it; 0 for the program outside of turns."""
    scheduled_at: int | None
    """The line of the program that did so; None if asyncio did, such as at the end of a task."""
    thread: str | None
    """The thread that scheduled it, if no turn did and not the main thread."""
    arrival: Arrival | None
    """What from outside has it run, if something has: ``scheduled_by`` only registered it."""
    lines: tuple[int, ...]
    """The lines that it executed, each once, in the order of their first time."""
    computes: bool
    """It executed a thousand lines or rounds of loops, which takes no virtual time."""
    failed_at: int | None
    """The line at which its task failed; None if it did not, or in no line of the program's."""
    written: tuple[Written, ...]
    at_once: int
    """How many of those were written before it let time pass."""
    outside: tuple[Outside, ...]
    """What was written after it, outside of turns, and meanwhile by threads."""
    ready: tuple[Callback, ...]
    """The ready queue after it, first in first."""
    timers: tuple[Timer, ...]
    """By deadline."""
    tasks: dict[str, TaskState]
    """The tasks that are new or whose state is another one than after the turn before."""

    @property
    def printed(self) -> tuple[str, ...]:
        """What it wrote to standard output, without newlines."""
        return tuple(one.shown for one in self.written if one.stream is Stream.OUTPUT)


@dataclass(frozen=True, slots=True)
class Task:
    """A task, when it was made."""

    name: str
    coroutine: str
    made_by: int
    """The number of the turn that made it; 0 outside of turns."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread that did a job or printed."""

    name: str
    kind: ThreadKind


@dataclass(frozen=True, slots=True)
class Job:
    """What a thread does beside the loop: a job of a pool, or all that the thread is for."""

    function: str
    thread: str
    asked_by: int
    """The number of the turn that asked for it; 0 outside of turns."""
    begins: int
    """The number of the turn after which, or during which, it begins; 0 before the first."""
    ends: int | None
    """The same for its end; None if it did not end."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended."""

    kind: EndKind
    status: int
    """The exit status."""
    message: str | None
    """Why it was stopped."""
    waiting: tuple[Waiting, ...]
    """Who waited for what when it was stopped."""
    error: str | None
    """The exception that ended it: the line of the traceback that names it."""
    traceback: str | None
    notes: tuple[str, ...]
    """What it asked for, did not get, and went on without."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Why it was stopped, and who waited for what, line by line; empty if it was not."""
        if self.message is None:
            return ()
        return (self.message, *(f"  {one}" for one in self.waiting))


@dataclass(frozen=True, slots=True)
class Recording:
    """All turns of one run."""

    python: str
    """The version, such as ``3.14``."""
    before: tuple[Written, ...]
    """What was written before the first turn."""
    tasks: tuple[Task, ...]
    """In the order in which they were made."""
    threads: tuple[Thread, ...]
    """Beside the loop, in the order in which they were first heard of."""
    turns: tuple[Turn, ...]
    jobs: tuple[Job, ...]
    omitted: int
    """How many turns are left out: at the end, or of a shortened recording in the middle."""
    output: tuple[str, ...]
    """All lines that were printed."""
    ending: Ending

    def states(self) -> Iterator[tuple[Turn, TaskState | None]]:
        """Yield each turn and the state in which it left its task; None for a callback."""
        current: dict[str, TaskState] = {}
        for turn in self.turns:
            current |= turn.tasks
            yield turn, current.get(turn.task) if turn.task is not None else None
