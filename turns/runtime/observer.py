"""What the runtime tells whoever records a run (`turns.recording` does)."""

from contextlib import AbstractContextManager
from types import CodeType, FrameType
from typing import Any, Protocol

from turns.runtime.keys import Actor, Turn
from turns.runtime.output import Stream
from turns.runtime.threads import Seat


class Observer(Protocol):
    """Is told what happens, in the order in which it happens; changes nothing."""

    def attach(self, filename: str, code: CodeType, current: "CurrentSeat") -> None:
        """A run of ``code``, compiled as ``filename``, begins; ``current()`` is who acts."""

    def found(self, code: CodeType) -> None:
        """There is more code of the same file, which somebody else has compiled."""

    def close(self) -> None:
        """The run is over."""

    def created(self, task: Any, coro: Any = None) -> None:
        """A task was made; one that runs eagerly may be over, and not know ``coro`` any more."""

    def scheduled(self, handle: Any, frame: FrameType) -> None:
        """A callback was scheduled, in ``frame``."""

    def cancelled(self, task: Any, frame: FrameType) -> None:
        """Somebody cancels a task, in ``frame``."""

    def begin(self, loop: Any, turn: Turn, handle: Any) -> None:
        """A turn begins."""

    def finish(self, loop: Any) -> None:
        """The turn of this loop that began last is over, if there was one."""

    def job(self, name: str, seat: Seat, by: int) -> AbstractContextManager[None]:
        """Turn ``by`` asked a thread for this; it lasts as long as the context."""

    def wrote(
        self, actor: Actor, seat: Seat | None, time: float, stream: Stream, text: str
    ) -> None:
        """Text was written; ``seat`` is the thread it comes from, if not the main one."""


class CurrentSeat(Protocol):
    """Says which thread runs."""

    def __call__(self) -> Seat:
        """Return its seat."""
