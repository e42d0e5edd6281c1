"""Check snippets: run each as a reader would and compare what it does with what its file says."""

import enum
import itertools
import os
import re
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from turns import tracebacks
from turns.snippet import order, side_by_side
from turns.snippet.fresh_run import Run, kill_all, run
from turns.snippet.grammar import Output, Snippet, SnippetError, read
from turns.snippet.interpreter import Interpreter
from turns.text import clip

DEFAULT_LIMIT = 20.0
"""Seconds of real time for one program."""
DEFAULT_JOBS = 4 * (os.cpu_count() or 1)
"""Programs side by side: most only sleep."""
_SYNTAX_ERROR = re.compile(r"(SyntaxError|IndentationError|TabError): .*")


class Status(enum.Enum):
    """What became of a snippet; the value is the word shown."""

    PASSED = "passed"
    SKIPPED = "skipped"
    FAILED = "FAILED"
    """The order is broken, or the program did not end as its file says."""
    MALFORMED = "MALFORMED"
    """The file is not a snippet, or not a program for this Python."""


@dataclass(frozen=True)
class Verdict:
    """What the check of one snippet found."""

    path: Path
    status: Status
    message: str
    """One line."""
    lineno: int = 0
    """The line of the file it is about; 0 where there is none."""
    seconds: float = 0.0
    snippet: Snippet | None = None
    run: Run | None = None
    details: tuple[str, ...] = ()
    """Both outputs side by side and the end of stderr, where the check failed."""
    updatable: bool = False
    """The program ended as its file says: only its Output block is wrong."""

    def __str__(self) -> str:
        """Give the one line: where, what became of it, why."""
        where = f"{self.path}:{self.lineno}" if self.lineno else f"{self.path}"
        return f"{where}: {self.status.value}: {self.message}"


def check(path: Path, interpreter: Interpreter, limit: float = DEFAULT_LIMIT) -> Verdict:
    """Check the file under one interpreter."""
    try:
        snippet = read(path)
    except SnippetError as error:
        return Verdict(path, Status.MALFORMED, error.message, error.lineno)
    if snippet.requires is not None and interpreter.version < snippet.requires:
        needed, here = _dotted(snippet.requires), _dotted(interpreter.version)
        message = f"requires Python {needed}, this is Python {here}"
        return Verdict(path, Status.SKIPPED, message, snippet=snippet)
    try:
        result = run(path, interpreter, limit)
    except OSError as error:
        return Verdict(path, Status.MALFORMED, f"cannot be run: {error}", snippet=snippet)
    return judge(snippet, snippet.output_for(interpreter.version), result)


_pools = itertools.count()


def check_all(
    paths: Iterable[tuple[Path, Interpreter]], limit: float, jobs: int
) -> Iterator[Verdict]:
    """Check every file under its interpreter, ``jobs`` side by side; yield in the order given."""
    name = f"check-{next(_pools)}-"
    pool = ThreadPoolExecutor(jobs, thread_name_prefix=name)
    try:
        futures = [pool.submit(check, path, interpreter, limit) for path, interpreter in paths]
        for future in futures:
            yield future.result()
    except BaseException:  # Ctrl-C, or the caller gives up
        pool.shutdown(wait=False, cancel_futures=True)
        # A worker may be about to start a program, so once is not enough; and not all futures are
        # known where Ctrl-C came while the first worker was being started.
        while any(thread.name.startswith(name) for thread in threading.enumerate()):
            kill_all()
            time.sleep(0.01)
        raise
    pool.shutdown()


def judge(snippet: Snippet, output: Output, result: Run) -> Verdict:
    """Compare a run with the block that applies; pure."""
    path, broken = snippet.path, None
    if syntax_error := _syntax_error(result):
        lineno, message = syntax_error
        return Verdict(path, Status.MALFORMED, message, lineno, snippet=snippet)
    wrong_end = _wrong_end(snippet, result)
    if wrong_end is None:
        try:
            broken = order.explain(output, result.stdout)
        except order.AmbiguousError as error:
            return Verdict(path, Status.MALFORMED, str(error), error.lineno, snippet=snippet)
    if wrong_end is None and broken is None:
        passed = f"{result.seconds:.2f} s"
        return Verdict(path, Status.PASSED, passed, 0, result.seconds, snippet, result)
    return Verdict(
        path,
        Status.FAILED,
        broken.message if broken else clip(wrong_end or "", 200),
        broken.lineno if broken else 0,
        result.seconds,
        snippet,
        result,
        details=side_by_side.table(output, result, broken),
        updatable=broken is not None,
    )


def _wrong_end(snippet: Snippet, result: Run) -> str | None:
    """Say how the program ended, if not as its file says."""
    raised = tracebacks.raised(result.stderr)
    wrong = None
    if result.stopped:
        wrong = f"it was stopped: {result.stopped}"
    elif result.left:
        wrong = f"it left a process behind: {', '.join(result.left)}"
    elif result.status != snippet.exit:
        wrong = f"{_ending(result.status)}, expected {snippet.exit}"
        wrong += f": {raised}" if raised else ""
    elif snippet.error is not None and not order.matches(snippet.error, raised or ""):
        wrong = f"expected `# Error: {snippet.error}`, got {raised or 'no traceback'}"
    elif snippet.exit and snippet.error is None and raised is not None:
        wrong = f"it raised an exception; write `# Error: {raised}`"
    return wrong


def _ending(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"ended by {signal.Signals(-status).name}"
    except ValueError:  # a real-time signal has no name
        return f"ended by signal {-status}"


def _syntax_error(result: Run) -> tuple[int, str] | None:
    """Find the syntax error of the file itself: unlike any other, it comes without a traceback."""
    lines = result.stderr.rstrip("\n").split("\n")
    if result.status != 1 or tracebacks.HEAD in lines or not _SYNTAX_ERROR.fullmatch(lines[-1]):
        return None
    numbers = re.findall(r'^  File ".*", line (\d+)$', result.stderr, re.MULTILINE)
    return int(numbers[-1]) if numbers else 0, lines[-1]


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
