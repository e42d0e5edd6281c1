"""Which lines of a program each turn executes.

From Python 3.12 on, `sys.monitoring` tells, for the program's code and nothing else. Before that,
`sys.settrace` does, switched on for the turns alone; on newer versions switching it is expensive
(tools/benchmarks/recorder.py: 55 times the plain run on 3.13, against 10 with monitoring).
"""

import asyncio
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any

from turns.runtime.keys import Actor, Turn

if sys.version_info >= (3, 12):
    _LINE = sys.monitoring.events.LINE
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
                    lines[line] = None

            sys.monitoring.use_tool_id(self._tool, "turns")
            sys.monitoring.register_callback(self._tool, _LINE, in_line)
            self.add(code)

        def add(self, code: CodeType) -> None:
            """Watch more code of the same file."""
            for one in _codes(code):
                self._codes.append(one)
                sys.monitoring.set_local_events(self._tool, one, _EVENTS)

        def begin(self, turn: Turn) -> None:
            """Begin to note the lines of ``turn``."""
            turn.lines = {}

        def end(self, turn: Turn) -> tuple[int, ...]:
            """Return the lines that ``turn`` executed, each once, by their first time."""
            lines, turn.lines = turn.lines, None
            return tuple(lines or ())

        def close(self) -> None:
            """Watch no more."""
            for one in self._codes:
                sys.monitoring.set_local_events(self._tool, one, 0)
            sys.monitoring.register_callback(self._tool, _LINE, None)
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
            lines: dict[int, None] = {}
            turn.lines = lines
            filename = self._filename

            def in_line(frame: FrameType, event: str, _argument: object) -> Any:
                if event == "line":
                    lines[frame.f_lineno] = None
                elif event == "return" and (back := frame.f_back) and back.f_code is _RUN:
                    # The turn's outermost function is done. What follows is asyncio's code and
                    # our own, which would take twice as long while it is traced.
                    sys.settrace(before)
                return in_line

            def in_call(frame: FrameType, _event: str, _argument: object) -> Any:
                return in_line if frame.f_code.co_filename == filename else None

            self._before = before = sys.gettrace()
            sys.settrace(in_call)

        def end(self, turn: Turn) -> tuple[int, ...]:
            """Return the lines that ``turn`` executed, each once, by their first time."""
            sys.settrace(self._before)
            lines, turn.lines = turn.lines, None
            return tuple(lines or ())

        def close(self) -> None:
            """Watch no more: nothing is left to do."""
