"""How the threads of a watched program take turns: what the platform has for it.

Natively a thread is one of the operating system's. WebAssembly has none; in a browser that can
switch stacks, `turns.browser.stacks` takes their place.
"""

import _thread
import sys
from collections.abc import Mapping
from types import FrameType
from typing import Protocol


class Turn(Protocol):
    """What a thread waits for until it is its turn."""

    def acquire(self) -> object:
        """Wait, in the thread itself, until somebody has released it; take it back."""

    def release(self) -> object:
        """Let the thread go on, which waits here or will; called by another one."""


class Switching(Protocol):
    """How threads are started and take turns."""

    starts: bool
    """Whether `threading.Thread.start` works at all."""

    def turn(self) -> Turn:
        """Make one that nobody has released yet."""

    def frames(self) -> Mapping[int, FrameType]:
        """Return the innermost frame of each thread, by its number."""


class _Native:
    """Threads of the operating system."""

    starts = sys.platform not in {"emscripten", "wasi"}

    def turn(self) -> Turn:
        lock = _thread.allocate_lock()
        lock.acquire()
        return lock

    def frames(self) -> Mapping[int, FrameType]:
        return sys._current_frames()


current: Switching = _Native()
"""That of this interpreter; set once, before anything is watched."""
