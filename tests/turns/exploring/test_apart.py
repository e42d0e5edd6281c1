"""What traces print, asked apart: the same answers as those of all that is written down."""

import itertools
import random
import time
from pathlib import Path

import pytest
from explored import explored

from turns.exploring.dfa import TooManyError, determined
from turns.exploring.nfa import End, Nfa
from turns.exploring.promises import between, earlier, missing
from turns.exploring.shape import shape
from turns.exploring.traces import apart, extensions
from turns.exploring.traces.apart import Apart
from turns.exploring.traces.lines import Lines, Printing

FINISHED = End("finished")
TASKS = """
async def one(n):
    await asyncio.sleep(0.1)
    print("a", n)
    await asyncio.sleep(0)
    print({text})
async def main():
    async with asyncio.TaskGroup() as group:
        for n in range({tasks}):
            group.create_task(one(n))
    print("done")
"""
AROUND = """
async def one(n):
    await asyncio.sleep(0)
    print(n)
async def main():
    print("a")
    await asyncio.sleep(0)
    print("b")
    await asyncio.gather(*[one(n) for n in range(20)])
    print("c")
    await asyncio.sleep(0)
    print("d")
    task = asyncio.create_task(one("e"))
    await asyncio.sleep(0)
    print("f")
    await task
"""


def written(folder: Path, text: str) -> Path:
    """Write a program."""
    path = folder / "program.py"
    path.write_text(f"import asyncio\n{text}\nasyncio.run(main())\n", encoding="utf-8")
    return path


def order(lot: random.Random, size: int, density: float) -> list[int]:
    """Draw a partial order: for each number those before it, as bits."""
    before: list[int] = []
    for number in range(size):
        mask = 0
        for one in range(number):
            if lot.random() < density:
                mask |= before[one] | 1 << one
        before.append(mask)
    return before


def printed(lot: random.Random, letters: str) -> Lines:
    """Draw what a trace prints."""
    before = order(lot, lot.randrange(1, 6), lot.choice((0.1, 0.3, 0.6)))
    turns = (
        Printing(tuple(lot.choices(letters, k=lot.choice((1, 1, 1, 2)))), mask) for mask in before
    )
    return Lines(tuple(lot.choices(letters, k=lot.choice((0, 0, 1)))), tuple(turns), FINISHED)


def words(traces: list[Lines]) -> set[tuple[str, ...]]:
    """List what traces print, order by order."""
    found = set()
    for one in traces:
        for turns in itertools.permutations(range(len(one.printing))):
            places = {turn: at for at, turn in enumerate(turns)}
            if all(
                places[other] < places[turn]
                for turn in turns
                for other in turns
                if one.printing[turn].needed >> other & 1
            ):
                texts = (text for turn in turns for text in one.printing[turn].texts)
                found.add((*one.first, *texts))
    return found


@pytest.mark.parametrize("seed", range(60))
def test_answers_are_those_of_all_orders(seed: int) -> None:
    """Also where lines are equal, and where traces have outcomes in common."""
    lot = random.Random(seed)  # noqa: S311 - no secret
    letters = lot.choice(("ab", "abc", "abcdefgh"))
    traces = [printed(lot, letters) for _ in range(lot.choice((1, 2, 3)))]
    truth, asked, nfa = words(traces), Apart(traces), Nfa()
    for one in traces:
        one.write(nfa)
    assert {texts for texts, _ in determined(nfa).outcomes()} == truth
    assert asked.count in {None, len(truth)}
    lines = [*itertools.product(letters[:4], range(2))]
    for x, y in itertools.product(lines, repeat=2):
        assert missing(asked.about(x[0]), x) == missing(nfa, x)
        about = asked.about(x[0], y[0])
        assert earlier(about, x, y) == earlier(nfa, x, y)
        if x != y:
            found = (between(asked.about(x[0], y[0], text), x, y) for text in asked.texts)
            assert set().union(*found) == between(nfa, x, y)
    assert shape(asked, lines) == shape(nfa, lines)


@pytest.mark.parametrize("seed", range(40))
def test_orders_are_counted(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one counts by going through all of them."""
    lot = random.Random(seed)  # noqa: S311 - no secret
    before = order(lot, lot.randrange(7), lot.choice((0.1, 0.3, 0.6)))
    turns = (Printing((str(number),), mask) for number, mask in enumerate(before))
    assert extensions.extensions(before) == len(words([Lines((), tuple(turns), FINISHED)]))
    assert extensions.extensions([0] * 20 + [(1 << 20) - 1]) == 2_432_902_008_176_640_000
    monkeypatch.setattr(extensions, "MOST", 3)
    assert extensions.extensions([0, 0, 0b11, 0b10]) is None


def test_outcomes_are_counted_only_where_no_two_are_the_same() -> None:
    """Two orders of equal lines are one outcome; so are those that two traces have in common."""
    free = (Printing(("a",), 0), Printing(("b",), 0))
    bound = (Printing(("a",), 0), Printing(("b",), 1))
    other = (Printing(("b",), 0), Printing(("a",), 1))
    for traces, count in (
        ([free], 2),
        ([bound, other], 2),
        ([free, bound], None),
        ([(Printing(("a",), 0), Printing(("a",), 0))], None),
        ([bound, (*free, Printing(("c",), 0))], 7),
    ):
        assert Apart(Lines((), one, FINISHED) for one in traces).count == count
    assert Apart([Lines((), free, FINISHED), Lines((), free, End("exit", "1"))]).count == 4


def test_what_is_too_large_to_be_asked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody then waits for an answer."""
    alike = (Printing(("a", "b"), 0), Printing(("b", "a"), 0))
    monkeypatch.setattr(apart.lines, "MOST", 25)
    Apart([Lines((), alike, FINISHED)])
    monkeypatch.setattr(apart.lines, "MOST", 24)
    with pytest.raises(TooManyError):
        Apart([Lines((), alike, FINISHED)])


def test_turns_that_print_the_same_are_not_told_apart() -> None:
    """Fifty of them are fifty points, not all sets of them."""
    nfa = Nfa()
    Lines((), tuple(Printing(("tick",), 0) for _ in range(50)), FINISHED).write(nfa)
    assert len(nfa.silent) < 60
    assert determined(nfa).count() == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "tasks", "count"),
    [('"b", n', 20, 778117449996850714059458989711872000000000), ('"b"', 30, None)],
    ids=["different", "alike"],
)
def test_more_tasks_than_can_be_written_down(
    text: str, tasks: int, count: int | None, tmp_path: Path
) -> None:
    """All marks are proven all the same, and what all outcomes have in common is said."""
    start = time.process_time()
    found = explored(written(tmp_path, TASKS.format(text=text, tasks=tasks)))
    assert time.process_time() - start < 20
    assert {mark.because for mark in found.marks} == {"program", "queue"}
    assert found.marks[-1].because == "program"
    for outcomes in found.outcomes.values():
        assert bool(outcomes.inexact) == (count is None)
        assert count in {None, outcomes.count}
        assert outcomes.shape is None or len(outcomes.shape.always) == len(found.marks)


@pytest.mark.slow
def test_what_stays_together_beside_too_many_to_be_written_down(tmp_path: Path) -> None:
    """Before all of them, and after; where another task is on its way, nothing is promised."""
    found = explored(written(tmp_path, AROUND))
    assert {tuple(found.marks[at].text for at in pair) for pair in found.together} == {
        ("a", "b"),
        ("c", "d"),
    }
