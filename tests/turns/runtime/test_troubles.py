"""Programs that do not end well: each is stopped, each with one clear report."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from watched import main_of, run

from turns.recording.recorder import Recorder
from turns.runtime.execute import Outcome
from turns.runtime.limits import Limits

ROOT = Path(__file__).resolve().parents[3]
SHORT = Limits(seconds=0.5)
SMALL = Limits(seconds=300, turns=5000, output=5000)
"""However busy the machine is, not the time is what ends a program."""


def waiting(outcome: Outcome) -> list[tuple[str, int | None, str]]:
    """Return name, line and what is waited for, of all that wait."""
    return [(one.name, one.line, one.on) for one in outcome.problem.waiting]


def test_deadlock() -> None:
    """Nobody will ever release the lock: who waits, where, for what."""
    outcome = run("""
        import asyncio
        async def worker(lock):
            async with lock:
                pass
        async def main():
            lock = asyncio.Lock()
            await lock.acquire()
            await asyncio.gather(asyncio.create_task(worker(lock), name="worker"))
        asyncio.run(main())
        """)
    assert outcome.problem.kind == "deadlock"
    assert outcome.exit == 1
    assert waiting(outcome) == [("Task-1", 9, "gather(worker)"), ("worker", 4, "Lock.acquire()")]


@pytest.mark.parametrize(
    ("body", "on"),
    [
        ("await asyncio.Queue().get()", "Queue.get()"),
        ("await asyncio.Event().wait()", "Event.wait()"),
        ("await asyncio.Semaphore(0).acquire()", "Semaphore.acquire()"),
        ("await asyncio.get_running_loop().create_future()", "Future"),
        ("await asyncio.Barrier(2).wait()", "Barrier.wait()"),
    ],
)
def test_what_is_waited_for(body: str, on: str) -> None:
    """The call that holds the task up is named."""
    assert waiting(run(main_of(body))) == [("Task-1", 3, on)]


def test_threads_that_wait_for_ever() -> None:
    """A thread that is not a daemon keeps the program from ending."""
    outcome = run("import threading\nthreading.Thread(target=threading.Event().wait).start()\n")
    assert outcome.problem.kind == "deadlock"
    assert [one.name for one in outcome.problem.waiting] == ["MainThread", "Thread-1 (wait)"]


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    await asyncio.sleep(0)",
        (
            "async def beat():\n    while True:\n        await asyncio.sleep(1)\n"
            "async with asyncio.TaskGroup() as group:\n    group.create_task(beat())"
        ),
        (
            "def again():\n    asyncio.get_running_loop().call_soon(again)\n"
            "again()\nawait asyncio.Event().wait()"
        ),
    ],
    ids=["spinning", "heartbeat", "callbacks"],
)
def test_endless_turns(body: str) -> None:
    """A bound on turns stops what never waits for anything."""
    outcome = run(main_of(body), limits=SMALL)
    assert outcome.problem.kind == "turns"
    assert outcome.turns == SMALL.turns
    assert "Task-1" in {one.name for one in outcome.problem.waiting}


@pytest.mark.parametrize(
    "source",
    [
        main_of("while True:\n    pass"),
        main_of(
            "while True:\n    try:\n        time.time()\n    except BaseException:\n        pass"
        ),
        (
            "import threading\ndef spin():\n    while True:\n        pass\n"
            "threading.Thread(target=spin).start()\n"
        ),
        main_of("def nap():\n    while True:\n        time.sleep(1)\nawait asyncio.to_thread(nap)"),
    ],
    ids=["busy", "catches everything", "thread", "sleeping thread"],
)
def test_endless_time(source: str) -> None:
    """The watchdog ends what does not come back to the loop, and names the running line."""
    before = time.process_time()
    outcome = run(source, limits=SHORT)
    assert outcome.problem.kind == "time"
    assert outcome.problem.waiting[0].line
    assert time.process_time() - before < 5
    assert run("print('fine')").output == ["fine"]
    # What was thrown, and taken back, must not stay in CPython's mind: tracing would not end.
    after = run(main_of("print('fine')"), observer=Recorder(), limits=Limits(seconds=10))
    assert after.problem is None
    assert after.output == ["fine"]


def test_endless_output() -> None:
    """So does a bound on what is printed."""
    outcome = run(main_of("while True:\n    print('x' * 99)"), limits=SMALL)
    assert outcome.problem.kind == "output"
    assert len(outcome.lines) == SMALL.output // 100


def test_endless_recursion() -> None:
    """It ends in Python's own error."""
    outcome = run("async def f():\n    await f()\nimport asyncio\nasyncio.run(f())\n")
    assert "RecursionError" in outcome.error.splitlines()[-1]
    assert outcome.exit == 1


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ("import sys; sys.exit(3)", 3, None),
        ("import sys; sys.exit('bye')", 1, None),
        ("raise ValueError('x')", 1, "ValueError: x"),
        ("input()", 1, "EOFError: EOF when reading a line"),
        ("import sys; sys.stdout.close(); print()", 1, "ValueError: I/O operation on closed file."),
    ],
)
def test_the_ends_of_programs(body: str, status: int, error: str | None) -> None:
    """Exit status and error are those of a real run."""
    outcome = run(main_of("print('hi')\n" + body))
    assert (outcome.output, outcome.exit, outcome.problem) == (["hi"], status, None)
    assert (outcome.error.splitlines()[-1] if outcome.error else None) == error


