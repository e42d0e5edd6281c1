"""Stop a program that does not come back, on a platform without threads, from inside.

It is asked what time it is whenever its own code goes back to the beginning of a loop: whoever runs
for ever does that, or calls what never returns. From the latter nothing but the end of the whole
interpreter helps; in a browser, the page ends its worker.
"""

import contextlib
import sys
import time
from collections.abc import Iterator
from types import CodeType
from typing import TYPE_CHECKING, Any

from turns.runtime.limits import Stop

if TYPE_CHECKING:
    from turns.runtime.run import Run

_monitoring: Any = getattr(sys, "monitoring", None)
"""From Python 3.12 on; no older one is without threads."""
_now = time.monotonic


@contextlib.contextmanager
def watched(running: "Run", code: CodeType) -> Iterator[None]:
    """Stop the program of ``running``, which has this code, when its time is up."""
    deadline = _now() + running.limits.seconds

    def jump(its: CodeType, start: int, end: int) -> None:
        if end <= start and _now() > deadline:
            if running.problem is None:
                _report(running, _line(its, end))
            raise Stop

    tool = next(n for n in (3, 4, 5, 2, 1, 0) if not _monitoring.get_tool(n))
    event = _monitoring.events.JUMP
    _monitoring.use_tool_id(tool, "turns: time")
    _monitoring.register_callback(tool, event, jump)
    codes = [*_codes(code)]
    for one in codes:
        _monitoring.set_local_events(tool, one, event)
    try:
        yield
    finally:
        for one in codes:
            _monitoring.set_local_events(tool, one, 0)
        _monitoring.register_callback(tool, event, None)
        _monitoring.free_tool_id(tool)


def _report(running: "Run", line: int | None) -> None:
    after = f"{running.limits.seconds:.3g} s and {running.turns:,} turns"
    running.report("time", f"stopped: it was still running after {after}", line)


def _line(code: CodeType, offset: int) -> int | None:
    """Return the line of an instruction."""
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line
    return None


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
