"""Texts that are others in each run: with an address in them, or with a time.

An address is as in ``<Box object at 0x7f...>``; a time, as in what asyncio says in debug mode of a
turn that was slow, to the millisecond, or as in ``<TimerHandle when=1.0 print()>``.
"""

import functools
import re

WHY = "a text that is another one in each run"
_VARYING = re.compile(r" at 0x[0-9A-Fa-f]{5,}|\btook \d+\.\d{3} seconds|\bwhen=\d+\.\d+")
_FIXED = (b" at 0x", b"took ", b"when=")
"""One of these is in whatever varies."""
_IN_BYTES = re.compile(_VARYING.pattern.encode())


def varies(text: str | bytes) -> bool:
    """Tell whether ``text`` is another one in each run."""
    if isinstance(text, str):
        return _VARYING.search(text) is not None
    # States are large, and few have any of this in them: what is fixed is found much faster.
    return any(one in text for one in _FIXED) and _IN_BYTES.search(text) is not None


@functools.lru_cache(maxsize=10_000)
def steady(text: str) -> str:
    """Return ``text`` as it would be in every run."""
    return _VARYING.sub(lambda match: re.sub(r"[0-9][0-9A-Fa-fx.]*", "...", match[0]), text)
