"""Why a watched program was stopped, as people read it: the reason, and who waits for what."""

from dataclasses import dataclass


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
    """``deadlock``, ``turns``, ``time``, ``output``, ``exit``, ``unsupported`` or ``abandoned``:
    the values of `turns.recording.recording.EndKind` but ``finished``."""
    message: str
    waiting: tuple[Waiting, ...] = ()

    def __str__(self) -> str:
        """Give the message, then one line for each task that waits."""
        return "\n".join([self.message, *(f"  {one}" for one in self.waiting)])
