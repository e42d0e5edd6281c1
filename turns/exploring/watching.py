"""Watch a run of a program: what comes first, before anything else is found out about it."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from turns.exploring import pasted
from turns.recording.recorder import Recorder
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.run import Strategy
from turns.runtime.target import Target, load

_ENDLESS = {"time", "turns", "output"}
_FOLDERS = re.compile(r"(?<!\S)\S*[/\\](?=\w+\.py)")  # from its beginning: else long words last
_T = TypeVar("_T")


class UnwatchableError(Exception):
    """The program cannot be watched to its end; the message says why."""

    def __init__(self, reason: str, *, line: int = 0, fault: bool = False) -> None:
        """See `turns.exploring.findings.Refusal`."""
        super().__init__(reason)
        self.line = line
        self.fault = fault


@dataclass(frozen=True)
class Run:
    """A run of a program, and what was recorded of it."""

    target: Target
    limits: Limits
    outcome: Outcome
    recorder: Recorder


def loaded(path: Path) -> Target:
    """Compile a program; raise `UnwatchableError` if it is none."""
    try:
        return load(path)
    except SyntaxError as error:
        reason = "; ".join(["syntax error: " + error.msg, *pasted.instead(error)])
        raise UnwatchableError(reason, line=error.lineno or 0, fault=True) from error
    except ValueError as error:
        raise UnwatchableError(str(error), fault=True) from error


def run(
    target: Target, limits: Limits, recorder: Recorder, strategy: Strategy | None = None
) -> Run:
    """Run a program, as asyncio does if nobody has a strategy of his own."""
    outcome = execute(target, observer=recorder, strategy=strategy, limits=limits)
    return Run(target, limits, outcome, recorder)


def check(normal: Run) -> None:
    """Raise `UnwatchableError` if a run was stopped, so that there is no more to find out."""
    problem = normal.outcome.problem
    if problem is not None and problem.kind not in {"deadlock", "exit"}:
        raise UnwatchableError(problem.message, fault=problem.kind in _ENDLESS)


def without_folders(thing: _T, own: str) -> _T:
    """Take folders out of what asyncio prints in debug mode: `own`, and those of Python itself."""
    bare: _T = _without_folders(thing, own)
    return bare


def _without_folders(thing: Any, own: str) -> Any:
    if type(thing) is str:  # the value of an enumeration is one of a few
        return _FOLDERS.sub("", thing.replace(own, ""))
    if isinstance(thing, dict):
        return {key: _without_folders(value, own) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return tuple(_without_folders(one, own) for one in thing)
    if hasattr(thing, "__dataclass_fields__") and not hasattr(thing, "parse"):
        names = thing.__dataclass_fields__
        return replace(thing, **{one: _without_folders(getattr(thing, one), own) for one in names})
    return thing
