"""What an answer may not change: each way to change it is named, with its line."""

from pathlib import Path

import pytest

from turns.grading.grammar import parse
from turns.grading.keeping import breaches, unexecuted

CODE = """import asyncio

total = 0


async def add(number: int) -> None:
    global total
    read = total
    await asyncio.sleep(0)
    total = read + number
    print("added", number)


async def main() -> None:
    await asyncio.gather(add(1), add(2))
    print("total", total)


asyncio.run(main())
"""
GOALS = """
# Goal: always "total 3"
# Keep: await asyncio.sleep(0)
# Keep: total = read + number
# Keep: asyncio.gather
# Without: Lock
# Rule: rule-fifo
"""
RULES = parse(f'"""A.\n\n啊。\n"""\n\n{CODE}{GOALS}', Path("x.py")).challenge.rules
EXECUTED = range(1, 40)


def _broken(answer: str) -> list[tuple[str, int]]:
    return [(one.key, one.line) for one in breaches(answer, RULES)]


def test_the_program_itself_keeps_all() -> None:
    """In another layout, too."""
    assert not _broken(CODE)
    assert not _broken(CODE.replace("read + number", "(read +\\\n    number)"))
    assert not _broken(
        CODE.replace("    read = total\n", "").replace("0)\n", "0)\n    read = total\n")
    )
    assert not [*unexecuted(CODE, RULES, EXECUTED)]


CHEATS = {
    "prints nothing": ('    print("total", total)\n', "    pass\n", "print-gone"),
    "prints the answer": ('"total", total', '"total", 3', "more-prints"),
    "prints it twice": (
        '    print("total", total)\n',
        '    print("total", total)\n    print("total", total)\n',
        "more-prints",
    ),
    "prints elsewhere": (
        "    await asyncio.gather",
        '    print("added", 1)\n    await asyncio.gather',
        "more-prints",
    ),
    "an alias": ("total = 0\n", "total = 0\nsay = print\n", "more-prints"),
    "another print": ("total = 0\n", "print = list\ntotal = 0\n", "more-prints"),
    "a function called print": (
        "total = 0\n",
        "def print(*_: object) -> None: ...\n",
        "bound",
    ),
    "an argument called print": ("number: int)", "number: int, print: int = 0)", "bound"),
    "an import called print": ("import asyncio\n", "import asyncio as print\n", "bound"),
    "no pause": ("    await asyncio.sleep(0)\n", "", "kept"),
    "another sum": ("read + number", "3", "kept"),
    "the answer behind it": (
        "    await asyncio.gather",
        "    global total\n    total = 3\n    await asyncio.gather",
        "bound",
    ),
    "the answer, added": ('    print("added"', '    total += 0\n    print("added"', "bound"),
    "another module's function": (
        "total = 0\n",
        "total = 0\nasyncio.gather = asyncio.wait\n",
        "bound",
    ),
    "another module by that name": ("number: int)", "number: int, asyncio: int = 0)", "bound"),
    "another number": ("    read = total\n", "    read = total\n    number = 3\n", "bound"),
    "another sum before": ("    read = total\n", "    read = total\n    read = 1\n", "bound"),
    "no gather": ("await asyncio.gather(add(1), add(2))", "await add(1)", "kept"),
    "a lock": ("total = 0\n", "total = 0\nlock = asyncio.Lock()\n", "without"),
    "a lock by another name": (
        "import asyncio\n",
        "import asyncio\nfrom asyncio import Lock as L\n",
        "without",
    ),
    "another module": ("import asyncio\n", "import asyncio\nimport sys\n", "import"),
    "a part of another module": ("total = 0", "from os import write", "import"),
    "a module of asyncio's": ("total = 0", "import asyncio.sslproto", "import"),
}


@pytest.mark.parametrize(("old", "new", "key"), CHEATS.values(), ids=CHEATS)
def test_what_is_not_kept_is_named(old: str, new: str, key: str) -> None:
    """And nothing else is wrong then than what is looked for."""
    assert key in [one for one, _ in _broken(CODE.replace(old, new, 1))]


def test_lines_are_those_of_the_answer() -> None:
    """Of what is missing, that of the function."""
    assert _broken("import sys\n" + CODE) == [("import", 1)]
    assert _broken(CODE.replace("    await asyncio.sleep(0)\n", "")) == [("kept", 6)]
    assert _broken(CODE.replace('    print("total", total)\n', "    pass\n")) == [
        ("print-gone", 14)
    ]


IDLE = {
    "never reached": "    if False:\n        await asyncio.gather(add(1), add(2))\n",
    "on the same line": "    if not total: await asyncio.gather(add(1), add(2))\n",
    "not called": "    _ = lambda: asyncio.gather(add(1), add(2))\n",
    "behind and": "    _ = total and asyncio.gather(add(1), add(2))\n",
    "otherwise": "    _ = None if 1 else asyncio.gather(add(1), add(2))\n",
}


@pytest.mark.parametrize("instead", IDLE.values(), ids=IDLE)
def test_what_stands_there_has_to_be_executed(instead: str) -> None:
    """Code that nobody comes by is not kept."""
    answer = CODE.replace("    await asyncio.gather(add(1), add(2))\n", instead)
    line = next(n for n, text in enumerate(answer.split("\n"), 1) if "gather" in text)
    executed = {*EXECUTED} - ({line} if "if False" in instead else set())
    assert not _broken(answer)
    assert [(one.key, one.line) for one in unexecuted(answer, RULES, executed)] == [
        ("unexecuted", line)
    ]
