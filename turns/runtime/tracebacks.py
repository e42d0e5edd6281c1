"""Tracebacks and stacks without our own frames, wherever a watched program formats them itself.

What stands in for a function of a library stands on the program's stack, and we stand below it.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from turns.runtime import context

_OURS = f"{__name__.partition('.')[0]}."
_BELOW = "turns.runtime.execute"
"""The module that calls the program."""
_real_stack = traceback.walk_stack


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).startswith(_OURS)


def _walking(name: str) -> Callable[..., Iterator[tuple[Any, ...]]]:
    real = getattr(traceback, name)

    def walk(trace: Any) -> Iterator[tuple[Any, ...]]:
        for step in real(trace):
            if context.current is None or not _is_ours(step[0]):
                yield step

    return walk


def _walk_stack(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    """Walk a stack from ``frame`` outwards, up to the program's own bottom."""
    if frame is None and sys.version_info >= (3, 14):
        frame = sys._getframe(1)
    if frame is None or context.current is None:  # older ones find it by how deep they are called
        return iter(_real_stack(frame))
    return _of_program(frame)


def _of_program(frame: FrameType) -> Iterator[tuple[FrameType, int]]:
    for step in _real_stack(frame):
        if step[0].f_globals.get("__name__") == _BELOW:
            return
        if not _is_ours(step[0]):
            yield step


TABLE: list[tuple[object, str, object]] = [
    (traceback, "walk_stack", _walk_stack),
    *(
        (traceback, name, _walking(name))
        for name in ("walk_tb", "_walk_tb_with_full_positions")
        if hasattr(traceback, name)
    ),
]
"""Where, which name, and what stands there while a program is watched."""
