"""Hear of what a program is about to do, by whatever name it calls it: the audit hooks of `sys`.

Whatever starts a process in Python tells them first: so `fork` is refused in any spelling. A hook
cannot be removed; ours does nothing while no program is watched.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any

from turns.runtime import context, refusing, signals
from turns.runtime.refusing import PROGRAM, WORKER

_OF_C = frozenset(
    "clone fork forkpty vfork execl execle execlp execv execve execvp execvpe posix_spawn"
    " posix_spawnp popen system".split()
)
"""Functions of C that start a process, for those who look them up with `ctypes`."""


def _look_up(_library: object, name: object) -> None:
    if name in _OF_C:
        refusing.refuse(f"{name}()", WORKER)


def _process(event: str, reason: refusing.Reason) -> Callable[..., None]:
    return lambda *_: refusing.refuse(f"{event}()", reason)


_HEARD: dict[str, Callable[..., None]] = {
    **{event: _process(event, WORKER) for event in ("os.fork", "os.forkpty")},
    **{
        event: _process(event, PROGRAM)
        for event in (
            *("os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"),
            *("pty.spawn", "subprocess.Popen", "_winapi.CreateProcess"),
        )
    },
    "ctypes.dlsym": _look_up,
    "os.kill": signals.kill,
    "os.killpg": signals.kill_group,
    "signal.pthread_kill": signals.kill_thread,
}
"""What is done about an event; it takes what the event is about."""


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if context.current is not None and event in _HEARD:
        _HEARD[event](*arguments)


@functools.cache
def listen() -> None:
    """Hear of everything, from now on."""
    sys.addaudithook(_audit)
