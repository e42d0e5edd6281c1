"""Put back what Pyodide has replaced in the standard library: a program must find Python's own.

This has to come before anything of ours is imported, which keeps some of these functions.
"""

import asyncio
import sys
import time
from typing import Any

_REPLACED: tuple[tuple[Any, str], ...] = ((asyncio, "run"), (time, "sleep"))
"""By functions that wrap them."""

if sys.platform == "emscripten":
    for _module, _name in _REPLACED:
        _wrapping = getattr(_module, _name)
        setattr(_module, _name, getattr(_wrapping, "__wrapped__", _wrapping))
