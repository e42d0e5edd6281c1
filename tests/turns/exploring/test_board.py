"""The board: each move replays, goals are reached with their par, impossible ones are not."""

import heapq
import itertools
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from written import ABBA, COUNTER, LOCKED, TIMERS

from turns.exploring import board as boards
from turns.exploring.board import Board, Chart, board
from turns.exploring.explore import Effort, explore
from turns.exploring.goals import Aim, Goal
from turns.exploring.marks import Ran, number
from turns.exploring.program import Kind, Program
from turns.exploring.strategies import Fifo
from turns.recording.codec import decode, encode
from turns.recording.recorder import Recorder
from turns.runtime.limits import Limits
from turns.runtime.run import ChoicePoint
from turns.runtime.target import Target, load

CALLBACKS = """
import asyncio
async def child(name):
    print(name, end=" ")
    await asyncio.sleep(0)
    print("again")
async def main():
    asyncio.get_running_loop().call_soon(print, "called")
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        group.create_task(child("b"))
    print("group")
print("before", end=": ")
asyncio.run(main())
print("outside")
"""
BLOCKED = """
import asyncio, time
async def nap(seconds):
    await asyncio.sleep(seconds)
    print("slept", seconds)
async def main():
    tasks = [asyncio.create_task(nap(one)) for one in (0.1, 0.2)]
    await asyncio.sleep(0)
    time.sleep(0.3)
    await asyncio.wait(tasks)
asyncio.run(main())
"""
PROGRAMS = {
    "counter": COUNTER,
    "locks": ABBA,
    "timers": TIMERS,
    "locked": LOCKED.format(tasks=3),
    "callbacks": CALLBACKS,
    "blocked": BLOCKED,
}
programs = pytest.mark.parametrize(
    "source",
    [
        pytest.param(source, id=name, marks=pytest.mark.xdist_group(f"board of {name}"))
        for name, source in PROGRAMS.items()
    ],
)

Made = tuple[Target, Board]
Making = Callable[[str], Made]


def _made(source: str, folder: Path) -> Made:
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    target = load(path)
    made = board(target, explore(target, Effort(seconds=100, patience=10)))
    assert made is not None
    return target, made


@pytest.fixture(scope="module")
def making(tmp_path_factory: pytest.TempPathFactory) -> Making:
    """Return a function that makes the board of each program once."""

    @cache
    def make(source: str) -> Made:
        return _made(source, tmp_path_factory.mktemp("board"))

    return make


class _Path(Fifo):
    """Takes these choices, and notes how many turns had run at each."""

    def __init__(self, kind: Kind, path: tuple[int, ...]) -> None:
        super().__init__(kind)
        self.path, self.turns = path, list[int]()

    def pick(self, point: ChoicePoint) -> int:
        self.turns.append(point.run.turns)
        return self.path[self.choices]


Step = tuple[int, str]
"""A place, and what is printed on the way to it."""


def _printed(made: Board, turns: tuple[int, ...]) -> str:
    return "".join(made.turns[one].printed for one in turns)


def _first(made: Board, chart: Chart) -> Step:
    assert chart.start.to is not None
    return chart.start.to, made.before + _printed(made, chart.start.turns)


def _paths(made: Board, chart: Chart) -> Iterator[tuple[tuple[int, ...], list[Step]]]:
    """Yield the choices of each schedule, and its steps, as the board has them."""

    def go(
        path: tuple[int, ...], steps: list[Step]
    ) -> Iterator[tuple[tuple[int, ...], list[Step]]]:
        place = chart.places[steps[-1][0]]
        if place.end is not None:
            yield path, steps
        for index, move in enumerate(place.moves):
            if move.to is not None:
                step = move.to, _printed(made, move.turns)
                yield from go((*path, index), [*steps, step])

    yield from go((), [_first(made, chart)])


def _texts(steps: list[Step]) -> tuple[str, ...]:
    return tuple("".join(printed for _, printed in steps).removesuffix("\n").splitlines())


