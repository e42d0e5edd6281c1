"""Callbacks that commute with all that could run before them, and those that only look like it."""

from pathlib import Path
from textwrap import dedent, indent

import brute_force
import pytest
from brute_force import Outcome, judge
from watched import run

from turns.exploring.commuting import commutes
from turns.exploring.digest import label
from turns.exploring.program import Kind
from turns.exploring.strategies import Fifo
from turns.runtime.execute import Outcome as Result
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.ready import ReadyQueue
from turns.runtime.run import ChoicePoint, Strategy
from turns.runtime.target import Target

SLEEP = "_set_result_unless_cancelled"
GATHER = "gather.<locals>._done_callback"
WAIT = "_wait.<locals>._on_completion"
GROUP = "TaskGroup._on_task_done"

PROGRAM = """
import asyncio
async def well():
    print("well")
async def badly():
    raise ValueError("badly")
async def cancelled():
    raise asyncio.CancelledError
async def other():
    print("now")
    await asyncio.sleep(1)
    print("then")
async def rest():
    for _ in range(4):
        await asyncio.sleep(0)
async def main():
    loop = asyncio.get_running_loop()
{body}
    print("main")
asyncio.run(main())
"""


def written(body: str) -> str:
    """Write a program around the body of its main coroutine."""
    return PROGRAM.format(body=indent(dedent(body).strip("\n"), "    "))


COMMUTE = {
    "children of gather, except the last": (
        GATHER,
        "await asyncio.gather(well(), well())",
        [True, False],
    ),
    "tasks that are waited for, except the last": (
        WAIT,
        "await asyncio.wait([asyncio.create_task(one()) for one in (well, well)])",
        [True, False],
    ),
    "a task that fails, where all are waited for": (
        WAIT,
        """
        tasks = [asyncio.create_task(one()) for one in (badly, well)]
        await asyncio.wait(tasks)
        print(tasks[0].exception())
        """,
        [True, False],
    ),
    "a task that is cancelled, where all are waited for": (
        WAIT,
        "await asyncio.wait([asyncio.create_task(one()) for one in (cancelled, well)])",
        [True, False],
    ),
    "tasks of a group that is being left, except the last": (
        GROUP,
        """
        async with asyncio.TaskGroup() as group:
            for one in (well, well):
                group.create_task(one())
        """,
        [True, False],
    ),
}
DO_NOT = {
    "the timer of a sleep": (SLEEP, "await asyncio.sleep(1); print('slept')", [False]),
    "a child of gather that fails": (
        GATHER,
        "try: await asyncio.gather(well(), badly(), well())\nexcept ValueError: pass",
        [True, False, False],
    ),
    "a child of gather that is cancelled": (
        GATHER,
        "try: await asyncio.gather(cancelled(), well())\nexcept asyncio.CancelledError: pass",
        [False, False],
    ),
    "where the first is waited for": (
        WAIT,
        """
        tasks = [asyncio.create_task(one()) for one in (well, well)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        """,
        [False, False],
    ),
    "where the first that fails is waited for": (
        WAIT,
        """
        tasks = [asyncio.create_task(one()) for one in (well, well)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        """,
        [False, False],
    ),
    "tasks of a group whose body goes on": (
        GROUP,
        """
        async with asyncio.TaskGroup() as group:
            for one in (well, well):
                group.create_task(one())
            await rest()
        """,
        [False, False],
    ),
    "a task of a group that fails": (
        GROUP,
        """
        try:
            async with asyncio.TaskGroup() as group:
                for one in (badly, well, well):
                    group.create_task(one())
        except* ValueError:
            pass
        """,
        [False, True, False],
    ),
    "the timer of a timeout": (
        "Timeout._on_timeout",
        """
        try:
            async with asyncio.timeout(1): await loop.create_future()
        except TimeoutError: pass
        """,
        [False],
    ),
    "a future's own method": (
        "Future.set_result",
        "future = loop.create_future(); loop.call_later(1, future.set_result, 1); await future",
        [False],
    ),
    "a callback of the program, whatever its name": (
        SLEEP,
        f"""
        def {SLEEP}(): print("now")
        {SLEEP}.__qualname__ = "{SLEEP}"
        loop.call_later(1, {SLEEP})
        await asyncio.sleep(2)
        """,
        [False, False],
    ),
    "a step of a task": ("step Task-2", "await asyncio.create_task(rest())", [False] * 5),
}


@pytest.mark.parametrize(
    ("name", "body", "said"), (COMMUTE | DO_NOT).values(), ids=(COMMUTE | DO_NOT).keys()
)
def test_what_is_said_of_a_callback_when_its_turn_comes(
    name: str, body: str, said: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which asyncio runs them."""
    found = []
    begin = ReadyQueue._begin  # noqa: SLF001 (each callback passes here when its turn comes)

    def look(self: ReadyQueue, handle: object) -> None:
        if label(handle).startswith(name):
            found.append(commutes(handle))
        begin(self, handle)

    monkeypatch.setattr(ReadyQueue, "_begin", look)
    outcome = run(written(body))
    assert (outcome.problem, outcome.error) == (None, None)
    assert outcome.output[-1] == "main"
    assert found == said


class _AtOnce(Fifo):
    """Runs a callback that commutes as soon as there is one; leaves other choices to another."""

    def __init__(self, other: Strategy) -> None:
        super().__init__(Kind(other.clock))
        self.other = other

    def pick(self, point: ChoicePoint) -> int:
        for index, (handle, option) in enumerate(zip(point.handles, point.options, strict=True)):
            if not option.early and commutes(handle):
                return index
        return self.other.choose(point)


def _outcomes(path: Path) -> set[Outcome]:
    """Return what all queue schedules show."""
    return {*judge(path, clock=False, schedules=20_000, seconds=300).outcomes}


@pytest.mark.slow
@pytest.mark.parametrize("body", [body for _, body, _ in COMMUTE.values()], ids=COMMUTE.keys())
def test_all_that_can_be_printed_is_printed_if_they_never_wait(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is what it means to commute: tried with every schedule there is, and another task."""
    path = tmp_path / "program.py"
    path.write_text(
        written(f"another = asyncio.create_task(other())\n{dedent(body).strip()}\nawait another"),
        encoding="utf-8",
    )
    everything = _outcomes(path)
    assert len(everything) > 1
    runs = []

    def executed(target: Target, *, strategy: Strategy, limits: Limits) -> Result:
        runs.append(execute(target, strategy=_AtOnce(strategy), limits=limits))
        return runs[-1]

    monkeypatch.setattr(brute_force, "execute", executed)
    assert _outcomes(path) == everything
    assert runs
