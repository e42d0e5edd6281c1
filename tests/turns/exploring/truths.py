"""What is true of the programs in ``kinds``, and what `turns` says of them.

The truth stands in the first lines of each; it was derived from the definitions, and the
brute-force judge or plain runs confirmed it. As a program, from the root of the checkout: say what
is wrong; with ``--judge`` also what the judge finds otherwise.

    PYTHONPATH=. python tests/turns/exploring/truths.py tests/turns/exploring/kinds/*/*.py
"""

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import brute_force

from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.marks import Ran, number
from turns.exploring.nfa import end_of
from turns.exploring.outcomes import Witness
from turns.exploring.replay import Replay
from turns.runtime.execute import Outcome, execute
from turns.runtime.target import load

_HEADER = re.compile(r"# (Kind|Right|Marks|Outcomes|Ends|Between|Needs): (.*)")
_SCHEDULES, _SECONDS = 20_000, 60.0
"""How far the judge goes, in each kind of schedules."""


class MalformedError(Exception):
    """The first lines of a program do not say what is true of it."""


@dataclass(frozen=True)
class Truth:
    """What is true of a program."""

    kind: str
    right: str
    marks: tuple[str, ...]
    """For each line of the normal run, what may be said of it: ``queue|unknown``, ``!program``."""
    outcomes: int | None
    """Of queue schedules, if that is known."""
    exact: bool
    """Their number has to be proven."""
    ends: frozenset[str]
    """Their kinds of ends; empty: nothing is said."""
    between: frozenset[tuple[int, int]] | None
    """Stretches of lines that nothing separates, from 1; None: nothing is said."""
    needs: tuple[int, int]
    """The first Python that runs it."""

    @property
    def is_for_us(self) -> bool:
        """Tell whether this Python runs it."""
        return sys.version_info >= self.needs


