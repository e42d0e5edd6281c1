"""Lets time pass for who polls: for a loop that always has something to do, a thread that yields.

Nobody waits then, so no wait moves the clock; see `turns.runtime.clock` for how it moves.
"""

import math
from typing import TYPE_CHECKING, Any

from turns.runtime.clock import RESOLUTION

if TYPE_CHECKING:
    from turns.runtime.run import Run


def begin_pass(running: "Run") -> None:
    """Begin a pass of a loop, or of a thread, in which it waits for nothing."""
    if running.clock.begin_pass(_deadline(running)) or running.clock.polled:
        running.baton.rouse()


def read(running: "Run") -> float:
    """Return the time to the program.

    If time has passed by reading it, the threads whose time has come go on meanwhile, as real ones
    do without being asked.
    """
    running.clock.read()
    if running.clock.polled and running.baton.rouse():
        running.baton.pause()
    return running.clock.now


def next_timer(loop: Any) -> Any:
    """Return a loop's first timer that is not as good as due; None if there is none.

    One that is due in an infinite time never comes.
    """
    timers, due = loop._scheduled, loop.clock.now + RESOLUTION
    first = timers[0] if timers else None
    if first is not None and loop.due(first) < due:  # of one who sleeps for next to no time, say
        first = min((timer for timer in timers if loop.due(timer) >= due), default=None)
    return None if first is None or first._when == math.inf else first


def _deadline(running: "Run") -> object:
    """Return what comes next on the clock, of timers and sleeping threads; None for nothing."""
    clock, baton = running.clock, running.baton
    found = []
    for selector in running.selectors:
        timer = next_timer(selector.loop)
        if timer is not None:
            found.append((selector.loop.due(timer), timer.number))
    if baton.next_alarm() is not None:
        due = clock.now + RESOLUTION
        found += [(when, seat.alarm) for when, seat in baton.alarms() if when >= due][:1]
    return min(found, default=None)
