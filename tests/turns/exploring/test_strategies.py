"""Strategies that follow the queue, and that hold somebody back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from written import TIMERS, written

from turns.exploring.program import CLOCK, DOCUMENTED, QUEUE, Kind
from turns.exploring.replay import Replay
from turns.exploring.schedule import HOLD, Schedule
from turns.exploring.strategies import Fifo, Holding, View
from turns.runtime.run import ChoicePoint

THREE = """
import asyncio
async def say(name):
    for _ in range(3):
        print(name)
        await asyncio.sleep(0)
async def main():
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(say(name), name=name)
asyncio.run(main())
"""


class _Told(Holding):
    """Decides as told: who is held, or runs, by name, at which choice."""

    def __init__(self, told: Sequence[tuple[int, str]], kind: Kind = QUEUE) -> None:
        super().__init__(kind)
        self.left = [*told]

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        if not self.left or self.left[0][0] != self.choices:
            return None
        _, whom = self.left.pop(0)
        names = [option.label for option in point.options]
        if whom.startswith("hold "):
            assert names[view.default] == whom.removeprefix("hold ")
            return HOLD
        return names.index(whom)


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ([], "abcabcabc"),
        ([(0, "b")], "bacbacbac"),
        ([(0, "hold a")], "bcbcbcaaa"),
        ([(0, "hold a"), (0, "hold b")], "cccaaabbb"),
        ([(0, "hold a"), (3, "a")], "bcbacbaca"),
        ([(0, "hold a"), (2, "hold b")], "bcccaaabb"),
    ],
)
def test_who_is_held_waits_until_he_is_let_go(
    told: list[tuple[int, str]], printed: str, tmp_path: Path
) -> None:
    """Through however many passes, while the others go on; or until nobody else is left."""
    strategy = _Told(told)
    outcome = written(THREE, tmp_path).run(strategy)
    assert "".join(outcome.output) == printed
    assert [choice.number for choice in strategy.taken] == [number for number, _ in told]


def test_a_schedule_says_whom_it_held(tmp_path: Path) -> None:
    """So that its repetition can tell if that is another one."""
    program = written(THREE, tmp_path)
    strategy = _Told([(0, "hold a"), (0, "hold b"), (3, "a")])
    outcome = program.run(strategy)
    schedule = Schedule("queue", tuple(strategy.taken))
    assert [choice.option for choice in schedule.choices[:2]] == [HOLD, HOLD]
    replay = Replay(Schedule.parse(str(schedule)))
    again = program.run(replay)
    assert replay.finish(again.turns) is None
    assert again.output == outcome.output


@pytest.mark.parametrize(
    ("held", "early", "free", "default"),
    [
        ([False, False], [False, False], [0, 1], 0),
        ([True, False], [False, False], [1], 1),
        ([True, True], [False, False], [], 0),
        ([False, False], [True, False], [1], 1),
        ([False, True], [True, False], [], 1),
        ([False, False], [True, True], [], 0),
    ],
)
def test_who_runs_without_departing_further(
    held: list[bool], early: list[bool], free: list[int], default: int
) -> None:
    """Before a timer fires early, who is held is let go."""
    view = View(held, early)
    assert (view.free, view.default) == (free, default)


def test_timers_are_early_in_clock_schedules_alone(tmp_path: Path) -> None:
    """There a pending one may fire first; but by itself it does not."""
    program = written(TIMERS, tmp_path)
    assert program.run(Fifo(CLOCK)).output == ["small", "large"]
    assert program.run(Fifo(QUEUE)).output == ["small", "large"]
    offered = {}
    for kind in (QUEUE, CLOCK):

        class Notes(Fifo):
            def pick(self, point: ChoicePoint) -> int:
                offered.setdefault(self.kind, []).append([one.early for one in point.options])
                return 0

        program.run(Notes(kind))
    assert not any(any(early) for early in offered[QUEUE])
    assert [False, True] in offered[CLOCK]


def test_what_goes_wrong_in_a_strategy_is_told(tmp_path: Path) -> None:
    """And not taken for the end of the program, which only says that it was abandoned."""

    class Wrong(Fifo):
        def pick(self, _point: ChoicePoint) -> int:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        written(THREE, tmp_path).run(Wrong())


def test_kinds_of_schedules_have_names() -> None:
    """As tokens and JSON have them."""
    modes = ["queue", "clock", "documented", "timed"]
    assert [Kind.named(mode).mode for mode in modes] == modes
    assert [kind.mode for kind in (QUEUE, CLOCK, DOCUMENTED)] == ["queue", "clock", "timed"]
    assert [str(Schedule(mode, ())) for mode in modes] == ["q", "c", "d", "t"]
    assert [Schedule.parse(token).mode for token in "qcdt"] == modes
    assert (Fifo(DOCUMENTED).clock, Fifo(DOCUMENTED).documented) == (True, True)
