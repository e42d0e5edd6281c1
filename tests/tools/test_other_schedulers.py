"""What other schedulers print: the records are what is printed here and now."""

import re
import subprocess
import sys
from collections import Counter

import pytest

from tools.elsewhere import RUNS, SCHEDULERS, Scheduler, printed, recorded, versions, written
from tools.interpreters import installed
from tools.project import HERE

BY_NAME = {scheduler.name: scheduler for scheduler in SCHEDULERS}
_EAGERLY = """\
import asyncio, runpy, sys

def run(main):
    with asyncio.Runner() as runner:
        runner.get_loop().set_task_factory(asyncio.eager_task_factory)
        runner.run(main)

asyncio.run = run
runpy.run_path(sys.argv[1])
"""


@pytest.mark.parametrize("scheduler", SCHEDULERS, ids=lambda scheduler: scheduler.name)
def test_each_record_says_what_it_is_of(scheduler: Scheduler) -> None:
    """Versions and a date; every run is counted."""
    about, counts = recorded(scheduler)
    assert re.fullmatch(r".+ \d+\.\d+\.\d+.*, \d{4}-\d\d-\d\d", about)
    assert counts.total() == RUNS


@pytest.mark.slow
@pytest.mark.parametrize("scheduler", SCHEDULERS, ids=lambda scheduler: scheduler.name)
def test_what_is_printed_now_was_recorded(scheduler: Scheduler) -> None:
    """Whoever has one order recorded prints that; Trio prints one of its four."""
    interpreters = [sys.executable, *(str(python.executable) for python in installed())]
    if scheduler.name == "node":
        interpreters = ["node"]
    here = [interpreter for interpreter in interpreters if versions(scheduler, interpreter)]
    if not here:
        pytest.skip(f"NOT COMPARED: {scheduler.name} is not here: {', '.join(interpreters)}")
    _, counts = recorded(scheduler)
    assert {printed(scheduler, interpreter) for interpreter in here} <= {*counts}


@pytest.mark.slow
def test_a_child_that_says_it_is_ready_is_heard_by_eager_tasks_too() -> None:
    """As the page says of its last program: no scheduler of tasks has a say in it."""
    program = HERE.snippets / "scheduling" / "listener_is_ready.py"
    eager = [python for python in installed() if versions(BY_NAME["eager"], str(python.executable))]
    if not eager:
        pytest.skip("NOT COMPARED: there is no Python 3.12 or newer here")
    for python in eager:
        done = subprocess.run(
            [python.executable, "-B", "-c", _EAGERLY, program],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == "kitchen: listens\nmain: rings\nkitchen: hears the bell\n"


def test_only_trio_has_several_orders() -> None:
    """As the page says: four of them, and each begins with the line of main."""
    orders = {name: [*recorded(scheduler)[1]] for name, scheduler in BY_NAME.items()}
    assert {name: len(found) for name, found in orders.items()} == {
        **dict.fromkeys(BY_NAME, 1),
        "trio": 4,
    }
    assert {order.partition("\n")[0] for order in orders["trio"]} == {"main: both are created"}
    assert orders["uvloop"] == orders["asyncio"]
    assert orders["node"] == orders["eager"]
    assert orders["asyncio"][0] in orders["trio"]
    assert orders["eager"][0] not in orders["trio"]


def test_what_is_written_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The most frequent order comes first."""
    text = written("A 1.2.3, 2026-01-02", Counter({"a\nb\n": 1, "b\na\n": 2}))
    assert text == "# A 1.2.3, 2026-01-02\n\n# 2 / 3\nb\na\n\n# 1 / 3\na\nb\n"
    monkeypatch.setattr("pathlib.Path.read_text", lambda *_: text)
    about, counts = recorded(SCHEDULERS[0])
    assert about == "A 1.2.3, 2026-01-02"
    assert [*counts.items()] == [("b\na\n", 2), ("a\nb\n", 1)]
