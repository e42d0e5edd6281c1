"""Fresh interpreters as processes: each is asked one question, and answers it at its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from turns.exploring import fresh
from turns.exploring.fresh import Asking, Question, Replies

_FOLDER = str(Path(__file__).resolve().parents[2])
_START = """import sys
sys.path.insert(0, sys.argv[1])
from turns.exploring.processes import answer
answer()"""
LEAST = 2.0
"""Seconds that a process which is asked may take in any case, to start, to run something and to
answer."""

_Process = subprocess.Popen[bytes]
_idle: dict[int, _Process] = {}
"""Processes that have been started and not been asked anything, by their seed of hashes."""
_T = TypeVar("_T")


def answered(asking: Asking[_T]) -> _T:
    """Return what somebody finds out whose questions are answered by processes."""
    asked = replies = None
    try:
        while True:
            question = asking.send(replies)
            replies = run(asked) if question is None and asked else None
            asked = question
    except StopIteration as end:
        found: _T = end.value
        return found
    finally:
        asking.close()


@contextmanager
def started(*hashes: int) -> Iterator[None]:
    """Start processes with these seeds ahead of `run`; they get ready while other work is done."""
    with suppress(OSError):
        for seed in hashes:
            _idle[seed] = _started(seed)
    try:
        yield
    finally:
        while _idle:
            _end(_idle.popitem()[1])


def _started(hashes: int) -> _Process:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START, _FOLDER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": str(hashes)},
    )


def _end(process: _Process) -> None:
    with process, suppress(OSError):  # what was to be written to it may be left
        process.kill()


def run(question: Question) -> Replies | None:
    """Have a new process answer; None if that gave no answer, or if no time is left for one."""
    if question.seconds <= 0:
        return None
    try:
        process = _idle.pop(question.hashes, None) or _started(question.hashes)
    except OSError:
        return None
    try:
        text = question.text().encode()
        answered, _ = process.communicate(text, timeout=max(question.seconds, LEAST))
        if process.returncode:
            return None
        return fresh.read(answered.rpartition(b"\n")[2].decode())
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    finally:
        _end(process)


def answer() -> None:
    """Read what is asked from stdin, and answer to stdout: no program can write in between.

    One that writes to every descriptor writes before that, to other lines.
    """
    write, leave = os.write, os._exit  # whatever a program replaces
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    data = f"\n{fresh.answer(sys.stdin.buffer.read().decode())}".encode()
    while data:
        data = data[write(out, data) :]
    leave(0)
