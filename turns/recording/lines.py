"""Which lines of a program each turn executes, and whether they are many.

From Python 3.12 on, `sys.monitoring` tells, for the program's code and nothing else. Before that,
`sys.settrace` does, switched on for the turns alone; on newer versions switching it is expensive
(tools/benchmarks/recorder.py: 55 times the plain run on 3.13, against 10 with monitoring).
"""

import asyncio
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

from turns.runtime.keys import Actor, Turn

MANY = 1000
"""Steps, each a line or a round of a loop, from which on a turn computes."""


@dataclass(frozen=True, slots=True)
class Executed:
    """What a turn has executed of the program."""

    lines: tuple[int, ...]
    """Each once, by their first time."""
    many: bool
    """At least so many steps: it computes. Those of a function that is written in C are not
    seen."""


def _executed(lines: dict[int, int] | None) -> Executed:
    seen = lines or {}
    steps = sum(seen.values())
    return Executed(tuple(line for line in seen if line != _ROUNDS), steps >= MANY)


_ROUNDS = 0
"""In place of a line: rounds of loops, which may all be on one line."""

if sys.version_info >= (3, 12):
    _LINE, _JUMP = sys.monitoring.events.LINE, sys.monitoring.events.JUMP
    # A body on the line of its own `def` or `lambda` has no LINE event on CPython 3.13 to 3.15 at
    # least (gh-155992), unless PY_START is asked for too. Nobody listens to that.
    _EVENTS = _LINE | sys.monitoring.events.PY_START

    class LineWatch:
        """Notes the lines of the turns of one run."""

        def __init__(self, code: CodeType, acting: Callable[[], Actor]) -> None:
            """Watch ``code``; ``acting()`` is whose turn it is."""
            self._codes: list[CodeType] = []
            # Debuggers and profilers take the low numbers.
            self._tool = next(n for n in (4, 3, 5, 2, 1, 0) if not sys.monitoring.get_tool(n))

            def in_line(_code: CodeType, line: int) -> None:
                lines = acting().lines
                if lines is not None:
                    lines[line] = lines.get(line, 0) + 1

            def in_jump(_code: CodeType, start: int, end: int) -> None:
                lines = acting().lines
                if end < start and lines is not None:
                    rounds = lines[_ROUNDS] = lines.get(_ROUNDS, 0) + 1
                    if rounds >= MANY:  # to follow more would only take long
                        self._watch(_EVENTS)

            sys.monitoring.use_tool_id(self._tool, "turns")
            sys.monitoring.register_callback(self._tool, _LINE, in_line)
            sys.monitoring.register_callback(self._tool, _JUMP, in_jump)
            self._events = _EVENTS | _JUMP
            self.add(code)

        def add(self, code: CodeType) -> None:
            """Watch more code of the same file."""
            for one in _codes(code):
                self._codes.append(one)
                sys.monitoring.set_local_events(self._tool, one, self._events)

        def _watch(self, events: int) -> None:
            self._events = events
            for one in self._codes:
                sys.monitoring.set_local_events(self._tool, one, events)

        def begin(self, turn: Turn) -> None:
            """Begin to note the lines of ``turn``."""
            turn.lines = {}
            if not self._events & _JUMP:
                self._watch(_EVENTS | _JUMP)

        def end(self, turn: Turn) -> Executed:
            """Return what ``turn`` executed."""
            lines, turn.lines = turn.lines, None
            return _executed(lines)

        def close(self) -> None:
            """Watch no more."""
            self._watch(0)
            sys.monitoring.register_callback(self._tool, _LINE, None)
            sys.monitoring.register_callback(self._tool, _JUMP, None)
            sys.monitoring.free_tool_id(self._tool)

    def _codes(code: CodeType) -> Iterator[CodeType]:
        yield code
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                yield from _codes(constant)

else:
    _RUN = asyncio.Handle._run.__code__

    class LineWatch:
        """Notes the lines of the turns of one run."""

        def __init__(self, code: CodeType, _acting: Callable[[], Actor]) -> None:
            """Watch the file of ``code``."""
            self._filename = code.co_filename
            self._before: Any = None

        def add(self, _code: CodeType) -> None:
            """Do nothing: all code of the file is watched."""

        def begin(self, turn: Turn) -> None:
            """Begin to note the lines of ``turn``."""
            lines: dict[int, int] = {}
            turn.lines = lines
            filename = self._filename

            def in_line(frame: FrameType, event: str, _argument: object) -> Any:
                if event == "line":
                    lines[frame.f_lineno] = lines.get(frame.f_lineno, 0) + 1
                elif event == "return" and (back := frame.f_back) and back.f_code is _RUN:
                    # The turn's outermost function is done. What follows is asyncio's code and
                    # our own, which would take twice as long while it is traced.
                    sys.settrace(before)
                return in_line

            def in_call(frame: FrameType, _event: str, _argument: object) -> Any:
                return in_line if frame.f_code.co_filename == filename else None

            self._before = before = sys.gettrace()
            sys.settrace(in_call)

        def end(self, turn: Turn) -> Executed:
            """Return what ``turn`` executed."""
            sys.settrace(self._before)
            lines, turn.lines = turn.lines, None
            return _executed(lines)

        def close(self) -> None:
            """Watch no more: nothing is left to do."""
