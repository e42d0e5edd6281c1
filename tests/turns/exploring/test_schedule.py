"""Tokens of schedules, and replays that go astray."""

from pathlib import Path

import pytest

from turns.exploring.replay import Replay
from turns.exploring.schedule import HOLD, Choice, Schedule, TokenError
from turns.runtime.execute import execute
from turns.runtime.target import load

PROGRAM = Path(__file__).parent / "programs" / "equal_sleeps.py"


@pytest.mark.parametrize(
    "token", ["q", "c", "q0.2f9f9-1.12c91", "c12.30000", "q2h6cc3", "q2h6cc3-2h09f3-4.0f9f9"]
)
def test_token_reads_back(token: str) -> None:
    """What is written is what was read."""
    assert str(Schedule.parse(token)) == token


def test_a_token_says_who_goes_first_and_who_is_held() -> None:
    """At which choice, and whom, so that it is noticed if that is another one."""
    held = Choice(2, HOLD, "6cc3")
    assert Schedule.parse("c2h6cc3-4.1f9f9").choices == (held, Choice(4, 1, "f9f9"))
    assert Schedule.parse("c").mode == "clock"
    assert Schedule.parse("q") == Schedule("queue", ())


@pytest.mark.parametrize(
    "token",
    ["", "x", "q1", "q1.1", "q1.1zzzz", "q1.2f9f9-", "q1.2f9f9 ", "q1h", "q1h2.6cc3", "q-2h6cc3"],
)
def test_what_is_no_token_is_refused(token: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(TokenError, match="is not a schedule"):
        Schedule.parse(token)


@pytest.mark.parametrize(
    ("token", "report"),
    [
        ("q0.70000", "turn 2 diverged: expected choice 7 (0000), found only 2 options"),
        ("q0h0000", "turn 2 diverged: expected choice 0 (0000), found Task-2"),
        ("q0.10000", "turn 2 diverged: expected choice 1 (0000), found Task-3"),
        ("q9999.10000", "turn 15 diverged: expected choice number 9999, found the end"),
        ("q9999h0000", "turn 15 diverged: expected choice number 9999, found the end"),
    ],
)
def test_divergence_is_reported_with_its_turn(token: str, report: str) -> None:
    """An option that is not there, another turn than expected, a choice that never comes."""
    replay = Replay(Schedule.parse(token))
    outcome = execute(load(PROGRAM), strategy=replay)
    divergence = replay.finish(outcome.turns)
    assert str(divergence) == report.replace("diverged", "diverged from the schedule")


def test_a_run_that_diverged_goes_on_as_asyncio_does() -> None:
    """It decides nothing more of what was meant for another run."""
    replay = Replay(Schedule.parse("q0.10000-1.10000-2h0000"))
    outcome = execute(load(PROGRAM), strategy=replay)
    assert outcome.output == execute(load(PROGRAM)).output
    assert replay.taken == []
