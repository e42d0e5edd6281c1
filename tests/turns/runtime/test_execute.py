"""Programs in this process: as `python file.py` would run them, thousands of times."""

import logging
import os
import sys
import threading
import time
from pathlib import Path

import pytest
from watched import main_of, run

from tools.project import HERE
from turns.runtime.execute import execute
from turns.runtime.run import ChoicePoint
from turns.runtime.target import load
from turns.snippet import grammar, order

SNIPPETS = HERE.programs()
CANNOT: dict[str, str] = {}
"""Snippets that cannot run on the watched loop, with the reason; one that can is an error."""


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_snippet_prints_what_it_prints_in_reality(path: Path) -> None:
    """Its Output block for this Python, its exit status and its error."""
    expected = grammar.read(path)
    if expected.requires and expected.requires > sys.version_info[:2]:
        pytest.skip(f"requires Python {expected.requires}")
    outcome = execute(load(path))
    broken = order.explain(expected.output_for(sys.version_info[:2]), outcome.output)
    right = broken is None and outcome.problem is None and outcome.exit == expected.exit
    if path.relative_to(HERE.root).as_posix() in CANNOT:
        assert not right, "it can run on the watched loop now: take it from the list"
        return
    assert right, (broken, outcome)
    if expected.error is not None:
        assert order.matches(expected.error, outcome.error_line or "")


def test_the_list_of_exceptions_names_snippets() -> None:
    """A snippet that is gone leaves the list."""
    assert CANNOT.keys() <= {path.relative_to(HERE.root).as_posix() for path in SNIPPETS}


@pytest.mark.slow
def test_a_thousand_runs_leave_nothing_behind() -> None:
    """No threads, no descriptors, no modules, no handlers; and a run is short."""
    source = """
        import asyncio, logging
        logging.basicConfig(level=logging.DEBUG)
        async def nap(n):
            await asyncio.sleep(n)
            print(n)
        async def main():
            asyncio.create_task(nap(99))
            await asyncio.gather(nap(1), nap(2), asyncio.to_thread(print, "thread"))
        asyncio.run(main())
        asyncio.new_event_loop()
        """
    first = run(source)
    folder = Path("/proc/self/fd")
    before = (
        threading.active_count(),
        len(list(folder.iterdir())) if folder.exists() else 0,
        len(sys.modules),
        logging.root.handlers[:],
        os.getcwd(),  # noqa: PTH109 - a string is what is compared
    )
    started = time.process_time()
    for _ in range(1000):
        outcome = run(source)
        assert outcome.output == first.output == ["thread", "1", "2"]
    assert time.process_time() - started < 30
    after = (
        threading.active_count(),
        len(list(folder.iterdir())) if folder.exists() else 0,
        len(sys.modules),
        logging.root.handlers[:],
        os.getcwd(),  # noqa: PTH109
    )
    assert after[0] == before[0]
    assert after[1] <= before[1] + 5
    assert after[2:] == before[2:]


def test_a_line_knows_who_printed_it() -> None:
    """The number and the key of the turn that completed the line, and of its task."""
    outcome = run(
        """
        import asyncio
        print("before")
        async def child():
            print("chi", end="")
            await asyncio.sleep(0)
            print("ld")
        async def main():
            await asyncio.create_task(child())
        asyncio.run(main())
        print("after", end="")
        """,
        history=True,
    )
    before, child, after = outcome.lines
    assert [line.text for line in outcome.lines] == ["before", "child", "after"]
    turn = outcome.history[child.turn - 1]
    assert (turn.task, turn.callback, turn.key, turn.owner) == (
        *("Task-2", "child"),
        *(child.key, child.owner),
    )
    assert before.turn == 0
    assert after.turn == outcome.turns
    assert before.key == after.key != child.key


def test_a_turn_knows_who_scheduled_it() -> None:
    """The causal parent is the turn in which the handle was made."""
    outcome = run(
        main_of("""
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: loop.call_later(1, print, "timer"))
        await asyncio.sleep(2)
        """),
        history=True,
    )
    by_name = {turn.callback.rpartition(".")[2]: turn for turn in reversed(outcome.history)}
    assert by_name["<lambda>"].parent == by_name["main"].n == 1
    assert by_name["print"].parent == by_name["<lambda>"].n
    assert not by_name["print"].internal
    assert by_name["_set_result_unless_cancelled"].internal


