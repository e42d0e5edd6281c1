"""Why a watched program was stopped, as people read it: the reason, and who waits for what."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """A task or a thread that has not ended."""

    name: str
    line: int | None
    """Where it is suspended, in the program's file."""
    on: str
    """What it waits for, such as ``Lock.acquire()``; ``a turn`` if it could go on."""
    thing: str = ""
    """What the program calls the lock that it waits for, if that is clear."""
    holder: str = ""
    """The task that holds the lock."""
    unfinished: int = 0
    """Items of the queue that it waits for, for which `task_done` has not been called."""

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"line {self.line}: " if self.line else ""
        of = f" of {self.thing}" if self.thing else ""
        held = f", held by {self.holder}" if self.holder else ""
        done = f", {self.unfinished} without task_done()" if self.unfinished else ""
        return f"{self.name}: {place}{self.on}{of}{held}{done}"


def cycle(waiting: Sequence[Waiting]) -> tuple[str, ...]:
    """Return tasks of which each waits for the next, and the last for the first, if there are."""
    names = {one.name for one in waiting}
    following = {
        one.name: one.holder or one.on for one in waiting if (one.holder or one.on) in names
    }
    for start in following:
        way = [start]
        while way[-1] in following and following[way[-1]] not in way:
            way.append(following[way[-1]])
        if following.get(way[-1]) == start:
            return tuple(way)
    return ()


@dataclass(frozen=True)
class Problem:
    """Why a program was stopped."""

    kind: str
    """``deadlock``, ``network``, ``turns``, ``time``, ``output``, ``exit``, ``unsupported`` or
    ``abandoned``: the values of `turns.recording.recording.EndKind` but ``finished``."""
    message: str
    waiting: tuple[Waiting, ...] = ()

    def __str__(self) -> str:
        """Give the message, then one line for each task that waits."""
        return "\n".join([self.message, *(f"  {one}" for one in self.waiting)])