@pytest.mark.slow
@programs
def test_every_move_replays(source: str, making: Making) -> None:
    """A real run that takes the same choices prints the same and leaves everybody there."""
    target, made = making(source)
    program = Program(target, Limits(seconds=100))
    for mode, chart in made.charts.items():
        for path, steps in itertools.islice(_paths(made, chart), 0, 400, 7):
            walker, recorder = _Path(Kind.named(mode), path), Recorder()
            outcome = program.run(walker, recorder)
            recording = recorder.recording(outcome)
            assert tuple(outcome.output) == _texts(steps)
            assert len(walker.turns) == len(path) == len(steps) - 1
            last = chart.places[steps[-1][0]]
            assert last.end is not None
            problem = outcome.problem.kind if outcome.problem else "finished"
            assert made.ends[last.end].kind == problem
            tasks: dict[str, object] = {}
            done = 0
            for (place, _), turns in zip(steps, [*walker.turns, outcome.turns], strict=True):
                for turn in recording.turns[done:turns]:
                    tasks |= turn.tasks
                done = turns
                pairs = zip(made.players, chart.places[place].tasks, strict=False)
                there = {one.name: made.states[state] for one, state in pairs if state >= 0}
                assert there == tasks


@pytest.mark.slow
@programs
def test_goals_are_reached_with_their_par(source: str, making: Making) -> None:
    """By the way that is given, and by no way on the board with fewer departures."""
    _, made = making(source)
    for goal, way in zip(made.goals, made.ways, strict=True):
        chart = made.charts[goal.mode]
        assert chart.whole
        if goal.par is None:
            assert not any(_reached(made, goal, chart, steps) for _, steps in _paths(made, chart))
        else:
            assert _least(made, goal, chart) == goal.par
            assert _reached(made, goal, chart, _along(made, chart, way))


def _along(made: Board, chart: Chart, way: tuple[int, ...]) -> list[Step]:
    choices = itertools.chain(way, itertools.repeat(0))
    steps = [_first(made, chart)]
    while chart.places[steps[-1][0]].end is None:
        move = chart.places[steps[-1][0]].moves[next(choices)]
        assert move.to is not None
        steps.append((move.to, _printed(made, move.turns)))
    return steps


def _reached(made: Board, goal: Goal, chart: Chart, steps: list[Step]) -> bool:
    end = chart.places[steps[-1][0]].end
    assert end is not None
    texts = _texts(steps)
    if goal.aim is Aim.DEADLOCK:
        return made.ends[end].kind == "deadlock"
    if goal.aim is Aim.OUTCOME:
        return made.ends[end].kind != "deadlock" and texts == goal.texts
    if goal.aim is Aim.BETWEEN:
        lines = [*number(texts)]
        above, line = [*number(made.output)][goal.line - 1 : goal.line + 1]
        return above in lines and line in lines and lines.index(line) != lines.index(above) + 1
    return Ran([*number(made.output)], texts, ended=True).how(goal.line) == goal.aim


def _least(made: Board, goal: Goal, chart: Chart) -> int | None:
    """Return the fewest departures that reach a goal: decisions to go first, or to hold back.

    From the definition (`turns.exploring.departures`): whoever is held is held until he is let go,
    for nothing, or until nobody else is left.
    """
    start = [_first(made, chart)]
    counter = itertools.count()
    todo = [(0, next(counter), start, frozenset[int]())]
    seen = set()
    while todo:
        cost, _, steps, held = heapq.heappop(todo)
        place = chart.places[steps[-1][0]]
        if place.end is not None:
            if _reached(made, goal, chart, steps):
                return cost
            continue
        key = steps[-1][0], held, _texts(steps)
        if key in seen:
            continue
        seen.add(key)
        queue = len(place.ready)
        free = [i for i, one in enumerate(place.moves) if i not in held and one.at < queue]
        default = min(free, default=0)
        if len(free) > 1 or (free and len(place.moves) > len(free) + len(held)):
            heapq.heappush(todo, (cost + 1, next(counter), steps, held | {default}))
        for index, move in enumerate(place.moves):
            if move.to is None:
                continue
            after = chart.places[move.to]
            gone = {one - (one > index) for one in held if one != index}
            still = frozenset(one for one in gone if one < len(after.moves))
            price = cost + (index != default and index not in held)
            following = [*steps, (move.to, _printed(made, move.turns))]
            heapq.heappush(todo, (price, next(counter), following, still))
    return None


