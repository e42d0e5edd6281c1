"""Where a suspended coroutine or generator is in what it goes through, if nothing shows that."""

import collections
import dis
import functools
import gc
import types
from typing import Any


def hides_a_position(thing: Any, frame: types.FrameType) -> bool:
    """Tell whether a suspended coroutine or generator may be inside of a loop over a list.

    From Python 3.15 on, a loop or a ``yield from`` over a list, a tuple, a str or bytes keeps no
    iterator on the value stack but the thing itself, and where it is in it as a bare number, which
    nothing shows. So anything on the stack that such a loop could be over counts as one.
    """
    code = frame.f_code
    if not _has_loop(code):
        return False
    variables = frame.f_locals
    seen = collections.Counter([id(thing.__name__), id(thing.__qualname__)])
    for name in code.co_varnames:
        # What is in a cell is referred to by the cell, and not from here.
        if name in variables and name not in code.co_cellvars:
            seen[id(variables[name])] += 1
    for referent in gc.get_referents(thing):
        if seen[id(referent)]:
            seen[id(referent)] -= 1
        elif hasattr(type(referent), "__iter__") and not hasattr(type(referent), "__next__"):
            return True
    return False


@functools.cache
def _has_loop(code: types.CodeType) -> bool:
    names = {instruction.opname for instruction in dis.get_instructions(code)}
    return any("_ITER" in name or "YIELD_FROM" in name for name in names)
