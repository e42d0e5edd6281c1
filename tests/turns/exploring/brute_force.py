"""An independent judge for small programs: run every schedule there is, and look.

No cleverness: depth first over all choices, each schedule from start to end, nothing merged and
nothing skipped. So it knows nothing of why the explorer may leave schedules out.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from turns.runtime.execute import execute, load
from turns.runtime.limits import Limits
from turns.runtime.run import ChoicePoint


class TooManyError(Exception):
    """The program has more schedules than allowed."""


class _Prefix:
    def __init__(self, prefix: list[int], *, clock: bool) -> None:
        self.clock = clock
        self.documented = False
        self.prefix = prefix
        self.counts: list[int] = []

    def choose(self, point: ChoicePoint) -> int:
        at = len(self.counts)
        self.counts.append(len(point.options))
        return self.prefix[at] if at < len(self.prefix) else 0


def outputs(path: Path, *, clock: bool, limit: int) -> set[tuple[str, ...]]:
    """Return the outputs of all queue or all clock schedules; raise if they are over ``limit``."""
    code = load(path)
    found = set()
    prefix: list[int] | None = []
    for _ in range(limit):
        strategy = _Prefix(prefix, clock=clock)
        outcome = execute(code, path, strategy=strategy, limits=Limits(seconds=10, turns=500))
        if outcome.problem is not None and outcome.problem.kind != "deadlock":
            raise TooManyError(outcome.problem.kind)
        found.add(tuple(outcome.output))
        choices = [*prefix, *[0] * (len(strategy.counts) - len(prefix))]
        while choices and choices[-1] + 1 == strategy.counts[len(choices) - 1]:
            choices.pop()
        if not choices:
            return found
        prefix = [*choices[:-1], choices[-1] + 1]
    raise TooManyError(f"more than {limit} schedules")


def marks(path: Path, limit: int) -> list[tuple[str, str]]:
    """Return the mark and the text of every line, straight from the definitions."""
    normal = [*_numbered(execute(load(path), path).output)]
    reversals = {}
    for mode in ("queue", "clock"):
        reversals[mode] = [
            {line: i for i, line in enumerate(_numbered(output))}
            for output in outputs(path, clock=mode == "clock", limit=limit)
        ]
    found = []
    for i, y in enumerate(normal):
        because = "first"
        if i:
            x = normal[i - 1]
            because = "program"
            for mode in ("clock", "queue"):
                if any(x in run and y in run and run[y] < run[x] for run in reversals[mode]):
                    because = mode
        found.append((because, y[0]))
    return found


def _numbered(lines: Sequence[str]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    numbered = []
    for line in lines:
        numbered.append((line, counts[line]))
        counts[line] += 1
    return numbered
