"""The graph of states against the brute-force judge, on programs drawn by lot."""

from collections import Counter

import pytest
from agreement import Effort, compare_seed

SMALL = Effort(schedules=60)
PROGRAMS = 25


@pytest.mark.filterwarnings("ignore")  # what is never awaited, and the like
@pytest.mark.parametrize(
    "start",
    [0, *(pytest.param(start, marks=pytest.mark.long) for start in range(PROGRAMS, 400, PROGRAMS))],
)
def test_graph_and_judge_agree(start: int) -> None:
    """On all outcomes, what is missing or comes earlier, and what stands between lines."""
    verdicts: Counter[str] = Counter()
    for seed in range(start, start + PROGRAMS):
        _, found = compare_seed(seed, SMALL)
        for kind, comparison in found.items():
            assert comparison.verdict != "different", (seed, kind, comparison.differences)
            verdicts[comparison.verdict] += 1
    assert verdicts["equal"] > 12, verdicts
    assert verdicts["incomplete"] < 3, verdicts
