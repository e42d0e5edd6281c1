"""What a collection of garbage would do, for programs that collect it themselves.

`gc.collect` destroys what nothing refers to any more but itself. To a program that is no more than
memory, but for objects with a finalizer: a pending task and a future with an exception are
reported to the handler of the loop; coroutines and generators that wait somewhere run what stands
in their ``finally``; one that was never awaited is warned about. So two things count.

*Which* of them are garbage: those that nothing refers to. What refers to what is in the text of a
state, also of pending tasks that are garbage, since a run knows all tasks. Other objects with a
finalizer that the state does not have are garbage that nobody has seen: the state is opaque. It is
too where a traceback might refer to something (`turns.exploring.digest`).

*In which order* their finalizers are called: in that in which Python has them in its lists. So that
order is a part of the state.

No collection starts by itself meanwhile, so nothing else decides when they are called; runs in
fresh processes (`turns.exploring.chance`) show what would depend on that.
"""

import asyncio
import gc
import types
from collections.abc import Callable
from pathlib import Path

from turns.exploring.opaque import Opaque

_OURS = str(Path(__file__).resolve().parents[1])
_GENERATIONS = 3


def order(number: Callable[[object], int | None]) -> list[int | None]:
    """Return the ``number`` of each object of the program that has a finalizer, in their order.

    Raise `Opaque` about those that have none.
    """
    found: list[int | None] = []
    for generation in range(_GENERATIONS):
        for thing in gc.get_objects(generation):
            if hasattr(type(thing), "__del__") and not _is_settled(thing):
                one = number(thing)
                if one is not None:
                    found.append(one)
                elif not _is_ours(thing):
                    raise Opaque("what only a collection of garbage would find")
        found.append(None)
    return found


def _is_settled(thing: object) -> bool:
    """Tell whether a task or a future is done, and nobody would be told of it any more."""
    return isinstance(thing, asyncio.Future) and thing.done() and not thing._log_traceback


def _is_ours(thing: object) -> bool:
    if isinstance(thing, types.GeneratorType):
        return thing.gi_code.co_filename.startswith(_OURS)
    return type(thing).__module__ in {"socket", "_socket"}  # the loop's own: a program has none
