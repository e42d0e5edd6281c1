"""What can go wrong with a watched program, and how far it may go."""

from dataclasses import dataclass


class Stop(SystemExit):
    """Ends a watched program from inside, wherever it is.

    A `SystemExit`, because asyncio lets only that and KeyboardInterrupt out of a task, and programs
    rarely catch it. One that does meets it again at its next step.
    """


class UnsupportedError(RuntimeError):
    """The program called something that a watched program cannot have; the text names the call."""


NO_PROCESS = "a watched program starts no process"
NO_BARE_THREAD = "a watched program starts threads through the threading module"


@dataclass(frozen=True)
class Limits:
    """How far a program may go."""

    seconds: float = 10.0
    """Of real time."""
    turns: int = 1_000_000
    output: int = 1_000_000
    """Characters printed."""


@dataclass(frozen=True)
class Waiting:
    """A task or a thread that has not ended."""

    name: str
    line: int | None
    """Where it is suspended, in the program's file."""
    on: str
    """What it waits for, such as ``Lock.acquire()``; ``a turn`` if it could go on."""

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"line {self.line}: " if self.line else ""
        return f"{self.name}: {place}{self.on}"


@dataclass(frozen=True)
class Problem:
    """Why a program was stopped."""

    kind: str
    """``deadlock``, ``turns``, ``time``, ``output``, ``exit`` or ``unsupported``."""
    message: str
    waiting: tuple[Waiting, ...] = ()

    def __str__(self) -> str:
        """Give the message, then one line for each task that waits."""
        return "\n".join([self.message, *(f"  {one}" for one in self.waiting)])
