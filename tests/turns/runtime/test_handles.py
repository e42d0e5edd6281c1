"""Handles and tasks of every kind that asyncio, or a program, makes."""

import asyncio
import sys

import pytest
from watched import main_of, recorded, run

from turns.runtime.handles import SIGNED

needs_eager_tasks = pytest.mark.skipif(
    sys.version_info < (3, 12), reason="eager tasks came with Python 3.12"
)


def test_every_class_of_handles_has_its_double() -> None:
    """Also those that only some versions have, such as `_ThreadSafeHandle` from 3.14 on."""
    kinds = {
        kind
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] == "asyncio"
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, asyncio.Handle)
    }
    assert kinds == set(SIGNED)
    for kind, signed in SIGNED.items():
        assert issubclass(signed, kind)
        assert (signed.__module__, signed.__qualname__) == (kind.__module__, kind.__qualname__)


def test_a_callback_from_a_thread_is_a_turn() -> None:
    """`call_soon_threadsafe` has a class of handles of its own from 3.14 on."""
    outcome, recording = recorded(
        main_of("""
        loop = asyncio.get_running_loop()
        gone = loop.call_soon_threadsafe(print, "never")
        gone.cancel()
        loop.call_soon_threadsafe(print, "from the loop")
        await asyncio.to_thread(loop.call_soon_threadsafe, print, "from a thread")
        await asyncio.to_thread(time.sleep, 1)
        """)
    )
    assert outcome.error is None
    assert outcome.output == ["from the loop", "from a thread"]
    (turn,) = (one for one in recording.turns if one.printed == ("from a thread",))
    assert turn.thread == "asyncio_0"


_STRANGERS = """
import asyncio

class Mine(asyncio.Handle):
    def _run(self):
        ran.append(self._callback)
        super()._run()

class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        handle = Mine(callback, args, self, context)
        self._ready.append(handle)
        return handle

async def job(n):
    await asyncio.sleep(0)
    print(n)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "never").cancel()
    gone = loop.call_soon(print, "neither")
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.gather(job(1), job(2))
    print(print in ran)

ran = []
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
"""


def test_handles_of_the_programs_own_are_turns_too() -> None:
    """They run as the program wrote them, and know the tasks they are steps of."""
    outcome, recording = recorded(_STRANGERS)
    assert outcome.error is None
    assert outcome.output == ["neither", "1", "2", "True"]
    tasks = [one.task for one in recording.turns if one.printed]
    assert tasks == [None, "Task-2", "Task-3", "Task-1"]


@needs_eager_tasks
def test_an_eager_task_that_ends_at_once_is_shown() -> None:
    """CPython 3.12.0 to 3.12.4 crash when such a task is asked for its coroutine (gh-122332)."""
    outcome, recording = recorded(
        main_of("""
        async def job(name):
            print(name)
        loop = asyncio.get_running_loop()
        loop.set_task_factory(asyncio.eager_task_factory)
        tasks = [asyncio.create_task(job(name)) for name in "ab"]
        await asyncio.gather(*tasks)
        """)
    )
    assert outcome.output == ["a", "b"]
    # Not by name: asyncio of 3.13.0 calls every task of a factory "None".
    made = [one.coroutine for one in recording.tasks]
    assert made[:3] == ["main", "main.job", "main.job"]
    ends = {name: one.state for turn in recording.turns for name, one in turn.tasks.items()}
    assert [ends[task.name] for task in recording.tasks[1:3]] == ["done", "done"]


def test_a_task_that_could_not_be_made_is_forgotten() -> None:
    """Half made, it must not be asked for its name, which is a crash before Python 3.14."""
    outcome = run("""
        import asyncio

        class Kept(asyncio.Task):
            def __init__(self, coro, **kwargs):
                kept.append(self)
                super().__init__(coro, **kwargs)

        async def main():
            try:
                Kept(5, loop=asyncio.get_running_loop())
            except TypeError as error:
                print(error)
            await asyncio.Event().wait()

        kept = []
        asyncio.run(main())
    """)
    assert outcome.output == ["a coroutine was expected, got 5"]
    assert outcome.problem is not None
    assert [one.name for one in outcome.problem.waiting] == ["Task-1"]
