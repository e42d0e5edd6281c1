"""What this Python lacks and others have: named all the same, and refused with the reason."""

import concurrent.futures
from typing import Any

from turns.runtime import refusing


def install() -> None:
    """Put what refuses where a program looks for it."""
    futures: Any = concurrent.futures
    if not hasattr(futures, "InterpreterPoolExecutor"):
        call = "concurrent.futures.InterpreterPoolExecutor()"
        futures.InterpreterPoolExecutor = refusing.refusing(call, refusing.INTERPRETER)
