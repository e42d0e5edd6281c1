"""Runs of a program in a process that has run nothing else, where chance decides otherwise.

What is run again and again in one process could see what an earlier run has left behind, and the
hashes of strings are drawn once per process. So whatever is claimed of a program has to hold in
here, too.
"""

import ast
import gc
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from turns.exploring.nfa import decided_end_of, end_of
from turns.exploring.parsing import undisturbed
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.runtime import imports
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

_FOLDER = str(Path(__file__).resolve().parents[2])
_START = """import sys
sys.path.insert(0, sys.argv[1])
from turns.exploring.fresh import answer
answer()"""
_MALFORMED = (ValueError, SyntaxError, TypeError, MemoryError, RecursionError)
"""What comes of reading what is no answer."""
LEAST = 2.0
"""Seconds that a process may take in any case, to start, to run something and to answer."""


@dataclass(frozen=True)
class Request:
    """A run that is asked for."""

    token: str = ""
    """Of a schedule; without one, the normal one."""
    chance: int | None = None
    """The seed of what no schedule decides."""


@dataclass(frozen=True)
class Reply:
    """What such a run printed."""

    texts: tuple[str, ...]
    end: str
    """The kind of its end; empty if a limit ended it, or if it went another way."""


_Process = subprocess.Popen[bytes]
_idle: dict[int, _Process] = {}
"""Processes that have been started and not been asked anything, by their seed of hashes."""


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


def run(
    target: Target, requests: Sequence[Request], hashes: int, limits: Limits, seconds: float
) -> list[Reply] | None:
    """Run a program in a new process with this seed of hashes; None if that gave no answer.

    ``limits`` are for each run, and there are so many ``seconds`` for all of them together.
    """
    question = repr(
        (target.as_literal(), astuple(limits), [astuple(one) for one in requests])
    ).encode()
    try:
        process = _idle.pop(hashes, None) or _started(hashes)
    except OSError:
        return None
    try:
        answered, _ = process.communicate(question, timeout=max(seconds, LEAST))
        if process.returncode:
            return None
        with undisturbed():
            found = ast.literal_eval(answered.rpartition(b"\n")[2].decode())
        return [Reply(tuple(texts), end) for texts, end in found]
    except (OSError, subprocess.SubprocessError, *_MALFORMED):
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
    literal, limits, asked = ast.literal_eval(sys.stdin.buffer.read().decode())
    requests = [Request(*one) for one in asked]
    found = replies(Target.from_literal(literal), requests, Limits(*limits))
    data = f"\n{[astuple(one) for one in found]}".encode()
    while data:
        data = data[write(out, data) :]
    leave(0)


def replies(target: Target, requests: Sequence[Request], limits: Limits) -> Iterator[Reply]:
    """Answer in this process."""
    imports.prepare(target.code)
    gc.freeze()  # each of its collections looks at the program's objects alone
    for one in requests:
        replay = Replay(Schedule.parse(one.token)) if one.token else None
        outcome = execute(target, strategy=replay, limits=limits, chance=one.chance)
        end = end_of(outcome) if replay is None else decided_end_of(outcome)
        strayed = replay is not None and replay.finish(outcome.turns) is not None
        yield Reply(tuple(outcome.output), end.kind if end and not strayed else "")
