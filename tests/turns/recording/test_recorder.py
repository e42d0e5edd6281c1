"""What is recorded of each turn."""

import pytest
from watched import main_of, recorded, run

from turns.recording.codec import encode
from turns.recording.recorder import Recorder
from turns.recording.recording import Arrival, State, ThreadKind
from turns.runtime.waiting import Wait, WaitKind

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
    _, recording = recorded(SOURCE)
    first, second, *_ = encode(recording)["turns"]
    assert first == {
        "number": 1,
        "begins": 0.0,
        "ends": 0.0,
        "pass_number": 1,
        "task": "Task-1",
        "callback": "main",
        "internal": False,
        "due": None,
        "cancelled": None,
        "scheduled_by": 0,
        "scheduled_at": 12,
        "thread": None,
        "arrival": None,
        "lines": [8, 9],
        "computes": False,
        "failed_at": None,
        "written": [],
        "at_once": 0,
        "outside": [],
        "ready": [{"task": "child", "callback": "child", "arguments": "", "internal": False}],
        "timers": [],
        "tasks": {
            "Task-1": {
                "state": "waiting",
                "line": 9,
                "wait": {"kind": "task", "on": "child"},
                "error": None,
            },
            "child": {"state": "ready", "line": 3, "wait": None, "error": None},
        },
    }
    assert second["written"] == [{"text": "on 1\n", "stream": "output"}]
    assert second["lines"] == [4, 5]
    wake = "_set_result_unless_cancelled"
    (timer,) = second["timers"]
    assert timer == {
        "when": 1.0,
        "task": "child",
        "callback": wake,
        "arguments": "",
        "internal": True,
    }
    waits = {"kind": "timer", "on": "sleep(1)"}
    assert second["tasks"] == {
        "child": {"state": "waiting", "line": 5, "wait": waits, "error": None}
    }


def test_callbacks_have_their_arguments() -> None:
    """Texts, numbers and the like; of a partial, too. One that is not is told by its name alone."""
    _, recording = recorded("""
import asyncio
import functools


def tell(*what: object) -> None: ...


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(tell, "a", 1, None)
    loop.call_soon(functools.partial(tell, 2.5), True)
    loop.call_soon(tell)
    loop.call_soon(tell, loop)
    loop.call_soon(tell, "long" * 100)
    loop.call_later(1, tell, "late")
    await asyncio.sleep(2)


asyncio.run(main())
""")
    first = recording.turns[0]
    *arguments, long = [one.arguments for one in first.ready]
    assert arguments == ["'a', 1, None", "2.5, True", "", ""]
    assert long == "'" + "long" * 14 + "lo…"
    assert [one.arguments for one in first.timers] == ["'late'", ""]


def test_every_turn_and_every_line_is_recorded() -> None:
    """The numbers have no gap, and the output is all there."""
    outcome, recording = recorded(SOURCE)
    assert [turn.number for turn in recording.turns] == list(range(1, outcome.turns + 1))
    printed = [
        text
        for turn in recording.turns
        for text in [*turn.printed, *(line.written.shown for line in turn.outside)]
    ]
    assert [*recording.before, *printed] == outcome.output == ["on 1", "off 1", "end"]
    states = {name: one for turn in recording.turns for name, one in turn.tasks.items()}
    assert states["child"].state is State.DONE
    assert (states["Task-1"].state, states["Task-1"].error) == (State.FAILED, "ValueError: no")


