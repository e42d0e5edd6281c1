"""What a disk refuses, in one line."""

import errno
import os
import shutil
from collections.abc import Iterable

_REMEDIES = {
    errno.ENOSPC: "make room, and start again",
    errno.EDQUOT: "make room, and start again",
    errno.EROFS: "work in a copy that can be written",
    errno.EACCES: "work in a copy that is yours",
    errno.EPERM: "work in a copy that is yours",
}


def refusal(error: BaseException) -> str | None:
    """Say where, why and what to do; None where the disk is not to blame."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        # Of copying a folder: for each file where from, where to and why not, as a text.
        _, place, why = error.args[0][0]
        number = next((one for one in _REMEDIES if f"[Errno {one}]" in why), None)
    elif isinstance(error, OSError):
        place, number = error.filename2 or error.filename, error.errno
    else:
        return None
    if number not in _REMEDIES:
        return None
    where = f"{place}: " if place else ""
    return f"{where}{os.strerror(number).lower()}; {_REMEDIES[number]}"


def full(texts: Iterable[str]) -> str | None:
    """Say that the disk is full if one of Sphinx's warnings does: all others follow from it."""
    why = os.strerror(errno.ENOSPC).lower()
    if any(why in text.lower() for text in texts):
        return refusal(OSError(errno.ENOSPC, why))
    return None
