"""The explorer against the brute-force judge, on programs drawn by lot."""

from pathlib import Path

import pytest
from brute_force import TooManyError
from brute_force import marks as judged
from random_programs import program

from turns.exploring.explore import Effort, explore
from turns.runtime.execute import load

JUDGED = 200
"""Schedules that the judge may run per program and kind; programs with more are passed over."""


@pytest.mark.parametrize(
    "start", [0, *(pytest.param(start, marks=pytest.mark.long) for start in range(10, 100, 10))]
)
def test_search_and_judge_agree(
    start: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search alone, without schedules that aim, finds every mark; and proves most of them."""
    monkeypatch.setattr("turns.exploring.explore.aimed", lambda *_, **__: ())
    compared = proven = 0
    for seed in range(start, start + 10):
        path = tmp_path / f"program_{seed}.py"
        path.write_text(program(seed), encoding="utf-8")
        try:
            truth = judged(path, JUDGED)
        except TooManyError:
            continue
        found = explore(load(path), path, Effort(seconds=300), path.read_text(encoding="utf-8"))
        for mark, (because, text) in zip(found.lines, truth, strict=True):
            assert mark.text == text
            assert mark.because == because or not mark.proven, (seed, mark)
            compared += 1
            proven += mark.proven
    assert compared > 5, "too few programs are small enough for the judge"
    assert proven > 0.9 * compared
