"""How far a watched program may go, and what ends it."""

import errno
from dataclasses import dataclass


class Stop(SystemExit):
    """Ends a watched program from inside, wherever it is.

    A `SystemExit`, because asyncio lets only that and KeyboardInterrupt out of a task, and programs
    rarely catch it. One that does meets it again at its next step.
    """


class UnsupportedError(RuntimeError):
    """The program called something that a watched program cannot have; the text names the call."""


class NoProcessError(UnsupportedError, FileNotFoundError):
    """The same of a process: as if the other program were not there, which many are ready for."""

    def __init__(self, text: str) -> None:
        """Take the text, and have the number by which some tell what is not there."""
        super().__init__(text)
        self.errno = errno.ENOENT


class NoModuleError(UnsupportedError, ModuleNotFoundError):
    """The same of a module: as if it were not installed."""

    def __init__(self, text: str, name: str) -> None:
        """Take the text, and the name by which some tell what is not there."""
        super().__init__(text)
        self.name = name


@dataclass(frozen=True)
class Limits:
    """How far a program may go."""

    seconds: float = 10.0
    """Of real time."""
    turns: int = 1_000_000
    output: int = 1_000_000
    """Characters printed."""
