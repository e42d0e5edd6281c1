"""Tokens of schedules, and replays that go astray."""

from pathlib import Path

import pytest

from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule, TokenError
from turns.runtime.execute import execute, load

PROGRAM = Path(__file__).parent / "programs" / "equal_sleeps.py"


@pytest.mark.parametrize("token", ["q", "c", "q0.2f9f9-1.12c91", "c12.30000"])
def test_token_reads_back(token: str) -> None:
    """What is written is what was read."""
    assert str(Schedule.parse(token)) == token


@pytest.mark.parametrize("token", ["", "x", "q1", "q1.1", "q1.1zzzz", "q1.2f9f9-", "q1.2f9f9 "])
def test_what_is_no_token_is_refused(token: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(TokenError, match="is not a schedule"):
        Schedule.parse(token)


@pytest.mark.parametrize(
    ("token", "report"),
    [
        ("q0.70000", "turn 2 diverged: expected choice 7 (0000), found only 2 options"),
        ("q3.10000", "turn 6 diverged: expected choice 1 (0000), found Task-3"),
        ("q9999.10000", "turn 15 diverged: expected choice number 9999, found the end"),
    ],
)
def test_divergence_is_reported_with_its_turn(token: str, report: str) -> None:
    """An option that is not there, another turn than expected, a choice that never comes."""
    replay = Replay(Schedule.parse(token))
    outcome = execute(load(PROGRAM), PROGRAM, strategy=replay)
    divergence = replay.finish(outcome.turns)
    assert str(divergence) == report.replace("diverged", "diverged from the schedule")
