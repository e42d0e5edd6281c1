"""How a program ended, as text: whatever it raised, and whatever it did to what would say so."""

import contextlib
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType

_OURS = str(Path(__file__).resolve().parents[1])
_SHOWN = 1000
"""Frames of a deep traceback that are formatted at its beginning, and at its end."""


def describe(error: BaseException, filename: str) -> str:
    """Format the error as Python does, from the program's first frame on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != filename:
        trace = trace.tb_next
    trace = _shortened(trace or error.__traceback__)
    try:
        described = traceback.TracebackException(type(error), error, trace, compact=True)
        _without_ours(described)
        return "".join(described.format())
    except BaseException:  # noqa: BLE001 - its own methods may raise anything, or never end
        return f"{type(error).__qualname__}\n"


def _shortened(trace: TracebackType | None) -> TracebackType | None:
    """Leave out the middle of a traceback that would take minutes to format."""
    steps = []
    while trace is not None:
        steps.append(trace)
        trace = trace.tb_next
    if len(steps) <= 2 * _SHOWN:
        return steps[0] if steps else None
    short = steps[-_SHOWN]
    for step in reversed(steps[:_SHOWN]):
        short = TracebackType(short, step.tb_frame, step.tb_lasti, step.tb_lineno)
    return short


def _without_ours(described: traceback.TracebackException | None) -> None:
    """Leave out our own frames, here and in what led to it."""
    if described is None:
        return
    described.stack[:] = [one for one in described.stack if not one.filename.startswith(_OURS)]
    _without_ours(described.__cause__)
    _without_ours(described.__context__)
    for one in described.exceptions or ():
        _without_ours(one)


def without_ours(text: str) -> str:
    """Leave our own frames out of what a library writes of a traceback."""
    return _FRAMES.sub("", text) if _OURS in text else text


_FRAMES = re.compile(rf'^([ |]*  )File "{re.escape(_OURS)}[^\n]*\n(?:\1  [^\n]*\n)*', re.MULTILINE)
"""Such a frame: its first line, and the code below it, which is indented more."""


def say_ignored(error: BaseException, function: object, filename: str) -> None:
    """Write that a function failed which was called at exit, as Python does."""
    colons = (":", "") if sys.version_info < (3, 13) else ("", ":")
    place = f"Exception ignored in atexit callback{colons[0]} {function!r}{colons[1]}"
    say(f"{place}\n{describe(error, filename)}".rstrip())


def say(code: object) -> None:
    """Write what the program gave to `sys.exit` instead of a number, as Python does."""
    with contextlib.suppress(Exception):  # the program may have broken its stream, or the text
        if sys.stderr is not None:
            print(code, file=sys.stderr)