def test_a_body_on_the_line_of_its_def_is_a_line_too() -> None:
    """CPython 3.13 and later tell of such a line only if they are asked for more (gh-155992)."""
    _, recording = recorded(
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
    lines = {turn.printed[-1]: turn.lines for turn in recording.turns if turn.printed}
    assert lines == {"coroutine": tuple(range(3, 10)), "lambda": (4,), "function": (5,)}


def test_what_is_awaited_is_named_by_a_call_that_readers_know() -> None:
    """`TaskGroup.__aexit__` waits in a private function from 3.14 on; `wait_for` did in 3.11."""
    _, recording = recorded(
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
    waits = {state.wait.on for _, state in recording.states() if state and state.wait}
    assert {"TaskGroup.__aexit__()", "sleep(9)", "Lock.acquire()"} <= waits
    assert not any(on.startswith(("TaskGroup._a", "Lock.__")) for on in waits)


def test_what_stands_for_tasks_is_named_after_them() -> None:
    """What `shield` and `as_completed` return is a future and a queue inside."""
    _, recording = recorded(
        main_of("""
        one = asyncio.create_task(asyncio.sleep(1), name="one")
        await asyncio.shield(one)
        for next_one in asyncio.as_completed([asyncio.sleep(1)]):
            await next_one
        """)
    )
    waits = [state.wait for _, state in recording.states() if state and state.wait]
    assert Wait(WaitKind.TASK, "shield(one)") in waits
    assert Wait(WaitKind.TASK, "as_completed()") in waits
    assert not any("Queue" in wait.on or "Future" in wait.on for wait in waits)


def test_states_of_tasks() -> None:
    """Cancelled before the start, and ready again after sleep(0)."""
    _, recording = recorded(
        main_of("""
        never = asyncio.create_task(asyncio.sleep(1), name="never")
        never.cancel()
        await asyncio.sleep(0)
        """)
    )
    first, second = recording.turns[0].tasks, recording.turns[1].tasks
    assert (first["Task-1"].state, first["Task-1"].line) == (State.READY, 5)
    assert first["never"].state is State.READY
    assert second["never"].state is State.CANCELLED
    assert [state and state.state for _, state in recording.states()][:2] == [
        State.READY,
        State.CANCELLED,
    ]


def test_a_turn_that_blocks_ends_later() -> None:
    """Time that the turn itself takes is its own; what it waits for is not."""
    _, recording = recorded(main_of("time.sleep(0.5)\nawait asyncio.sleep(1)\ntime.sleep(0.25)"))
    spans = [(turn.begins, turn.ends) for turn in recording.turns if turn.task == "Task-1"]
    assert spans == [(0.0, 0.5), (1.5, 1.75)]


@pytest.mark.parametrize(
    ("waiting", "kind", "on"),
    [
        ("asyncio.sleep(1)", WaitKind.TIMER, "sleep(1)"),
        ("asyncio.wait_for(never, 1)", WaitKind.TIMER, "wait_for()"),
        ("asyncio.wait_for(asyncio.Event().wait(), 1)", None, ""),
        ("asyncio.Event().wait()", WaitKind.SHARED, "Event.wait()"),
        ("asyncio.Queue().get()", WaitKind.SHARED, "Queue.get()"),
        ("cond_wait()", WaitKind.SHARED, "Condition.wait()"),
        ("asyncio.to_thread(time.sleep, 1)", WaitKind.THREAD, "to_thread()"),
        ("loop.run_in_executor(None, time.sleep, 1)", WaitKind.THREAD, "run_in_executor()"),
        ("asyncio.open_connection('localhost', port)", WaitKind.IO, "open_connection()"),
        ("loop.sock_accept(listener)", WaitKind.IO, "loop.sock_accept()"),
        ("sleeper", WaitKind.TASK, "sleeper"),
        ("asyncio.gather(sleeper)", WaitKind.TASK, "gather(sleeper)"),
        ("asyncio.wait([sleeper])", WaitKind.TASK, "wait()"),
        ("loop.create_future()", WaitKind.FUTURE, "Future"),
    ],
)
def test_kinds_of_waits(waiting: str, kind: WaitKind | None, on: str) -> None:
    """What is waited for is known, and not read out of names: a task may be called `sleeper`."""
    _, recording = recorded(
        main_of(f"""
        import socket
        async def cond_wait():
            condition = asyncio.Condition()
            async with condition:
                await condition.wait()
        loop = asyncio.get_running_loop()
        never = loop.create_future()
        listener = socket.create_server(("localhost", 0))
        listener.setblocking(False)
        port = listener.getsockname()[1]
        sleeper = asyncio.create_task(asyncio.sleep(9), name="sleeper")
        sleeper.set_name("sleeper")
        async def waiter():
            await {waiting}
        task = asyncio.create_task(waiter(), name="waiter")
        await asyncio.sleep(0.5)
        task.cancel()
        sleeper.cancel()
        await asyncio.wait([task])
        listener.close()
        """)
    )
    waits = [
        state.wait for turn in recording.turns for state in [turn.tasks.get("waiter")] if state
    ]
    found = next(wait for wait in waits if wait)
    if kind is None:  # before Python 3.12 it waits in a task of its own
        assert found in {
            Wait(WaitKind.SHARED, "Event.wait()"),
            Wait(WaitKind.TIMER, "wait_for()"),
        }
    else:
        assert found == Wait(kind, on)


def test_kinds_of_threads() -> None:
    """A process of a pool is one, whatever a thread is called."""
    _, recording = recorded(
        main_of("""
        from concurrent.futures import ProcessPoolExecutor
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(1) as pool:
            await loop.run_in_executor(pool, pow, 2, 3)
        thread = threading.Thread(target=print, args=("hello",), name="Process_x")
        thread.start()
        thread.join()
        """)
    )
    assert [(one.name, one.kind) for one in recording.threads] == [
        ("Process_0", ThreadKind.PROCESS),
        ("Process_x", ThreadKind.THREAD),
    ]


def test_a_shortened_recording_keeps_both_ends() -> None:
    """What changed in between is told by the first turn after it."""
    source = main_of("""
        async def child():
            pass
        for n in range(20):
            await asyncio.create_task(child(), name=f"child-{n}")
        """)
    recorder = Recorder()
    outcome = run(source, observer=recorder)
    whole, short = recorder.recording(outcome), recorder.recording(outcome, 5, 5)
    assert [turn.number for turn in short.turns] == [
        *(turn.number for turn in whole.turns[:5]),
        *(turn.number for turn in whole.turns[-5:]),
    ]
    assert short.omitted == len(whole.turns) - 10
    ends = [{n: s for turn in one.turns for n, s in turn.tasks.items()} for one in (whole, short)]
    assert ends[0] == ends[1]


def test_recording_does_not_change_the_run() -> None:
    """The same lines and as many turns."""
    plain = run(SOURCE)
    outcome, _ = recorded(SOURCE)
    assert (outcome.output, outcome.turns) == (plain.output, plain.turns)


def test_memory_is_bounded_and_what_is_left_out_is_counted() -> None:
    """The first turns are kept, by their number and by the room that they take."""
    source = main_of("for _ in range(100):\n    await asyncio.sleep(0)")
    for options in ({"turns": 10}, {"room": 30}):
        outcome, recording = recorded(source, **options)
        assert len(recording.turns) == 10
        assert recording.omitted == outcome.turns - 10


def test_who_is_cancelled_through_whom() -> None:
    """A task that is cancelled hands that on to what it waits for, and says so."""
    _, recording = recorded("""
        import asyncio
        async def inner():
            await asyncio.sleep(9)
        async def outer(task):
            await task
        async def main():
            task = asyncio.create_task(inner(), name="inner")
            above = asyncio.create_task(outer(task), name="outer")
            left = asyncio.create_task(inner(), name="left")
            await asyncio.sleep(0)
            above.cancel()
            await asyncio.sleep(0)
        asyncio.run(main())
        """)
    found = {one.task: one.cancelled for one in recording.turns if one.cancelled}
    handed = found["inner"]
    assert handed is not None
    assert (handed.through, handed.at, handed.by_run) == ("outer", 12, False)
    assert handed.by == next(one.number for one in recording.turns if 12 in one.lines)
    end = found["left"]
    assert end is not None
    assert (end.through, end.by, end.by_run) == (None, 0, True)


def test_what_comes_from_outside() -> None:
    """Data at a socket and a signal have callbacks run that were registered long before."""
    _, recording = recorded("""
        import asyncio, os, signal, socket
        async def main():
            loop, event = asyncio.get_running_loop(), asyncio.Event()
            ours, theirs = socket.socketpair()
            loop.add_reader(ours, lambda: (ours.recv(9), print("data")))
            loop.add_signal_handler(signal.SIGTERM, event.set)
            loop.call_soon(print, "soon")
            await asyncio.sleep(0)
            theirs.send(b"x")
            await asyncio.sleep(0.1)
            os.kill(os.getpid(), signal.SIGTERM)
            await event.wait()
            loop.remove_reader(ours)
        asyncio.run(main())
        """)
    arrivals = {one.callback: one.arrival for one in recording.turns if one.task is None}
    assert arrivals["print"] is None
    assert arrivals["main.<lambda>"] is Arrival.IO
    assert arrivals["Event.set"] is Arrival.SIGNAL


def test_a_task_fails_at_a_line_of_its_own() -> None:
    """Whoever awaits it fails where it awaits, though the exception came from elsewhere."""
    _, recording = recorded("""
        import asyncio
        def help_out():
            raise KeyError(1)
        async def inner():
            help_out()
        async def main():
            await asyncio.create_task(inner())
        asyncio.run(main())
        """)
    assert [(one.task, one.failed_at) for one in recording.turns if one.failed_at] == [
        ("Task-2", 4),
        ("Task-1", 8),
    ]
