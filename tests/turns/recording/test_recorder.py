"""What is recorded of each turn."""

from turns.recording.recorder import Recorder
from turns.runtime.execute import Outcome
from watched import main_of, run


def recorded(source: str, **options: int) -> tuple[Outcome, Recorder]:
    """Run and return the outcome and the records."""
    recorder = Recorder(**options)
    return run(source, observer=recorder), recorder


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
    first, second, *_ = [recorder.as_json(one) for one in recorder.records]
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
    folded = list(recorder.shown(recorder.records, internal=False))
    assert len(folded) < len(recorder.records)
    assert list(recorder.shown(recorder.records, internal=True)) == recorder.records
    assert all(not one.turn.internal or one.outside for one in folded)