@pytest.mark.slow
@programs
def test_it_says_how_many_outcomes_are_left(source: str, making: Making) -> None:
    """And whether all of them are deadlocks."""
    _, made = making(source)
    for mode, chart in made.charts.items():
        left: dict[int, set[tuple[str, int]]] = {}
        for _, steps in _paths(made, chart):
            end = chart.places[steps[-1][0]].end
            assert end is not None
            for at, (place, _) in enumerate(steps):
                rest = "".join(printed for _, printed in steps[at + 1 :])
                left.setdefault(place, set()).add((rest, end))
        for number_, place in enumerate(chart.places):
            if place.end is None:
                assert place.left == len(left[number_]), mode
                kinds = {made.ends[end].kind for _, end in left[number_]}
                assert place.doomed == (kinds == {"deadlock"})


@pytest.mark.slow
@pytest.mark.xdist_group("board of callbacks")
def test_the_normal_run_is_the_queues_own_choice(making: Making) -> None:
    """Which stands first at each place, whatever the mode."""
    _, made = making(CALLBACKS)
    for chart in made.charts.values():
        assert _texts(_along(made, chart, ())) == made.output
        assert all(move.at == 0 for place in chart.places for move in place.moves[:1])


@pytest.mark.slow
def test_of_a_large_one_there_is_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the normal run and the ways to all goals; what is left of outcomes is then not known."""
    monkeypatch.setattr(boards, "MOST_MOVES", 5)
    _, made = _made(LOCKED.format(tasks=3), tmp_path)
    chart = made.charts["queue"]
    assert not chart.whole
    assert any(move.to is None for place in chart.places for move in place.moves)
    assert _texts(_along(made, chart, ())) == made.output
    assert chart.places[chart.start.to or 0].left is None
    for goal, way in zip(made.goals, made.ways, strict=True):
        if goal.par is not None:
            assert _reached(made, goal, chart, _along(made, chart, way))


@pytest.mark.slow
def test_early_timers_have_a_chart_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If there are timers, and if it is not too large."""
    _, made = _made(TIMERS, tmp_path)
    assert ([*made.charts], made.early) == (["queue", "clock"], "")
    assert {goal.mode for goal in made.goals} == {"clock"}
    _, none = _made(COUNTER, tmp_path)
    assert ([*none.charts], none.early) == (["queue"], "none")
    monkeypatch.setattr(boards, "MOST_MOVES", 2)
    _, large = _made(TIMERS.replace("small", "little"), tmp_path)
    assert ([*large.charts], large.early) == (["queue"], "large")


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "print('no loop')",
        "import asyncio\nasyncio.run(asyncio.sleep(0))",
        f"import threading\n{COUNTER}\nthreading.Thread(target=print).start()",
    ],
    ids=["no-loop", "no-choice", "threads"],
)
def test_some_have_none(source: str, tmp_path: Path) -> None:
    """Where nobody can choose, or nothing is proven."""
    path = tmp_path / "program.py"
    path.write_text(source, encoding="utf-8")
    target = load(path)
    assert board(target, explore(target, Effort(seconds=100, patience=10))) is None


@pytest.mark.slow
@pytest.mark.xdist_group("board of locks")
def test_it_is_read_back(making: Making) -> None:
    """As it was written."""
    _, made = making(ABBA)
    assert decode(Board, encode(made)) == made
