"""Turns that a strategy chooses: which there are to choose from, and those of a last pass."""

from typing import Any

import pytest
from watched import main_of, run

from turns.runtime.handles import describe
from turns.runtime.limits import Limits
from turns.runtime.ready import ReadyQueue
from turns.runtime.run import ChoicePoint


class Chooses:
    """A strategy that takes the last of all that may run, or the first."""

    clock = False

    def __init__(self, which: int, *, documented: bool = False) -> None:
        """Take -1 for the last, and 0 for the first."""
        self.documented = documented
        self.offered: list[list[str]] = []
        """The names of the options at each choice."""
        self._which = which

    def choose(self, point: ChoicePoint) -> int:
        """Choose."""
        self.offered.append([option.label for option in point.options])
        return self._which % len(point.options)


STRATEGIES = [None, Chooses(0), Chooses(-1)]


@pytest.mark.parametrize("strategy", STRATEGIES, ids=["none", "first", "last"])
@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("loop.call_soon(print, 1); loop.stop(); loop.call_soon(print, 2)", "12"),
        ("loop.call_soon(print, 1); loop.call_soon(loop.stop); loop.call_soon(print, 2)", "12"),
        ("loop.call_soon(print, 1); loop.call_soon(more); loop.call_soon(loop.stop)", "1"),
        ("loop.stop(); loop.call_later(1, print, 'too late'); loop.call_soon(more)", ""),
        ("loop.call_later(0, print, 1); loop.call_soon(print, 2); loop.stop()", "12"),
        ("loop.call_at(0, late); loop.call_at(0, print, 1); loop.call_at(0, print, 2)", "12"),
    ],
    ids=[
        "before it runs",
        "in a callback",
        "new ones",
        "timers",
        "a timer that is due",
        "one due before",
    ],
)
def test_a_loop_that_is_asked_to_stop_finishes_its_pass(
    strategy: Chooses | None, body: str, printed: str
) -> None:
    """So the documentation promises: what was ready runs, in whatever order, and nothing new."""
    outcome = run(
        f"""
        import asyncio
        def more():
            loop.call_soon(print, "too soon")
        def late():
            loop.call_at(-1, print, "too late")
            loop.stop()
        loop = asyncio.new_event_loop()
        {body}
        loop.run_forever()
        print("stopped")
        """,
        strategy=strategy,
        limits=Limits(seconds=30),  # a pass that did not end would be the fault
    )
    assert outcome.problem is None
    assert sorted(outcome.output[:-1]) == [*printed]
    assert outcome.output[-1] == "stopped"


class Early(Chooses):
    """Lets the second be next, once; then the first."""

    clock = True

    def choose(self, point: ChoicePoint) -> int:
        """Choose."""
        super().choose(point)
        return int(len(self.offered) == 2)


def test_no_pass_follows_the_last() -> None:
    """A timer that is due by then waits in vain: the loop was told to stop before."""
    outcome = run(
        """
        import asyncio
        def set_another():
            loop.call_later(1, print, "too late")
        loop = asyncio.new_event_loop()
        loop.call_soon(set_another)
        loop.call_soon(print, "in time")
        loop.call_later(1, loop.stop)
        loop.run_forever()
        """,
        strategy=Early(0),
    )
    assert outcome.problem is None
    assert outcome.output == ["in time"]


def test_nothing_follows_what_a_loop_was_run_for() -> None:
    """Under a strategy it ends there: how long passes are would be a part of every state."""
    source = """
        import asyncio
        async def main():
            loop.call_soon(print, "left")
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        print("between")
        loop.run_until_complete(asyncio.sleep(1))
        """
    assert run(source).output == ["left", "between"]
    assert run(source, strategy=Chooses(0)).output == ["left", "between"]
    assert run(source, strategy=Chooses(-1)).output == ["between", "left"]


