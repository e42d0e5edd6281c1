"""All runs of a program up to the order of turns that do not matter to each other.

Where turns touch nothing in common (`turns.exploring.traces.access`), one run stands for all their
orders: for a *trace*. Printing is no conflict: the lines of a trace are ordered only as far as its
turns are (`turns.exploring.traces.order`), and what it can print are all orders that keep to that.
So one run proves what twelve independent sleepers print, in 479,001,600 orders.

All traces are found by dynamic partial order reduction with source sets and sleep sets (P. Abdulla,
S. Aronis, B. Jonsson, K. Sagonas, "Optimal dynamic partial order reduction", POPL 2014). After each
run, for each race of it (i, j): before i, somebody has to be next of those that can be next where j
comes before i. Beside the races of turns that ran:

- Whoever could have been next and then no longer could, because a turn cancelled it, or because
  the loop or the program ended: it has to be next before that turn.
- Who ends the loop conflicts with all: the program around the loop goes on in that turn.

Time: in queue schedules it moves on only when nobody is left who could be next, so that all before
comes before all after, and timers are next together as the ready queue has them. In clock schedules
a timer can be next since it was made; only for programs that do not know what time it is.

This is only as right as what is known of what turns touch, and that of programs which use private
names, frames, or modules that keep something, is wrong. Let only such programs in as are known to
use nothing but what is harmless.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from turns.exploring.digest import CLOCK_NAMES, names_in
from turns.exploring.nfa import End, Nfa, decided_end_of, end_of, why_stopped
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.traces.access import prepare
from turns.exploring.traces.apart import Apart
from turns.exploring.traces.lines import MOST, Lines, Printing
from turns.exploring.traces.order import ordered
from turns.exploring.traces.reach import Knowledge
from turns.exploring.traces.tracing import Node, Tracer, disabled
from turns.exploring.varying import WHY, steady, varies
from turns.runtime.execute import Outcome

_BEGINNING = 12
"""Runs after which it is guessed how many there will be."""
_BEYOND = CLOCK_NAMES | {"stop", "all_tasks"}
"""Names of what traces do not know: a turn that ends a task changes what `all_tasks` returns."""


@dataclass(frozen=True)
class Trace:
    """Runs that differ only in the order of turns that do not matter to each other."""

    keys: tuple[int, ...]
    """The turns, in the order of one of the runs."""
    before: tuple[int, ...]
    """For each turn those that come before it, as bits."""
    lines: Lines
    numbers: tuple[int, ...]
    """Which of the turns print its lines."""

    def run(self, order: Sequence[int]) -> tuple[int, ...]:
        """Return the keys of all turns, in a run whose printing turns come in ``order``."""
        left = (1 << len(self.keys)) - 1
        found: list[int] = []
        for number in [*(self.numbers[one] for one in order), *range(len(self.keys))]:
            now = left & (self.before[number] | 1 << number)
            found += [key for one, key in enumerate(self.keys) if now >> one & 1]
            left &= ~now
        return tuple(found)


@dataclass
class Traces:
    """What is known of a program's traces."""

    kind: Kind
    traces: list[Trace] = field(default_factory=list)
    runs: int = 0
    cut: str = "nothing was run yet"
    """Why it is not all; empty if it is."""

    @property
    def complete(self) -> bool:
        """Say whether every schedule is in it."""
        return not self.cut

    def nfa(self, most: int = MOST) -> Nfa:
        """Return what it can print; `TooManyError` if it has more points than that."""
        nfa = Nfa()
        for lines in dict.fromkeys(one.lines for one in self.traces):
            lines.write(nfa, most)
        return nfa

    def apart(self) -> Apart:
        """Return the same in parts; `TooManyError` if these are too large, too."""
        return Apart(one.lines for one in self.traces)


