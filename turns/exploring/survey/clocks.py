"""Which readings of a clock cannot show what it said.

A watched program computes in no time; that is one of the assumptions that its card states. Then a
reading is decided by the schedule, up to a moment that is as small as one likes. So it is known
what becomes of it as long as such a moment makes no difference:

- A *point* in time, a reading with something added, may be when a timer is due.
- A *span*, a point less another of the same clock, may be rounded to 10 ms or more, or be shown to
  be longer or shorter than a whole number of those. A real span is longer by a moment than what
  the program waits for. So it is here, where each reading moves the clock by a nanosecond: a span
  on the edge of being rounded up is rounded up in both.

Each may be kept in variables of functions to which nothing else is given. All other readings are
reported, whatever becomes of them. In a state the variables and the deadlines stand as they are,
together with the time (`turns.exploring.digest.CLOCK_NAMES`), so states differ wherever they do.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign, Scope

_CLOCKS = frozenset("time.monotonic time.perf_counter".split())
_TIMED = frozenset(["call_at", "reschedule"])
"""Methods whose first argument is a point in time."""
_COARSE = re.compile(r"[<>^]?\d*\.[012]f")
"""Formats that round to 10 ms or more."""
_FACTOR = 100
"""So often what is compared is a whole number."""


@dataclass(frozen=True)
class Time:
    """What a clock says, or how much time is between two such."""

    clock: str
    is_span: bool = False


_DUE = Time("loop")
"""When something may be due."""


class Clocks:
    """Finds the readings of clocks in the file that is run, and follows them."""

    def __init__(self, program: Program) -> None:
        """Look at ``program``."""
        self.program = program
        self.file = next(iter(program.files.values()))
        self._harmless: dict[ast.AST, bool] = {}
        self._variables: dict[tuple[Scope, str], Time | None] = {}

    def is_harmless(self, node: ast.Attribute, file: File) -> bool:
        """Tell whether ``node`` is what a reading, or what is done at a time, is asked for by.

        A digest looks for clocks in the file that is run alone.
        """
        call = file.parents[node]
        if file is not self.file or not isinstance(call, ast.Call) or call.func is not node:
            return False
        if self._is_timed(call):
            return self.time(call.args[0]) == _DUE
        time = self._reading(call)
        return time is not None and self._goes_nowhere(call, time, set())

    # -- What is a time ----------------------------------------------------------------------------

    def _reading(self, node: ast.AST) -> Time | None:
        match node:
            case ast.Call(func=ast.Attribute() as function, args=[], keywords=[]):
                [meaning, *others] = self.program.of(function, self.file)
                if isinstance(meaning, Foreign):
                    is_clock = not others and str(meaning) in _CLOCKS
                    return Time(str(meaning)) if is_clock else None
                if function.attr == "time" and "time" not in self.program.own:
                    return _DUE
        return None

    def _is_timed(self, call: ast.AST) -> bool:
        """Tell whether the first argument of a call is when something is due."""
        if not isinstance(call, ast.Call) or not call.args:
            return False
        if isinstance(call.func, ast.Attribute) and call.func.attr in _TIMED:
            return call.func.attr not in self.program.own
        return self.program.of(call.func, self.file) == {Foreign("asyncio", "timeout_at")}

    def time(self, node: ast.AST) -> Time | None:
        """Return what time ``node`` is, if it is one."""
        match node:
            case ast.Name(ctx=ast.Load()):
                return self._held(node)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                first, second = self.time(left), self.time(right)
                if first is not None and second is not None:
                    return None
                other = right if first is not None else left
                return (first or second) if self._is_free(other) else None
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                first, second = self.time(left), self.time(right)
                if first is not None and not first.is_span and first == second:
                    return Time(first.clock, is_span=True)
                return first if second is None and self._is_free(right) else None
        return self._reading(node)

    def _is_free(self, node: ast.AST) -> bool:
        """Tell whether there is no time in ``node``."""
        return all(self.time(part) is None for part in ast.walk(node))

    def _held(self, node: ast.Name) -> Time | None:
        """Return what time a variable holds: one of a function, to which nothing else is given."""
        owners = self.file.scopes[node].owners(node.id)
        if len(owners) != 1 or owners[0].kind != "function":
            return None
        key = owners[0], node.id
        if key not in self._variables:
            self._variables[key] = None  # of what refers to itself
            values = [binding.value for binding in owners[0].bindings[node.id]]
            times = {None if value is None else self.time(value) for value in values}
            self._variables[key] = times.pop() if len(times) == 1 else None
        return self._variables[key]

    # -- What becomes of it ------------------------------------------------------------------------

    def _goes_nowhere(self, node: ast.expr, time: Time, seen: set[tuple[Scope, str]]) -> bool:
        """Tell whether ``node``, which is ``time``, goes nowhere where it could show."""
        parent = self.file.parents[node]
        match parent:
            case ast.BinOp():
                made = self.time(parent)
                return made is not None and self._goes_nowhere(parent, made, seen)
            case (
                ast.Assign(targets=[ast.Name() as target], value=value)
                | ast.AnnAssign(target=ast.Name() as target, value=value)
            ) if value is node:
                return self._is_kept(target, time, seen)
        if time.is_span:
            return self._is_coarse(parent, node)
        is_first = isinstance(parent, ast.Call) and parent.args[:1] == [node]
        return is_first and time == _DUE and self._is_timed(parent)

    def _is_coarse(self, parent: ast.AST, node: ast.expr) -> bool:
        """Tell whether of ``node``, a span, too little is shown to see how long it really was."""
        match parent:
            case ast.Call():
                return self._is_rounded(parent, node)
            case ast.FormattedValue():
                return _is_coarse_format(parent)
            case ast.Compare():
                return _is_coarse_comparison(parent) and self._is_shown(parent)
        return False

    def _is_kept(self, target: ast.Name, time: Time, seen: set[tuple[Scope, str]]) -> bool:
        """Tell whether a variable holds nothing else, and is used nowhere where it could show."""
        [scope, *others] = self.file.scopes[target].owners(target.id)
        key = scope, target.id
        if key in seen:
            return True
        seen.add(key)
        uses = [*self._uses(scope, target.id)]
        return not others and all(
            self._held(use) == time and self._goes_nowhere(use, time, seen) for use in uses
        )

    def _uses(self, scope: Scope, name: str) -> Iterator[ast.Name]:
        for node in ast.walk(self.file.tree):
            match node:
                case ast.Name(id=found, ctx=ast.Load()) if found == name:
                    if scope in self.file.scopes[node].owners(name):
                        yield node

    def _is_rounded(self, call: ast.Call, node: ast.expr) -> bool:
        """Tell whether ``node`` is rounded here; then anything may be done with it."""
        if self.program.of(call.func, self.file) != {Foreign("builtins", "round")}:
            return False
        match call:
            case ast.Call(args=[first], keywords=[]):
                return first is node
            case ast.Call(args=[first, ast.Constant(value=int(digits))], keywords=[]):
                return first is node and 0 <= digits <= 2
        return False

    def _is_shown(self, node: ast.expr) -> bool:
        """Tell whether ``node`` is printed and nothing else."""
        parent = self.file.parents[node]
        if isinstance(parent, ast.Call):
            return self.program.of(parent.func, self.file) == {Foreign("builtins", "print")}
        return isinstance(parent, ast.FormattedValue)


def _is_coarse_format(node: ast.FormattedValue) -> bool:
    match node.format_spec:
        case ast.JoinedStr(values=[ast.Constant(value=str(text))]):
            return node.conversion == -1 and _COARSE.fullmatch(text) is not None
    return False


def _is_coarse_comparison(node: ast.Compare) -> bool:
    """Tell whether a span is only compared with a whole number of 10 ms."""
    sides = [node.left, *node.comparators]
    numbers = [side.value for side in sides if isinstance(side, ast.Constant)]
    return (
        len(sides) == 2
        and isinstance(node.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE)
        and len(numbers) == 1
        and isinstance(numbers[0], int | float)
        and numbers[0] * _FACTOR == round(numbers[0] * _FACTOR)
    )