def test_timers_are_offered_in_the_order_of_their_deadlines() -> None:
    """Those that are due together are offered together, and none that is not due."""
    source = main_of("""
        async def nap(name, seconds, times=1):
            for _ in range(times):
                await asyncio.sleep(seconds)
            print(name)
        await asyncio.gather(nap("long", 0.7), nap("short", 0.1, 7), nap("late", 0.8))
        """)
    assert run(source, strategy=Chooses(0)).output == ["long", "short", "late"]
    assert run(source, strategy=Chooses(-1)).output == ["short", "long", "late"]


def test_late_timers_are_offered_in_the_order_of_their_deadlines() -> None:
    """Both are due, but a queue schedule does not turn them round."""
    source = main_of("""
        loop = asyncio.get_running_loop()
        for when in (0.2, 0.1):
            loop.call_later(when, print, when)
        time.sleep(1)
        await asyncio.sleep(1)
        """)
    assert run(source, strategy=Chooses(-1)).output == ["0.1", "0.2"]


def _registered(source: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Return of each callback that ran if the program is said to have registered it itself."""
    found = {}
    begin = ReadyQueue._begin  # noqa: SLF001 - each callback passes here when its turn comes

    def look(self: ReadyQueue, handle: Any) -> None:  # noqa: ANN401
        name = "a step" if handle.task is not None else describe(handle)[0]
        found[name] = handle.registered
        begin(self, handle)

    monkeypatch.setattr(ReadyQueue, "_begin", look)
    outcome = run(source, strategy=Chooses(0, documented=True))
    assert (outcome.problem, outcome.error) == (None, None)
    return found


@pytest.mark.parametrize(
    ("body", "name", "registered"),
    [
        ("loop.call_soon(mine)", "mine", True),
        ("loop.call_soon(mine, context=contextvars.copy_context())", "mine", True),
        ("loop.call_soon(functools.partial(mine, 1))", "mine", True),
        ("loop.call_soon(future.set_result, 1); await future", "Future.set_result", True),
        ("loop.call_soon(mine, future)", "mine", True),
        ("future.add_done_callback(mine); future.set_result(1)", "mine", False),
        (
            "old = asyncio.futures._PyFuture(); old.add_done_callback(mine); old.cancel()",
            "mine",
            False,
        ),
        ("asyncio.create_task(asyncio.sleep(0)).add_done_callback(mine)", "mine", False),
        ("loop.call_later(0, mine)", "mine", False),
        ("loop.call_soon_threadsafe(mine)", "mine", False),
        ("asyncio.create_task(asyncio.sleep(0))", "a step", False),
        (
            "asyncio.tasks._PyTask(asyncio.sleep(0), loop=loop)",
            *("Task.__step", False),
        ),
        (
            "try:\n    async with asyncio.timeout(0): await future\nexcept TimeoutError: pass",
            *("Timeout._on_timeout", False),
        ),
        ("await asyncio.gather(asyncio.sleep(0))", "gather._done_callback", False),
    ],
)
def test_what_a_program_registers_itself(
    body: str, name: str, registered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `call_soon`, and in no other way; what asyncio registers in its name is asyncio's."""
    program = "import contextvars, functools\ndef mine(*_): pass\n" + main_of(
        "loop = asyncio.get_running_loop()\nfuture = loop.create_future()\n"
        f"{body}\nfor _ in range(4): await asyncio.sleep(0)"
    )
    assert _registered(program, monkeypatch)[name] is registered


def test_the_documentation_keeps_the_order_of_what_is_registered() -> None:
    """Of several such callbacks only the first is offered; tasks go on as they please."""
    source = main_of("""
        async def say(name):
            print(name)
        loop = asyncio.get_running_loop()
        for name in "abc":
            loop.call_soon(print, name)
        await asyncio.gather(say("x"), say("y"))
        await asyncio.sleep(1)
        """)
    assert run(source, strategy=Chooses(-1)).output == ["y", "x", "c", "b", "a"]
    documented = Chooses(-1, documented=True)
    assert run(source, strategy=documented).output == ["y", "x", "a", "b", "c"]
    assert documented.offered[0] == ["print", "Task-2", "Task-3"]
