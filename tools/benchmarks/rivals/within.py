"""Let a rival explore a program: ``python -m tools.benchmarks.rivals.within RIVAL FILE SECONDS``.

It runs on the interpreter that has the rival, and answers with JSON.

- **detangle**: its exhaustive search, `DFS`, of which its README says that "every schedule with at
  most 3 deviations was checked". First with few delays, then with more, at last without a bound.
- **simloom**: `explore_systematic`, in the same way; it calls what it finished "proven".
- **simloop**: a thousand seeds by chance and a thousand by PCT, its two ways to search.
- **frontrun**: DPOR without a bound on preemptions, on its virtual clock. It explores workers:
  those that `main` hands to `gather`. What `main` does before is its setup, what comes after is
  its invariant. Lines are written to an attribute, which it sees. A program of another form
  cannot be explored.
"""

import asyncio
import contextlib
import importlib
import io
import json
import logging
import os
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from pathlib import Path
from time import process_time
from types import SimpleNamespace
from typing import Any, NoReturn

from tools.benchmarks.rivals.answers import Answer, Outcome

DELAYS = (1, 2, 3, 4, 6, 10)
"""Bounds that are tried one after the other, before none."""
NO_BOUND = 1_000_000_000
_BRANCHES = 1_000
"""Among so many there is a choice; there are more seeds, which is a choice for detangle, too."""
SEEDS = 1_000
PATIENCE = 20
"""So many times the limit may pass in real time, on a busy machine, or if nothing happens."""


class Log:
    """The lines of a run."""

    def __init__(self) -> None:
        """Begin without a line."""
        self.lines: tuple[str, ...] = ()

    def print(self, *values: object) -> None:
        """Print to here, in a way that those who look for conflicts see."""
        self.lines = (*self.lines, " ".join(map(str, values)))


class Recorder:
    """What the runs of a program print, each outcome once."""

    def __init__(self, path: Path, limit: float) -> None:
        """Compile the program; the time begins now."""
        self.path = path
        self.code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
        self.start = process_time()
        self.limit = limit
        self.found: dict[Outcome, float] = {}
        self.runs = 0
        self.claim = ""
        self.bounded = False
        self.refuted = False
        self._stopped: float | None = None

    @property
    def seconds(self) -> float:
        """How long it has taken so far, of the processor: others use the machine, too."""
        return process_time() - self.start if self._stopped is None else self._stopped

    def stop(self) -> None:
        """Let the time stand still, from here or from the limit on."""
        self._stopped = min(self.seconds, self.limit)

    def check(self) -> None:
        """Beyond the limit nothing starts: this is the one error that no rival handles."""
        if self.seconds > self.limit:
            raise KeyboardInterrupt

    def load(self, log: Log) -> dict[str, Any]:
        """Run the module's code, with a `print` that goes to the log."""
        namespace = {"__name__": "program", "print": log.print}
        exec(self.code, namespace)  # noqa: S102 - our own programs
        return namespace

    def note(self, log: Log, end: str, at: float | None = None) -> None:
        """Take note of what a run printed, now or at some time."""
        self.runs += 1
        self.found.setdefault((log.lines, end), self.seconds if at is None else at)

    async def run(self) -> None:
        """Run the program on the loop that is running; if it is ended, that was a deadlock."""
        self.check()
        log = Log()
        end = "deadlock"
        try:
            await self.load(log)["main"]()
            end = "finished"
        except Exception:  # noqa: BLE001 - a way to end
            end = "failed"
        finally:
            self.note(log, end)

    def answer(self, problem: str = "") -> Answer:
        """Say what is known by now."""
        found = {**self.found}
        return {
            "outcomes": [([*texts], end) for texts, end in found],
            "count": len(found),
            "claim": self.claim,
            "bounded": self.bounded,
            "refuted": self.refuted,
            "runs": self.runs,
            "last": max(found.values(), default=0.0),
            "seconds": self.seconds,
            "problem": problem,
        }


def _bounds(recorder: Recorder, name: str) -> Iterator[int]:
    """Yield bounds; whoever comes back for the next one has explored all within the last."""
    for delays in (*DELAYS, NO_BOUND):
        yield delays
        recorder.bounded = delays != NO_BOUND
        recorder.claim = f"{name}, ≤ {delays} delays" if recorder.bounded else name


def _detangle(recorder: Recorder) -> None:
    """Its `DFS` leaves choices among more than 16 alone, and calls itself exhausted all the same.

    So a claim is held against what it finds with one delay, when it may not.
    """
    search = importlib.import_module("detangle").DFS
    with contextlib.suppress(KeyboardInterrupt):
        for delays in _bounds(recorder, "exhausted"):
            _run_all(recorder, search(max_delays=delays))
    recorder.stop()
    check = Recorder(recorder.path, recorder.limit)
    with contextlib.suppress(KeyboardInterrupt):
        _run_all(check, search(max_delays=1, max_branch=_BRANCHES))
    recorder.refuted = bool(recorder.claim and check.found.keys() - recorder.found.keys())


def _run_all(recorder: Recorder, search: Any) -> None:  # noqa: ANN401
    detangle = importlib.import_module("detangle")
    while not search.exhausted:
        with contextlib.suppress(Exception):  # a deadlock; noted
            detangle.run(recorder.run, strategy=search)


