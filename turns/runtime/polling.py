"""Lets time pass for who polls: for a loop that always has something to do, a thread that yields.

Nobody waits then, so no wait moves the clock; see `turns.runtime.clock` for how it moves.
"""

from typing import TYPE_CHECKING

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


def _deadline(running: "Run") -> object:
    """Return what comes next on the clock, of timers and sleeping threads; None for nothing."""
    found = [
        (timers[0]._when, timers[0].number)
        for selector in running.selectors
        if (timers := selector.loop._scheduled)
    ]
    alarm = running.baton.next_alarm()
    if alarm is not None:
        found.append(alarm)
    return min(found, default=None)
