"""The rule behind the place of a line, by its name on the site, such as ``rule-fifo``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from turns.recording.cause import How, Relation
from turns.runtime.clock import RESOLUTION

if TYPE_CHECKING:
    from turns.exploring.findings import Findings
    from turns.recording.cause import Cause, Origin

_BY_RELATION = {
    Relation.SAME_TURN: "rule-blocking",
    Relation.SAME_TASK: "rule-await-suspends",
}
"""The rule that puts a line that the program promises behind the one above."""
_BY_ORIGIN = {
    How.MADE: "rule-create-task-schedules",
    How.YIELDED: "rule-sleep-zero",
    How.WOKEN: "rule-fifo",
    How.OVER: "rule-available-no-switch",
    How.DUE: "rule-late-timers",
    How.CANCELLED: "rule-fifo",
    How.ASKED: "rule-call-soon-order",
    How.THREAD: "rule-threadsafe",
    How.IO: "rule-one-pass",
}
"""The rule by which its turn comes."""
_IN_QUEUE = {How.MADE: "rule-start-order"}
"""The rule that nothing but the queue gives; all other turns come behind who is there."""
_BY_QUEUE = "rule-fifo"
_BY_TIME = "rule-deadline-order"
_AFTER_QUEUE = "rule-one-pass"
_AT_ONCE = "rule-equal-deadlines"
RULES = frozenset([_BY_QUEUE, _BY_TIME, _AFTER_QUEUE, _AT_ONCE]).union(
    _BY_RELATION.values(), _BY_ORIGIN.values(), _IN_QUEUE.values()
)
"""All rules that a cause can lead to: the site has them."""


def rule(found: Findings, line: int) -> str:
    """Return the name of the rule behind a line; empty if there is none to name."""
    if line >= len(found.causes):
        return ""
    return _rule_of(found.causes[line], found.causes[line - 1] if line else None)


def _rule_of(cause: Cause, above: Cause | None) -> str:
    """Return the rule behind the cause of a line, or ""; ``above`` is that of the line above."""
    place = cause.place
    if cause.because in {"nobody", "unknown"} or place.origin is None:
        return ""
    how = place.origin.how
    is_later = place.time is not None and place.above is not None and place.time > place.above
    if cause.because == "documented":
        return _BY_ORIGIN[How.ASKED]
    if cause.because == "clock":
        return _BY_TIME if is_later else _BY_ORIGIN[How.DUE]
    if cause.because == "queue":
        is_timer = how is How.DUE and not is_later
        return _of_timer(place.origin, above) if is_timer else _IN_QUEUE.get(how, _BY_QUEUE)
    return _BY_RELATION.get(place.relation) or _BY_ORIGIN.get(how, "")


def _of_timer(origin: Origin, above: Cause | None) -> str:
    """Return the rule that nothing but the queue gives a turn that was due."""
    other = above.place.origin if above else None
    due, before = origin.due, other.due if other else None
    if due is not None and before is not None and abs(due - before) < RESOLUTION:
        return _AT_ONCE
    return _AFTER_QUEUE if origin.is_callback else _BY_QUEUE