def _simloom(recorder: Recorder) -> None:
    simloom = importlib.import_module("simloom")
    for delays in _bounds(recorder, "exhaustive"):
        simloom.explore_systematic(
            recorder.run, max_delays=delays, max_schedules=NO_BOUND, stop_on_failure=False
        )


def _simloop(recorder: Recorder) -> None:
    simloop = importlib.import_module("simloop")
    for policy in ("random", "pct"):
        seed = 0
        while seed < SEEDS:  # it stops at each failure
            failed = simloop.explore(recorder.run, range(seed, SEEDS), policy=policy)
            seed = SEEDS if failed is None else failed.seed + 1


class _Gathered:
    """What `main` hands to `gather`, and the way to get on from there."""

    def __init__(self, *coroutines: Coroutine[Any, Any, Any]) -> None:
        self.coroutines = coroutines

    def __await__(self) -> Generator["_Gathered", list[Any], list[Any]]:
        return (yield self)


class _Asyncio:
    """The module, with a `gather` that only looks."""

    gather = _Gathered

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(asyncio, name)


class _State:
    """What frontrun's workers share."""

    def __init__(self, recorder: Recorder) -> None:
        """Run `main` until it gathers."""
        self.log = Log()
        namespace = recorder.load(self.log)
        namespace["asyncio"] = _Asyncio()
        self.main = namespace["main"]()
        gathered = self.main.send(None)
        if not isinstance(gathered, _Gathered):
            raise TypeError
        self.coroutines = gathered.coroutines
        self.results = [SimpleNamespace(value=None) for _ in self.coroutines]

    def finish(self) -> bool:
        """Run the rest of `main`; say if this was its end."""
        try:
            self.main.send([one.value for one in self.results])
        except StopIteration:
            return True
        return False


class _Frontrun:
    """Its setup, its workers and its invariant, made of a program."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.workers = [self._worker(n) for n in range(len(_State(recorder).coroutines))]
        self.logs: list[Log] = []
        self.ends: list[float] = []
        """When each run had ended."""

    def explore(self, executions: int | None = None) -> Any:  # noqa: ANN401
        """Return what it says after all executions, or after so many."""
        exploration = importlib.import_module("frontrun").explore(
            setup=self._setup,
            workers=self.workers,
            invariant=self._invariant,
            preemption_bound=None,
            stop_on_first=False,
            reproduce_on_failure=0,
            max_executions=executions,
            timeout_per_run=PATIENCE * self.recorder.limit,
            deadlock_timeout=PATIENCE * self.recorder.limit,
            clock="virtual",
        )
        result = asyncio.run(exploration)
        for number, _ in result.failures:  # no invariant was asked for
            if number < len(self.ends):
                self.recorder.note(self.logs[number - 1], "deadlock", self.ends[number])
        return result

    def _setup(self) -> _State:
        self.ends.append(self.recorder.seconds)
        self.recorder.check()
        state = _State(self.recorder)
        self.logs.append(state.log)
        return state

    @staticmethod
    def _worker(number: int) -> Callable[[_State], Awaitable[None]]:
        async def work(state: _State) -> None:
            state.results[number].value = await state.coroutines[number]

        return work

    def _invariant(self, state: _State) -> bool:
        self.recorder.note(state.log, "finished" if state.finish() else "failed")
        return True


def _frontrun(recorder: Recorder) -> None:
    try:
        program = _Frontrun(recorder)
    except (TypeError, RuntimeError):
        sys.exit("its main does more than gather workers")
    try:
        result, cut = program.explore(), ""
    except KeyboardInterrupt:
        # What would it have said, had it been told to stop here?
        recorder.stop()
        result, cut = program.explore(len(program.logs)), ", though cut"
    if result.property_holds:
        recorder.claim = f"property_holds{cut}"


RIVALS: dict[str, Callable[[Recorder], None]] = {
    "detangle": _detangle,
    "simloom": _simloom,
    "simloop": _simloop,
    "frontrun": _frontrun,
}


def main() -> None:
    """Run the rival of the command line, and answer."""
    rival, path, limit = sys.argv[1:]
    out = sys.stdout
    logging.disable()
    warnings.simplefilter("ignore")
    importlib.import_module(rival)  # costs no time of the search
    recorder = Recorder(Path(path), float(limit))

    once = threading.Lock()

    def answer(problem: str = "") -> NoReturn:
        once.acquire()  # whoever comes second waits for the end of the process
        json.dump(recorder.answer(problem), out)
        out.flush()
        _leave()

    last_resort = threading.Timer(PATIENCE * recorder.limit, answer)
    last_resort.daemon = True
    last_resort.start()
    problem = ""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            RIVALS[rival](recorder)
        except KeyboardInterrupt:
            pass
        except SystemExit as refused:
            problem = str(refused)
        except Exception as error:  # noqa: BLE001 - shown in the table
            problem = f"{type(error).__name__}: {error}"
    last_resort.cancel()
    answer(problem)


def _leave() -> NoReturn:
    """Leave at once, whatever a rival's threads still wait for."""
    os._exit(0)


if __name__ == "__main__":
    main()
