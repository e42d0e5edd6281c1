"""What a turn touches: two turns that touch nothing in common may change places.

An `Access` is made before the turn runs, of everything that its code can reach
(`turns.exploring.traces.reach`): a turn that touches nothing of it can neither change it nor what
can be reached. What a turn prints is no conflict, nor that it makes handles ready or sets timers:
their order is no part of a schedule's state. What a turn does beyond that shows while it runs
(`Deed`): two turns that name tasks after their number conflict; one that ends the loop conflicts
with all.

Callbacks of which nothing is known conflict with all, too: those that stop the loop, those of a
class or module that is not known here.
"""

import asyncio
import functools
import types
from dataclasses import dataclass
from typing import Any

from turns.exploring.opaque import Opaque
from turns.exploring.traces.counting import counts
from turns.exploring.traces.places import Places
from turns.exploring.traces.reach import Knowledge, Reach
from turns.runtime.handles import Stranger, Task
from turns.runtime.loop import VirtualLoop
from turns.runtime.run import Run


@dataclass(frozen=True)
class Access:
    """What a turn may touch."""

    places: frozenset[object] | None
    """None: anything."""
    counter: int | None = None
    """The counter's place, for a callback that only counts (`turns.exploring.traces.counting`)."""

    def meets(self, other: "Access") -> bool:
        """Tell whether they may touch the same."""
        if self.places is None or other.places is None:
            return True
        if self.counter is not None and self.counter == other.counter:
            return False
        return not self.places.isdisjoint(other.places)


ANYTHING = Access(None)


@dataclass(frozen=True)
class Deed:
    """What a turn did that its access does not tell."""

    ends_loop: bool
    """The program around the loop went on in it, or it could not be looked into."""
    names_tasks: bool
    """It named tasks after their number."""

    def meets(self, other: "Deed") -> bool:
        """Tell whether the order of the two matters."""
        return self.ends_loop or other.ends_loop or (self.names_tasks and other.names_tasks)


class Accesses:
    """Tells what the turns of one run touch."""

    def __init__(self, running: Run, program: Knowledge) -> None:
        """Tell it of ``running``, a run of ``program``."""
        self._places = Places()
        self._module = running.module
        self._program = program
        self._walk: Reach | None = None

    def look(self, handle: Any) -> Access:
        """Return what the turn of ``handle`` would touch if it were the next.

        Raise `UnfitError` if the program would notice that.
        """
        self._walk = None
        walk = Reach(self._places, self._module, self._program)
        try:
            counter = self._collect(handle, walk)
        except Opaque:
            return ANYTHING
        self._walk = walk
        return Access(frozenset(walk.places), counter)

    def finish(self) -> str:
        """End the turn that was looked at last; say what makes it impossible to go on.

        What has changed and was held to be steady is added to what is known to change.
        """
        walk, self._walk = self._walk, None
        if walk is not None and (new := walk.changed()):
            self._program.unsteady |= new
            return "something has changed that was held to be steady"
        del walk
        if self._places.release():
            return "a generator was left before its end"
        return ""

    def _collect(self, handle: Any, walk: Reach) -> int | None:
        if isinstance(handle, Stranger):
            raise Opaque("a handle of a class of the program's own")
        walk.place(handle)
        if handle.task is not None:
            if type(handle.task) is not Task:
                raise Opaque("a task of a class of the program's own")
            walk.task(handle.task)
            walk.add(handle._context, handle._args)
            return None
        count = counts(handle)
        if count is not None:
            for thing in (count.counter, *count.touched):
                if thing is not None:
                    walk.place(thing)
            return self._places.number(count.counter)
        if not _is_known(handle._callback, self._module):
            raise Opaque("a callback that is not known")
        walk.add(handle._callback, handle._args, handle._context)
        return None


def _is_known(callback: Any, module: dict[str, Any]) -> bool:
    """Tell whether all that this callback does is done to what can be reached from it."""
    while type(callback) is functools.partial:
        callback = callback.func
    if isinstance(callback, types.BuiltinFunctionType):
        owner = callback.__self__
        return callback is print if isinstance(owner, types.ModuleType) else owner is not None
    if type(callback) is types.MethodType:
        if isinstance(callback.__self__, asyncio.AbstractEventLoop):
            return False
        callback = callback.__func__
    if type(callback) is not types.FunctionType or callback is _STOPS:
        return False
    names = callback.__globals__
    return names is module or str(names.get("__name__")).startswith("asyncio.")


_STOPS: Any = asyncio.base_events._run_until_complete_cb  # type: ignore[attr-defined]


@functools.cache
def _attributes() -> frozenset[str]:
    loop = VirtualLoop()
    try:
        return frozenset(vars(loop))
    finally:
        loop.close()


prepare = _attributes
"""To be called before a program is watched."""


def strange(loop: Any) -> str:
    """Say what about this loop keeps one from knowing what turns touch."""
    if vars(loop).keys() - _attributes():
        return "the program keeps something in the loop"
    if loop._exception_handler is not None or loop._task_factory is not None:
        return "the loop has an exception handler or a task factory of the program's"
    if len(loop._selector.get_map()) > 1:
        return "sockets"
    return ""
