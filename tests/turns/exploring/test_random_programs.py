"""The graph of states against the brute-force judge, on programs drawn by lot."""

import warnings
from collections import Counter

import full_run
import pytest
from agreement import Effort, compare_seed

SMALL = Effort(schedules=60, seconds=100)
PROGRAMS = 20


# A coroutine that is destroyed in the middle may raise, and nobody hears of it.
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "start",
    [0, *(pytest.param(start, marks=pytest.mark.long) for start in range(PROGRAMS, 400, PROGRAMS))],
)
def test_graph_and_judge_agree(start: int) -> None:
    """On every schedule, on all outcomes, and on what is missing, earlier or between lines."""
    verdicts: Counter[str] = Counter()
    for seed in range(start, start + PROGRAMS):
        with warnings.catch_warnings(record=True):  # what the programs never await, and the like
            found = compare_seed(seed, SMALL)
        for kind, comparison in found.items():
            assert comparison.verdict != "different", (seed, kind, comparison.differences)
            verdicts[comparison.verdict] += 1
    assert verdicts["equal"] > PROGRAMS / 2, verdicts
    assert verdicts["incomplete"] < 3, verdicts


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "start", [0, *(pytest.param(start, marks=pytest.mark.long) for start in range(24, 240, 24))]
)
def test_all_answers_and_judge_agree(start: int) -> None:
    """From end to end; `nox -s agreement` does the same at full size."""
    report = full_run.run(range(start, start + 24), full_run.Size(schedules=60))
    assert report.differences == []
    assert len(report.judged) > 8
    assert report.counts["marks"] > 3 * report.counts["unknown"]
