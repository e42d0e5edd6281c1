"""Programs as they are often believed to work: each mistake on a small program that shows it."""

from pathlib import Path

import pytest

from turns.exploring.mistakes import BELIEFS, mistaken
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import load

SAY = "async def say(text, first=0):\n    await asyncio.sleep(first)\n    print(text)\n"
PROGRAMS = {
    "starts-at-once": (
        (
            "async def say(text):\n    print(text)\n"
            "async def main():\n    task = asyncio.create_task(say('task'))\n    print('main')\n"
            "    await task\n"
        ),
        ["main", "task"],
        ["task", "main"],
    ),
    "starts-when-awaited": (
        (
            "async def say(text):\n    print(text)\n"
            "async def main():\n    task = asyncio.create_task(say('task'))\n"
            "    await asyncio.sleep(0)\n    print('main')\n    await task\n"
        ),
        ["task", "main"],
        ["main", "task"],
    ),
    "call-starts": (
        (
            "async def say(text):\n    print(text)\n"
            "async def main():\n    coro = say('coro')\n    print('main')\n    await coro\n"
        ),
        ["main", "coro"],
        ["coro", "main"],
    ),
    "await-switches": (
        (
            "async def say(text):\n    print(text)\n"
            "async def main():\n    task = asyncio.create_task(say('task'))\n"
            "    await say('main')\n    await task\n"
        ),
        ["main", "task"],
        ["task", "main"],
    ),
    "awaits-overlap": (
        f"{SAY}async def main():\n    await say('slow', 2)\n    await say('quick', 1)\n",
        ["slow", "quick"],
        ["quick", "slow"],
    ),
    "pause-holds": (
        f"{SAY}async def main():\n    await asyncio.gather(say('slow', 2), say('quick', 1))\n",
        ["quick", "slow"],
        ["slow", "quick"],
    ),
    "blocking-pauses": (
        (
            "import time\nasync def say(text):\n    print(text)\n"
            "async def main():\n    task = asyncio.create_task(say('task'))\n    time.sleep(1)\n"
            "    print('main')\n    await task\n"
        ),
        ["main", "task"],
        ["task", "main"],
    ),
    "wakes-at-once": (
        (
            "async def wait(event):\n    await event.wait()\n    print('woken')\n"
            "async def main():\n    event = asyncio.Event()\n"
            "    task = asyncio.create_task(wait(event))\n    await asyncio.sleep(0)\n"
            "    event.set()\n    print('main')\n    await task\n"
        ),
        ["main", "woken"],
        ["woken", "main"],
    ),
    "zero-is-soon": (
        (
            "async def main():\n    loop = asyncio.get_running_loop()\n"
            "    loop.call_later(0, print, 'later')\n    loop.call_soon(print, 'soon')\n"
            "    await asyncio.sleep(1)\n"
        ),
        ["soon", "later"],
        ["later", "soon"],
    ),
    "gather-as-finished": (
        (
            "async def wait(time):\n    await asyncio.sleep(time)\n    return time\n"
            "async def main():\n    print(await asyncio.gather(wait(2), wait(1)))\n"
        ),
        ["[2, 1]"],
        ["[1, 2]"],
    ),
    "gather-cancels": (
        (
            f"{SAY}async def fail():\n    raise ValueError\n"
            "async def main():\n    try:\n        await asyncio.gather(fail(), say('other', 1))\n"
            "    except ValueError:\n        print('main')\n    await asyncio.sleep(2)\n"
        ),
        ["main", "other"],
        ["main"],
    ),
}


def believed(tmp_path: Path, program: str) -> tuple[list[str], dict[str, list[str]]]:
    """Return what a program prints, and what those expect who make mistakes."""
    file = tmp_path / "program.py"
    file.write_text(f'"""x"""\n\nimport asyncio\n\n{program}\nasyncio.run(main())\n', "utf-8")
    target = load(file)
    normal = execute(target)
    found = mistaken(target, normal, Limits())
    return normal.output, {one.mistake: list(one.texts) for one in found}


@pytest.mark.parametrize("mistake", BELIEFS)
def test_a_mistake_expects_something_else(tmp_path: Path, mistake: str) -> None:
    """And the program itself prints what asyncio has it print."""
    program, prints, expected = PROGRAMS[mistake]
    output, found = believed(tmp_path, program)
    assert output == prints
    assert found[mistake] == expected


def test_nothing_is_expected_of_what_a_program_does_not_have(tmp_path: Path) -> None:
    """Nor is a mistake told that makes no difference."""
    program = "async def main():\n    print('a')\n    await asyncio.sleep(0)\n    print('b')\n"
    assert believed(tmp_path, program) == (["a", "b"], {})


def test_a_mistake_that_ends_in_an_error_is_told_as_far_as_it_goes(tmp_path: Path) -> None:
    """Whoever believes it does not expect the error, but the lines above it."""
    program = (
        "async def say(text):\n    print(text)\n    return 1\n"
        "async def main():\n    task = asyncio.create_task(say('task'))\n"
        "    await asyncio.sleep(0)\n    print('main')\n    print(task.result())\n"
    )
    output, found = believed(tmp_path, program)
    assert output == ["task", "main", "1"]
    assert found["starts-when-awaited"] == ["main"]


def test_nothing_is_expected_of_what_is_nested_too_deeply(tmp_path: Path) -> None:
    """It runs all the same."""
    path = tmp_path / "program.py"
    path.write_text(f"print({'+'.join(['1'] * 900)})\n", encoding="utf-8")
    target = load(path)
    assert mistaken(target, execute(target), Limits()) == ()
