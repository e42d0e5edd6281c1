"""Say what keeps a program busy that does not end: from samples of its stack, and of its turns."""

import ast
import dis
import functools
import linecache
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import FrameType

from turns.runtime.keys import Actor, Turn
from turns.runtime.syntax import tree
from turns.runtime.waiting import Watched, suspended

_NAMED = 3
"""Tasks that are named at most."""
_SHARE = 20
"""Those that are named had one of so many turns."""
_LOOPS = (
    *(ast.While, ast.For, ast.AsyncFor),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


@dataclass(frozen=True)
class _Step:
    """A frame, and where it was; it goes on meanwhile."""

    frame: FrameType
    instruction: int
    line: int


class Samples:
    """What the running thread was seen to do, several times in a row.

    They keep frames, and so what their variables refer to: they are for a program that is about to
    be stopped.
    """

    def __init__(self, running: Watched) -> None:
        """Begin with none."""
        self._running = running
        self._stacks: list[list[_Step]] = []
        self._idents: list[int] = []
        self._actors: list[Actor] = []

    def take(self) -> None:
        """Look at it once."""
        seat = self._running.baton.current
        frame = sys._current_frames().get(seat.ident)
        stack = []
        while frame is not None and frame.f_code.co_name != "run_forever":
            stack.append(_Step(frame, frame.f_lasti, frame.f_lineno))
            frame = frame.f_back
        self._stacks.append(stack[::-1])
        self._idents.append(seat.ident)
        self._actors.append(seat.actor)

    def line(self) -> int | None:
        """Return the line at which it spins: of the innermost frame that was there all the time.

        That is the line of the loop, if the frame went round in one; None if the turns went on, or
        if it is not in the program's file.
        """
        stacks = self._stacks
        if len({*map(id, self._actors)}) > 1 or len({*self._idents}) > 1:
            return None
        shared = 0
        for steps in zip(*stacks, strict=False):
            if any(step.frame is not steps[0].frame for step in steps):
                break
            shared += 1
        own = [
            depth
            for depth, step in enumerate(stacks[0][:shared])
            if step.frame.f_code.co_filename == self._running.filename
        ]
        if not own:
            return None
        depth = own[-1]
        seen = [stack[depth] for stack in stacks]
        called = {id(stack[depth + 1].frame) if len(stack) > depth + 1 else 0 for stack in stacks}
        is_still = len(called) == 1 and len({step.instruction for step in seen}) == 1
        if is_still and not _jumps(seen[0]):
            return seen[-1].line
        return _loop(seen[0].frame, {step.line for step in seen}) or seen[-1].line

    def busy(self) -> str:
        """Say who had the turns that were seen; empty if it was one turn all the time."""
        return busy(self._running, self._actors) if len({*map(id, self._actors)}) > 1 else ""


def busy(running: Watched, actors: Iterable[Actor]) -> str:
    """Name those who had most of these turns, and their lines."""
    names = Counter(one.task or one.callback for one in actors if isinstance(one, Turn))
    tasks = {task.get_name(): task for task in list(running.tasks)}
    parts = []
    least = names.total() / _SHARE
    often = [name for name, count in names.most_common(_NAMED) if count >= least]
    for name in sorted(often, key=lambda name: (len(name), name)):
        line = suspended(tasks[name], running.filename)[0] if name in tasks else None
        parts.append(f"{name} at line {line}" if line else name)
    if len(names) > len(often):
        parts.append(f"{len(names) - len(often):,} more")
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _jumps(step: _Step) -> bool:
    """Tell whether it is at the end of a loop: threads change only there, and at calls."""
    return any(
        "JUMP" in instruction.opname
        for instruction in dis.get_instructions(step.frame.f_code)
        if instruction.offset == step.instruction
    )


def _loop(frame: FrameType, lines: set[int]) -> int | None:
    """Return the line of the innermost loop of a function in which all of ``lines`` are."""
    code = frame.f_code
    source = "".join(linecache.getlines(code.co_filename, frame.f_globals))
    begins = [
        first
        for first, last in _spans(source)
        if code.co_firstlineno <= first <= min(lines) and max(lines) <= last
    ]
    return max(begins, default=None)


@functools.lru_cache(maxsize=8)
def _spans(source: str) -> tuple[tuple[int, int], ...]:
    """Return the first and the last line of every loop."""
    return tuple(
        (node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(tree(source))
        if isinstance(node, _LOOPS)
    )
