"""Sets that `asyncio.wait` returns: what nobody decides, and what turns out to have no order."""

from pathlib import Path

import pytest

from turns.exploring.explore import Effort, Exploration, explore
from turns.runtime.execute import execute
from turns.runtime.target import load

PROGRAM = """
import asyncio
async def job(name):
    await asyncio.sleep({pause})
    return name
async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job("a"), name="a")]
    tasks.append(asyncio.create_task({second}, name="b"))
    done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    {body}
    event.set()
    await asyncio.gather(*tasks)
    print("end")
asyncio.run(main())
"""
USES = (
    "for task in done: print(task.get_name())",
    "print(*[task.get_name() for task in done])",
    "print(*done, sep='')",
    "print(len([*rest, *done]), next(iter(done)).get_name())",
    "print(done.pop().get_name())",
    "print(list(done)[0].get_name())",
    "first, *more = done; print(first.get_name())",
    "print(','.join(task.get_name() for task in done))",
)


def _write(body: str, second: str, path: Path, pause: str = "0") -> Path:
    program = path / "program.py"
    program.write_text(PROGRAM.format(body=body, second=second, pause=pause), encoding="utf-8")
    return program


def _explore(body: str, second: str, path: Path, pause: str = "0") -> Exploration:
    program = _write(body, second, path, pause)
    return explore(load(program), Effort(turns=1000, seconds=60))


@pytest.mark.slow
@pytest.mark.parametrize("body", [USES[0], USES[1], USES[4]])
def test_one_of_one_has_no_order(body: str, tmp_path: Path) -> None:
    """In no schedule there is more than one task in the set."""
    found = _explore(body, "event.wait()", tmp_path)
    assert not found.unknown
    assert [mark.because for mark in found.marks] == ["program", "program"]


@pytest.mark.slow
@pytest.mark.parametrize("body", [USES[0], USES[4], USES[6]])
def test_where_a_schedule_gives_it_an_order(body: str, tmp_path: Path) -> None:
    """Nothing is proven, also where the normal run has one task in the set."""
    found = _explore(body, "job('b')", tmp_path, "0.1 * (name == 'b')")
    assert any("the order of a set" in why for why in found.unknown)
    assert "program" not in {mark.because for mark in found.marks}


@pytest.mark.parametrize("body", USES)
def test_each_way_to_go_through_a_set_is_noticed(body: str, tmp_path: Path) -> None:
    """By statements, by builtins that are written in C, by its method."""
    several = _write(body, "job('b')", tmp_path)
    assert execute(load(several)).unordered
    one = _write(body.replace("*rest, ", ""), "event.wait()", tmp_path)
    assert not execute(load(one)).unordered


def test_what_asyncio_does_with_its_sets_is_its_own_business(tmp_path: Path) -> None:
    """It goes through those that it is given."""
    program = _write("await asyncio.wait(done | rest)", "job('b')", tmp_path)
    assert not execute(load(program)).unordered