def explore(program: Program, kind: Kind, budget: Budget) -> Traces:
    """Find all traces; a schedule that meets a limit of its own cuts the search."""
    found = Traces(kind)
    if kind.documented or names_in(program.target.code) & _BEYOND:
        found.cut = "the order of registration, time, the end of a pass or all tasks matter"
        return found
    prepare()
    knowledge = Knowledge.of(program.target.code)
    nodes: list[Node] = []
    turns = budget.turns
    while True:
        found.cut = budget.exhausted
        if found.cut:
            return found
        known = len(knowledge.unsteady)
        tracer = Tracer(nodes, knowledge, kind, budget.until)
        outcome = program.run(tracer, observer=tracer)
        found.runs += 1
        budget.spend(outcome.turns)
        if len(knowledge.unsteady) > known:  # all that was found rests on what is wrong
            nodes.clear()
            found.traces.clear()
            continue
        found.cut = _obstacle(tracer, outcome)
        if found.cut:
            return found
        before = _plan(tracer, nodes)
        end = end_of(outcome)
        if not tracer.blocked and end is not None:
            found.traces.append(_trace(tracer, outcome, before, end))
        if not _go_on(tracer, nodes):
            return found
        if found.runs >= _BEGINNING and turns - budget.turns > turns * _searched(nodes):
            found.cut = "there are more traces than can be gone through"
            return found


def _obstacle(tracer: Tracer, outcome: Outcome) -> str:
    if tracer.cut:
        return tracer.cut
    if tracer.blocked and not outcome.polled:
        return ""
    if decided_end_of(outcome) is None:
        return why_stopped(outcome)
    if outcome.error and varies(outcome.error):
        return WHY
    if outcome.problem is None and tracer.tasks_left:
        return "tasks that had not ended when the program did"
    return ""


def _plan(tracer: Tracer, nodes: list[Node]) -> tuple[int, ...]:
    """Note what else has to be tried because of this run; return its order."""
    events = tracer.events
    order = ordered(events)
    for i, j in order.races:
        node = nodes[i]
        initials = {events[one].key for one in order.reversing(i, j)}
        covered = {node.chosen, *node.todo, *node.done, *node.asleep}
        if covered.isdisjoint(initials):
            possible = [key for key in node.options if key in initials]
            node.todo += possible[:1] or node.options
    for i, key in disabled(nodes, to_the_end=not tracer.blocked):
        if key not in nodes[i].todo:
            nodes[i].todo.append(key)
    return order.before


def _go_on(tracer: Tracer, nodes: list[Node]) -> bool:
    """Turn to the next thing that has to be tried; say whether there is one."""
    while nodes:
        node = nodes[-1]
        if len(nodes) <= len(tracer.events):
            node.done[node.chosen] = tracer.events[len(nodes) - 1].deed
        for key in node.todo:
            if key not in node.done and key not in node.asleep:
                node.chosen = key
                return True
        nodes.pop()
    return False


def _searched(nodes: list[Node]) -> float:
    """Return which part of all has been searched, if what is known now were all there is.

    More becomes known as the search goes on, so that it is usually less than that.
    """
    part, inside = 0.0, 1.0
    for node in nodes:
        left = {node.chosen, *node.todo} - node.done.keys() - node.asleep.keys()
        inside /= len(node.done) + len(left)
        part += len(node.done) * inside
    return part


def _trace(tracer: Tracer, outcome: Outcome, before: tuple[int, ...], end: End) -> Trace:
    lines: dict[int, list[str]] = {}
    for line in outcome.lines:
        lines.setdefault(line.turn - 1, []).append(steady(line.text))
    first = tuple(lines.pop(-1, ()))
    numbers = tuple(sorted(lines))
    printing = tuple(
        Printing(
            tuple(lines[n]),
            sum(1 << at for at, other in enumerate(numbers) if before[n] >> other & 1),
        )
        for n in numbers
    )
    keys = tuple(event.key for event in tracer.events)
    return Trace(keys, _as_counted(tracer, before), Lines(first, printing, end), numbers)


def _as_counted(tracer: Tracer, before: tuple[int, ...]) -> tuple[int, ...]:
    """Let callbacks that count do so in the order of the run: the last is who wakes somebody."""
    counted: dict[int, int] = {}
    found: list[int] = []
    for number, (event, mask) in enumerate(zip(tracer.events, before, strict=True)):
        also = mask
        if event.access.counter is not None:
            also |= counted.get(event.access.counter, 0)
            counted[event.access.counter] = counted.get(event.access.counter, 0) | 1 << number
        for one in range(number):
            if also >> one & 1:
                also |= found[one]
        found.append(also)
    return tuple(found)
