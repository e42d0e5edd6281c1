"""The map of a program: its paths are the outcomes, and it says what can still come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from brute_force import judge
from written import ABBA, DEADLOCK, FINISHED, TIMERS, plenty, written

from turns.exploring import map as maps
from turns.exploring.graph import build
from turns.exploring.map import Map, Step, chart
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind, now
from turns.exploring.states import Edge, Graph, State

SAY = """
import asyncio
async def say(name):
    print(name)
    await asyncio.sleep(0)
    print(name)
async def main():
    print("begin")
    async with asyncio.TaskGroup() as group:
        group.create_task(say("a"))
        group.create_task(say("b"))
asyncio.run(main())
"""


def _paths(drawn: Map, step: Step) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what is printed on each way from here to an end, and how that is."""
    if step.end is not None:
        yield step.lines, drawn.ends[step.end].kind
        return
    assert step.to is not None
    for following in drawn.places[step.to].steps:
        for lines, end in _paths(drawn, following):
            yield step.lines + lines, end


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "kind"),
    [(SAY, QUEUE), (ABBA, QUEUE), (TIMERS, QUEUE), (TIMERS, CLOCK)],
    ids=["two", "locks", "timers", "timers-clock"],
)
def test_every_path_is_an_outcome_and_every_outcome_a_path(
    source: str, kind: Kind, tmp_path: Path
) -> None:
    """As found by running every schedule; and what can still come is where paths lead."""
    program = written(source, tmp_path)
    drawn = chart(build(program, kind, plenty()))
    assert drawn.cut == ""
    truth = judge(program.target.path, clock=kind.clock, schedules=1000, seconds=300)
    assert {*_paths(drawn, drawn.start)} == {(texts, end.kind) for texts, end in truth.outcomes}
    for place in drawn.places:
        assert place.futures is not None
        futures = [drawn.futures[one] for one in place.futures]
        paths = [path for step in place.steps for path in _paths(drawn, step)]
        assert {(one.lines, drawn.ends[one.end].kind) for one in futures} == {*paths}
        assert len(futures) == len({*paths})


def test_a_step_says_who_runs(tmp_path: Path) -> None:
    """By name: whom the player chose, and who runs from there to the next choice."""
    drawn = chart(build(written(SAY, tmp_path), QUEUE, plenty()))
    assert (drawn.start.who, drawn.start.runs, drawn.start.lines) == ("", ("Task-1",), ("begin",))
    first = drawn.places[drawn.start.to or 0]
    assert [(step.who, step.runs[0], step.lines[0]) for step in first.steps] == [
        ("Task-2", "Task-2", "a"),
        ("Task-3", "Task-3", "b"),
    ]


def test_a_graph_that_is_cut_says_so(tmp_path: Path) -> None:
    """Of no place it is then known what can come; steps that were not followed lead nowhere."""
    drawn = chart(build(written(SAY, tmp_path), QUEUE, Budget(10, now() + 300)))
    assert drawn.cut == "out of turns"
    assert {place.futures for place in drawn.places} == {None}
    steps = [step for place in drawn.places for step in place.steps]
    assert Step("Task-3", (), (), None, None) in steps


def _graph(*states: dict[int, Edge]) -> Graph:
    """Return a graph that is whole, with the first state as its root."""
    names = [tuple(map(str, edges)) for edges in states]
    all_ = [State((), who, who, edges) for who, edges in zip(names, states, strict=True)]
    return Graph(QUEUE, root=Edge((), ("start",), 0), states=all_, cut="")


def test_what_comes_after_a_circle() -> None:
    """Round and round without a line changes nothing; with one there is no end of futures."""
    away, out = Edge((), (), 1), Edge((), ("out",), FINISHED)
    silent = chart(_graph({0: away, 1: out}, {0: Edge((), (), 0), 1: Edge((), (), DEADLOCK)}))
    assert [one.lines for one in silent.futures] == [(), ("out",)]
    assert [place.futures for place in silent.places] == [(0, 1), (0, 1)]
    printing = chart(_graph({0: away, 1: out}, {0: Edge((), ("again",), 0)}))
    assert [place.futures for place in printing.places] == [None, None]
    assert printing.cut == ""


def test_too_many_futures_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither here nor at any place that leads here; elsewhere they are."""
    many = {n: Edge((), (str(n),), FINISHED) for n in range(3)}
    graph = _graph({0: Edge((), (), 1), 1: Edge((), (), 2)}, many, {0: many[0]})
    assert [len(place.futures or ()) for place in chart(graph).places] == [3, 3, 1]
    monkeypatch.setattr(maps, "MOST_FUTURES", 2)
    assert [place.futures for place in chart(graph).places] == [None, None, (0,)]


def test_nothing_of_a_program_that_was_not_run() -> None:
    """A map all the same, for whoever writes it down."""
    drawn = chart(Graph(QUEUE, cut="threads"))
    assert (drawn.cut, drawn.places, drawn.futures) == ("threads", (), ())
    assert drawn.ends[drawn.start.end or 0].kind == "unknown"
