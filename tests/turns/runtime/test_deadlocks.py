"""Deadlocks over locks: which lock, who holds it, in which line, and the cycle."""

from pathlib import Path
from textwrap import dedent

import pytest
from watched import run

from turns.runtime.execute import execute
from turns.runtime.problem import Problem, Waiting, cycle
from turns.runtime.target import load

ABBA = """\
import asyncio
async def one():
    async with a:
        await asyncio.sleep(1)
        async with b:
            pass
async def two():
    async with b:
        await asyncio.sleep(1)
        async with a:
            pass
async def main():
    await asyncio.gather(one(), two())
a, b = asyncio.Lock(), asyncio.Lock()
asyncio.run(main())
"""


def _problem(source: str, tmp_path: Path) -> Problem:
    """Run a program that is a file: what locks are called is read there."""
    path = tmp_path / "program.py"
    path.write_text(dedent(source), encoding="utf-8")
    problem = execute(load(path)).problem
    assert problem is not None
    return problem


def _on(source: str, name: str, tmp_path: Path) -> str:
    """Say what the task with this name waits for."""
    (found,) = (one for one in _problem(source, tmp_path).waiting if one.name == name)
    return str(found)


def test_a_deadlock_names_locks_holders_and_lines(tmp_path: Path) -> None:
    """As people read it, and as the cycle that keeps it from ending."""
    problem = _problem(ABBA, tmp_path)
    assert problem.kind == "deadlock"
    assert list(map(str, problem.waiting)) == [
        "Task-1: line 13: gather(Task-2, Task-3)",
        "Task-2: line 5: Lock.acquire() of b, held by Task-3",
        "Task-3: line 10: Lock.acquire() of a, held by Task-2",
    ]
    assert cycle(problem.waiting) == ("Task-2", "Task-3")


@pytest.mark.parametrize(
    "now", ["async def", "\0", "(" * 500], ids=["half a line", "null bytes", "too deep"]
)
def test_a_file_that_is_another_by_now_names_nothing(now: str, tmp_path: Path) -> None:
    """An editor may have saved half of a line while the program runs."""
    path = tmp_path / "program.py"
    path.write_text(ABBA, encoding="utf-8")
    target = load(path)
    path.write_text(now, encoding="utf-8")
    problem = execute(target).problem
    assert problem is not None
    assert [str(one).partition(": ")[2] for one in problem.waiting[1:]] == [
        "line 5: Lock.acquire(), held by Task-3",
        "line 10: Lock.acquire(), held by Task-2",
    ]


@pytest.mark.parametrize(
    ("wait", "says"),
    [
        ("await lock.acquire()", "line 5: Lock.acquire() of lock, held by Task-1"),
        ("async with lock: pass", "line 5: Lock.acquire() of lock, held by Task-1"),
        ("async with free, lock: pass", "line 5: Lock.acquire(), held by Task-1"),
        ("await helper()", "line 3: Lock.acquire() of its, held by Task-1"),
        ("await asyncio.wait_for(lock.acquire(), None)", "line 5: Lock.acquire() of lock, held by"),
        ("async with locks['the']: pass", "line 5: Lock.acquire() of locks['the'], held by Task-1"),
    ],
    ids=["acquire", "with", "two items", "within a call", "wait_for", "expression"],
)
def test_what_a_lock_is_called(wait: str, says: str, tmp_path: Path) -> None:
    """As in the line that waits; not at all where that has the names of several."""
    program = (
        "import asyncio\nasync def helper():\n    async with its: pass\nasync def worker():\n"
        f"    {wait}\n"
        "async def main():\n    await lock.acquire()\n"
        "    await asyncio.create_task(worker(), name='worker')\n"
        "lock = its = asyncio.Lock(); free = asyncio.Lock(); locks = {'the': lock}\n"
        "asyncio.run(main())\n"
    )
    assert _on(program, "worker", tmp_path).startswith(f"worker: {says}")


def test_a_lock_that_was_released_has_no_holder(tmp_path: Path) -> None:
    """Whoever waited for it has not had his turn yet."""
    program = """
        import asyncio, os
        async def worker():
            await lock.acquire()
        async def main():
            async with lock:
                task = asyncio.create_task(worker())
                await asyncio.sleep(0)
            os._exit(1)
        lock = asyncio.Lock()
        asyncio.run(main())
        """
    assert _on(program, "Task-2", tmp_path).endswith("Lock.acquire() of lock")


def test_who_holds_a_lock_changes_with_it(tmp_path: Path) -> None:
    """Released by one, and taken by another."""
    program = """
        import asyncio
        async def first():
            async with lock: await asyncio.sleep(1)
            await asyncio.sleep(3)
            async with lock: pass
        async def second():
            await asyncio.sleep(1)
            await lock.acquire()
        async def main():
            async with lock: pass
            await asyncio.gather(first(), second())
        lock = asyncio.Lock()
        asyncio.run(main())
        """
    assert _on(program, "Task-2", tmp_path).endswith("of lock, held by Task-3")


@pytest.mark.parametrize(
    ("taken", "says"),
    [
        ("await lock.acquire()", "Mine.acquire() of lock, held by Task-1"),
        ("asyncio.get_running_loop().call_soon(take); await asyncio.sleep(0)", "() of lock"),
    ],
    ids=["by a task", "by a callback"],
)
def test_a_lock_of_a_programs_own_class_has_a_holder_too(
    taken: str, says: str, tmp_path: Path
) -> None:
    """That is a task; what was taken in a callback is held by nobody who could be waited for."""
    program = f"""
        import asyncio
        class Mine(asyncio.Lock):
            pass
        def take():
            try: lock.acquire().send(None)
            except StopIteration: pass
        async def main():
            {taken}
            await lock.acquire()
        lock = Mine()
        asyncio.run(main())
        """
    assert _on(program, "Task-1", tmp_path).endswith(says)


def test_locks_are_asyncios_own_again_after_a_run() -> None:
    """Also those that are locked outside of one."""
    import asyncio  # noqa: PLC0415 - as a program does

    run("import asyncio\nlock = asyncio.Lock()\n")
    assert "_locked" not in vars(asyncio.Lock)
    assert not asyncio.Lock().locked()


@pytest.mark.parametrize(
    ("waits", "circle"),
    [
        ({"a": "b", "b": "a"}, ("a", "b")),
        ({"main": "a", "a": "b", "b": "c", "c": "b"}, ("b", "c")),
        ({"a": "a"}, ("a",)),
        ({"a": "b", "b": "Event.wait()"}, ()),
        ({"a": "gone"}, ()),
        ({}, ()),
    ],
)
def test_the_cycle(waits: dict[str, str], circle: tuple[str, ...]) -> None:
    """Tasks of which each waits for the next; those that only wait for one of them are none."""
    waiting = [Waiting(name, 1, on) for name, on in waits.items()]
    assert cycle(waiting) == circle
    held = [Waiting(name, 1, "Lock.acquire()", "lock", on) for name, on in waits.items()]
    assert cycle(held) == circle
