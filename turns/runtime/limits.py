"""How far a watched program may go, and what ends it."""

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
