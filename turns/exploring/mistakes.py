"""What a program would print if it worked as people often take it to work.

A mistake is a change of the program, which then does what somebody believes that the real one does.
So the wrong answers of a question are what those who make the mistake expect, line by line.
"""

import ast
import sys
from dataclasses import replace

from turns.exploring import believed
from turns.exploring.believed import Belief
from turns.exploring.explore import quiet
from turns.exploring.findings import Mistaken
from turns.runtime import compiling
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

_EAGER = sys.version_info >= (3, 14)
"""Tasks can be made eager ones."""
BELIEFS: dict[str, type[Belief]] = {
    **({"starts-at-once": believed.StartsAtOnce} if _EAGER else {}),
    "starts-when-awaited": believed.StartsWhenAwaited,
    **({"call-starts": believed.CallStarts} if _EAGER else {}),
    "await-switches": believed.AwaitSwitches,
    "awaits-overlap": believed.AwaitsOverlap,
    "pause-holds": believed.PauseHolds,
    "blocking-pauses": believed.BlockingPauses,
    "wakes-at-once": believed.WakesAtOnce,
    "zero-is-soon": believed.ZeroIsSoon,
    "gather-as-finished": believed.GatherAsFinished,
    "gather-cancels": believed.GatherCancels,
}
"""The mistakes, the most common ones first."""


_TOLD = (None, "deadlock")
"""Problems up to which what is printed still says what is believed."""


def mistaken(target: Target, normal: Outcome, limits: Limits) -> tuple[Mistaken, ...]:
    """Return what mistakes have the program print, where that is not what it does print."""
    source = compiling.read(target.path)
    with quiet():
        found = [
            Mistaken(key, tuple(_run(target, belief, source, limits) or normal.output))
            for key, belief in BELIEFS.items()
        ]
    return tuple(one for one in found if list(one.texts) != normal.output)


def _run(target: Target, belief: type[Belief], source: bytes, limits: Limits) -> list[str]:
    """Return what the changed program prints; nothing if there is no such program."""
    try:
        tree = belief().applied(ast.parse(source))
        if tree is None:
            return []
        code = compile(tree, target.code.co_filename, "exec", dont_inherit=True)
    except RecursionError:  # nested too deeply for what changes it
        return []
    found = execute(replace(target, code=code), limits=limits)
    kind = found.problem.kind if found.problem else None
    return found.output if kind in _TOLD else []