def test_os_exit() -> None:
    """Nothing runs after it, and we are still here."""
    outcome = run(
        main_of("import os\nprint('hi')\ntry:\n    os._exit(7)\nfinally:\n    print('ho')")
    )
    assert (outcome.output, outcome.exit, outcome.problem.kind) == (["hi"], 7, "exit")


def test_loops_of_the_programs_own_making() -> None:
    """asyncio.run twice, a loop asked for by class, a subclass, a policy: all are watched."""
    outcome = run("""
        import asyncio
        async def main():
            await asyncio.sleep(1000)
            print(asyncio.current_task().get_name())
        asyncio.run(main())
        asyncio.run(main())
        class Mine(asyncio.SelectorEventLoop):
            pass
        for make in (asyncio.SelectorEventLoop, asyncio.new_event_loop, Mine):
            with asyncio.Runner(loop_factory=make) as runner:
                runner.run(main())
        """)
    assert outcome.problem is None, outcome
    assert len(outcome.lines) == 5


def test_a_foreign_loop_is_refused() -> None:
    """One that is not asyncio's cannot be watched, and is named."""
    outcome = run("""
        import asyncio
        class Mine(asyncio.BaseEventLoop):
            pass
        Mine().run_forever()
        """)
    assert outcome.problem.kind == "unsupported"
    assert "__main__.Mine" in outcome.problem.message


SHOW = (
    "import sys; sys.path.insert(0, sys.argv.pop(1));"
    " from turns.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "limit", "report"),
    [
        ("sum(range(10 ** 12))", 1, "never came back to Python"),
        ("import ctypes; ctypes.string_at(0)", 50, "took the interpreter down"),
        ("import os\nos.close(1)\nos.close(2)\nprint('still', 'shown')", 50, "still shown"),
    ],
    ids=["a call that never returns", "a crash", "closed descriptors"],
)
def test_the_command_outlives_the_program(
    tmp_path: Path, source: str, limit: int, report: str
) -> None:
    """What nothing inside a process can stop is killed from outside."""
    path = tmp_path / "program.py"
    path.write_text(source)
    command = [sys.executable, "-c", SHOW, ROOT, "show", path, "--limit", str(limit)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert report in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        main_of(
            "class D:\n    def __del__(self):\n        sum(n for n in range(99))\nwhile 1: D()"
        ),
        main_of("while True:\n    print('', end='')"),
        main_of("while True:\n    time.monotonic()"),
        main_of("while True:\n    t = threading.Thread(target=int)\n    t.start()\n    t.join()"),
        main_of("lock = threading.Lock()\nwhile True:\n    with lock:\n        pass"),
    ],
    ids=["destructors", "prints", "clocks", "threads", "locks"],
)
def test_endless_time_within_our_own_code(source: str) -> None:
    """What is thrown comes where the program is: no baton gets lost, nothing is ignored."""
    threads = threading.active_count()
    for _ in range(3):
        outcome = run(source, limits=Limits(seconds=0.1, turns=10**9))
        assert outcome.problem.kind == "time"
        assert not outcome.stderr
    assert threading.active_count() == threads


def test_who_prints_for_ever_ends_at_the_next_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine it would take long to find him outside of our own code."""
    monkeypatch.setattr("turns.runtime.watchdog._is_within", lambda *_: False)
    end = tmp_path / "end"
    lines = f"for _ in range(2_000_000):\n    print('more')\nopen({str(end)!r}, 'w').close()"
    outcome = run(main_of(lines), limits=Limits(seconds=0.1, output=10**8))
    assert outcome.problem.kind == "time"
    assert not end.exists()


def test_nothing_is_thrown_afterwards() -> None:
    """Not even into who takes as long again, after a program that catches what is thrown."""
    source = main_of("while True:\n    try:\n        1\n    except BaseException:\n        pass")
    assert run(source, limits=Limits(seconds=0.1)).problem.kind == "time"
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        pass
