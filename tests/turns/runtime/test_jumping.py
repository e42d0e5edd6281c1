"""Programs that do not come back are stopped from inside, where no thread can do that."""

import sys

import pytest
from watched import main_of, run

from turns.runtime import watchdog
from turns.runtime.limits import Limits

pytestmark = pytest.mark.skipif(
    sys.version_info < (3, 12), reason="no Python before 3.12 runs without threads"
)


BACK = 2 if sys.version_info >= (3, 14) else 3
"""The line of a jump from line 3 back to line 2: before Python 3.14, the one that it comes from."""


@pytest.fixture(autouse=True)
def _without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "_HAS_THREADS", False)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("print(1)\nwhile True: pass", 2),
        ("def f():\n    while True:\n        1 + 1\nf()", BACK),
        ("n = 1\nwhile n:\n    n += 1", BACK),
        ("print(sum(1 for _ in iter(int, 1)))", 1),
        (main_of("for n in iter(int, 1): pass"), 3),
        ("while True:\n  try:\n    while True: pass\n  except BaseException: pass", 3),
    ],
)
def test_a_loop_that_never_ends_is_stopped(source: str, line: int) -> None:
    """With the line at which it is; also one that lets no exception out."""
    outcome = run(source, limits=Limits(seconds=0.2))
    assert outcome.problem is not None
    assert outcome.problem.kind == "time"
    assert outcome.problem.waiting[0].line == line


def test_a_thread_that_computes_is_stopped_too() -> None:
    """Under a schedule in which nobody else has a turn."""
    busy = "def f():\n    while True: pass\nimport threading\nthreading.Thread(target=f).start()"
    outcome = run(busy, limits=Limits(seconds=0.2))
    assert outcome.problem is not None
    assert (outcome.problem.kind, len(outcome.problem.waiting)) == ("time", 2)


def test_nothing_listens_afterwards() -> None:
    """And a program that ends in time is as ever."""
    assert run("print(sum(n for n in range(10)))").output == ["45"]
    assert not any(map(sys.monitoring.get_tool, range(6)))
