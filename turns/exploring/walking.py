"""Go over a program's states as somebody sees them who chooses who runs next.

Here two moments are one place only if they also look the same: the same stands in the ready queue,
in this order, and among the timers, the tasks are where they are, and it is the same time. So this
has more states than the graph from which outcomes are read (`turns.exploring.graph`), and no
callback runs without being chosen: what is seen is what asyncio does.

The normal run comes first, then the runs that are asked for, then whatever departs from what was
found, each followed by what the queue would do up to a place that is known. So from every place
the queue's own choice is there, and what is left out of a large map departs far.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from turns.exploring.digest import Digester
from turns.exploring.nfa import End, decided_end_of, why_stopped
from turns.exploring.opaque import Opaque, Undecided
from turns.exploring.program import Kind, Program
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.exploring.states import Edge, Graph, State
from turns.exploring.strategies import Fifo
from turns.exploring.varying import steady
from turns.recording.describing import Described, callback_of, ready_of, timer_of, timers_of
from turns.recording.recorder import Recorder
from turns.recording.recording import Callback, TaskState, Timer, Turn, Written
from turns.runtime.execute import Outcome
from turns.runtime.limits import Stop
from turns.runtime.output import Line
from turns.runtime.run import ChoicePoint

START = -1, 0
"""The edge up to the first choice."""


@dataclass(frozen=True)
class Situation:
    """What can be seen at a moment at which there is a choice."""

    time: float
    ready: tuple[Callback, ...]
    timers: tuple[Timer, ...]
    tasks: dict[str, TaskState]
    choices: tuple[int, ...]
    """Of those that may be next, the places among ``ready`` and, after these, ``timers``."""


@dataclass
class Walked:
    """What was found."""

    graph: Graph
    situations: list[Situation] = field(default_factory=list)
    """One for each state of the graph."""
    turns: dict[tuple[int, int], Sequence[Turn]] = field(default_factory=dict)
    """By state and choice: what runs up to the next choice, asyncio's own callbacks included."""
    ended: dict[tuple[int, int], Situation] = field(default_factory=dict)
    """By edges that lead to an end: what is seen there."""
    before: Sequence[Written] = ()
    """What is written before the first turn."""
    coroutines: dict[str, str] = field(default_factory=dict)
    """By the name of the task."""
    ways: list[tuple[int, ...]] = field(default_factory=list)
    """The choices of the schedules that were asked for."""

    def edge(self, which: tuple[int, int]) -> Edge | None:
        """Return the edge by which a choice leaves a state, or `START`; None if it is not known."""
        number, index = which
        return self.graph.root if which == START else self.graph.states[number].edges.get(index)

    @property
    def is_whole(self) -> bool:
        """Say whether every choice has been followed."""
        return not self.graph.cut and all(len(s.edges) == len(s.choices) for s in self.graph.states)


def walk(program: Program, kind: Kind, schedules: Iterable[Schedule], moves: int) -> Walked:
    """Follow choices from every state until there are so many ``moves``, and run ``schedules``."""
    search = _Search(program, kind)
    search.follow(())
    for schedule in schedules:
        way = _Indices(schedule)
        program.run(way)
        search.walked.ways.append(tuple(way.indices))
        search.follow(way.indices)
    graph = search.walked.graph
    while search.todo and len(search.walked.turns) < moves and not graph.cut:
        number, index = search.todo.popleft()
        if index not in graph.states[number].edges:
            search.follow([*graph.states[number].path, index])
    return search.walked


