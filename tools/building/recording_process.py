"""The process that records programs: ``python -m turns record``, which no program can take us with.

Live preview has one ready at any time. Ctrl-C does not reach it: whoever records in threads of its
own calls `abandon`.
"""

import ast
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from turns.exploring import findings
from turns.exploring.findings import Answer

PATIENCE = 300.0
"""Seconds of real time for one snippet: however many there are, a build ends."""


class StuckError(Exception):
    """A program that the recording did not come back from; the message says how."""


def record(programs: Mapping[str, Path], python: str = sys.executable) -> Iterator[Answer]:
    """Let ``python`` record programs, by name, in a process of its own; yield what comes of each.

    `StuckError` where that is nothing: those after it have no answers either.
    """
    with _take(python) as child:
        _running.append(child)
        if _abandoned.is_set():  # since it was taken
            child.kill()
        try:
            assert child.stdin is not None  # noqa: S101 - for mypy
            with contextlib.suppress(BrokenPipeError):  # it has ended: there is no line of it
                for name, path in programs.items():
                    child.stdin.write(json.dumps({"name": name, "path": str(path)}) + "\n")
                child.stdin.close()
            while line := _line(child):
                yield findings.read(ast.literal_eval(line))
        except BaseException:
            child.kill()
            raise
        finally:
            _running.remove(child)
    if child.returncode:
        raise StuckError(f"it took the interpreter down (status {child.returncode})")


def prepare() -> None:
    """Start a process for the next programs: that takes longer than most programs do."""
    if not _ready:
        _ready.append(_start(sys.executable))


def abandon() -> None:
    """End all processes, for good; whoever waits for one is told so."""
    _abandoned.set()
    for child in [*_running]:  # others take theirs out meanwhile
        child.kill()
    end_ready()


def end_ready() -> None:
    """End what `prepare` has started: it has old code in memory."""
    while _ready:
        _ready.pop().communicate()


def _take(python: str) -> "subprocess.Popen[str]":
    """Return the process that is ready, if it is of this Python and has not ended."""
    if _abandoned.is_set():
        raise StuckError("given up")
    if python == sys.executable and _ready:
        if _ready[0].poll() is None:
            return _ready.pop()
        end_ready()
    return _start(python)


_ready: list["subprocess.Popen[str]"] = []
_running: list["subprocess.Popen[str]"] = []
_abandoned = threading.Event()


def _start(python: str) -> "subprocess.Popen[str]":
    root = Path(findings.__file__).resolve().parents[2]
    return subprocess.Popen(
        [python, "-m", "turns", "record"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": "0"},
        encoding="utf-8",
        process_group=0,  # Ctrl-C is for us alone: no program answers it with a traceback
    )


def _line(child: "subprocess.Popen[str]") -> str:
    """Wait for a line of the child; it is empty at the end."""
    assert child.stdout is not None  # noqa: S101 - for mypy
    late = threading.Event()

    def give_up() -> None:
        late.set()
        child.kill()

    watchdog = threading.Timer(PATIENCE, give_up)
    watchdog.start()
    try:
        line = child.stdout.readline()
    finally:
        watchdog.cancel()
    if late.is_set():
        raise StuckError(f"it took over {PATIENCE:g} s")
    return line
