"""Run a command of ours in a process that can be killed: the last resort against a program."""

import ast
import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TextIO

GRACE = 10.0
"""Seconds of real time beyond the limit, to start, to stop in good order and to write."""
ENOUGH: int | None = getattr(signal, "SIGUSR2", None)
"""The signal that ends a search; None on Windows."""
_PATIENCE = 6.0
"""Seconds that it has after Ctrl-C."""
_INSIDE = "TURNS_INSIDE"
_LOST = 74
"""The exit status of such a process that could not write what it found."""
_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from turns.__main__ import main;"
    " from turns.commands.child import answer; answer(main, sys.argv[1:])"
)


def inside() -> bool:
    """Say whether this is the process that may be killed."""
    return _INSIDE in os.environ


def repeat(arguments: list[str], limit: float, *, searches: bool) -> int:
    """Run our command line with ``arguments`` in such a process; return its exit status.

    What the program does to the `json` module happens there: the process answers with a literal,
    which becomes JSON here.
    """
    folder = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-P", "-c", _START, folder, *arguments]
    environment = {**os.environ, _INSIDE: "1", "PYTHONHASHSEED": "0"}
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    answer = subprocess.PIPE if {"--json", "--map"} & {*own} else None
    with subprocess.Popen(
        command, stdout=answer, env=environment, **(_apart() if searches else {})
    ) as process:
        try:
            literal, _ = process.communicate(timeout=limit + GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            print(
                f"stopped: the program was still running after {limit:g} s, in a call that never"
                " came back to Python",
                file=sys.stderr,
            )
            return 1
        except KeyboardInterrupt as interrupt:
            # One that searches is told to show what it has found; any other one by the terminal.
            if searches and ENOUGH is not None:
                process.send_signal(ENOUGH)
            last = _last_words(process) if not interrupt.args else None
            if last is None:
                process.kill()
                raise
            literal = last
        except BaseException:
            process.kill()
            raise
    status = process.returncode
    if literal:
        json.dump(ast.literal_eval(literal.decode()), sys.stdout, ensure_ascii=False)
        print(flush=True)
    if status == _LOST:
        print("the program closed the descriptors through which it is shown", file=sys.stderr)
        return 1
    if status not in {0, 1, 2, 130}:
        how = f"signal {-status}" if status < 0 else f"exit status {status}"
        print(f"the program took the interpreter down with it ({how})", file=sys.stderr)
        return 1
    return status


def _apart() -> dict[str, Any]:
    """Keep the terminal's Ctrl-C from a program that is run many times: it would be in one run.

    Then the child cannot read from the terminal either.
    """
    if ENOUGH is None:
        return {}
    return {"process_group": 0, "stdin": subprocess.DEVNULL if sys.stdin.isatty() else None}


def _last_words(process: "subprocess.Popen[bytes]") -> bytes | None:
    """Return what the child still writes; None if it does not come to its end soon."""
    try:
        literal, _ = process.communicate(timeout=_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        return None
    return None if process.returncode in {130, -signal.SIGINT} else literal or b""


@contextlib.contextmanager
def saved_stdout() -> Iterator[TextIO]:
    """Give a stdout that the program cannot close, nor write to behind our back."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors="backslashreplace")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    with out:
        yield out


def write_data(document: object, out: TextIO) -> None:
    """Write what can be JSON as a literal, for `repeat`."""
    out.write(f"{document!a}\n")  # no function that a program could replace


def answer(main: Callable[[list[str]], int], arguments: list[str]) -> NoReturn:
    """Call ``main``, and leave with the status it returns.

    The program may have closed every descriptor.
    """
    try:
        leave(main(arguments))
    except OSError as error:
        if error.errno != errno.EBADF:
            raise
        os._exit(_LOST)


def leave(status: int) -> NoReturn:
    """End at once: threads that never end, and exit handlers, are the program's and not ours."""
    sys.stderr.flush()
    os._exit(status)
