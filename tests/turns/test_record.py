"""What is recorded of each turn."""

from watched import main_of, run

from turns import record
from turns.program import Outcome
from turns.record import Recorder


def recorded(source: str, **options: int) -> tuple[Outcome, Recorder]:
    """Run and return the outcome and the records."""
    recorder = Recorder(**options)
    return run(source, recorder=recorder), recorder


SOURCE = """
import asyncio
async def child(n):
    print("on", n)
    await asyncio.sleep(n)
    print("off", n)
async def main():
    task = asyncio.create_task(child(1), name="child")
    await task
    raise ValueError("no")
try:
    asyncio.run(main())
except ValueError:
    print("end")
"""


def test_a_turn_has_all_that_is_fixed() -> None:
    """Who, when, lines, output; and afterwards queue, timers and tasks."""
    _, recorder = recorded(SOURCE)
    first, second, *_ = [record.as_json(one) for one in recorder.records]
    assert first == {
        "n": 1,
        "time": 0.0,
        "task": "Task-1",
        "callback": "main",
        "internal": False,
        "lines": [8, 9],
        "output": [],
        "ready": [{"task": "child", "callback": "child", "internal": False}],
        "timers": [],
        "tasks": [
            {"name": "Task-1", "state": "waiting", "line": 9, "waiting_on": "child"},
            {"name": "child", "state": "ready", "line": 3, "waiting_on": None},
        ],
    }
    assert second["output"] == ["on 1"]
    assert second["lines"] == [4, 5]
    assert second["timers"] == [
        {"when": 1.0, "callback": "_set_result_unless_cancelled", "task": "child"}
    ]
    assert second["tasks"][1] == {
        "name": "child",
        "state": "waiting",
        "line": 5,
        "waiting_on": "sleep(1)",
    }


def test_every_turn_and_every_line_is_recorded() -> None:
    """The numbers have no gap, and the output is all there."""
    outcome, recorder = recorded(SOURCE)
    assert [one.turn.n for one in recorder.records] == list(range(1, outcome.turns + 1))
    printed = [
        text
        for one in recorder.records
        for text in [*one.output, *(aside.text for aside in one.outside)]
    ]
    assert recorder.before + printed == outcome.output == ["on 1", "off 1", "end"]
    states = {task.name: task for task in recorder.records[-1].tasks}
    assert states["child"].state == "done"
    assert (states["Task-1"].state, states["Task-1"].waiting_on) == ("failed", "ValueError: no")


def test_states_of_tasks() -> None:
    """Cancelled before the start, and ready again after sleep(0)."""
    _, recorder = recorded(
        main_of("""
        never = asyncio.create_task(asyncio.sleep(1), name="never")
        never.cancel()
        await asyncio.sleep(0)
        """)
    )
    first, second = recorder.records[0].tasks, recorder.records[1].tasks
    assert (first[0].state, first[0].line) == ("ready", 5)
    assert (first[1].name, first[1].state) == ("never", "ready")
    assert second[1].state == "cancelled"


def test_a_body_on_the_line_of_its_def_is_a_line_too() -> None:
    """CPython 3.13 and later tell of such a line only if they are asked for more (gh-155992)."""
    _, recorder = recorded(
        main_of("""
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: print("lambda"))
        def function(): print("function")
        loop.call_soon(function)
        async def coroutine(): print("coroutine")
        await coroutine()
        await asyncio.sleep(0)
        """)
    )
    lines = {one.output[-1]: one.lines for one in recorder.records if one.output}
    assert lines == {"coroutine": [*range(3, 10)], "lambda": [4], "function": [5]}


def test_what_is_awaited_is_named_by_a_call_that_readers_know() -> None:
    """`TaskGroup.__aexit__` waits in a private function from 3.14 on; `wait_for` did in 3.11."""
    _, recorder = recorded(
        main_of("""
        lock = asyncio.Lock()
        async def hold():
            async with lock:
                await asyncio.sleep(9)
        async with asyncio.TaskGroup() as group:
            group.create_task(hold())
            group.create_task(hold())
        """)
    )
    states = [one for one in recorder.records if one.turn.callback == "main.hold"][1].tasks
    waits = {one.waiting_on for one in states}
    assert waits == {"TaskGroup.__aexit__()", "sleep(9)", "Lock.acquire()"}


def test_recording_does_not_change_the_run() -> None:
    """The same lines and as many turns."""
    plain = run(SOURCE)
    outcome, _ = recorded(SOURCE)
    assert (outcome.output, outcome.turns) == (plain.output, plain.turns)


def test_memory_is_bounded_and_what_is_left_out_is_counted() -> None:
    """The first turns are kept, by their number and by the room that they take."""
    source = main_of("for _ in range(100):\n    await asyncio.sleep(0)")
    outcome, recorder = recorded(source, turns=10)
    assert len(recorder.records) == 10
    assert recorder.omitted == outcome.turns - 10
    outcome, recorder = recorded(source, room=30)
    assert len(recorder.records) == 10
    assert recorder.omitted == outcome.turns - 10


def test_internal_turns_are_folded_unless_they_print() -> None:
    """A view leaves out what asyncio does for itself."""
    _, recorder = recorded(SOURCE)
    folded = list(record.shown(recorder.records, internal=False))
    assert len(folded) < len(recorder.records)
    assert list(record.shown(recorder.records, internal=True)) == recorder.records
    assert all(not one.turn.internal or one.outside for one in folded)
