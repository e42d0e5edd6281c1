"""The judge itself, on programs whose outcomes and marks can be worked out by hand."""

import os
from pathlib import Path

import pytest
from brute_force import Mark, TooManyError, judge, judged_marks, lines_between
from departures import Departures

from turns.runtime.execute import execute
from turns.runtime.target import load

TWO = """
import asyncio
async def main():
    asyncio.create_task(say('a'))
    asyncio.create_task(say('b'))
    await asyncio.sleep(1)
    print('end')
async def say(text): print(text)
asyncio.run(main())
"""
CALLBACKS = """
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'a')
    loop.call_soon(print, 'b')
    loop.call_soon(stopped.set_result, None) if (stopped := loop.create_future()) else None
    await stopped
    print('end')
asyncio.run(main())
"""
GONE = """
import asyncio
async def main():
    asyncio.create_task(say())
    await asyncio.sleep(0)
async def say(): print('a')
asyncio.run(main())
"""


def _marks(source: str, tmp_path: Path, **options: bool) -> list[Mark]:
    path = tmp_path / "program.py"
    path.write_text(source, encoding="utf-8")
    clock, queue = (
        judge(path, clock=kind, schedules=2000, seconds=300, **options) for kind in (True, False)
    )
    return judged_marks(execute(load(path)).output, clock=clock, queue=queue)


@pytest.mark.slow
def test_marks_follow_from_the_definitions(tmp_path: Path) -> None:
    """A line can come earlier, be missing, or both; the fewest departures are those of either."""
    assert _marks(TWO, tmp_path) == [
        Mark(("a", 0), "clock", None, 2),
        Mark(("b", 0), "queue", 1, None),
        Mark(("end", 0), "clock", 2, None),
    ]
    assert _marks(GONE, tmp_path) == [Mark(("a", 0), "queue", None, 1)]


@pytest.mark.slow
def test_callbacks_in_the_order_of_registration(tmp_path: Path) -> None:
    """What only other orders of the program's own callbacks could change is documented."""
    assert [mark.because for mark in _marks(CALLBACKS, tmp_path)] == ["documented"] * 3


def test_holding_back_is_one_decision() -> None:
    """However many go past it; so is going first."""
    a, b, c = (1, 1), (1, 2), (1, 3)
    held = Departures()
    for names in ([a, b], [a, c], [a, b]):
        held.take(names, set(), 1)
    held.take([a], set(), 0)
    assert held.fewest == 1
    first = Departures()
    first.take([a, b, c], set(), 2)
    first.take([a, b], set(), 0)
    assert first.fewest == 1
    early = Departures()
    early.take([a, b], {1}, 1)
    assert early.fewest == 1


def test_other_lines_between() -> None:
    """Equal lines are other lines; only outcomes in which both are printed count."""
    outcomes = [(("x", "x", "a", "y"), None), (("y", "b", "x"), None), (("x", "c"), None)]
    assert lines_between(outcomes, ("x", 0), ("y", 0)) == {"x", "a"}  # type: ignore[arg-type]


def test_too_many(tmp_path: Path) -> None:
    """The judge gives up, and says so."""
    path = tmp_path / "program.py"
    path.write_text(TWO, encoding="utf-8")
    with pytest.raises(TooManyError, match="more than 1"):
        judge(path, clock=False, schedules=1, seconds=300)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # threads of pytest's own
def test_isolated_schedules_leave_nothing_behind(tmp_path: Path) -> None:
    """What a schedule changes in the process, the next one does not find."""
    path = tmp_path / "program.py"
    source = TWO.replace("def say(text): print(text)", "def say(text): print(change(text))")
    path.write_text(
        "import json\ndef change(text):\n    json.seen = getattr(json, 'seen', '') + text\n"
        "    return json.seen\n" + source,
        encoding="utf-8",
    )
    truth = judge(path, clock=False, schedules=100, seconds=300, isolated=True)
    assert {texts for texts, _ in truth.outcomes} == {("a", "ab", "end"), ("b", "ba", "end")}
