"""Texts that are others in each run."""

from pathlib import Path

import pytest

from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.varying import steady, varies
from turns.runtime.target import load


def _explore(body: str, path: Path) -> Exploration:
    program = path / "program.py"
    lines = "\n".join(f"    {line}" for line in body.split("\n"))
    program.write_text(
        "import asyncio\nlast = []\nasync def rest(text):\n    last.append(text)\n"
        "    await asyncio.sleep(0)\n"
        f"async def main():\n    print('first')\n{lines}\n    print('last')\n    return 1\n"
        "async def all():\n    await asyncio.gather(main(), rest('a'), rest('b'))\n"
        "asyncio.run(all())\n",
        encoding="utf-8",
    )
    return explore(load(program), Effort(turns=2000, seconds=60))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ("print(asyncio.Lock())\nawait asyncio.sleep(0)", "nobody"),
        ("await asyncio.sleep(0)\nprint(object())", "nobody"),
        ("print('it took 0.150 seconds')", "unknown"),
    ],
)
def test_a_line_that_varies(body: str, mark: str, tmp_path: Path) -> None:
    """It is not proven; the others are."""
    found = _explore(body, tmp_path)
    assert [mark.because for mark in found.marks] == ["program", mark, "program"]
    assert "..." not in found.marks[1].text
    assert found.outcomes["queue"].count == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "kept = repr(asyncio.Lock())\nawait asyncio.sleep(0)",
        "kept = [{'a': KeyError(f'{object()}')}]\nawait asyncio.sleep(0)",
        "await asyncio.sleep(0)\nassert last[:1] != ['b'], object()",
    ],
)
def test_a_text_that_varies_and_is_kept(body: str, tmp_path: Path) -> None:
    """In a variable, in an exception, in the error at the end: nothing is proven."""
    found = _explore(body, tmp_path)
    reasons = {space.cut for space in found.spaces.values()} | {*found.unknown}
    assert any("another one in each run" in one or "an address in it" in one for one in reasons)
    assert "program" not in {mark.because for mark in found.marks}


@pytest.mark.slow
def test_a_line_that_varies_in_another_schedule(tmp_path: Path) -> None:
    """It is one outcome more, wherever its objects are."""
    found = _explore("await asyncio.sleep(0)\nlast[:1] == ['b'] and print(object())", tmp_path)
    assert [mark.because for mark in found.marks] == ["program", "program"]
    assert found.outcomes["queue"].count == 2
    assert len(found.outcomes["queue"].listed) == 2


def test_what_varies() -> None:
    """An address as Python writes it, on any system; a time as asyncio writes it."""
    assert varies("<object object at 0x7f2a7>, <object object at 0x0000020A7F>")
    assert not varies("at 0x, at 0x1, 0x7f2a7f2a; it took 1.5 seconds")
    assert steady("<Lock object at 0x7f2a7f2a>") == "<Lock object at ...>"
    assert steady("Executing <Task> took 0.150 seconds") == "Executing <Task> took ... seconds"


@pytest.mark.parametrize(
    ("text", "is_varying"),
    [
        ("<Box object at 0x7f123>", True),
        ("it took 0.150 seconds", True),
        ("<TimerHandle when=1.0 print()>", True),
        ("at 0x1, took a while, when=never", False),
        ("", False),
    ],
)
def test_what_varies_in_a_text_varies_in_a_state(text: str, *, is_varying: bool) -> None:
    """Which is looked through in another way, since it is large."""
    assert varies(text) == varies(f"\0{text}\0".encode()) == is_varying
