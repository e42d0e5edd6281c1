"""One build at a time in a checkout."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_AGAIN = 0.1  # seconds


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold a lock file, waiting for whoever holds it now; says once that it waits.

    The system takes the lock back when a process ends, so that none is ever left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        if not take(file):
            print(f"waiting for another build in this checkout ({path.as_posix()})", flush=True)
            while not take(file):
                time.sleep(_LOOK_AGAIN)
        yield


def take(file: IO[str]) -> bool:
    """Lock a file for as long as it is open; say no if somebody else has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
