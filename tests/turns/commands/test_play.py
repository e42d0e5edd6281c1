"""The command ``play``: somebody at the terminal is the scheduler."""

from pathlib import Path

import pytest
from called import turns

pytestmark = pytest.mark.slow

PROGRAM = """
import asyncio
async def child(name):
    print(name)
    await asyncio.sleep(0)
    print(name, "again")
async def main():
    await asyncio.gather(child("a"), child("b"))
asyncio.run(main())
"""
LOCKS = """
import asyncio
async def both(one, two):
    async with one:
        await asyncio.sleep(0)
        async with two:
            print("done")
async def main():
    one, two = asyncio.Lock(), asyncio.Lock()
    first = asyncio.create_task(both(one, two))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.gather(first, both(two, one))
asyncio.run(main())
"""


def play(folder: Path, source: str, *answers: str, lang: str = "en") -> str:
    """Give these answers, one a line."""
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    done = turns("play", path, "--lang", lang, stdin="".join(f"{one}\n" for one in answers))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_enter_is_the_queue(tmp_path: Path) -> None:
    """Then all is as asyncio has it."""
    text = play(tmp_path, PROGRAM, *[""] * 12)
    assert "exactly 6 outcomes of all queue schedules" in text
    assert "That is the normal outcome." in text
    assert "Decisions against the queue: 0." in text


def test_a_goal_is_reached(tmp_path: Path) -> None:
    """With as few decisions as it takes."""
    text = play(tmp_path, PROGRAM, "1", "2", *[""] * 12)
    assert "1  Print “b” before “a”." in text
    assert "Reached. Decisions that it takes at least: 1." in text
    assert "--schedule q0.1" in text


SLEEPERS = """
import asyncio
async def sleeper(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
async def main():
    await asyncio.gather(sleeper("a", 1), sleeper("b", 2))
asyncio.run(main())
"""


def test_what_takes_an_early_timer_is_no_goal_without_one(tmp_path: Path) -> None:
    """Nobody could reach it by choosing who runs."""
    assert "Print “b” before “a”." not in play(tmp_path, SLEEPERS, *[""] * 9)
    done = turns("play", tmp_path / "program.py", "--clock", "--lang", "en", stdin="q\n")
    assert "Print “b” before “a”." in done.stdout


def test_what_the_program_promises_cannot_be_reached(tmp_path: Path) -> None:
    """The proof is the lesson."""
    source = PROGRAM.replace('print(name, "again")', 'name == "b" and print("end")')
    offered = play(tmp_path, source).split("Which one?")[0]
    number = next(line.split()[0] for line in offered.splitlines() if "Print “end” before" in line)
    text = play(tmp_path, source, number, *[""] * 12)
    assert "Not reached, and nobody can" in text


def test_undo_and_hold(tmp_path: Path) -> None:
    """What is held runs when nothing else is left; the run begins anew after an undo."""
    text = play(tmp_path, PROGRAM, "", "2", "u", "h", *[""] * 12)
    assert "(held back)" in text
    assert text.index("│ b again") < text.rindex("│ a again")


def test_other_answers_are_explained(tmp_path: Path) -> None:
    """And the end of the input ends the game."""
    text = play(tmp_path, PROGRAM, "", "9", "x")
    assert text.count("u: undo; q: quit") == 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_deadlock_can_be_a_goal(lang: str, tmp_path: Path) -> None:
    """If there is one; both languages."""
    text = play(tmp_path, LOCKS, lang=lang)
    assert {"en": "Make it deadlock.", "zh": "让它死锁。"}[lang] in text
