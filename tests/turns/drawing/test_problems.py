"""Why a program was stopped, in Chinese: every message has its row."""

import gc
import importlib
import pkgutil
import re

import pytest
from watched import run

import turns.runtime
from turns.drawing import problems
from turns.runtime.execute import Outcome
from turns.runtime.limits import Limits
from turns.runtime.refusing import Reason

SMALL = Limits(seconds=60, turns=200, output=2000)
STOPPED = {
    "deadlock": """
async def main():
    lock = asyncio.Lock()
    async with lock:
        await lock.acquire()
asyncio.run(main())
""",
    "join": """
async def main():
    queue = asyncio.Queue()
    await queue.put(1)
    await queue.join()
asyncio.run(main())
""",
    "condition": """
async def main():
    condition = asyncio.Condition()
    async with condition:
        condition.notify()
        await condition.wait()
asyncio.run(main())
""",
    "turns": """
async def main():
    while True:
        await asyncio.sleep(0)
asyncio.run(main())
""",
    "output": """
print("x" * 3000)
""",
    "connections": """
async def main():
    server = await asyncio.start_server(print, "127.0.0.1", 8000)
    await server.serve_forever()
asyncio.run(main())
""",
    "exit": """
import os
os._exit(3)
""",
    "process": """
import subprocess
subprocess.run(["true"])
""",
    "alarm": """
import signal
signal.alarm(1)
""",
    "uvloop": """
import uvloop
""",
    "trio": """
import trio
""",
}


def _lines(outcome: Outcome, lang: str) -> list[str]:
    assert outcome.problem is not None
    return [*problems.lines(outcome.problem.message, outcome.problem.waiting, lang)]


@pytest.mark.parametrize("name", STOPPED)
def test_a_message_has_its_chinese(name: str) -> None:
    """Names, numbers and places stay; no sentence stays English."""
    outcome = run("import asyncio\n" + STOPPED[name], limits=SMALL)
    english, chinese = _lines(outcome, "en"), _lines(outcome, "zh")
    assert "\n".join(english).startswith(str(outcome.problem))
    for one, other in zip(english, chinese, strict=True):
        assert re.search(r"[\u4e00-\u9fff]", other), other
        assert set(re.findall(r"\d+", one)) == set(re.findall(r"\d+", other))
        assert not re.search(r"[a-z]+ [a-z]+", other), other


def test_who_runs_too_long_is_told_in_chinese_too() -> None:
    """That message has what it was busy with, and when."""
    outcome = run("while True: pass", limits=Limits(seconds=0.5))
    (line,) = _lines(outcome, "zh")[:1]
    assert line.startswith("已停止：过了 0.5 秒、0 轮，它还在运行")


def test_each_reason_has_its_chinese() -> None:
    """Whatever `turns.runtime` refuses, it says why and what to do instead."""
    for module in pkgutil.walk_packages(turns.runtime.__path__, "turns.runtime."):
        importlib.import_module(module.name)
    reasons = [one for one in gc.get_objects() if isinstance(one, Reason)]
    assert len(reasons) > 5
    for one in reasons:
        chinese, *_ = problems.lines(f"a.call() at file.py:3: {one.why}; {one.instead}", (), "zh")
        rows = f"turns/drawing/problems.py needs Chinese for {one.why!r} and {one.instead!r}"
        assert "；" in chinese, rows
        why, how = chinese.removeprefix("a.call()（file.py:3）：").split("；")
        assert re.match(r"[\u4e00-\u9fff]", why), rows
        assert re.match(r"[\u4e00-\u9fff]", how), rows
