"""Whether a program registers callbacks itself: these are promised to keep their order."""

from collections.abc import Mapping
from contextlib import suppress

from turns.exploring.digest import names_in


def registers(sources: Mapping[str, bytes]) -> bool:
    """Tell that of a program's files; of one that is broken, nothing is proven anyway."""
    for path, source in sources.items():
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            if "call_soon" in names_in(compile(source, path, "exec", dont_inherit=True)):
                return True
    return False
