"""Signals that a program sends to itself, or waits for.

A signal comes in real time, of which a watched program takes none: what would be interrupted after
a second of sleep has long gone on. So alarms are refused. A signal that ends the process would end
us, too: it ends the program instead.
"""

import os
import signal

from turns.runtime import context, interpreter, refusing

_ALARM = refusing.Reason(
    "signals come in real time, and a watched program runs in virtual time",
    "use asyncio.timeout() or loop.call_later()",
)
_WAIT = refusing.Reason(_ALARM.why, "use loop.add_signal_handler() and an asyncio.Event")
_GROUP = refusing.Reason(
    "the signal would reach more than the program", "send it to os.getpid() alone"
)
_SIMULATED = refusing.Reason(
    "the processes of a watched program are simulated", "raise an exception in the job instead"
)
_HARMLESS = frozenset(
    getattr(signal, name)
    for name in "SIGCHLD SIGCONT SIGURG SIGWINCH SIGSTOP SIGTSTP SIGTTIN SIGTTOU".split()
    if hasattr(signal, name)
)
"""Those that do not end a process without a handler."""


def _alarm(seconds: int) -> int:
    """Refuse one, but not to take one back: there is none."""
    if seconds:
        refusing.refuse("signal.alarm()", _ALARM)
    return 0


def _setitimer(which: int, seconds: float, interval: float = 0.0) -> tuple[float, float]:
    del which, interval
    if seconds:
        refusing.refuse("signal.setitimer()", _ALARM)
    return 0.0, 0.0


def kill(pid: int, number: int) -> None:
    """Hear of a signal to a process."""
    running = context.current
    if running is None or number == 0:  # which only asks whether there is such a process
        return
    if pid <= 0:
        refusing.refuse("os.kill()", _GROUP)
    if pid == running.baton.current.pid:
        refusing.refuse("os.kill()", _SIMULATED)
    if pid == os.getpid():
        _send(number, "os.kill")


def kill_group(_group: int, number: int) -> None:
    """Hear of a signal to a group of processes."""
    if number:
        refusing.refuse("os.killpg()", _GROUP)


def kill_thread(_thread: int, number: int) -> None:
    """Hear of a signal to a thread; without a handler it ends the whole process."""
    if number:
        _send(number, "signal.pthread_kill")


def _raise(number: int) -> None:
    _send(number, "signal.raise_signal")
    _real_raise(number)


def _send(number: int, call: str) -> None:
    """End the program if the signal would."""
    is_fatal = number not in _HARMLESS and interpreter.handler(number) is signal.SIG_DFL
    if is_fatal and context.current is not None:
        name = signal.Signals(number).name
        context.current.end_at_once(128 + number, f"{call}(…, {name})")


_real_raise = signal.raise_signal

TABLE: list[tuple[object, str, object]] = [
    (signal, "alarm", _alarm),
    (signal, "setitimer", _setitimer),
    (signal, "raise_signal", _raise),
    *(
        (signal, name, refusing.refusing(f"signal.{name}()", _WAIT))
        for name in ("pause", "sigwait", "sigwaitinfo", "sigtimedwait")
    ),
]
"""Where, which name, and what stands there while a program is watched."""