def read(path: Path) -> Truth:
    """Read the first lines."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        header = _HEADER.fullmatch(line)
        if header is None:
            break
        found[header[1]] = header[2].strip()
    if not {"Kind", "Right", "Marks"} <= found.keys():
        raise MalformedError(f"{path}: Kind, Right or Marks is missing")
    outcomes = found.get("Outcomes", "").split("|")
    pairs = [pair.split("-") for pair in found.get("Between", "").split() if pair != "none"]
    major, minor = found.get("Needs", "3.11").split(".")
    return Truth(
        found["Kind"],
        found["Right"],
        tuple(found["Marks"].split()),
        int(outcomes[0]) if outcomes[0].isdigit() else None,
        "unknown" not in outcomes,
        frozenset(found.get("Ends", "").split()),
        frozenset((int(first), int(last)) for first, last in pairs) if "Between" in found else None,
        (int(major), int(minor)),
    )


def is_right(mark: str, truth: str) -> bool:
    """Tell whether a line may have this mark."""
    return mark != truth[1:] if truth.startswith("!") else mark in truth.split("|")


def wrong(path: Path, seconds: float = 60.0) -> Iterator[str]:
    """Say what `turns` gets wrong about a program."""
    truth = read(path)
    found = explore(load(path), Effort(seconds=seconds))
    yield from _wrong_marks(truth, found)
    yield from _wrong_outcomes(truth, found)
    together = {(first + 1, last + 1) for first, last in found.together}
    if truth.between is not None and together != truth.between:
        yield f"nothing between {sorted(together)}, not {sorted(truth.between)}"
    if not found.unknown:  # else a run may print other lines each time
        yield from _wrong_witnesses(path, found)


def _wrong_marks(truth: Truth, found: Exploration) -> Iterator[str]:
    if len(found.marks) != len(truth.marks):
        yield f"{len(found.marks)} lines instead of {len(truth.marks)}: {found.normal.output}"
    for index, (mark, right) in enumerate(zip(found.marks, truth.marks, strict=False), 1):
        if not is_right(mark.because, right):
            why = f" ({found.unknown[0]})" if found.unknown else ""
            yield f"line {index}, {mark.text!r}, is {mark.because}, not {right}{why}"


def _wrong_outcomes(truth: Truth, found: Exploration) -> Iterator[str]:
    outcomes = found.outcomes.get("queue")
    if outcomes is None:
        if truth.exact and truth.outcomes is not None:
            yield f"no outcomes: {found.unknown}"
        return
    if truth.outcomes is not None:
        if outcomes.inexact and (truth.exact or outcomes.count > truth.outcomes):
            yield f"at least {outcomes.count} outcomes ({outcomes.inexact}), not {truth.outcomes}"
        elif not outcomes.inexact and outcomes.count != truth.outcomes:
            yield f"exactly {outcomes.count} outcomes, not {truth.outcomes}"
    ends = {one.end.kind for one in outcomes.listed}
    is_listed = not outcomes.inexact and outcomes.count == len(outcomes.listed)
    if truth.ends and (ends != truth.ends if is_listed else not ends <= truth.ends):
        yield f"it ends {sorted(ends)}, not {sorted(truth.ends)}"
    normal = tuple(found.normal.output), end_of(found.normal)
    if not found.unknown and normal not in [(one.texts, one.end) for one in outcomes.listed]:
        yield "the normal run is not among the outcomes"


def _wrong_witnesses(path: Path, found: Exploration) -> Iterator[str]:
    lines = list(number(found.normal.output))
    for index, mark in enumerate(found.marks):
        if mark.witness is not None:
            run, divergence = _again(path, mark.witness)
            if divergence:
                yield f"the witness of line {index + 1}: {divergence}"
            elif Ran(lines, run.output, ended=end_of(run) is not None).how(index) != mark.departs:
                yield f"the witness of line {index + 1} does not show that it is {mark.departs}"
    for one in found.outcomes["queue"].listed if found.outcomes else ():
        run, divergence = _again(path, one.witness)
        end = end_of(run)
        kind = end.kind if end else ""
        if divergence or (tuple(run.output), kind) != (one.texts, one.end.kind):
            yield f"the witness of {one.texts} prints {run.output}, {kind} {divergence}"


def _again(path: Path, witness: Witness) -> tuple[Outcome, str]:
    replay = Replay(witness.schedule)
    run = execute(load(path), strategy=replay)
    return run, str(replay.finish(run.turns) or "")


def otherwise(path: Path) -> Iterator[str]:
    """Say what the brute-force judge finds otherwise than the truth has it."""
    truth = read(path)
    try:
        queue, clock = (
            brute_force.judge(
                path, clock=clock, schedules=_SCHEDULES, seconds=_SECONDS, isolated=True
            )
            for clock in (False, True)
        )
    except brute_force.TooManyError as reason:
        yield f"not judged: {reason}"
        return
    normal = execute(load(path))
    marks = brute_force.judged_marks(normal.output, clock=clock, queue=queue)
    kept = brute_force.judged_marks(
        normal.output,
        clock=brute_force.Truth(clock.documented, clock.documented),
        queue=brute_force.Truth(queue.documented, queue.documented),
    )
    for index, (mark, in_order) in enumerate(zip(marks, kept, strict=True)):
        departs = mark.because != "program"
        because = "documented" if departs and in_order.because == "program" else mark.because
        right = truth.marks[index] if index < len(truth.marks) else "not there"
        if not is_right(because, right) and "nobody" not in right:
            yield f"judge: line {index + 1}, {mark.line}, is {because}, not {right}"
    if truth.outcomes not in {None, len(queue.outcomes)}:
        yield f"judge: {len(queue.outcomes)} outcomes, not {truth.outcomes}"
    ends = {end.kind for _, end in queue.outcomes}
    if truth.ends and ends != truth.ends:
        yield f"judge: it ends {sorted(ends)}, not {sorted(truth.ends)}"
    lines = brute_force.numbered(normal.output)
    for first, last in truth.between or ():
        for x, y in zip(lines[first - 1 : last], lines[first:last], strict=False):
            both = [*queue.outcomes, *clock.outcomes]
            if inside := brute_force.lines_between(both, x, y):
                yield f"judge: {inside} between {x} and {y}"


def main(arguments: Sequence[str]) -> int:
    """Examine the programs; say what is wrong with each, and how long it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--judge", action="store_true", help="ask the judge too")
    parser.add_argument("--quiet", action="store_true", help="do not say how long it took")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.paths:
        if not read(path.resolve()).is_for_us:
            continue
        start = time.perf_counter()
        problems = list(wrong(path.resolve()))
        seconds = time.perf_counter() - start
        if options.judge:
            problems += otherwise(path.resolve())
        failed = failed or bool(problems)
        took = "" if options.quiet else f" ({seconds:.1f} s)"
        name = f"{path.parent.name}/{path.name}"
        for problem in problems or (() if options.quiet else ("fine",)):
            print(f"{name}{took}: {problem}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
