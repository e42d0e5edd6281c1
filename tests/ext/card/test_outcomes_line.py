"""What a card says of all outcomes of its program."""

from dataclasses import replace

import pytest
from findings_of import findings, outcomes

from card.outcomes import element
from language.languages import CHINESE, ENGLISH, Language
from turns.exploring.marks import Mark
from turns.exploring.nfa import End
from turns.exploring.outcomes import Outcomes
from turns.runtime.problem import Waiting

MARKS = [Mark(text, "program") for text in "abcdef"]


def said(language: Language, queue: Outcomes, clock: Outcomes, *together: tuple[int, int]) -> str:
    """Return the line of a card."""
    found = findings(MARKS, {"queue": queue, "clock": clock}, together)
    return element(found, language).astext()


@pytest.mark.parametrize(
    ("queue", "clock", "english", "chinese"),
    [
        (
            outcomes(1, "finished"),
            outcomes(1),
            "This program has exactly one outcome.",
            "这个程序只有一种结局。",
        ),
        (
            outcomes(3, *["finished"] * 3),
            outcomes(3),
            "This program has exactly 3 outcomes.",
            "这个程序恰好有 3 种结局。",
        ),
        (
            outcomes(20, *["finished"] * 20, inexact="out of turns"),
            outcomes(20, inexact="out of turns"),
            "This program has at least 20 outcomes.",
            "这个程序至少有 20 种结局。",
        ),
        (
            outcomes(1, "finished"),
            outcomes(6),
            (
                "As long as its timers keep their times, this program has exactly one outcome;"
                " if one could fire early, as when a real server answers sooner, exactly 6."
            ),
            (
                "只要定时器都准时，这个程序就只有一种结局；"
                "如果定时器可以提前触发（好比真实的服务器答得更快），恰好有 6 种。"
            ),
        ),
        (
            outcomes(12_600, *["finished"] * 20),
            outcomes(20, inexact="out of turns"),
            (
                "As long as its timers keep their times, this program has exactly 12,600 outcomes;"
                " if one could fire early, as when a real server answers sooner, at least 20."
            ),
            (
                "只要定时器都准时，这个程序就恰好有 12,600 种结局；"
                "如果定时器可以提前触发（好比真实的服务器答得更快），至少有 20 种。"
            ),
        ),
        (
            outcomes(1, "finished", inexact="line 3: threads"),
            outcomes(1, inexact="line 3: threads"),
            "How many outcomes this program has is not known.",
            "不知道这个程序有几种结局。",
        ),
    ],
)
def test_how_many(queue: Outcomes, clock: Outcomes, english: str, chinese: str) -> None:
    """Exactly so many, or at least; those of early timers only if there are others."""
    assert said(ENGLISH, queue, clock) == english
    assert said(CHINESE, queue, clock) == chinese


@pytest.mark.parametrize(
    ("queue", "clock", "english"),
    [
        (outcomes(1, "deadlock"), outcomes(1, "deadlock"), " It ends in a deadlock."),
        (outcomes(2, "finished", "deadlock"), outcomes(2), " One of them is a deadlock."),
        (outcomes(3, "finished", "deadlock", "deadlock"), outcomes(3), " 2 of them are deadlocks."),
        (outcomes(9, "finished", "deadlock"), outcomes(9), " Some of them are deadlocks."),
        (
            outcomes(2, "finished", "deadlock", inexact="out of turns"),
            outcomes(2, inexact="out of turns"),
            " Some of them are deadlocks.",
        ),
        (
            outcomes(2, "finished", "finished"),
            outcomes(2, "finished", "deadlock"),
            " With an early timer it can end in a deadlock.",
        ),
    ],
)
def test_deadlocks_are_said(queue: Outcomes, clock: Outcomes, english: str) -> None:
    """How many, if all outcomes are listed."""
    line = said(ENGLISH, queue, clock)
    assert line.endswith(english)
    assert line.count(".") == 2


def deadlock(*waiting: Waiting) -> Outcomes:
    """Return two outcomes, of which one is a deadlock in which these wait."""
    finished, stuck = outcomes(2, "finished", "deadlock").listed
    return Outcomes(2, "", (finished, replace(stuck, end=End("deadlock", waiting=waiting))))


def test_who_holds_what_is_said() -> None:
    """Of those in the circle alone; a lock without a name is called by what is waited for."""
    two = deadlock(
        Waiting("Task-1", 28, "gather(Task-2, Task-3)"),
        Waiting("Task-2", 13, "Lock.acquire()", "paper", "Task-3"),
        Waiting("Task-3", 22, "Lock.acquire()", "", "Task-2"),
    )
    assert said(ENGLISH, two, two).endswith(
        " One of them is a deadlock."
        " What is stuck: Task-2 waits at line 13 for paper, which Task-3 holds,"
        " and Task-3 waits at line 22 for Lock.acquire(), which Task-2 holds."
    )
    assert said(CHINESE, two, two).endswith(
        "其中一种是死锁。死锁时，Task-2 在第 13 行等 paper（在 Task-3 手里）；"
        "Task-3 在第 22 行等 Lock.acquire()（在 Task-2 手里）。"
    )


@pytest.mark.parametrize(
    "waiting",
    [
        (),
        (Waiting("Task-1", 3, "Event.wait()"),),
        (Waiting("Task-2", 3, "Lock.acquire()", "paper", "Task-3"), Waiting("Task-3", 4, "x")),
        (Waiting("Task-1", 3, "Task-2"), Waiting("Task-2", 4, "Task-1")),
    ],
)
def test_no_circle_of_what_nobody_holds(waiting: tuple[Waiting, ...]) -> None:
    """Nothing is said of who waits for something else."""
    two = deadlock(*waiting)
    assert said(ENGLISH, two, two).endswith(" One of them is a deadlock.")


def test_nothing_in_between() -> None:
    """Lines count from 1, as people do."""
    two = outcomes(2, "finished", "finished")
    assert said(ENGLISH, two, two, (1, 2), (3, 5)) == (
        "This program has exactly 2 outcomes."
        " Nothing ever comes between lines 2 and 3 of the output."
        " Nothing else ever comes among lines 4 to 6 of the output."
    )
    assert said(CHINESE, two, two, (1, 2)).endswith("第 2 行和第 3 行之间绝不会插进别的行。")


def test_a_program_of_which_no_other_schedule_was_run() -> None:
    """Nothing is counted."""
    line = element(findings(MARKS), ENGLISH)
    assert line.astext() == "How many outcomes this program has is not known."
