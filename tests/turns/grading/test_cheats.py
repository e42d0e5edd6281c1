"""Answers that only look right: none is ever reached, whatever it tries."""

import ast
import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from challenging import FOLDER, NAMES, graded
from explored import in_one_process

from turns.grading.challenge import Aim
from turns.grading.grade import Grade
from turns.grading.grammar import read

# What schedules that were ended early have left behind.
pytestmark = pytest.mark.filterwarnings("ignore")
IMPORTS = "import asyncio\n"
GATHER = """import asyncio
async def one_by_one(*coroutines):
    return [await one for one in coroutines]
asyncio.gather = one_by_one
"""
OUT = "asyncio.events.sys.stdout.write"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other process is asked; what cheats replace in this one is put back."""
    in_one_process(monkeypatch)
    monkeypatch.setattr(asyncio, "gather", asyncio.gather)


def _wanted(name: str) -> list[str]:
    """Return lines that would reach the goals of a challenge, if they were all that is printed."""
    texts: list[str] = []
    for goal in read(FOLDER / f"{name}.py").challenge.goals:
        if goal.aim in {Aim.ORDER, Aim.LINES}:
            return [*goal.texts]
        if goal.aim is Aim.ALWAYS:
            texts += goal.texts
    return texts


def _says(name: str) -> str:
    return "".join(f"print({text!r})\n" for text in _wanted(name))


ANY = {
    "only the lines": lambda name, _: _says(name),
    "nothing": lambda _, __: "\n",
    "the lines at the end": lambda name, code: code.replace("asyncio.run(main())\n", _says(name)),
    "the lines by another way": lambda name, code: code.replace(
        "asyncio.run(main())\n",
        "".join(f"{OUT}({text + chr(10)!r})\n" for text in _wanted(name)),
    ),
    "the lines, and the program without its prints": lambda name, code: (
        _says(name) + re.sub(r"\bprint\(", "repr(", code)
    ),
    "no print at all": lambda _, code: f"print = repr\n{code}",
    "an early end": lambda name, code: f"{_says(name)}raise SystemExit\n{code}",
    "a hidden error": lambda name, code: code.replace(
        "asyncio.run(main())\n",
        f"try:\n    asyncio.run(main())\nexcept BaseException:\n    pass\n{_says(name)}",
    ),
    "a program in a program": lambda name, code: (
        f"exec({_says(name)!r})\nif False:\n"
        + "".join(f"    {line}\n" for line in code.split("\n"))
    ),
}
"""Ways to cheat that there are for every challenge."""


@pytest.mark.long
@pytest.mark.parametrize("how", ANY)
@pytest.mark.parametrize("name", NAMES)
def test_no_answer_gets_by_without_solving_anything(name: str, how: str, tmp_path: Path) -> None:
    """It prints what is wanted, or nothing that is not."""
    file = read(FOLDER / f"{name}.py")
    answer = ANY[how](name, file.code)
    assert graded(file.challenge, answer, tmp_path).kind is not Grade.REACHED


CHEATS = {
    "a constant balance": ("lost_deposit", "    read = balance\n", "    read = 1\n"),
    "a larger amount": ("lost_deposit", "    read = balance\n", "    amount = 2\n    read = 0\n"),
    "the balance by its name": (
        "lost_deposit",
        "    balance = read + amount\n",
        "    balance = read + amount\n    globals()['balance'] = 2\n",
    ),
    "another deposit": (
        "lost_deposit",
        "async def main",
        "async def deposit(amount):\n    globals().update(balance=2)\n\n\nasync def main",
    ),
    "one by one after all": ("lost_deposit", IMPORTS, GATHER),
    "nobody reads": ("half_written", "    print(f", "    if minute == 30:\n        print(f"),
    "the reader waits for ever": (
        "half_written",
        "    print(f",
        "    await asyncio.sleep(9)\n    print(f",
    ),
    "no lock": (
        "locks_crossed",
        (
            "    async with first:\n        await asyncio.sleep(0)\n        async with second:\n"
            "            await work(name)\n"
        ),
        "    await work(name)\n",
    ),
    "fewer at work than there are": (
        "locks_crossed",
        (
            "    async with first:\n        await asyncio.sleep(0)\n        async with second:\n"
            "            await work(name)\n"
        ),
        "    global busy\n    busy = 0\n    await work(name)\n",
    ),
    "fewer on the bridge": (
        "three_at_once",
        "    await cross()\n",
        "    global on_bridge\n    on_bridge -= 1\n    await cross()\n",
    ),
    "another way over": (
        "three_at_once",
        "async def walk",
        "async def cross():\n    pass\n\n\nasync def walk",
    ),
    "a longer sleep": ("sleep_as_order", "sleep(2)\n", "sleep(2)\n    await asyncio.sleep(99)\n"),
    "one after the other": (
        "sleep_as_order",
        "    await asyncio.gather(cook(), shop())\n",
        "    await shop()\n    await cook()\n    _ = 0 and asyncio.gather()\n",
    ),
    "a pause": (
        "goes_on_too_early",
        '    print("main: goes on")\n',
        '    await asyncio.sleep(0)\n    print("main: goes on")\n',
    ),
    "both in one": (
        "starts_without_the_other",
        '    print(name, "is there")\n',
        '    print(name, "is there")\n    await asyncio.sleep(2)\n',
    ),
    "a second signal later": (
        "signal_lost",
        "        condition.notify()\n",
        (
            "        condition.notify()\n    await asyncio.sleep(1)\n    async with condition:\n"
            "        condition.notify()\n"
        ),
    ),
    "the waiter gives up": (
        "signal_lost",
        "        await condition.wait()\n",
        (
            "        try:\n            await asyncio.wait_for(condition.wait(), 1)\n"
            "        except TimeoutError:\n            pass\n"
        ),
    ),
    "the pause before main": (
        "callback_overtaken",
        "    await task\n",
        "    await task\n    await asyncio.sleep(0)\n",
    ),
    "a later pour": ("same_deadline", "call_later(1, pour", "call_later(2, pour"),
    "a handler for what is cancelled": (
        "cancel_swallowed",
        '            print("goodbye")\n',
        '            print("goodbye")\n            return\n',
    ),
    "two guards": (
        "cancel_swallowed",
        "    for number in (1, 2):\n",
        "    for number in (1,):\n",
    ),
    "no fetching": ("asked_twice", "async def read", "shelf['tao'] = 'TAO'\n\n\nasync def read"),
    "a queue that is emptied": (
        "items_never_done",
        "            continue\n",
        "            queue._unfinished_tasks = 0\n            continue\n",
    ),
    "nobody fails": ("failure_unseen", '        print("saved")\n', "        raise OSError\n"),
    "a shorter sleep": (
        "task_left_behind",
        "    await asyncio.sleep(1)\n",
        "    await asyncio.sleep(3)\n",
    ),
    "a slower server": ("loser_goes_on", "    await asyncio.sleep(3)\n", ""),
    "a longer wait": ("order_cancelled_too", "(task, 1)", "(task, 3)"),
}
"""Ways to cheat at one of them: its name, what is taken out, and what is put in."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "old", "new"), CHEATS.values(), ids=CHEATS)
def test_what_looks_right_is_not_reached(name: str, old: str, new: str, tmp_path: Path) -> None:
    """It keeps what is asked for, or breaks in some schedule."""
    file = read(FOLDER / f"{name}.py")
    assert old in file.code
    found = graded(file.challenge, file.code.replace(old, new, 1), tmp_path)
    assert found.kind is not Grade.REACHED


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_no_sleep_is_an_answer(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it stands: where time would do, a challenge asks for the clock's schedules."""
    in_one_process(monkeypatch)
    file = read(FOLDER / f"{name}.py")
    lines = file.code.splitlines(keepends=True)
    reached = []
    for place, indent in places(file.code):
        sleep = f"{indent}await asyncio.sleep(1)\n"
        answer = "".join([*lines[:place], sleep, *lines[place:]])
        if graded(file.challenge, answer, tmp_path).kind is Grade.REACHED:
            reached.append(place + 1)
    assert reached == []


def places(code: str) -> Iterator[tuple[int, str]]:
    """Yield before which lines of coroutines a statement may stand, from 0, and its indentation."""
    for function in ast.walk(ast.parse(code)):
        if isinstance(function, ast.AsyncFunctionDef):
            for one in ast.walk(function):
                if isinstance(one, ast.stmt) and one is not function:
                    yield one.lineno - 1, " " * one.col_offset
