"""Why a line stands where it stands, in sentences."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from turns.commands.why import answer_about
from turns.drawing import words
from turns.runtime.target import load

HEAD = "import asyncio\n"
PROGRAMS = """
## a task is created
async def child(): print("child")
async def main():
    task = asyncio.create_task(child())
    print("main")
    await task
    print("end")
asyncio.run(main())
#: The program starts Task-1 (line 8).
#  Every schedule prints it.
#: Task-1 creates Task-2 in turn 1 (line 4).
#  This line cannot come before the one above.
#: Task-1 waits for Task-2 (line 6) until Task-2 ends in turn 2.
#  This line cannot come before the one above.
## one turn prints both
async def child(): print("child")
async def main():
    print("main")
    await child()
asyncio.run(main())
#: The program starts Task-1 (line 6).
#  Every schedule prints it.
#: The same turn prints the line above: in this run, nothing suspends in between.
## first in, first out
async def child(name):
    print(name)
async def main():
    await asyncio.gather(child("a"), child("b"))
asyncio.run(main())
#: Task-1 creates Task-2 in turn 1 (line 5).
#  Every schedule prints it.
#: Task-1 creates Task-3 in turn 1 (line 5), behind Task-2.
#  In turn 2, Task-3 could run instead of Task-2: both are ready.
#  Then the line above comes later, or not at all.
## somebody holds the thread
import time
async def child():
    await asyncio.sleep(0.1)
    print("child")
async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    time.sleep(1)
    await task
asyncio.run(main())
#: Task-2 waits for sleep(0.1) (line 4), due at 0.1 s.
#  Meanwhile Task-1 holds the thread, from 0 s to 1 s (turn 3).
#  Every schedule prints it.
## cancelled
async def child():
    try:
        await asyncio.sleep(9)
    finally:
        print("gone")
async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
asyncio.run(main())
#: Task-1 cancels Task-2 in turn 3 (line 10), while it waits for sleep(9) (line 4).
#  In turn 2, Task-1 could run instead of Task-2: both are ready.
#  Then this line is not printed.
## callbacks are registered
loop = asyncio.new_event_loop()
loop.call_soon(print, "a")
loop.call_soon(print, "b")
loop.call_soon(loop.stop)
loop.run_forever()
## cancelled through whoever waits
async def child():
    try:
        await asyncio.sleep(9)
    finally:
        print("gone")
async def parent(task):
    await task
async def main():
    task = asyncio.create_task(child())
    above = asyncio.create_task(parent(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    above.cancel()
    await asyncio.wait([above])
    print("end")
asyncio.run(main())
#: Task-1 cancels Task-3 in turn 5 (line 14), which waits for Task-2: so Task-2 is cancelled.
#  In turn 2, Task-2 could be kept waiting while others run. Then this line is not printed.
#: Task-1 waits for wait() (line 15) until Task-3 ends cancelled in turn 7.
#  In turn 2, Task-2 could be kept waiting while others run.
#  Then the line above comes later, or not at all.
## a timeout runs out
async def main():
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(9)
    except TimeoutError:
        print("late")
asyncio.run(main())
#: Task-1 waits for sleep(9) (line 5) until its timeout (line 4) runs out, at 0.5 s.
#  In turn 2, what wakes Task-1 could come before the timeout of Task-1, if its time (9 s)
#  came early. Then this line is not printed.
#  In all, it takes 2 decisions against the queue and the clock.
## outside of turns, and a line in two parts
async def main():
    print("one", end=" ")
    await asyncio.sleep(0.1)
    print("line")
print("before")
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("after")
#: It is printed before the first turn of asyncio's loop. Every schedule prints it.
#: Task-1 waits for sleep(0.1) (line 4), due at 0.1 s.
#  The beginning of the line is printed in turn 1.
#  No schedule prints it before the line above.
#: The program itself prints it, outside of all turns, after turn 4.
#  No schedule prints it before the line above.
## from a lock to the next
async def use(lock, name):
    async with lock:
        await asyncio.sleep(0)
        print(name)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(use(lock, "a"), use(lock, "b"))
asyncio.run(main())
"""
"""Each has a name, its text, and a comment for each line that it prints: what is said of it."""


def _programs() -> Iterator[Any]:
    for part in re.split(r"^## ", PROGRAMS, flags=re.MULTILINE)[1:]:
        name, _, text = part.partition("\n")
        said = re.findall(r"^#: (.*\n(?:#  .*\n)*)", text, flags=re.MULTILINE)
        wanted = [" ".join(one.replace("#  ", "").split("\n")).strip() for one in said]
        yield pytest.param(re.sub(r"^#.*\n", "", text, flags=re.MULTILINE), wanted, id=name)


def _sentences(text: str, folder: Path, lang: str) -> list[str]:
    path = folder / "program.py"
    path.write_text(HEAD + text, encoding="utf-8")
    answer = answer_about(load(path), "program.py", 100, lang)
    return [answer.sentence(index) for index in range(len(answer.found.marks))]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "sentences"), [*_programs()])
def test_each_line_has_its_cause(text: str, sentences: list[str], tmp_path: Path) -> None:
    """From data: who, at which line, in which turn, behind whom, and what else could be."""
    found = _sentences(text, tmp_path, "en")
    assert all(found)
    if sentences:
        assert found == sentences
    chinese = _sentences(text, tmp_path, "zh")
    assert all(re.search(r"[\u4e00-\u9fff]", one) for one in chinese)
    numbers = [set(re.findall(r"\d+", one)) for one in found]
    assert [set(re.findall(r"\d+", one)) for one in chinese] == numbers, "both say the same"


def test_what_is_waited_for_may_be_over(tmp_path: Path) -> None:
    """Before Python 3.12, `gather` suspends even then: the task wakes itself."""
    text = """
async def child(): print("child")
async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    await asyncio.gather(task)
    print("main")
asyncio.run(main())
"""
    over = "Task-1 waits for gather() (line 7), but all that is to come is there already."
    went_on = "Task-1 goes to the end of the queue in turn 1 (line 6), behind Task-2."
    wanted = over if sys.version_info < (3, 12) else went_on
    assert _sentences(text, tmp_path, "en")[1].startswith(wanted)


def test_the_table_says_the_same_in_both_languages() -> None:
    """Each row has the same things to fill in."""
    table = vars(words)["_WORDS"]
    for key, texts in table.items():
        english, chinese = (set(re.findall(r"{(\w+)}", text)) for text in texts)
        assert english == chinese, key


def test_no_space_is_left_between_chinese() -> None:
    """What is filled in may begin with either."""
    said = words.say("zh", "could-be-held", turn=1, usual=words.say("zh", "waker", name="A"))
    assert said == "第 1 个轮次时唤醒 A 的定时器也可以继续等着，让别的先运行。"