class _Search:
    """What the runs of one search share."""

    def __init__(self, program: Program, kind: Kind) -> None:
        self.walked = Walked(Graph(kind, cut=""))
        self.todo: deque[tuple[int, int]] = deque()
        self._program = program
        self._known: dict[object, int] = {}
        self._notes: dict[Described, Callback] = {}
        self._digester = Digester(program.target, any_timer=kind.clock)

    def follow(self, path: Sequence[int]) -> None:
        """Run the schedule that begins with these choices, and note what is new on it."""
        if self.walked.graph.cut:
            return
        recorder = Recorder()
        walker = _Walker(self, recorder, path)
        outcome = self._program.run(walker, recorder)
        walker.conclude(outcome)
        recording = recorder.recording(outcome)
        self.walked.before = recording.before
        for task in recording.tasks:
            self.walked.coroutines.setdefault(task.name, task.coroutine)
        for edge, first, last in walker.closed:
            self.walked.turns[edge] = recording.turns[first:last]
        if walker.has_ended:
            last_turn = recording.turns[-1]
            self.walked.ended[edge] = Situation(
                last_turn.ends, last_turn.ready, last_turn.timers, recorder.states, ()
            )

    def number(self, point: ChoicePoint, recorder: Recorder, path: Sequence[int]) -> int:
        """Return the number of the state, which may be a new one."""
        situation = self._look(point, recorder)
        key: object = None
        try:
            key = self._digester.of(point, ordered=True), repr(situation)
        except Opaque:
            key = object()
        if key not in self._known:
            graph = self.walked.graph
            self._known[key] = number = len(graph.states)
            names = tuple(option.label for option in point.options)
            graph.states.append(State(tuple(path), names, ()))
            self.walked.situations.append(situation)
            self.todo += [(number, index) for index in range(len(names))]
        return self._known[key]

    def _look(self, point: ChoicePoint, recorder: Recorder) -> Situation:
        loop = point.loop
        ready, timers = ready_of(loop), timers_of(loop)
        places = {id(handle): place for place, handle in enumerate((*ready, *timers))}
        return Situation(
            round(loop.clock.now, 6),
            tuple(callback_of(handle, self._notes) for handle in ready),
            tuple(timer_of(handle) for handle in timers),
            recorder.states,
            tuple(places[id(handle)] for handle in point.handles),
        )


class _Indices(Replay):
    """Notes which of those who could run did."""

    def __init__(self, schedule: Schedule) -> None:
        super().__init__(schedule)
        self.indices: list[int] = []

    def pick(self, point: ChoicePoint) -> int:
        index = super().pick(point)
        self.indices.append(index)
        return index


class _Walker(Fifo):
    """Follows a path, then the queue, up to a state that is known; notes what is on the way."""

    def __init__(self, search: _Search, recorder: Recorder, path: Sequence[int]) -> None:
        super().__init__(search.walked.graph.kind)
        self.closed: list[tuple[tuple[int, int], int, int]] = []
        """Edges, and which turns of the run they are."""
        self._search = search
        self._graph = search.walked.graph
        self._recorder = recorder
        self._path = [*path]
        self._edge = START
        self._begun = 0, 0
        """How many turns had run, and how many lines were complete, when the edge began."""
        self._has_met = False
        self.has_ended = False
        """The last of these leads to an end."""

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        if len(point.handles) < len(point.options):
            self._cut("threads")
        number, is_new = self._target, False
        if number is None:
            number, is_new = self._look(point)
            self._close(point.run.turns, point.run.lines, number)
        if self.choices == len(self._path):
            if not is_new:
                self._has_met = True
                raise Stop
            self._path.append(0)
        index = self._path[self.choices]
        if index >= len(point.options) or not isinstance(number, int):
            self._cut("the program went another way than before")
        self._edge = number, index
        self._begun = point.run.turns, len(point.run.lines)
        return index

    @property
    def _target(self) -> int | End | None:
        """Where the edge leads, if that is known: what is met there may look like nothing else."""
        edge = self._search.walked.edge(self._edge)
        return edge.target if edge else None

    def _look(self, point: ChoicePoint) -> tuple[int, bool]:
        known = len(self._graph.states)
        try:
            number = self._search.number(point, self._recorder, self._path[: self.choices])
        except Undecided as reason:
            self._cut(str(reason))
        return number, number == known

    def conclude(self, outcome: Outcome) -> None:
        """Note how the run ended, if it has not been broken off at a state that is known."""
        if outcome.unordered:
            self._graph.cut = "the order of a set decides"
        if self._has_met or self._graph.cut or self._target is not None:
            return
        end = decided_end_of(outcome)
        if end is None:
            self._graph.cut = why_stopped(outcome)
        else:
            self._close(outcome.turns, outcome.lines, end)
            self.has_ended = True

    def _cut(self, why: str) -> NoReturn:
        self._graph.cut = why
        raise Stop

    def _close(self, turns: int, lines: Sequence[Line], target: int | End) -> None:
        first, line = self._begun
        edge = Edge((), tuple(steady(one.text) for one in lines[line:]), target)
        number, index = self._edge
        if self._edge == START:
            self._graph.root = edge
        else:
            self._graph.states[number].edges[index] = edge
        self.closed.append((self._edge, first, turns))