class _Last:
    """Always takes the last option."""

    def __init__(self, clock: bool) -> None:
        self.clock = clock
        self.documented = False
        self.seen = []

    def choose(self, point: ChoicePoint) -> int:
        self.seen.append(point.options)
        return len(point.options) - 1


def test_a_chooser_chooses_among_ready_callbacks() -> None:
    """Last in, first out, if it wants."""
    source = main_of("""
        async def child(n):
            print(n)
        await asyncio.gather(*map(child, range(3)))
        """)
    assert run(source).output == ["0", "1", "2"]
    chooser = _Last(clock=False)
    assert run(source, strategy=chooser).output == ["2", "1", "0"]
    assert [option.label for option in chooser.seen[0]] == ["Task-2", "Task-3", "Task-4"]


def test_only_a_clock_chooser_may_fire_timers_early() -> None:
    """Timers keep the order of their deadlines, unless the clock runs at will."""
    source = main_of("""
        async def nap(n):
            await asyncio.sleep(n)
            print(n)
        await asyncio.gather(nap(1), nap(2), nap(3))
        """)
    assert run(source, strategy=_Last(clock=False)).output == ["1", "2", "3"]
    chooser = _Last(clock=True)
    assert run(source, strategy=chooser).output == ["3", "2", "1"]
    assert any(option.early for options in chooser.seen for option in options)


def test_keys_are_the_same_under_every_schedule() -> None:
    """What a turn is called does not depend on when it runs."""
    source = main_of("""
        async def child(n):
            await asyncio.sleep(0)
            print(n)
        await asyncio.gather(*map(child, range(4)))
        """)
    straight = {line.text: line.key for line in run(source).lines}
    other = {line.text: line.key for line in run(source, strategy=_Last(clock=False)).lines}
    assert straight == other
    assert len(set(straight.values())) == 4


class _Thread:
    """Prefers threads, then asyncio's choice."""

    clock = True
    documented = False

    def choose(self, point: ChoicePoint) -> int:
        return next((i for i, option in enumerate(point.options) if option.kind == "thread"), 0)


def test_threads_are_options_too() -> None:
    """A chooser may let a ready thread wait, or wake a sleeping one early."""
    source = main_of("""
        def job():
            time.sleep(5)
            print("thread")
        task = asyncio.create_task(asyncio.to_thread(job))
        await asyncio.sleep(1)
        print("loop")
        await task
        """)
    assert run(source).output == ["loop", "thread"]
    assert run(source, strategy=_Thread()).output == ["thread", "loop"]


def test_modules_beside_the_program_are_imported_anew(tmp_path: Path) -> None:
    """As in a fresh process; those of the standard library stay."""
    (tmp_path / "helper_of_mine.py").write_text("print('imported')\n")
    program = tmp_path / "program.py"
    program.write_text("import helper_of_mine, colorsys\nprint(__name__, __file__)\n")
    for _ in range(2):
        assert execute(load(program)).output == ["imported", f"__main__ {program}"]
    assert "helper_of_mine" not in sys.modules


def test_a_run_within_a_run_is_an_error() -> None:
    """One program at a time."""
    outcome = run("from watched import run\nrun('1')\n")
    assert outcome.error.endswith("RuntimeError: a program is being watched already\n")


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("raise ValueError('one\\ntwo')", "ValueError: one"),
        ("e = KeyError(1)\ne.add_note('Seen: twice')\nraise e", "KeyError: 1"),
        ("try:\n    1 / 0\nexcept ArithmeticError:\n    raise OSError('late')", "OSError: late"),
        ("raise ValueError", "ValueError"),
    ],
)
def test_an_exception_is_named(source: str, named: str) -> None:
    """By the first line that is about it: more of its message and its notes come behind that."""
    assert run(source).error_line == named


def test_an_exception_group_is_named() -> None:
    """Its traceback ends with the edge of a box, which says nothing."""
    outcome = run(
        """
        import asyncio

        async def fail() -> None:
            raise ValueError("x")

        async def main() -> None:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())

        asyncio.run(main())
        """
    )
    named = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"
    assert outcome.error_line == named


def test_what_others_log_is_no_concern_of_a_program() -> None:
    """Loggers that were set up before it are as in an interpreter of its own; then as before."""
    logger, handler = logging.getLogger("somebody.else"), logging.NullHandler()
    logger.addHandler(handler)
    try:
        outcome = run("import logging\nprint(logging.getLogger('somebody.else').handlers)")
        assert outcome.output == ["[]"]
        assert logger.handlers == [handler]
    finally:
        logger.removeHandler(handler)
