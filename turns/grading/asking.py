"""Which goals hold in all outcomes, and the smallest run in which one does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.departures import Departures
from turns.exploring.nfa import End, decided_end_of
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.exploring.spaces import Space
from turns.exploring.states import Edge, Graph
from turns.exploring.varying import steady
from turns.exploring.ways import Following
from turns.grading.challenge import Goal
from turns.grading.claims import Claim, Memory, NoOthers, breaks, can_break, claims


@dataclass(frozen=True)
class Broken:
    """A run that does not reach a goal."""

    schedule: Schedule
    departures: int
    texts: tuple[str, ...]
    end: End | None
    """None if it was not followed to its end."""


def holds(goal: Goal, space: Space) -> bool:
    """Tell whether all outcomes reach a goal; the space is not cut."""
    return not any(_can_break(claim, space) for claim in claims(goal))


def _can_break(claim: Claim, space: Space) -> bool:
    if isinstance(claim, NoOthers) and space.apart is not None:
        return bool(space.apart.texts - claim.allowed)
    return can_break(claim, space.source.about(*claim.texts))


def is_broken(goal: Goal, texts: Sequence[str], end: End | None) -> bool:
    """Tell whether one run does not reach a goal."""
    return any(breaks(claim, texts, end) for claim in claims(goal))


def smallest(program: Program, kind: Kind, goals: Sequence[Goal], budget: Budget) -> Broken | None:
    """Return the run with the fewest departures that does not reach one of the goals.

    None if there was none before the budget was spent.
    """
    for found in Departures(program, kind).run(budget):
        if any(is_broken(goal, found.texts, found.end) for goal in goals):
            broken = Broken(found.schedule, found.departures, found.texts, found.end)
            if _is_repeated(program, broken):
                return broken
    return None


def _is_repeated(program: Program, broken: Broken) -> bool:
    """Tell whether the schedule prints the same again: it is shown as a run."""
    replay = Replay(broken.schedule)
    outcome = program.run(replay)
    texts = tuple(map(steady, outcome.output))
    return replay.finish(outcome.turns) is None and texts[: len(broken.texts)] == broken.texts


def on_the_way(program: Program, graph: Graph, goals: Sequence[Goal]) -> Broken | None:
    """Return a run that goes a shortest way through the graph on which a goal is not reached."""
    for claim in (one for goal in goals for one in claims(goal)):
        labels = _way(graph, claim)
        if labels is None:
            continue
        run = Following(graph.kind, labels)
        outcome = program.run(run)
        texts = tuple(map(steady, outcome.output))
        end = decided_end_of(outcome)
        if not outcome.polled and breaks(claim, texts, end):
            schedule = Schedule(graph.kind.mode, tuple(run.taken))
            return Broken(schedule, len(run.taken), texts, end)
    return None


def _way(graph: Graph, claim: Claim) -> list[str] | None:
    """Return the labels of the choices on a shortest way on which a claim is broken."""
    if graph.root is None:
        return None
    found: list[tuple[int, Memory, list[str]]] = []
    seen: set[tuple[int, Memory]] = set()
    target, memory, broken = _after(graph.root, claim.start, claim)
    if broken or target is None:
        return [] if broken else None
    found.append((target, memory, []))
    for number, memory, labels in found:  # grows meanwhile
        state = graph.states[number]
        for choice, edge in state.edges.items():
            following = [*labels, state.labels[choice]]
            target, after, broken = _after(edge, memory, claim)
            if broken:
                return following
            if target is not None and (target, after) not in seen:
                seen.add((target, after))
                found.append((target, after, following))
    return None


def _after(edge: Edge, memory: Memory, claim: Claim) -> tuple[int | None, Memory, bool]:
    """Return where an edge leads, what the claim remembers there, and whether it is broken."""
    broken = False
    for text in edge.texts:
        memory = claim.after(memory, text)
        broken = broken or claim.is_broken(memory, None)
    if isinstance(edge.target, End):
        return None, memory, broken or claim.is_broken(memory, edge.target)
    return edge.target, memory, broken
