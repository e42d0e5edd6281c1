"""What is taken from the insides of asyncio and CPython: there, and missed where it is not."""

import asyncio
import concurrent.futures.thread
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.interpreters import SUPPORTED
from turns.runtime import internals

ROOT = Path(__file__).resolve().parents[3]


def test_this_python_is_as_expected() -> None:
    """Whichever it is: that is what supported means."""
    assert internals.unexpected() is None


def test_it_was_checked_on_every_supported_version() -> None:
    """A version that is added to the matrix is checked first."""
    assert tuple(".".join(one.split(".")[:2]) for one in internals.CHECKED) == SUPPORTED


@pytest.mark.parametrize(
    ("owner", "name", "what"),
    [
        (asyncio.TaskGroup, "_on_task_done", "asyncio.TaskGroup._on_task_done"),
        (asyncio.futures, "_set_result_unless_cancelled", "asyncio.futures._set_result_unless_"),
        (asyncio.BaseEventLoop, "shutdown_asyncgens", "the qualified names of the loop's own"),
        (concurrent.futures.thread, "_python_exit", "concurrent.futures.thread._python_exit"),
    ],
)
def test_what_is_missing_is_named(
    owner: object, name: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, with the version and the versions that are as expected."""
    monkeypatch.delattr(owner, name)
    problem = internals.unexpected()
    assert problem is not None
    assert f"is not as expected: {what}" in problem
    assert problem.endswith(f"on CPython {internals.CHECKED[0]} to {internals.CHECKED[-1]}")
    assert "\n" not in problem


def test_another_shape_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only a name that is gone: a callback whose cells are called otherwise."""

    async def gather() -> None:
        total = 0

        def _done_callback() -> int:
            return total

        _done_callback()

    monkeypatch.setattr(asyncio, "gather", gather)
    assert "the cells of gather()'s callback" in (internals.unexpected() or "")


@pytest.mark.parametrize("command", ["show", "why"])
def test_a_command_says_so_in_one_line(command: str, tmp_path: Path) -> None:
    """And never with a traceback, although modules of ours cannot even be imported then."""
    program = tmp_path / "program.py"
    program.write_text("print(1)")
    start = (
        "import sys, queue, turns.__main__; del queue._PySimpleQueue;"
        " sys.exit(turns.__main__.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, command, program],
        cwd=ROOT,
        env={**os.environ, "TURNS_INSIDE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("turns: this Python (")
    assert "queue._PySimpleQueue" in done.stderr
    assert done.stderr.count("\n") == 1
