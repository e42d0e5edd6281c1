"""A program that spins is told where: the line of its loop, or who has the turns."""

import re
import textwrap
from pathlib import Path

import pytest
from watched import main_of

from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import load


def spin(tmp_path: Path, source: str, **limits: float) -> Outcome:
    """Run a program that will not end by itself; the line is read in its text."""
    path = tmp_path / "program.py"
    path.write_text(textwrap.dedent(source))
    return execute(load(path), limits=Limits(**{"seconds": 1.0, **limits}))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("async def nothing(): pass\nwhile not []:\n    await nothing()", 4),
        ("for _ in range(3):\n    while True:\n        x = sum(range(9))\n        y = x", 4),
        ("def helper():\n    return [n for n in range(99)]\nwhile True:\n\n    helper()", 5),
        ("def inner():\n    while True:\n        pass\nfor _ in '12':\n    inner()", 4),
        ("async def inner():\n    for _ in iter(int, 1):\n        pass\nawait inner()", 4),
        ("import itertools\nprint(\n    sum(itertools.count()))", 5),
    ],
    ids=["awaits", "nested", "calls", "in a function", "in a coroutine", "one call"],
)
def test_the_line_of_a_spin_within_a_turn(tmp_path: Path, body: str, line: int) -> None:
    """It is that of the loop in the innermost frame that is there all the time."""
    if "count" in body:  # CPython does not look for exceptions in there
        body = body.replace("itertools.count()", "(1 for _ in itertools.count())")
    outcome = spin(tmp_path, main_of(body))
    assert outcome.problem.kind == "time"
    runs = outcome.problem.waiting[0]
    assert (runs.name, runs.line, runs.on) == ("Task-1", line, "runs")


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("while True:\n    await asyncio.sleep(0)", "Task-1 at line 4"),
        (
            (
                "async def ping(q, r):\n    while True:\n        await q.put(1)\n"
                "        await r.get()\na, b = asyncio.Queue(), asyncio.Queue()\n"
                "await asyncio.gather(ping(a, b), ping(b, a))"
            ),
            "Task-2 at line 6 and Task-3 at line 6",
        ),
        (
            (
                "def again():\n    asyncio.get_running_loop().call_soon(again)\n"
                "again()\nawait asyncio.Event().wait()"
            ),
            "main.again",
        ),
        (
            "async def one(): pass\nwhile True:\n    await asyncio.create_task(one())",
            "Task-1 at line 5 and ",
        ),
        (
            (
                "async def rest(): await asyncio.Event().wait()\n"
                "t = asyncio.create_task(rest())\nwhile True:\n    await asyncio.sleep(0)"
            ),
            "Task-1 at line 6",
        ),
    ],
    ids=["one", "two", "callbacks", "new tasks", "beside one that rests"],
)
def test_who_has_the_turns(tmp_path: Path, body: str, who: str) -> None:
    """Of the last thousand; their lines are where they are suspended."""
    outcome = spin(tmp_path, main_of(body), seconds=300, turns=3000)
    message = "stopped after 3,000 turns; it may never end: the last 1,000 were of "
    assert outcome.problem.message.startswith(message + who)
    if not who.endswith(" "):
        assert outcome.problem.message == message + who


@pytest.mark.slow
def test_turns_that_go_on_until_the_time_is_up(tmp_path: Path) -> None:
    """The report says who was seen to have them."""
    outcome = spin(tmp_path, main_of("while True:\n    await asyncio.sleep(0)"), turns=10**9)
    assert re.search(r"turns, the last of Task-1 at line [34]$", outcome.problem.message)
    assert outcome.problem.waiting[0].name == "Task-1"
    assert outcome.problem.waiting[0].line in {3, 4}
