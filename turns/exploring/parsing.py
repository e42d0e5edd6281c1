"""Parse while nothing that runs have left behind is destroyed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Collect no garbage meanwhile.

    What is destroyed may be shown, with its source, and Python 3.11 cannot parse that within
    another parsing.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
