"""Hold the graph of a program against the brute-force judge: schedule by schedule."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice
from pathlib import Path
from unittest.mock import patch

import brute_force
from brute_force import ENDS, Outcome, TooManyError, Truth, brief, judge, numbered
from random_programs import program

from turns.exploring import promises
from turns.exploring.dfa import determined
from turns.exploring.graph import build
from turns.exploring.nfa import End, Nfa, end_of
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind, Program
from turns.exploring.states import Graph
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import load

_LIMITS = Limits(seconds=60, turns=500)


@dataclass(frozen=True)
class Effort:
    """How far to go for one program, in each of the two kinds of schedules."""

    schedules: int = 500
    """That the judge may run."""
    seconds: float = 10
    """For the judge, and again for the graph."""


@dataclass(frozen=True)
class Comparison:
    """What came of a program."""

    verdict: str
    """``equal``, ``different``, ``incomplete`` (the graph), or ``not judged``."""
    differences: tuple[str, ...] = ()
    """Or why it could not be compared."""
    schedules: int = 0
    """That the judge ran."""
    outcomes: int = 0


def compare(path: Path, truth: Truth, effort: Effort, *, clock: bool) -> Comparison:
    """Compare what the graph says of the program at ``path`` with what the judge says."""
    target = load(path)
    kind = CLOCK if clock else QUEUE
    found = _graph(Program(target, _LIMITS), kind, effort)
    with patch("turns.exploring.graph.commutes", return_value=False):
        graph = _graph(Program(target, _LIMITS), kind, effort)  # has every schedule's choices
    for one in (found, graph):
        if not one.complete:
            return Comparison("incomplete", (one.cut, *one.opaque), truth.count)
    normal = execute(target, limits=_LIMITS)
    differences = []
    if normal.problem is None or normal.problem.kind in ENDS:
        own = (tuple(normal.output), brief(end_of(normal)))
        if own not in truth.outcomes:
            differences.append(f"the judge has not the normal run: {own}")
    nfa = found.nfa()
    differences += _outcomes(nfa, truth)
    differences += _schedules(graph, truth)
    if not differences:
        differences += _promises(nfa, truth, normal.output)
    verdict = "different" if differences else "equal"
    return Comparison(verdict, tuple(differences), truth.count, len(truth.outcomes))


def _graph(program: Program, kind: Kind, effort: Effort) -> Graph:
    return build(program, kind, Budget(1_000_000, time.perf_counter() + effort.seconds))


def _outcomes(nfa: Nfa, truth: Truth) -> Iterator[str]:
    most = 10 * len(truth.outcomes) + 100
    found: set[Outcome] = {
        (texts, brief(end)) for texts, end in islice(determined(nfa).outcomes(), most)
    }
    for outcome in sorted(truth.outcomes.keys() - found, key=str):
        yield f"the graph misses {outcome}"
    for outcome in sorted(found - truth.outcomes.keys(), key=str):
        yield f"the graph makes up {outcome}"


def _schedules(graph: Graph, truth: Truth) -> Iterator[str]:
    """Follow each schedule along the graph, where another may have been merged into its states.

    Of two faults, one may make up for what the other hides; but not schedule by schedule.
    """
    for labels, outcome in truth.schedules.items():
        assert graph.root is not None
        ways: set[tuple[tuple[str, ...], int | End]] = {(graph.root.texts, graph.root.target)}
        for turn in labels:
            ways = {
                (texts + state.edges[index].texts, state.edges[index].target)
                for texts, target in ways
                if isinstance(target, int)
                for state in [graph.states[target]]
                for index, name in enumerate(state.labels)
                if name == turn
            }
        if outcome not in {(texts, brief(end)) for texts, end in ways if isinstance(end, End)}:
            yield f"the graph has it otherwise after {labels}: {outcome}"


def _promises(nfa: Nfa, truth: Truth, normal: list[str]) -> Iterator[str]:
    lines = numbered(normal)
    printed = [set(numbered(texts)) for texts, _ in truth.outcomes]
    places = [{line: i for i, line in enumerate(numbered(texts))} for texts, _ in truth.outcomes]
    for line in lines:
        if promises.missing(nfa, line) != any(line not in one for one in printed):
            yield f"missing {line}: the graph says {promises.missing(nfa, line)}"
    for x, y in combinations(lines, 2):
        earlier = any(y in one and one[y] < one.get(x, len(one)) for one in places)
        if promises.earlier(nfa, x, y) != earlier:
            yield f"earlier {x} {y}: the judge says {earlier}"
        graphs, judges = (
            promises.between(nfa, x, y),
            brute_force.lines_between(truth.outcomes, x, y),
        )
        if graphs != judges:
            yield f"between {x} {y}: the graph says {graphs}, the judge {judges}"


def compare_seed(seed: int, effort: Effort) -> dict[str, Comparison]:
    """Compare for one random program; say of the verdict whether chance has a part in it, too."""
    drawn = program(seed)
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"
        path.write_text(drawn.text, encoding="utf-8")
        for kind in ("queue", "clock"):
            clock = kind == "clock"
            try:
                truth = judge(path, clock=clock, schedules=effort.schedules, seconds=effort.seconds)
                found[kind] = compare(path, truth, effort, clock=clock)
            except TooManyError as reason:
                found[kind] = Comparison("not judged", (str(reason),))
    if drawn.chance:
        found = {
            kind: replace(one, verdict=f"{one.verdict}, by chance") for kind, one in found.items()
        }
    return found
