"""What a card says of all outcomes of its program."""

import pytest
from findings_of import findings, outcomes

from card.outcomes import element
from language.languages import CHINESE, ENGLISH, Language
from turns.exploring.marks import Mark
from turns.exploring.outcomes import Outcomes

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
            "This program has exactly one outcome; if timers could fire early, exactly 6.",
            "这个程序只有一种结局；要是定时器可以提前触发，恰好有 6 种。",
        ),
        (
            outcomes(12_600, *["finished"] * 20),
            outcomes(20, inexact="out of turns"),
            "This program has exactly 12,600 outcomes; if timers could fire early, at least 20.",
            "这个程序恰好有 12,600 种结局；要是定时器可以提前触发，至少有 20 种。",
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


def test_nothing_in_between() -> None:
    """Lines count from 1, as people do."""
    two = outcomes(2, "finished", "finished")
    assert said(ENGLISH, two, two, (1, 2), (3, 5)) == (
        "This program has exactly 2 outcomes. Nothing ever comes between lines 2 and 3."
        " Nothing else ever comes among lines 4 to 6."
    )
    assert said(CHINESE, two, two, (1, 2)).endswith("第 2 行和第 3 行之间绝不会插进别的行。")


def test_a_program_of_which_no_other_schedule_was_run() -> None:
    """Nothing is counted."""
    line = element(findings(MARKS), ENGLISH)
    assert line.astext() == "How many outcomes this program has is not known."
